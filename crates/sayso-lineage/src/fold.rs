//! Words of names as they are compared: in lower case, without accents and marks.

/// Letters with accents that names in Latin script have, by what stands for them.
const ACCENTED: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıǐịỉ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľłŀ"),
    ("n", "ñńņňŉŋ"),
    ("o", "òóôõöøōŏőǒơọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųǔưụủứừửữự"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỹỵỷ"),
    ("z", "źżž"),
];

/// A text in lower case without accents.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii() {
            out.push(c);
        } else if !is_combining(c) {
            match ACCENTED.iter().find(|(_, letters)| letters.contains(c)) {
                Some((plain, _)) => out.push_str(plain),
                None => out.push(c),
            }
        }
    }
    out
}

/// Accents that stand behind their letter.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

/// Its words, folded: letters and digits, with an apostrophe left out ("O’Brien" is "obrien", "Kelland’s" is "kelland"),
/// split at everything else.
pub(crate) fn words(text: &str) -> Vec<String> {
    split(text, |c| c.is_alphanumeric() || is_apostrophe(c))
}

/// The same, where a hyphen makes no two words: "al-Masri" is "almasri".
pub(crate) fn names(text: &str) -> Vec<String> {
    split(text, |c| c.is_alphanumeric() || is_apostrophe(c) || c == '-')
}

fn split(text: &str, is_part: impl Fn(char) -> bool) -> Vec<String> {
    let folded = fold(text);
    let bare = |piece: &str| {
        let piece = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let own = piece.strip_suffix('s').and_then(|own| own.strip_suffix(is_apostrophe)).unwrap_or(piece);
        own.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    folded.split(|c| !is_part(c)).map(bare).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(words(text), expect, "{text:?}");
    }

    #[test]
    fn accents_case_and_marks_are_no_part_of_a_word() {
        check("José NÚÑEZ-Łukasz", &["jose", "nunez", "lukasz"]);
        check("Jose\u{301} O’Brien, Workers' Union", &["jose", "obrien", "workers", "union"]);
        check("Kelland’s ministry", &["kelland", "ministry"]);
        check("", &[]);
        check("’ - …", &[]);
        check("Straße 12", &["strasse", "12"]);
        check("Йосип", &["йосип"]);
        assert_eq!(names("Omar al-Masri, Kelland’s"), ["omar", "almasri", "kelland"]);
    }
}
