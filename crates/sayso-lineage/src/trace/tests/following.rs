//! Appearances and edges.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

const QUOTE: &str = "“Nobody opened the lower gate, and the wall of the reservoir was wet on Friday”";

fn check(told: impl IntoIterator<Item = Told>, appearances: &[i64], edges: &[&str]) {
    let trace = traced(told);
    let ids: Vec<i64> = trace.appearances.iter().map(|one| one.telling.article.id).collect();
    assert_eq!(ids, appearances);
    assert_eq!(edges_of(&trace), edges);
}

fn roe() -> SourceRecord {
    titled("harbour master", "Ida Roe")
}

#[test]
fn appearances_stand_in_the_order_of_time() {
    let undated = voice(1, "Argus", "gate one").article(|article| article.moment = None);
    check([undated, voice(3, "Courier", "wall two"), voice(2, "Northern Wire", "rain three")], &[2, 3, 1], &[]);
}

#[test]
fn an_article_appears_once_by_the_telling_that_says_whose_word_it_is() {
    let tellings = [
        voice(1, "Argus", "Nobody opened the gate at all").form(Form::Verbatim, 1.0),
        said(1, "Argus", roe(), "said", QUOTE).form(Form::Verbatim, 0.9),
        said(1, "Argus", roe(), "said", "the gate stayed shut").form(Form::Reworded, 0.7),
    ];
    let trace = traced(tellings);
    assert_eq!(trace.appearances.len(), 1);
    assert_eq!(trace.appearances[0].telling.words, QUOTE);
}

#[test]
fn the_inner_statement_is_the_telling_before_the_one_that_holds_it() {
    let outer =
        said(1, "Argus", body("Courier"), "reported", "officials said the gate was shut").form(Form::Partial, 0.9);
    let outer = outer.statement(|statement| statement.chain.clear());
    let inner = |likeness| {
        said(1, "Argus", some("officials"), "said", "the gate was shut").form(Form::Reworded, likeness).span([120, 140])
    };
    assert_eq!(traced([outer.clone(), inner(0.8)]).appearances[0].telling.source(), Some("officials"));
    assert_eq!(traced([outer, inner(0.6)]).appearances[0].telling.source(), Some("Courier"));
}

#[test]
fn a_headline_gives_way_to_the_body() {
    let headline = voice(1, "Argus", "Gate was shut").article(|article| article.title = Some("Gate was shut".into()));
    let title = |article: &mut ArticleRecord| article.title = Some("Gate was shut".into());
    let body = voice(1, "Argus", "The lower gate was shut").article(title).span([200, 240]);
    assert_eq!(traced([headline, body]).appearances[0].telling.words, "The lower gate was shut");
}

#[test]
fn revisions_are_one_appearance() {
    let revision = |id, revision| {
        voice(id, "Argus", "the gate was shut").article(|article| {
            article.key = "https://argus.example/gate".into();
            article.revision = revision;
        })
    };
    let trace = traced([revision(5, 2), revision(3, 1), revision(9, 3)]);
    assert_eq!(trace.appearances.len(), 1);
    assert_eq!((trace.appearances[0].telling.article.id, trace.appearances[0].revisions.clone()), (3, vec![2, 3]));
    assert!(trace.edges.is_empty());
}

#[test]
fn who_contradicts_or_denies_is_against() {
    let trace = traced([
        said(1, "Argus", roe(), "said", "the gate was shut"),
        said(2, "Courier", person("Odo Lunt"), "said", "the gate was open").form(Form::Contradicted, 0.8),
        said(3, "Hill Post", person("Odo Lunt"), "denied", "the gate was shut"),
        said(4, "Dale Post", person("Odo Lunt"), "say", "the gate was shut")
            .statement(|statement| statement.negated = true),
        said(5, "Sea Post", person("Odo Lunt"), "denied", "the gate was open").form(Form::Contradicted, 0.8),
    ]);
    let against: Vec<i64> = trace.against.iter().map(|one| one.telling.article.id).collect();
    assert_eq!((trace.appearances.len(), against), (1, vec![2, 3, 4]));
    assert!(trace.edges.is_empty());
}

