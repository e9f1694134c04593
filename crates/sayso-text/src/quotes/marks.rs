//! From characters to marks: what each one can do, judged by what stands beside it.

use super::Style;
use crate::Span;

/// What a mark can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Opens,
    Closes,
    /// Closes what is open, or else opens: `foo."Bar`.
    Turns,
    /// Closes what is open, or else opens if the next mark can close it: `”so”`.
    ClosesOrOpensIfClosed,
    /// Closes what is open unless it is an apostrophe, which it is if a surer mark follows: `the officials' report`.
    ClosesUnlessApostrophe,
    /// Closes what is open unless it says inches, which it does if another mark follows to close: `a 12" pipe`.
    ClosesUnlessInches,
}

/// A quotation mark, and what the marks after it in its paragraph can do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) style: Style,
    pub(super) role: Role,
    /// No letter or digit stands before it in its paragraph.
    pub(super) leads: bool,
    /// For each style, by its number: whether the next mark of that style closes.
    pub(super) then_closes: [bool; STYLES],
    /// Whether the next two marks of its own style both close.
    pub(super) then_close_two: bool,
    /// Whether a sure closing single mark comes before the next opening single mark and before any double mark.
    pub(super) sure_single_ahead: bool,
}

const STYLES: usize = 4;

/// What stands on one side of a mark.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// White space or the paragraph's edge.
    Gap,
    /// A mark after which a quotation may begin.
    Opening,
    /// A letter or a digit.
    Word,
    /// Any other mark.
    Other,
}

/// Marks right before a quotation that begins: "(", a dash, another quotation mark.
const BEFORE_OPENING: &str = "([{—–-―/='‘‚‛`“„«‹";
/// What a quotation may begin with, beside letters and digits, where the mark itself could be an apostrophe.
const AFTER_SINGLE_OPENING: &str = "\"“„‟«‹([$£€#@…";
/// Words that drop their first letters behind an apostrophe.
const ELIDED: &[&str] = &[
    "bout",
    "burbs",
    "cause",
    "cos",
    "cuz",
    "em",
    "ere",
    "fraid",
    "gainst",
    "hood",
    "kay",
    "n",
    "neath",
    "nother",
    "nuff",
    "round",
    "scuse",
    "specially",
    "sup",
    "til",
    "till",
    "tis",
    "twas",
    "tween",
    "twere",
    "twill",
    "twixt",
];
/// Words that cannot follow a possessive: after `the others'` they show that the mark closes a quotation.
const NOT_POSSESSED: &[&str] = &[
    "a", "about", "added", "after", "against", "an", "and", "are", "as", "asked", "at", "because", "before", "but",
    "by", "can", "could", "did", "does", "during", "for", "from", "had", "has", "have", "he", "how", "i", "if", "in",
    "into", "is", "it", "may", "might", "must", "nor", "of", "on", "or", "over", "said", "says", "she", "should",
    "since", "so", "than", "that", "the", "they", "this", "though", "to", "told", "under", "until", "was", "we",
    "were", "when", "where", "which", "while", "who", "why", "will", "with", "without", "would", "wrote", "you",
];
/// Endings that drop a letter before an apostrophe: `workin'`, `ol'`.
const CLIPPED: &[&str] = &["an", "o", "ol", "th"];

/// The marks of one paragraph.
pub(super) fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut scan =
        Scan { text: paragraph.of(text), at: 0, leads: true, before: None, before_gap: None, last_single: 0 };
    while let Some(c) = scan.text[scan.at..].chars().next() {
        let (style, width) = scan.style(c);
        if let Some((style, role)) = style.and_then(|style| Some((style, scan.role(style, c, width)?))) {
            marks.push(Mark {
                span: Span::new(paragraph.start + scan.at, paragraph.start + scan.at + width),
                style,
                role,
                leads: scan.leads,
                then_closes: [false; STYLES],
                then_close_two: false,
                sure_single_ahead: false,
            });
        }
        scan.pass(c, width);
    }
    look_ahead(&mut marks);
    marks
}

