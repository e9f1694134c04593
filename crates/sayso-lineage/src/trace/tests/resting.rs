//! Roots.

use super::*;

fn check(told: impl IntoIterator<Item = Told>, expect: &[&str]) {
    assert_eq!(roots_of(&traced(told)), expect);
}

/// Words that the stub does not find alike.
const APART: [&str; 4] = ["rain filled dams", "gates stood shut", "walls leaked badly", "nobody drained lakes"];

fn apart(id: usize, source: SourceRecord) -> Told {
    said(id as i64 + 1, ["Argus", "Courier", "Hill Post", "Northern Wire"][id], source, "said", APART[id])
}

#[test]
fn unnamed_roots_of_two_articles_stay_two() {
    check([apart(0, some("officials")), apart(1, some("officials"))], &["(officials): 1", "(officials): 2"]);
    let same = |id| said(id, &format!("Post {id}"), some("a senior official"), "said", "“the gate was shut”");
    check([same(1), same(2)], &["(a senior official): 1", "(a senior official): 2"]);
    let pseudonym = || SourceRecord { terms: Some(Terms::Pseudonym), ..person("Anna") };
    check([apart(0, pseudonym()), apart(1, pseudonym())], &["(Anna): 1", "(Anna): 2"]);
}

#[test]
fn copies_and_those_who_name_another_rest_on_its_root() {
    let copy = said(2, "Hill Post", some("officials"), "said", "gates stood shut").copy_of(1);
    let relay = apart(2, person("Odo Lunt")).through(&[body("Argus")]);
    let relayed_again = apart(3, some("sources")).sentence("The Hill Post reported it.");
    check([apart(0, some("an aide")), copy, relay, relayed_again], &["(an aide): 1 2 3 4"]);
}

#[test]
fn the_writers_voice_rests_on_what_it_follows() {
    let from = said(1, "Argus", some("officials"), "said", "the gate was shut");
    check([from.clone(), voice(2, "Courier", "the gate was shut on Friday")], &["(officials): 1 2"]);
    check([from, voice(2, "Courier", "nobody drained lakes")], &["(officials): 1", "(–): 2"]);
    // Who follows a headline that gives nobody may give somebody.
    let named = said(2, "Courier", person("Ida Roe"), "said", "gates stood").sentence("Ida Roe told the Argus so.");
    check([voice(1, "Argus", "rain filled dams"), named, apart(2, person("Ida Roe"))], &["Ida Roe: 1 2 3"]);
}

#[test]
fn who_only_knew_it_is_no_root_where_another_told_it() {
    let from = said(1, "Argus", person("Ida Roe"), "said", "the gate was shut");
    let knew = |cue| said(2, "Courier", some("the town"), cue, "the gate was shut on Friday");
    check([from.clone(), knew("had known")], &["Ida Roe: 1 2"]);
    check([from, knew("had said")], &["Ida Roe: 1", "(the town): 2"]);
}

#[test]
fn who_speaks_for_a_body_may_be_named_without_it() {
    let spokeswoman = SourceRecord {
        titles: vec!["spokeswoman".to_owned()],
        affiliations: vec!["Hill Front".to_owned()],
        ..person("Ida Roe")
    };
    check(
        [apart(0, spokeswoman), apart(1, person("Ida Roe")), apart(2, person("Odo Lunt"))],
        &["Hill Front (Ida Roe): 1 2", "Odo Lunt: 3"],
    );
}

#[test]
fn eight_words_and_more_are_nobody_else_s_by_chance() {
    let words = "the gate at the upper lock had stood shut for nine days";
    let from = said(1, "Argus", person("Ida Roe"), "said", words);
    check([from.clone(), said(2, "Courier", some("officials"), "said", words)], &["Ida Roe: 1 2"]);
    check([from.clone(), said(2, "Courier", person("Odo Lunt"), "said", words)], &["Ida Roe: 1", "Odo Lunt: 2"]);
    let few = said(2, "Courier", some("officials"), "said", "the gate stood shut");
    check([from, few], &["Ida Roe: 1", "(officials): 2"]);
}

