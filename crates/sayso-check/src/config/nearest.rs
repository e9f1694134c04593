//! What somebody may have meant who wrote another name.

/// A name longer than this is no slip of the hand, and comparing it would take long.
const LONGEST: usize = 64;

/// The name that is nearest to what was written, if one is near: a third of the letters may be wrong. Capitals do not count.
/// Of equally near ones it is the first.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let written = written.to_lowercase();
    if written.is_empty() || written.len() > LONGEST {
        return None;
    }
    let far = (written.chars().count() / 3).max(1);
    let distance = |name: &str| strsim::osa_distance(&written, &name.to_lowercase());
    let near = names.into_iter().map(|name| (distance(name), name)).filter(|(distance, _)| *distance <= far);
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// `: did you mean …`, or else what to do.
pub(crate) fn or_else<'n>(written: &str, names: impl IntoIterator<Item = &'n str>, otherwise: &str) -> String {
    match nearest(written, names) {
        Some(name) => format!("did you mean `{name}`"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expect: Option<&str>) {
        let names = ["select", "extend-select", "ignore", "ANO001", "bare-source"];
        assert_eq!(nearest(written, names), expect, "{written:?}");
    }

    #[test]
    fn slips_of_the_hand_have_a_nearest_name() {
        check("slect", Some("select"));
        check("selcet", Some("select"));
        check("extend_select", Some("extend-select"));
        check("ano01", Some("ANO001"));
        check("bare-sources", Some("bare-source"));
        check("", None);
        check("photograph", None);
        check(&"select".repeat(1000), None);
    }
}
