use sayso_article::{Article, Part, PartSpan};
use sayso_text::Span;

use super::*;
use crate::AttributionId;
use sayso_text::sentences::sentences_of;

/// Sources of a text in which each source slot stands in `[…]`, its number of attribution before it not needed; `check` gives
/// for each slot `type/name or -/titles`.
fn check(marked: &str, expect: &[&str]) {
    let mut text = String::new();
    let mut slots = Vec::new();
    let mut open = None;
    for c in marked.chars() {
        match c {
            '[' => open = Some(text.len()),
            ']' => slots.push(Span::new(open.take().expect("what closes was opened"), text.len())),
            c => text.push(c),
        }
    }
    let body = Span::new(0, text.len());
    let article =
        Article { text: text.clone(), parts: vec![PartSpan { part: Part::Body, span: body }], ..Article::default() };
    let mut attributions: Vec<Attribution> = slots
        .iter()
        .zip(1..)
        .map(|(slot, id)| Attribution { id: AttributionId(id), source: vec![*slot], ..Attribution::default() })
        .collect();
    let sources = resolve(&article, &sentences_of(&text, [body]), &mut attributions);
    let show = |a: &Attribution| {
        let source = &sources[a.source_id.expect("each slot has a source").0 as usize - 1];
        let words = |spans: &[Span]| spans.iter().map(|s| s.of(&text)).collect::<Vec<_>>().join("; ");
        let name = source.name.map_or("-", |name| name.of(&text));
        let titles = words(&source.titles);
        let why = source.justification.map(|j| format!("/{}", j.of(&text))).unwrap_or_default();
        format!("{} {}/{name}/{titles}{why}", source.id, source.kind.name())
    };
    let found: Vec<String> = attributions.iter().map(show).collect();
    assert_eq!(found, expect, "{marked}");
}

#[test]
fn a_surname_is_the_full_name_s() {
    check(
        "[The board’s chairman, Anselm Krail,] denied it. [Krail] said so twice. [He] added nothing.",
        &[
            "s1 named_person/Anselm Krail/board’s chairman",
            "s1 named_person/Anselm Krail/board’s chairman",
            "s1 named_person/Anselm Krail/board’s chairman",
        ],
    );
    check("Pela Rusk runs the cooperative. [Rusk] said it closed.", &["s1 named_person/Pela Rusk/"]);
}

#[test]
fn a_noun_with_a_closer_word_is_another_body() {
    check(
        "[The foreign ministry in Torvald] called it absurd. Trains were late, [the rail regulator] said.",
        &["s1 named_organization/foreign ministry/", "s2 named_organization/rail regulator/"],
    );
    check(
        "[The Chronicle] said he was gone. [The company] said it did not know.",
        &["s1 named_organization/Chronicle/", "s2 named_organization/-/"],
    );
}

#[test]
fn a_second_official_is_another() {
    check(
        "[One official] said so. [A second official] agreed. [Another official] laughed. [The second official] left.",
        &[
            "s1 unnamed_person/-/official",
            "s2 unnamed_person/-/second official",
            "s3 unnamed_person/-/official",
            "s2 unnamed_person/-/second official",
        ],
    );
}

#[test]
fn titles_stand_before_and_after_names() {
    check(
        "It will hold, according to [Ostrey spokesperson Del Fenwick].",
        &["s1 named_person/Del Fenwick/Ostrey spokesperson"],
    );
    check(
        "[Marit Osgood, a political asylum lawyer and former government officer,] said so.",
        &["s1 named_person/Marit Osgood/political asylum lawyer and former government officer"],
    );
    check("[Sen. Oda Lindgard] said so.", &["s1 named_person/Oda Lindgard/Sen"]);
    check("[University President Ana Marie Crewe] said so.", &["s1 named_person/Ana Marie Crewe/University President"]);
    check("[The public health institute’s Hector Breck] said so.", &["s1 named_person/Hector Breck/"]);
    check("“No,” said [the wife of one of the missing, Sara Corl].", &["s1 named_person/Sara Corl/"]);
    check("[The mother of two of the boys, Oda Venn,] wept.", &["s1 named_person/Oda Venn/"]);
    check("“No,” said [Tess Orme, 43, a farmer].", &["s1 named_person/Tess Orme/farmer"]);
}

#[test]
fn officials_of_an_organization_speak_for_it() {
    check("[Harlow Transit officials] said so.", &["s1 named_organization/Harlow Transit/"]);
    check("[A spokesman for the Kesterby Water Board] said so.", &["s1 named_organization/Kesterby Water Board/"]);
    check("[Officials] said so.", &["s1 unnamed_group/-/Officials"]);
    check("[Residents] fled.", &["s1 unnamed_group/-/"]);
    check("[A baker] fled.", &["s1 unnamed_person/-/baker"]);
}

#[test]
fn who_is_kept_back_is_anonymous_and_says_why_it_knows() {
    check(
        "It failed, according to [two people familiar with the talks].",
        &["s1 anonymous_source/-//familiar with the talks"],
    );
    check(
        "[A senior aide] said so. [The aide] said more.",
        &["s1 anonymous_source/-/senior aide", "s1 anonymous_source/-/senior aide"],
    );
}