/// Fills in what the marks after each mark can do, from the last mark to the first.
fn look_ahead(marks: &mut [Mark]) {
    let mut next = [false; STYLES];
    let mut next_two = [false; STYLES];
    let mut sure_single = false;
    for mark in marks.iter_mut().rev() {
        let style = mark.style as usize;
        mark.then_closes = next;
        mark.then_close_two = next_two[style];
        mark.sure_single_ahead = sure_single;
        let closes = matches!(mark.role, Role::Closes | Role::ClosesUnlessInches);
        next_two[style] = closes && next[style];
        next[style] = closes;
        sure_single = match (mark.style, mark.role) {
            (Style::Single, Role::ClosesUnlessApostrophe) => sure_single,
            (Style::Single, role) => role == Role::Closes,
            (Style::Double, _) => false,
            _ => sure_single,
        };
    }
}

/// Goes through one paragraph and remembers what stands before the place it is at.
struct Scan<'t> {
    text: &'t str,
    at: usize,
    leads: bool,
    /// The last visible character.
    before: Option<char>,
    /// The last visible character that is no white space.
    before_gap: Option<char>,
    /// Where the last single mark ended, apostrophes included.
    last_single: usize,
}

impl Scan<'_> {
    fn pass(&mut self, c: char, width: usize) {
        self.at += width;
        if is_invisible(c) {
            return;
        }
        self.before = Some(c);
        if !c.is_whitespace() {
            self.before_gap = Some(c);
        }
        if matches!(c, '\'' | '‘' | '’' | '‛' | '‚') {
            self.last_single = self.at;
        }
        self.leads &= !c.is_alphanumeric();
    }

    /// Which style of mark `c` is, if any, and how many bytes it takes: two single marks stand for a double one.
    fn style(&self, c: char) -> (Option<Style>, usize) {
        let width = c.len_utf8();
        let style = match c {
            '"' | '“' | '”' | '„' | '‟' | '〝' | '〞' | '＂' => Style::Double,
            '\'' | '`' | '‘' | '’' if self.is_doubled(c) => return (Some(Style::Double), 2 * width),
            '\'' | '`' | '‘' | '’' | '‚' | '‛' => Style::Single,
            '«' | '»' => Style::Guillemet,
            '‹' | '›' => Style::SingleGuillemet,
            _ => return (None, width),
        };
        (Some(style), width)
    }

    /// Of three marks in a row the inner one is the single one: `''So 'yes,' then'' he said, ''but not 'no'''`.
    fn is_doubled(&self, c: char) -> bool {
        let run = self.text[self.at..].chars().take(4).take_while(|&next| next == c).count();
        run == 2 || run == 4 || (run == 3 && matches!(side(self.before), Side::Gap | Side::Opening))
    }

    fn role(&self, style: Style, c: char, width: usize) -> Option<Role> {
        let after = self.text[self.at + width..].chars().find(|&next| !is_invisible(next));
        match style {
            Style::Single => self.single_role(c, width, after),
            Style::Double => Some(self.double_role(c, after)),
            Style::Guillemet | Style::SingleGuillemet => self.guillemet_role(c, after),
        }
    }

    fn double_role(&self, c: char, after: Option<char>) -> Role {
        let before = side(self.before);
        let edge = edge(before, side(after));
        let after_digit = self.before.is_some_and(char::is_numeric);
        match c {
            '„' | '‟' | '〝' | '‘' | '“' => match edge {
                // What opens in English closes in German („so“), and is at times typed for the other mark.
                Role::Closes if side(after) == Side::Gap => Role::Closes,
                Role::Closes => Role::Turns,
                _ => Role::Opens,
            },
            _ if after_digit && edge != Role::Opens => Role::ClosesUnlessInches,
            '”' | '〞' | '’' => match edge {
                Role::Opens if side(after) == Side::Word => Role::ClosesOrOpensIfClosed,
                _ => Role::Closes,
            },
            _ => edge,
        }
    }

    /// The side a guillemet stands on decides, so both directions are read; where it stands free, «the French way» does.
    fn guillemet_role(&self, c: char, after: Option<char>) -> Option<Role> {
        let (before, next) = (side(self.before), side(after));
        let edge = edge(before, next);
        let free = edge == Role::Turns || (before == Side::Gap && next == Side::Other);
        match (free, c) {
            (true, '«' | '‹') => Some(Role::Opens),
            (true, _) if self.leads => None, // A bullet.
            (true, _) => Some(Role::Closes),
            _ => Some(edge),
        }
    }

    /// None for an apostrophe.
    fn single_role(&self, c: char, width: usize, after: Option<char>) -> Option<Role> {
        let (before, next) = (side(self.before), side(after));
        if before == Side::Word && next == Side::Word {
            return None;
        }
        let rest = &self.text[self.at + width..];
        let may_begin = next == Side::Word || after.is_some_and(|after| AFTER_SINGLE_OPENING.contains(after));
        let after_mark = self.before.is_some_and(|before| matches!(before, '"' | '”'));
        let opens = c != '’' && may_begin && (matches!(before, Side::Gap | Side::Opening) || after_mark);
        if opens {
            return (!self.is_elided(rest)).then_some(Role::Opens);
        }
        match (before, next) {
            (Side::Gap, _) | (Side::Opening, Side::Word) => None,
            (Side::Other, Side::Word) if c == '\'' => Some(Role::Turns),
            (Side::Other, Side::Word) if c == '‘' => Some(Role::Opens),
            _ if c == '`' || self.closes_an_elision() => None,
            (Side::Word, Side::Gap) if self.may_be_possessive() && may_be_possessed(rest) => {
                Some(Role::ClosesUnlessApostrophe)
            }
            _ => Some(Role::Closes),
        }
    }

    /// Whether a word with dropped first letters or a shortened year follows: `'em`, `'90s`, `class of '08`.
    fn is_elided(&self, rest: &str) -> bool {
        let word = first_word(rest);
        let quoted = rest[word.len()..].starts_with(['\'', '’']);
        match word.as_bytes() {
            [b'n' | b'N'] => quoted || rest[word.len()..].starts_with(char::is_whitespace),
            [a, b, b's'] => a.is_ascii_digit() && b.is_ascii_digit(),
            [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => {
                let begins = self.before_gap.is_none_or(|c| matches!(c, ',' | ':' | '—'));
                !begins && !quoted
            }
            _ => !quoted && ELIDED.contains(&word.to_ascii_lowercase().as_str()),
        }
    }

    /// Whether this is the second mark of `'n'`.
    fn closes_an_elision(&self) -> bool {
        self.last_single > 0 && matches!(&self.text[self.last_single..self.at], "n" | "N")
    }

    /// Whether an apostrophe may stand behind the word that ends here: a plural, a number, `workin'`.
    fn may_be_possessive(&self) -> bool {
        let word = last_word(&self.text[..self.at]);
        word.ends_with(['s', 'S', 'x', 'z']) || word.ends_with(char::is_numeric) || {
            CLIPPED.contains(&word) || (word.len() > 3 && word.ends_with("in"))
        }
    }
}

