mod unnamed;

use std::collections::BTreeSet;

use sayso_reading::{Act, Kind, Terms};

use super::*;
use crate::claim::Form;
use crate::record::StatementRecord;

/// A source in an article: `article day outlet | kind | name | titles; … | affiliations; … | statements; …`.
fn place(id: i64, line: &str) -> SourceInArticle {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let list = |at: usize| -> Vec<String> {
        let told = fields.get(at).copied().unwrap_or_default();
        told.split(';').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
    };
    let mut head = fields[0].splitn(3, ' ');
    let article: i64 = head.next().unwrap().parse().unwrap();
    let day = head.next().filter(|day| *day != "-").map(str::to_owned);
    let outlet = head.next().map(str::to_owned);
    let key = format!("https://{article}.example");
    let article =
        Arc::new(ArticleRecord { id: article, key, moment: day.clone(), day, outlet, ..ArticleRecord::default() });
    let name = fields.get(2).filter(|name| !name.is_empty()).map(|name| (*name).to_owned());
    let source = Arc::new(SourceRecord {
        id,
        number: u32::try_from(id).unwrap(),
        kind: SourceType::named(fields[1]).unwrap(),
        description: name.clone().unwrap_or_else(|| "officials".to_owned()),
        name,
        titles: list(3),
        affiliations: list(4),
        justification: None,
        terms: None,
        reason: None,
    });
    let tellings = list(5).iter().map(|words| telling(&article, &source, words)).collect();
    SourceInArticle { article, source, tellings }
}

fn telling(article: &Arc<ArticleRecord>, source: &Arc<SourceRecord>, words: &str) -> Telling {
    let statement = StatementRecord {
        id: 0,
        number: 1,
        kind: Kind::Indirect,
        act: Act::Says,
        negated: false,
        stance: None,
        cue: "said".to_owned(),
        source: Some(source.clone()),
        chain: vec![Some(source.clone())],
        terms: None,
        reason: None,
        said_on: None,
        confidence: 0.9,
    };
    Telling {
        article: article.clone(),
        statement: Some(statement),
        span: [0, words.len()],
        words: words.to_owned(),
        interposed: None,
        sentence: format!("{} said {words}", source.description),
        figures: Vec::new(),
    }
}

/// The same words say the same thing; with "not" in one of them the opposite.
fn stub(one: &Telling, other: &Telling) -> Option<Match> {
    let bare = |telling: &Telling| telling.words.replace("not ", "");
    let form = match (one.words == other.words, bare(one) == bare(other)) {
        (true, _) => Form::Verbatim,
        (_, true) => Form::Contradicted,
        _ => return None,
    };
    Some(Match { form, likeness: 1.0, shared: Vec::new() })
}

fn all(lines: &[&str]) -> Vec<SourceInArticle> {
    lines.iter().enumerate().map(|(at, line)| place(i64::try_from(at).unwrap() + 1, line)).collect()
}

fn groups(found: &Sources) -> BTreeSet<Vec<i64>> {
    found.named.iter().map(|named| named.places.iter().map(|place| place.source.id).collect()).collect()
}

/// Lines in, the rows that are one out: "1 2, 3".
fn check(lines: &[&str], expect: &str) {
    check_split(lines, &[], expect);
}

fn check_split(lines: &[&str], splits: &[i64], expect: &str) {
    let splits: Vec<Split> = splits.iter().map(|source| Split { source: *source }).collect();
    let expect: BTreeSet<Vec<i64>> =
        expect.split(',').map(|one| one.split_whitespace().map(|id| id.parse().unwrap()).collect()).collect();
    let found = sources(all(lines), &stub, &splits);
    assert_eq!(groups(&found), expect, "{lines:#?}");
    let mut backwards = all(lines);
    backwards.reverse();
    assert_eq!(sources(backwards, &stub, &splits), found, "the order of the input");
    for named in &found.named {
        assert_eq!(named.merges.len(), named.places.len() - 1, "a reason for each that was joined: {named:#?}");
    }
}