#[test]
fn what_lies_in_a_denial_is_denied() {
    let outer = said(1, "Argus", person("Odo Lunt"), "denied", "officials said the gate was shut").span([100, 140]);
    let inner = said(1, "Argus", some("officials"), "said", "the gate was shut").span([110, 140]);
    let trace = traced([outer, inner]);
    assert_eq!((trace.appearances.len(), trace.against.len()), (0, 1));
}

#[test]
fn likeness_alone_makes_no_appearance_beside_those_that_say_the_same() {
    let same = || said(1, "Valley Courier", roe(), "said", "the lower gate was shut");
    let similar = |id| voice(id, "Argus", "gates are shut in many towns").form(Form::Similar, 0.4);
    check([same(), similar(2)], &[1], &[]);
    check([same(), similar(2).copy_of(1)], &[1, 2], &["1→2 copy copy"]);
    check(
        [same(), similar(2).sentence("The Courier had more on gates.")],
        &[1, 2],
        &["1→2 similar names ‘The Courier’"],
    );
    check([similar(2), similar(3)], &[2, 3], &["1→2 quoted own"]);
}

#[test]
fn a_near_copy_follows_the_first_of_its_group() {
    let wire = said(1, "Northern Wire", roe(), "said", QUOTE);
    let copy = |id, outlet: &str| said(id, outlet, roe(), "said", QUOTE).copy_of(1);
    check([wire.clone(), copy(2, "Argus"), copy(3, "Hill Post")], &[1, 2, 3], &["1→2 copy copy", "1→3 copy copy"]);
    // The first of the group has no part in the claim, and the agency is not the first to have it.
    let agency = said(5, "Northern Wire", roe(), "said", QUOTE).copy_of(1);
    let credits = copy(6, "Hill Post").byline("Northern Wire");
    check([copy(4, "Argus"), agency, credits], &[4, 5, 6], &["1→2 copy copy", "2→3 copy copy"]);
}

#[test]
fn who_names_an_outlet_follows_it() {
    let first = || {
        [said(1, "Northern Wire", roe(), "said", "rain filled dams"), said(2, "Valley Courier", roe(), "said", QUOTE)]
    };
    let relays = |told: Told| first().into_iter().chain([told]).collect::<Vec<_>>();
    let chain = said(3, "Argus", some("officials"), "said", "rain filled dams").through(&[body("Courier")]);
    check(relays(chain), &[1, 2, 3], &["2→3 reworded names ‘the Courier’"]);
    let told =
        said(3, "Argus", roe(), "told", QUOTE).sentence("“Nobody opened the lower gate,” she told the Valley Courier.");
    check(relays(told), &[1, 2, 3], &["2→3 quoted names ‘the Valley Courier’"]);
    let voiced = voice(3, "Argus", "Nobody opened a gate, a Courier report said");
    check(relays(voiced), &[1, 2, 3], &["2→3 reworded names ‘a Courier report’"]);
    let both = voice(3, "Argus", "x").sentence("The Courier, citing Northern Wire, had it.");
    check(relays(both), &[1, 2, 3], &["2→3 reworded names ‘The Courier’"]);
    let credited = said(3, "Argus", roe(), "said", "x").byline("By Northern Wire and staff");
    check(relays(credited), &[1, 2, 3], &["1→3 reworded names ‘Northern Wire’"]);
}

#[test]
fn an_outlet_that_speaks_of_itself_follows_nobody_by_that() {
    let first = said(1, "Valley Courier", roe(), "said", "rain filled the reservoir");
    let again = said(2, "Valley Courier", some("officials"), "told", "gates stood shut")
        .sentence("Officials told the Courier so.");
    check([first, again.clone()], &[1, 2], &[]);
    let before = said(1, "Valley Courier", some("officials"), "told", "rain filled the reservoir");
    check([before, again], &[1, 2], &["1→2 reworded names ‘the Courier’"]);
}

#[test]
fn a_name_in_the_content_is_no_relay() {
    let first = said(1, "Valley Courier", roe(), "said", "rain filled the reservoir");
    let about = said(2, "Argus", roe(), "said", "a gate at the Courier was shut");
    check([first, about], &[1, 2], &[]);
}