/// Whether what follows a mark and a gap may belong to the possessive before the mark.
fn may_be_possessed(rest: &str) -> bool {
    let rest = rest.trim_start();
    let word = first_word(rest);
    !word.is_empty() && !NOT_POSSESSED.contains(&word.to_ascii_lowercase().as_str())
}

/// Longer than any word in the tables here; no more of a text is looked at.
const LONGEST: usize = 12;

fn first_word(text: &str) -> &str {
    let end = text.char_indices().take(LONGEST).find(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at);
    &text[..end.unwrap_or_else(|| text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at))]
}

fn last_word(text: &str) -> &str {
    let letters = text.chars().rev().take(LONGEST).take_while(|c| c.is_alphanumeric());
    &text[text.len() - letters.map(char::len_utf8).sum::<usize>()..]
}

fn side(c: Option<char>) -> Side {
    match c {
        None => Side::Gap,
        Some(c) if c.is_whitespace() => Side::Gap,
        Some(c) if c.is_alphanumeric() => Side::Word,
        Some(c) if BEFORE_OPENING.contains(c) => Side::Opening,
        Some(_) => Side::Other,
    }
}

/// What a mark that is written the same on both sides does.
fn edge(before: Side, after: Side) -> Role {
    match (before, after) {
        (Side::Gap, Side::Gap) => Role::Turns,
        (Side::Gap, _) | (Side::Opening, Side::Word) => Role::Opens,
        (_, Side::Gap) => Role::Closes,
        (Side::Opening, _) | (_, Side::Word) => Role::Turns,
        _ => Role::Closes,
    }
}

/// Characters that show nothing of their own: a mark's neighbour is what stands beyond them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