fn whys(lines: &[&str]) -> Vec<String> {
    let found = sources(all(lines), &stub, &[]);
    let merges = found.named.into_iter().flat_map(|named| named.merges);
    merges.map(|merge| format!("{}→{}: {}", merge.source, merge.to, merge.why)).collect()
}

const MAYOR: &str =
    "1 2026-11-01 Courier|named_person|Anselm Krail|mayor of Kesterby|Kesterby|the Lund road in Osterby is shut";

#[test]
fn one_full_name_is_one_person() {
    check(
        &[MAYOR, "2 2026-11-02 Argus|named_person|anselm KRAIL", "3 - Argus|named_person|Dr. Anselm P. Krail Jr."],
        "1 2 3",
    );
    check(&["1 - A|named_person|José Núñez", "2 - B|named_person|Jose Nunez"], "1 2");
    check(&["1 - A|named_person|Anna-Lena Berg", "2 - B|named_person|Anna Lena Berg"], "1 2");
    check(&["1 - A|named_person|Tom Oake", "2 - B|named_person|Thomas Oake"], "1 2");
    check(&["1 - A|named_person|J.P. Lorne", "2 - B|named_person|J. P. Lorne"], "1 2");
}

#[test]
fn two_names_or_kinds_are_two() {
    check(&["1 - A|named_person|Anselm Krail", "2 - A|named_person|Anna Krail"], "1, 2");
    check(&["1 - A|named_person|John A. Reed", "2 - A|named_person|John B. Reed"], "1, 2");
    check(&["1 - A|named_person|Lund Vale", "2 - A|named_organization|Lund Vale"], "1, 2");
    check(&["1 - A|named_organization|Dry Wells", "2 - A|document|Dry Wells"], "1, 2");
    // Each agrees with the first, but not with one another.
    let oakes =
        ["1 - A|named_person|Tom A. Oake", "2 - A|named_person|Tom Oake Jr.", "3 - A|named_person|Tom Oake Sr."];
    check(&oakes, "1 2, 3");
}

#[test]
fn namesakes_of_two_callings_or_two_towns_are_two() {
    let footballer = "2 - A|named_person|Anselm Krail|footballer for Lund|Lund";
    check(&[MAYOR, footballer], "1, 2");
    check(&[MAYOR, "2 - A|named_person|Anselm Krail|Mayor|Lund"], "1, 2");
    check(&[MAYOR, "2 - A|named_person|Anselm Krail|former footballer"], "1 2");
    check(&[MAYOR, "2 - A|named_person|Anselm Krail|footballer; mayor of Kesterby"], "1 2");
    check(&[MAYOR, "2 - A|named_person|Anselm Krail|engineer at Lund Steel|Lund Steel"], "1 2");
    // Of two that bear a name, what stands around it must tell which.
    check(&[MAYOR, footballer, "3 - B|named_person|Anselm Krail"], "1, 2, 3");
    check(&[MAYOR, footballer, "3 - B|named_person|Anselm Krail", "4 - B|named_person|Anselm Krail"], "1, 2, 3, 4");
    check(&[MAYOR, footballer, "3 - Courier|named_person|Anselm Krail"], "1 3, 2");
    check(
        &[MAYOR, footballer, "3 - B|named_person|Anselm Krail|striker", "4 - B|named_person|Anselm Krail"],
        "1, 2 3 4",
    );
}

#[test]
fn a_surname_alone_needs_an_office_and_a_place_to_meet() {
    check(&[MAYOR, "2 - Courier|named_person|Krail|Mayor"], "1 2");
    check(&[MAYOR, "2 - Argus|named_person|Krail|Mayor||traffic to Osterby is slow"], "1 2");
    check(&[MAYOR, "2 - Argus|named_person|Krail|Mayor"], "1, 2");
    check(&[MAYOR, "2 - Courier|named_person|Krail"], "1, 2");
    check(&[MAYOR, "2 - Courier|named_person|Krail|baker"], "1, 2");
    // A given name alone is nobody's surname.
    check(&[MAYOR, "2 - Courier|named_person|Anselm|Mayor"], "1, 2");
    // An article that tells of both keeps them apart.
    check(&[MAYOR, "1 2026-11-01 Courier|named_person|Krail|Mayor"], "1, 2");
}