#[test]
fn who_is_named_later_names_the_root_but_for_one_whose_name_is_kept_back() {
    let engineer = || source(SourceType::UnnamedPerson, None, "the engineer");
    let named = |id| apart(id, person("Ida Roe")).sentence("Ida Roe told the Argus so.");
    check([apart(0, engineer()), named(1)], &["Ida Roe: 1 2"]);
    let kept_back = SourceRecord { terms: Some(Terms::AskedNotToBeNamed), ..engineer() };
    check([apart(0, kept_back), named(1)], &["(the engineer): 1 2"]);
}

#[test]
fn one_name_is_one_root() {
    check([apart(0, person("Roe")), apart(1, titled("harbour master", "Ida Roe"))], &["Ida Roe: 1 2"]);
    check([apart(0, titled("baker", "Roe")), apart(1, titled("harbour master", "Ida Roe"))], &["Roe: 1", "Ida Roe: 2"]);
    check([apart(0, titled("baker", "Roe")), apart(1, titled("harbour master", "Roe"))], &["Roe: 1", "Roe: 2"]);
    check(
        [apart(0, person("Ida Roe")), apart(1, person("Tom Roe")), apart(2, person("Roe"))],
        &["Ida Roe: 1", "Tom Roe: 2", "Roe: 3"],
    );
    check([apart(0, person("I. Roe")), apart(1, person("Dr. Ida M. Roe"))], &["Dr. Ida M. Roe: 1 2"]);
    check([apart(0, person("Ida Roe")), apart(1, person("Odo Lunt"))], &["Ida Roe: 1", "Odo Lunt: 2"]);
}

#[test]
fn a_spokesman_is_the_body_that_he_speaks_for() {
    let affiliated = SourceRecord { affiliations: vec!["interior ministry".into()], ..titled("spokesman", "Odo Lunt") };
    let told = [
        apart(0, some("a spokeswoman for the interior ministry")),
        apart(1, titled("interior ministry spokeswoman", "Ida Roe")),
        apart(2, affiliated),
        apart(3, body("interior ministry")),
    ];
    check(told, &["interior ministry (Ida Roe): 1 2 3 4"]);
    check(
        [apart(0, some("a spokeswoman")), apart(1, some("a spokeswoman"))],
        &["(a spokeswoman): 1", "(a spokeswoman): 2"],
    );
    let head = SourceRecord { affiliations: vec!["interior ministry".into()], ..titled("minister", "Odo Lunt") };
    check([apart(0, head), apart(1, body("interior ministry"))], &["Odo Lunt: 1", "interior ministry: 2"]);
}

#[test]
fn a_body_is_known_by_its_initials_and_without_its_place() {
    check([apart(0, body("HSB")), apart(1, body("Harbour Safety Board"))], &["Harbour Safety Board: 1 2"]);
    check([apart(0, body("Harbour Safety Council (HaSC)")), apart(1, body("HaSC"))], &["Harbour Safety Council: 1 2"]);
    check([apart(0, body("Ministry of Health")), apart(1, body("Health Ministry"))], &["Ministry of Health: 1 2"]);
    check(
        [apart(0, body("interior ministry")), apart(1, body("Ostrey interior ministry"))],
        &["Ostrey interior ministry: 1 2"],
    );
    let two = [
        apart(0, body("interior ministry")),
        apart(1, body("Ostrey interior ministry")),
        apart(2, body("Kesterby interior ministry")),
    ];
    check(two, &["interior ministry: 1", "Ostrey interior ministry: 2", "Kesterby interior ministry: 3"]);
}

#[test]
fn those_who_relay_one_report_rest_on_one_root() {
    let relay = |id: usize| apart(id, some("officials")).through(&[body("Sea Herald")]);
    check([relay(0), relay(1)], &["(officials): 1 2"]);
    // The archive has the report, but later.
    let report = said(9, "Sea Herald", some("two officials"), "said", "nobody drained lakes");
    check([relay(0), report], &["(officials): 1 2"]);
    // A named source that two outlets were told by is one by its name, and others of them are not.
    let told = |id: usize, name| apart(id, person(name)).through(&[body("Sea Herald")]);
    check([told(0, "Ida Roe"), told(1, "Odo Lunt")], &["Ida Roe: 1", "Odo Lunt: 2"]);
}
