use super::*;

fn check(names: &[(&str, bool, i64, &str)], expect: &[usize]) {
    let source = |name: &str, is_person: bool, title: &str| SourceRecord {
        kind: if is_person { SourceType::NamedPerson } else { SourceType::NamedOrganization },
        name: Some(name.to_owned()),
        titles: vec![title.to_owned()],
        ..(*crate::change::tests::source(name)).clone()
    };
    let found: Vec<Name> = names
        .iter()
        .map(|(name, is_person, article, title)| Name::of(&source(name, *is_person, title), *article).unwrap())
        .collect();
    let of = groups(&found);
    assert_eq!(of, expect, "{names:?}");
    let last = found.len() - 1;
    let turned = groups(&found.into_iter().rev().collect::<Vec<_>>());
    let pairs = (0..=last).flat_map(|one| (0..=last).map(move |other| (one, other)));
    for (one, other) in pairs {
        let is_one = turned[last - one] == turned[last - other];
        assert_eq!(of[one] == of[other], is_one, "{names:?} turned round: {one} {other}");
    }
}

#[test]
fn a_surname_needs_the_title_or_the_article() {
    check(&[("Lena Orm", true, 1, "harbour master"), ("Dr Orm", true, 2, "harbour master")], &[0, 0]);
    check(&[("Lena Orm", true, 1, ""), ("Orm", true, 1, "")], &[0, 0]);
    check(&[("Lena Orm", true, 1, ""), ("Orm", true, 2, "")], &[0, 1]);
    check(&[("Lena K. Orm", true, 1, ""), ("Lena Orm", true, 2, "")], &[0, 0]);
}

#[test]
fn what_could_be_two_is_neither() {
    check(&[("Lena Orm", true, 1, "mayor"), ("Tom Orm", true, 2, "mayor"), ("Orm", true, 3, "mayor")], &[0, 1, 2]);
    let ministries = [("Kelland interior ministry", false, 1, ""), ("Norland’s interior ministry", false, 2, "")];
    check(&[ministries[0], ministries[1], ("the interior ministry", false, 3, "")], &[0, 1, 2]);
}

#[test]
fn a_body_is_one_whatever_its_form() {
    check(&[("the Ministry of the Interior", false, 1, ""), ("Interior Ministry", false, 2, "")], &[0, 0]);
    check(&[("interior ministry", false, 1, ""), ("Kelland’s interior ministry", false, 2, "")], &[0, 0]);
    check(&[("Interior Ministry", false, 1, ""), ("Interior Ministry rescue service", false, 2, "")], &[0, 1]);
    check(&[("Times", false, 1, ""), ("Osterby Times", false, 2, "")], &[0, 1]);
    check(&[("Harbour Safety Board", false, 1, ""), ("HSB", false, 2, ""), ("hsb", false, 3, "")], &[0, 0, 0]);
    check(
        &[("Harbour Safety Board", false, 1, ""), ("Hill School Body", false, 2, ""), ("HSB", false, 3, "")],
        &[0, 1, 2],
    );
}