#[test]
fn a_surname_of_two_persons_is_joined_to_neither_unless_something_tells() {
    let wife = "2 - Courier|named_person|Anna Krail|mayor of Kesterby|Kesterby";
    check(&[MAYOR, wife, "3 - Courier|named_person|Krail|mayor of Kesterby"], "1, 2, 3");
    let engineer = "2 - Courier|named_person|Anna Krail|engineer|Lund Steel";
    check(&[MAYOR, engineer, "3 - Courier|named_person|Krail|Mayor"], "1 3, 2");
}

#[test]
fn an_initial_joins_no_two_full_names() {
    let anna = "2 - Argus|named_person|Anna Krail|engineer";
    check(&[MAYOR, "2 - Courier|named_person|A. Krail"], "1 2");
    check(&[MAYOR, "2 - Gazette|named_person|A. Krail"], "1, 2");
    check(&[MAYOR, "2 - Courier|named_person|B. Krail"], "1, 2");
    check(&[MAYOR, anna, "3 - Courier|named_person|A. Krail"], "1 3, 2");
    check(&[MAYOR, anna, "3 - Gazette|named_person|A. Krail"], "1, 2, 3");
    check(
        &["1 - A|named_person|John A. Reed", "2 - A|named_person|John B. Reed", "3 - A|named_person|John Reed"],
        "1, 2, 3",
    );
    check(
        &["1 - A|named_person|John A. Reed", "2 - B|named_person|John B. Reed", "3 - B|named_person|John Reed"],
        "1, 2 3",
    );
}

#[test]
fn an_organization_goes_by_its_name_or_the_short_form_that_an_article_gives() {
    let union = "1 - A|named_organization|Harbour Workers’ Union|||a strike";
    check(&[union, "2 - B|named_organization|the Harbour Workers' Union"], "1 2");
    check(&[union, "2 - B|named_organization|HWU"], "1, 2");
    check(&[union, "1 - A|named_person|Ida Roe|HWU spokeswoman", "2 - B|named_organization|HWU"], "1 3, 2");
    let told = "1 - A|named_organization|Harbour Workers’ Union|||the Harbour Workers’ Union (HWU) struck";
    check(&[told, "2 - B|named_organization|H.W.U."], "1 2");
    let other = "3 - C|named_organization|Housing Watch Unit|||the Housing Watch Unit (HWU) struck";
    check(&[told, "2 - B|named_organization|HWU", other], "1, 2, 3");
    check(&["1 - A|named_organization|Lund Steel Ltd", "2 - B|named_organization|Lund Steel"], "1 2");
    check(&["1 - A|named_organization|Lund Steel", "2 - B|named_organization|Lund Mining"], "1, 2");
    let place = "1 - A|named_organization|Kesterby Council|||the Kesterby Council (Osterby) met";
    check(&[place, "2 - B|named_organization|Osterby"], "1, 2");
}

#[test]
fn a_name_that_many_places_have_needs_more() {
    let ministry =
        |article, outlet, words| format!("{article} - {outlet}|named_organization|Interior Ministry|||{words}");
    let check = |one: String, other: String, expect| check(&[one.as_str(), other.as_str()], expect);
    check(ministry(1, "Courier", "no"), ministry(2, "Courier", "yes"), "1 2");
    check(ministry(1, "Courier", "no"), ministry(2, "Argus", "yes"), "1, 2");
    check(ministry(1, "Courier", "it is calm in Osterby"), ministry(2, "Argus", "troops left Osterby"), "1 2");
}

#[test]
fn a_document_goes_by_its_name() {
    check(&["1 - A|document|The Kesterby Audit", "2 - B|document|Kesterby Audit"], "1 2");
    check(&["1 - A|document|Annual Report", "2 - B|document|Annual Report"], "1, 2");
}