#[test]
fn documents_speak_and_outlets_report() {
    check("[A Harwick University study] found it.", &["s1 document/Harwick University study/"]);
    check(
        "[The Valley Courier] reported it. [The Courier report] named her.",
        &["s1 named_organization/Valley Courier/", "s1 named_organization/Valley Courier/"],
    );
}

#[test]
fn initials_and_short_names_are_the_same_organization() {
    check(
        "[The Brask Nurses Association] said so. [The BNA] said more. [The association] was calm.",
        &["s1 named_organization/Brask Nurses Association/"; 3],
    );
}

#[test]
fn the_unnamed_are_the_same_only_where_the_article_says_so() {
    check(
        "[An official] said so. [An official] said more. [The official] went.",
        &["s1 unnamed_person/-/official", "s2 unnamed_person/-/official", "s2 unnamed_person/-/official"],
    );
}

#[test]
fn a_name_may_stand_behind_what_the_office_is_of() {
    check(
        "[The governor of Orlen, Petra Stahl,] said so. [The governor] went.",
        &["s1 named_person/Petra Stahl/governor of Orlen"; 2],
    );
    check("[Gov. Oda Lindgard] said so. [The governor] went.", &["s1 named_person/Oda Lindgard/Gov"; 2]);
    check(
        "Bolts were gone, according to [the engineer] who last inspected the bridge, Leopold Aske. [Aske] wrote twice.",
        &["s1 named_person/Leopold Aske/engineer/who last inspected the bridge"; 2],
    );
    check(
        "[The baker who lives in Ostwick, Northland Bay,] said so.",
        &["s1 unnamed_person/-/baker/who lives in Ostwick"],
    );
    check(
        "[Officials] met. [Tarvian officials] said so.",
        &["s1 unnamed_group/-/Officials", "s2 unnamed_group/-/Tarvian officials"],
    );
}

#[test]
fn who_says_it_behind_a_comma_is_no_apposition() {
    check(
        "According to [the Castrel Bulletin], [a senior culture official] said it was gone.",
        &["s1 named_organization/Castrel Bulletin/", "s2 anonymous_source/-/senior culture official"],
    );
}

#[test]
fn a_plural_that_opens_a_sentence_is_no_name() {
    check("[Collectors] fear it. [Schoolchildren] know it.", &["s1 unnamed_group/-/", "s2 unnamed_group/-/"]);
    check("[Reuters] reported it.", &["s1 named_organization/Reuters/"]);
}

#[test]
fn who_speaks_for_a_body_is_the_body() {
    check(
        "[A spokesman for the defence ministry] denied it. [A Norrin Hydro spokeswoman] did not.",
        &["s1 named_organization/defence ministry/", "s2 named_organization/Norrin Hydro/"],
    );
    check("[The ship’s owner, Northline], said it was sound.", &["s1 named_organization/Northline/"]);
}

#[test]
fn what_follows_a_name_tells_a_body() {
    check(
        "[Clear Wells, a campaign group,] said so. [The Footplate League, a drivers’ union,] agreed.",
        &["s1 named_organization/Clear Wells/", "s2 named_organization/Footplate League/"],
    );
    check(
        "[Halden Marine, the owner,] said so. [Orla Venn, the owner,] did not.",
        &["s1 named_organization/Halden Marine/", "s2 named_person/Orla Venn/owner"],
    );
    check(
        "According to [the Arden Tribune], [a banker who is handling the sale] confided it.",
        &["s1 named_organization/Arden Tribune/", "s2 unnamed_person/-/banker/who is handling the sale confided it"],
    );
}

#[test]
fn a_person_stands_behind_what_the_person_is() {
    check("[The host of that dinner, the banker Orla Venn,] said so.", &["s1 named_person/Orla Venn/banker"]);
    check("[A nurse there, Signe Aalto,] said so.", &["s1 named_person/Signe Aalto/nurse"]);
    check(
        "[Gwenda Hale of the Clerical Workers’ Union] said so. [Commodore Ilse Dray of Kelvane’s squadron] agreed.",
        &["s1 named_person/Gwenda Hale/", "s2 named_person/Ilse Dray/Commodore"],
    );
}

#[test]
fn several_bodies_and_members_are_a_group() {
    check(
        "[Three newspapers] reported it. [A group of mothers] wept. [Members of parliament] left.",
        &["s1 unnamed_group/-/", "s2 unnamed_group/-/", "s3 unnamed_group/-/"],
    );
    check(
        "[The treasury] said so. [The coastguard] agreed.",
        &["s1 named_organization/-/", "s2 named_organization/-/"],
    );
}

#[test]
fn a_noun_is_found_before_what_says_more_of_it() {
    check(
        "[Relatives waiting on the quay] wept. [Nurses there] fled. [Electoral officers] slept.",
        &["s1 unnamed_group/-/", "s2 unnamed_group/-/Nurses", "s3 unnamed_group/-/Electoral officers"],
    );
    check(
        "[A register kept by the priest] shows it. [An internal e-mail] says so. [Papers lodged at the court] do not.",
        &["s1 document/-/", "s2 document/-/", "s3 document/-/"],
    );
}

#[test]
fn a_word_of_an_address_is_no_common_noun() {
    check(
        "It stands in https://brask.example/corvane-metals.html. [Corvane] said so.",
        &["s1 named_organization/Corvane/"],
    );
}