#[test]
fn without_a_name_the_closest_wording_is_followed() {
    let one = said(1, "Courier", roe(), "said", "the lower gate was shut on Friday and the wall was dry");
    let two = said(2, "Argus", roe(), "said", "the lower gate stayed shut all week");
    let three = said(3, "Hill Post", roe(), "said", "the lower gate stayed shut");
    check([one.clone(), two, three], &[1, 2, 3], &["1→2 reworded wording", "2→3 quoted wording"]);
    let far = said(1, "Courier", roe(), "said", "no lower gate stood in rain that fell hard");
    let near = said(2, "Argus", roe(), "said", "no lower gate stood open on Friday");
    let nearer = said(3, "Hill Post", roe(), "said", "no lower gate stood open on Sunday");
    check([far, near, nearer], &[1, 2, 3], &["1→2 reworded wording", "2→3 reworded wording"]);
    let same = said(2, "Argus", roe(), "said", "the lower gate was shut on Friday and the wall was dry");
    let again = said(3, "Hill Post", roe(), "said", "the lower gate was shut");
    check([one, same, again], &[1, 2, 3], &["1→2 quoted wording", "1→3 quoted wording"]);
}

#[test]
fn two_who_are_named_follow_each_other_only_in_the_same_words() {
    let first = || said(1, "Courier", roe(), "said", "the lower gate was shut on Friday");
    let other = |words| said(2, "Argus", person("Odo Lunt"), "said", words);
    check([first(), other("on Friday the gate stood shut")], &[1, 2], &[]);
    check([first(), other("the lower gate was shut on Friday")], &[1, 2], &["1→2 quoted wording"]);
    let hers = said(2, "Argus", person("Roe"), "said", "on Friday the gate stood shut");
    check([first(), hers], &[1, 2], &["1→2 reworded wording"]);
    let board = || SourceRecord { affiliations: vec!["the harbour board".into()], ..roe() };
    let boards = said(2, "Argus", body("harbour board"), "said", "on Friday the gate stood shut");
    check([said(1, "Courier", board(), "said", "the lower gate was shut"), boards], &[1, 2], &["1→2 reworded wording"]);
}

#[test]
fn a_fuller_quotation_is_from_whoever_had_all_of_it() {
    let full = said(1, "Courier", roe(), "said", QUOTE);
    let short = said(2, "Argus", roe(), "said", "“Nobody opened the lower gate”");
    let other = said(3, "Hill Post", roe(), "said", "“Nobody opened the lower gate, and the wall” was sound");
    let trace = traced([full, short, other]);
    assert_eq!(edges_of(&trace), ["1→2 quoted wording", "1→3 reworded wording"]);
    assert_eq!(trace.fullest, Some(0));
}

#[test]
fn the_fullest_form_may_come_late_and_must_be_quoted() {
    let short = said(1, "Courier", roe(), "said", "“Nobody opened the lower gate”");
    let voiced =
        voice(2, "Argus", "“Nobody opened the lower gate, and the wall of the reservoir was wet on Friday, and more”");
    assert_eq!(traced([short.clone(), voiced.clone(), said(3, "Hill Post", roe(), "said", QUOTE)]).fullest, Some(2));
    assert_eq!(traced([voiced]).fullest, None);
    assert_eq!(traced([short]).fullest, Some(0));
}

#[test]
fn words_are_compared_a_bounded_number_of_times() {
    let calls = AtomicUsize::new(0);
    let compare = |earlier: &Telling, later: &Telling| {
        calls.fetch_add(1, Ordering::Relaxed);
        overlap(earlier, later)
    };
    let told = (1..=150).map(|id| voice(id, &format!("Post {id}"), &format!("the gate {id} was shut at {id}")).pair());
    let trace = trace("asked", told.collect(), &compare);
    assert_eq!(trace.appearances.len(), 150);
    let calls = calls.into_inner();
    assert!(trace.edges.len() > 100 && calls <= 3_000, "{} {calls}", trace.edges.len());
}