#[test]
fn a_common_noun_or_a_pseudonym_is_no_name() {
    let mut rows = all(&["1 - A|named_organization|The ministry", "2 - A|document", "3 - A|named_person|Maria Sol"]);
    let source = Arc::make_mut(&mut rows[2].source);
    source.terms = Some(Terms::Pseudonym);
    let found = sources(rows, &stub, &[]);
    assert_eq!(found.named, []);
    assert_eq!(found.unnamed.len(), 3);
}

#[test]
fn each_merge_has_its_reason() {
    let lines = [
        MAYOR,
        "2 - B|named_person|Anselm Krail",
        "3 - B|named_person|Anselm P. Krail",
        "4 - Courier|named_person|A. Krail",
        "5 - Courier|named_person|Krail|Mayor",
    ];
    assert_eq!(
        whys(&lines),
        [
            "1→3: same name but for a middle name or an ending",
            "2→1: same name",
            "4→3: initial and surname, the outlet",
            "5→3: surname, the title ‘Mayor’ and the outlet",
        ]
    );
    assert_eq!(
        whys(&["1 - A|named_person|Thomas Oake", "2 - B|named_person|Tom Oake"]),
        ["2→1: same surname, and one given name is short for the other"]
    );
    assert_eq!(
        whys(&["1 - A|named_organization|Harbour Workers’ Union|||HWU men struck", "2 - A|named_organization|HWU"]),
        ["2→1: short form of ‘harbour workers union’, as article 1 gives it"]
    );
}

#[test]
fn a_split_row_stands_alone_and_the_others_stay() {
    let lines = [MAYOR, "2 - B|named_person|Anselm Krail", "3 - B|named_person|Anselm Krail"];
    check(&lines, "1 2 3");
    check_split(&lines, &[2], "1 3, 2");
    check_split(&lines, &[1], "1, 2 3");
    check_split(&lines, &[1, 2, 99], "1, 2, 3");
    let bodies = ["1 - A|named_organization|Lund Steel", "2 - A|named_organization|Lund Steel"];
    check_split(&bodies, &[1], "1, 2");
}

