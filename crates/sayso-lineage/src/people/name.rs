//! A person's name in its parts, and whether two names can be one person's.

mod tables;

use self::tables::{ADDRESS, GENERATIONS, HONOURS, NICKNAMES, PARTICLES};
use crate::fold::fold;

/// A person's name in its parts, folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    /// What stands before the surname, each a name or an initial; "Anna-Lena" is one.
    pub(crate) given: Vec<String>,
    /// The last word with the particles before it, written as one: "vanderberg".
    pub(crate) surname: String,
    /// "jr", "sr", "ii".
    pub(crate) suffix: Option<&'static str>,
}

/// How much a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fullness {
    /// A surname, or one name alone.
    Surname,
    /// One initial and a surname.
    Initial,
    /// A given name, or two initials, and a surname.
    Full,
}

impl Name {
    /// A name in its parts; none where no letter is in it.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let mut words: Vec<String> = Vec::new();
        for raw in text.split_whitespace() {
            let folded = fold(raw);
            let pieces: Vec<String> = folded.split(['.', ',']).map(bare).filter(|piece| !piece.is_empty()).collect();
            words.extend(pieces);
        }
        let mut suffix = None;
        while words.len() > 1 {
            let last = words[words.len() - 1].as_str();
            if let Some((_, generation)) = GENERATIONS.iter().find(|(word, _)| *word == last) {
                suffix = Some(*generation);
            } else if !HONOURS.contains(&last) {
                break;
            }
            words.pop();
        }
        let titles = words.iter().take(words.len().saturating_sub(1)).take_while(|w| ADDRESS.contains(&w.as_str()));
        let mut given = words.split_off(titles.count());
        let mut surname = given.pop()?;
        while let Some(last) = given.last() {
            // "Al" alone before a name is a given name oftener than the article.
            if !PARTICLES.contains(&last.as_str()) || (given.len() == 1 && last == "al") {
                break;
            }
            surname.insert_str(0, last);
            given.pop();
        }
        surname.chars().any(char::is_alphabetic).then_some(Name { given, surname, suffix })
    }

    /// How much it tells.
    pub(crate) fn fullness(&self) -> Fullness {
        match self.given.as_slice() {
            [] => Fullness::Surname,
            [one] if is_initial(one) => Fullness::Initial,
            _ => Fullness::Full,
        }
    }

    /// All of it in one word: the same for "Anna-Lena" and "Anna Lena".
    pub(crate) fn whole(&self) -> String {
        self.given.concat() + &self.surname
    }

    /// What full names that can be one person's have in common, but for those that differ by a hyphen alone.
    pub(crate) fn block(&self) -> String {
        format!("{} {}", self.given.first().map_or("", |first| formal(first)), self.surname)
    }

    /// How many parts a reader could check beside the first and the last name.
    pub(crate) fn detail(&self) -> usize {
        self.given.len() + usize::from(self.suffix.is_some())
    }

    /// Whether nothing in the two names says that they are two persons'. A surname alone agrees with every name that
    /// has it.
    pub(crate) fn agrees(&self, other: &Name) -> bool {
        if let (Some(one), Some(other)) = (self.suffix, other.suffix)
            && one != other
        {
            return false;
        }
        self.whole() == other.whole()
            || (self.surname == other.surname && self.given.iter().zip(&other.given).all(|(a, b)| is_same_given(a, b)))
    }
}

fn bare(piece: &str) -> String {
    piece.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_initial(given: &str) -> bool {
    given.chars().nth(1).is_none()
}

/// The given name that a short form stands for.
fn formal(given: &str) -> &str {
    NICKNAMES.iter().find(|(_, short)| short.contains(&given)).map_or(given, |(formal, _)| formal)
}

fn is_same_given(one: &str, other: &str) -> bool {
    let begins = |initial: &str, name: &str| {
        is_initial(initial) && (name.starts_with(initial) || formal(name).starts_with(initial))
    };
    formal(one) == formal(other) || begins(one, other) || begins(other, one)
}

/// How many words of a name are spelled out: no initials, no words in capitals alone.
pub(crate) fn spelled_out(name: &str) -> usize {
    let is_whole = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        letters.clone().nth(1).is_some() && word.chars().any(char::is_lowercase)
    };
    name.split_whitespace().filter(is_whole).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, expect: bool) {
        let (one, other) = (Name::of(one).unwrap(), Name::of(other).unwrap());
        assert_eq!(one.agrees(&other), expect, "{one:?} {other:?}");
        assert_eq!(other.agrees(&one), expect, "{other:?} {one:?}");
    }

    #[test]
    fn names_of_one_person_agree() {
        for (one, other) in [
            ("Anselm Krail", "ANSELM KRAIL"),
            ("José Núñez", "Jose Nunez"),
            ("Anselm Krail", "Dr. Anselm Krail"),
            ("Anselm Krail", "Anselm P. Krail"),
            ("Anselm Peter Krail", "Anselm P. Krail"),
            ("Anselm Krail", "Anselm Krail Jr."),
            ("Anselm Krail", "A. Krail"),
            ("Anselm Krail", "Krail"),
            ("Anna-Lena Berg", "Anna Lena Berg"),
            ("Ida Roe-Vance", "Ida Roe Vance"),
            ("Tom Oake", "Thomas Oake, MP"),
            ("Bob Oake", "R. Oake"),
            ("J.P. Lorne", "J. P. Lorne"),
            ("Piet van der Berg", "Piet van der Berg"),
            ("Piet van der Berg", "van der Berg"),
            ("Omar al-Masri", "Omar Al Masri"),
        ] {
            check(one, other, true);
        }
    }

    #[test]
    fn names_of_two_persons_do_not() {
        for (one, other) in [
            ("Anselm Krail", "Anna Krail"),
            ("Anselm Krail", "Anselm Kraile"),
            ("John A. Reed", "John B. Reed"),
            ("Anselm Krail Jr.", "Anselm Krail Sr."),
            ("A. Krail", "B. Krail"),
            ("Jean-Luc Vale", "Jean Vale"),
            ("Anselm", "Anselm Krail"),
        ] {
            check(one, other, false);
        }
    }

    #[test]
    fn what_has_no_letter_is_no_name() {
        for text in ["", " . ", "12", "…", "-"] {
            assert_eq!(Name::of(text), None, "{text:?}");
        }
        assert_eq!(Name::of("Dr").unwrap().surname, "dr");
    }
}