/// Any archive of a few outlets, words, sources, copies and revisions.
fn any_telling() -> impl Strategy<Value = Told> {
    let outlet = prop::sample::select(vec!["Northern Wire", "Valley Courier", "Argus", "Hill Post"]);
    let words = prop::sample::select(vec![
        "the lower gate was shut",
        "“the lower gate was shut” on Friday",
        "“the lower gate was shut and dry”",
        "gates may be shut, the Courier reported",
        "Northern Wire said the gate was open",
    ]);
    let from = prop::sample::select(vec![
        None,
        Some(person("Ida Roe")),
        Some(person("Roe")),
        Some(some("officials")),
        Some(body("Courier")),
    ]);
    let form =
        prop::sample::select(vec![Form::Verbatim, Form::Partial, Form::Reworded, Form::Similar, Form::Contradicted]);
    (1_i64..20, outlet, words, from, form, prop::option::of(1_i64..20), 1_i64..12, 0_u8..11).prop_map(
        |(id, outlet, words, from, form, copy_of, key, likeness)| {
            let told = from.map_or_else(|| voice(id, outlet, words), |source| said(id, outlet, source, "said", words));
            told.form(form, f64::from(likeness) / 10.0).article(|article| {
                article.copy_of = copy_of.filter(|of| *of < id);
                article.key = format!("key {key}");
                article.revision = id;
            })
        },
    )
}

/// Texts that a table may stumble over, and any other.
fn any_text() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(vec![
        "spokeswoman for",
        "the",
        "Courier",
        "courier.",
        "example",
        "“",
        "”",
        "[",
        "]",
        "…",
        "...",
        "’s",
        "may",
        "have",
        "İ",
        "ß",
        "(",
        ")",
        ",",
        " ",
        "officials",
        "é",
        "\n",
        "\u{2028}",
        "A",
        "9",
        "HSB",
        "—",
    ]);
    prop_oneof![prop::collection::vec(bits, 0..12).prop_map(|bits| bits.join(" ")), "\\PC{0,30}"]
}

proptest! {
    #[test]
    fn no_text_is_too_odd(texts in prop::collection::vec(prop::collection::vec(any_text(), 7), 0..5)) {
        let told = texts.iter().enumerate().map(|(at, texts)| {
            let [outlet, name, description, cue, words, sentence, title] = texts.as_slice() else { unreachable!() };
            let from = source(SourceType::NamedOrganization, Some(name), description);
            let from = SourceRecord { titles: vec![title.clone()], affiliations: vec![outlet.clone()], ..from };
            said(at as i64, outlet, from, cue, words).sentence(sentence).byline(title).through(&[some(name)])
        });
        let trace = traced(told);
        prop_assert_eq!(trace.appearances.len(), texts.len());
    }

    #[test]
    fn a_trace_follows_from_the_records_alone(told in prop::collection::vec(any_telling(), 0..14), seed in any::<u64>()) {
        // One record for each article and a row for each statement, as in an archive.
        let mut articles = std::collections::BTreeMap::new();
        let mut pairs: Vec<(Telling, Match)> = told.into_iter().map(Told::pair).collect();
        for (at, (telling, _)) in pairs.iter_mut().enumerate() {
            telling.span[0] += at;
            if let Some(statement) = &mut telling.statement {
                statement.id = at as i64;
            }
            let article = articles.entry(telling.article.id).or_insert_with(|| Arc::clone(&telling.article));
            telling.article = Arc::clone(article);
        }
        let mut shuffled = pairs.clone();
        shuffled.sort_by_key(|(telling, found)| {
            let text = format!("{telling:?}{found:?}");
            text.bytes().fold(seed, |hash, byte| hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte))
        });
        let one = trace("asked", pairs, &overlap);
        prop_assert_eq!(&one, &trace("asked", shuffled, &overlap));

        let appearances = &one.appearances;
        prop_assert!(appearances.windows(2).all(|two| two[0].telling.article.order() < two[1].telling.article.order()));
        prop_assert!(one.edges.iter().all(|edge| edge.from < edge.to && edge.to < appearances.len()));
        prop_assert!(one.edges.windows(2).all(|two| two[0].to < two[1].to));
        let mut resting: Vec<usize> = one.roots.iter().flat_map(|root| root.appearances.clone()).collect();
        resting.sort_unstable();
        prop_assert_eq!(resting, (0..appearances.len()).collect::<Vec<_>>());
        prop_assert!(one.roots.windows(2).all(|two| two[0].appearances[0] < two[1].appearances[0]));
    }
}

#[test]
fn what_stands_between_the_parts_of_a_quotation_is_no_change_of_wording() {
    let mut telling =
        said(1, "Argus", person("Ida Roe"), "said", "“It was shut,” Ida Roe said. “For days.”").telling().clone();
    telling.interposed = telling.words.find(" Ida").zip(telling.words.find("“For")).map(|(start, end)| [start, end]);
    assert_eq!(telling.told(), "“It was shut,” … “For days.”");
}
