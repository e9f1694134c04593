//! What somebody may have meant who wrote another name.

/// A name longer than this is no slip of the hand, and comparing it would take long.
const LONGEST: usize = 64;

/// The name that is nearest to what was written, if one is near: a third of the letters may be wrong. Capitals do not count.
/// Of equally near ones it is the first. A code is near to codes of its own family alone.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let written = written.to_lowercase();
    if written.is_empty() || written.len() > LONGEST {
        return None;
    }
    let far = (written.chars().count() / 3).max(1);
    let code = code(&written);
    let distance = |name: &str| {
        let name = name.to_lowercase();
        match (code, self::code(&name)) {
            (Some((letters, number)), Some((family, its))) => {
                let apart = strsim::osa_distance(letters, family);
                // A zero more or less is the same number.
                if apart > 1 {
                    usize::MAX
                } else if number == its {
                    apart
                } else {
                    strsim::osa_distance(&written, &name)
                }
            }
            _ => strsim::osa_distance(&written, &name),
        }
    };
    let near = names.into_iter().map(|name| (distance(name), name)).filter(|(distance, _)| *distance <= far);
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// The letters and the number of what looks like a rule's code.
fn code(word: &str) -> Option<(&str, u32)> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_code = (2..=4).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
    Some((letters, word[letters.len()..].parse().ok()?)).filter(|_| is_code)
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
        check("ano1", Some("ANO001"));
        check("AN001", Some("ANO001"));
        check("WIR001", None);
        check("", None);
        check("photograph", None);
        check(&"select".repeat(1000), None);
    }
}
