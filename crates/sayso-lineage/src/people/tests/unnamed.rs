//! Whatever words sources have: the unnamed stay apart, and so do two names that are not one.

use proptest::prelude::*;

use super::*;

fn kind() -> impl Strategy<Value = SourceType> {
    prop::sample::select(SourceType::ALL.to_vec())
}

/// Texts that look like names, titles and descriptions, and any others.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Anselm Krail",
            "Anna Krail",
            "Krail",
            "A. Krail",
            "Mayor Anselm Krail",
            "mayor of Kesterby",
            "the mayor",
            "HWU",
            "officials",
            "Harbour Workers’ Union (HWU)",
            "the Interior Ministry",
            "a senior official",
            "Kesterby",
            "",
        ])
        .prop_map(str::to_owned),
        "[A-Z][a-z]{1,3} [A-Z][a-z]{1,2}",
        any::<String>(),
    ]
}

prop_compose! {
    fn any_place()(
        kind in kind(),
        name in prop::option::of(words()),
        description in words(),
        titles in prop::collection::vec(words(), 0..3),
        affiliations in prop::collection::vec(words(), 0..2),
        article in 1..6_i64,
        outlet in prop::option::of(words()),
        said in words(),
        is_anonymous in any::<bool>(),
    ) -> SourceInArticle {
        let mut place = place(1, &format!("{article} - A|unnamed_group"));
        Arc::make_mut(&mut place.article).outlet = outlet;
        let terms = is_anonymous.then_some(Terms::Anonymity);
        let source = SourceRecord { kind, name, description, titles, affiliations, terms, ..(*place.source).clone() };
        place.source = Arc::new(source);
        place.tellings = vec![telling(&place.article, &place.source, &said)];
        place
    }
}

proptest! {
    /// What the vision promises: descriptions are never merged into a person, and never linked to a name.
    #[test]
    fn an_unnamed_source_is_never_merged_whatever_its_words_are(places in prop::collection::vec(any_place(), 0..24)) {
        let mut places = places;
        for (at, place) in places.iter_mut().enumerate() {
            Arc::make_mut(&mut place.source).id = i64::try_from(at).unwrap();
        }
        let found = sources(places.clone(), &|_, _| None, &[]);
        let unnamed: BTreeSet<i64> = found.unnamed.iter().map(|place| place.source.id).collect();
        for place in &places {
            let source = &place.source;
            let can_be_known = source.name.is_some() && (source.kind.is_named() || source.kind == SourceType::Document);
            if !can_be_known || source.terms.is_some() {
                prop_assert!(unnamed.contains(&source.id), "{source:?}");
            }
        }
        let placed = found.named.iter().flat_map(|named| &named.places).chain(&found.unnamed);
        let mut ids: Vec<i64> = placed.map(|place| place.source.id).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, (0..i64::try_from(places.len()).unwrap()).collect::<Vec<_>>(), "each row stands once");
        for named in &found.named {
            let kinds: BTreeSet<&str> = named.places.iter().map(|place| place.source.kind.name()).collect();
            prop_assert_eq!(kinds.len(), 1);
            let names = || named.places.iter().filter_map(|place| place.source.name.as_deref());
            if kinds.contains("named_person") {
                let parsed: Vec<_> = names().filter_map(name::Name::of).collect();
                prop_assert!(parsed.iter().all(|one| parsed.iter().all(|other| one.agrees(other))), "{parsed:?}");
            }
        }
        places.reverse();
        prop_assert_eq!(sources(places, &|_, _| None, &[]), found);
    }
}