#[test]
fn a_person_has_the_fullest_name_and_titles_with_days() {
    let found = sources(
        all(&[
            "1 2026-11-01 A|named_person|Anselm Krail|Mayor",
            "2 2026-11-03 A|named_person|Anselm P. Krail|mayor; Chair",
            "3 2026-11-02 A|named_person|ANSELM KRAIL|Chair",
            "4 - A|named_person|Anselm Krail|Mayor",
            "5 - A|named_person|Ida Roe|||no;yes",
        ]),
        &stub,
        &[],
    );
    assert_eq!(found.named[0].name, "Ida Roe", "who says most comes first");
    let krail = &found.named[1];
    assert_eq!(krail.name, "Anselm P. Krail");
    assert_eq!(krail.aliases, ["Anselm Krail", "ANSELM KRAIL"]);
    let union = |name: &str| format!("{} - A|named_organization|{name}", name.len());
    let lines = [union("Harbour Workers’ Union"), union("the Harbour Workers’ Union")];
    let bodies = sources(all(&[lines[0].as_str(), lines[1].as_str()]), &stub, &[]);
    assert_eq!(bodies.named[0].name, "Harbour Workers’ Union");
    let titles: Vec<String> = krail.titles.iter().map(|t| format!("{} {:?} {:?}", t.title, t.first, t.last)).collect();
    assert_eq!(
        titles,
        [r#"Mayor Some("2026-11-01") Some("2026-11-03")"#, r#"Chair Some("2026-11-02") Some("2026-11-03")"#]
    );
}

#[test]
fn what_is_said_again_or_otherwise_is_found() {
    let mut rows = all(&[
        "1 2026-11-01 A|named_person|Ida Roe|||the dam will not hold;the gates are open",
        "2 2026-11-02 B|named_person|Ida Roe|||the gates are open;the dam will hold",
        "3 2026-11-03 B|named_person|Ida Roe|||the dam will hold",
        "4 2026-11-03 C|named_person|Ida Roe|||the dam will hold",
        "5 2026-11-03 C|named_person|Tom Oake|||the dam will hold",
    ]);
    Arc::make_mut(&mut rows[3].article).copy_of = Some(3);
    let found = sources(rows, &stub, &[]);
    let again: Vec<_> = found.named[0].again.iter().map(|one| (one.before, one.after, one.contradicts)).collect();
    assert_eq!(
        again,
        [
            ([0, 1], [1, 0], false),
            ([0, 0], [1, 1], true),
            ([0, 0], [2, 0], true),
            ([1, 1], [2, 0], false),
            ([0, 0], [3, 0], true),
            ([1, 1], [3, 0], false),
        ]
    );
    assert_eq!(found.named[1].again, []);
}

#[test]
fn comparisons_are_bounded() {
    let said =
        (0..120).map(|n| format!("the dam number {n} at mark {n}m will surely hold")).collect::<Vec<_>>().join(";");
    let rows: Vec<String> = (1..=6).map(|n| format!("{n} - A|named_person|Ida Roe|||{said}")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let asked = std::cell::Cell::new(0);
    let count = |_: &Telling, _: &Telling| {
        asked.set(asked.get() + 1);
        None
    };
    sources(all(&rows), &count, &[]);
    assert!((1..=300).contains(&asked.get()), "{}", asked.get());
}

#[test]
fn a_name_that_is_typed_finds_who_bears_it() {
    let found = sources(
        all(&[
            "1 - A|named_person|Anselm Krail|||a;b;c;d",
            "2 - A|named_person|Anna Krail|||a;b;c",
            "3 - A|named_person|José Núñez|||a;b",
            "4 - A|named_organization|Harbour Workers’ Union|||HWU men struck",
            "4 - A|named_organization|HWU",
            "5 - A|named_person|Thomas Oake",
        ]),
        &stub,
        &[],
    );
    for (asked, expect) in [
        ("Anselm Krail", &["Anselm Krail"][..]),
        ("anselm krail", &["Anselm Krail"]),
        ("Krail", &["Anselm Krail", "Anna Krail"]),
        ("Dr Krail", &["Anselm Krail", "Anna Krail"]),
        ("A. Krail", &["Anselm Krail", "Anna Krail"]),
        ("Anslem Krail", &["Anselm Krail"]),
        ("nunes", &["José Núñez"]),
        ("Nunez", &["José Núñez"]),
        ("Tom Oake", &["Thomas Oake"]),
        ("hwu", &["Harbour Workers’ Union"]),
        ("the harbour workers union", &["Harbour Workers’ Union"]),
        ("harbor workers", &["Harbour Workers’ Union"]),
        ("Brandt", &[]),
        ("", &[]),
        ("…", &[]),
    ] {
        let names: Vec<&str> = named_like(asked, &found).iter().map(|at| found.named[*at].name.as_str()).collect();
        assert_eq!(names, expect, "{asked}");
    }
}

#[test]
fn many_sources_take_bounded_time() {
    let line = |n: i64| match n % 5 {
        0 => format!("{n} - Courier|named_person|Krail|Mayor"),
        1 => format!("{n} - Courier|named_person|Anselm Krail|Mayor"),
        2 => format!("{n} - Courier|named_person|A{n} Krail|Mayor"),
        3 => format!("{n} - Argus|named_person|A. Krail"),
        _ => format!("{n} - Courier|named_organization|Interior Ministry"),
    };
    let rows = (1..=20_000).map(|n| place(n, &line(n))).collect();
    let found = sources(rows, &stub, &[]);
    assert_eq!(found.named.iter().map(|named| named.places.len()).sum::<usize>(), 20_000);
    assert_eq!(found.named.iter().map(|named| named.places.len()).max(), Some(4_000));
}
