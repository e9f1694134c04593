//! What a source does with a content: says it, thinks it, wants it; and whether the link is denied ("did not say").

use sayso_text::Span;

use sayso_text::sentences::Sentence;

/// What the source does with the content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Act {
    /// States, writes, reports, denies, asks.
    #[default]
    Says,
    /// Believes, knows, fears, expects.
    Thinks,
    /// Intends, demands, supports, refuses.
    Wants,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Says, Self::Thinks, Self::Wants];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Act::Says => "says",
            Act::Thinks => "thinks",
            Act::Wants => "wants",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Words of a cue that tell thinking, in lower case.
const THINKS: &[&str] = &[
    "think",
    "thinks",
    "thought",
    "thinking",
    "believe",
    "believes",
    "believed",
    "believing",
    "belief",
    "beliefs",
    "know",
    "knows",
    "knew",
    "known",
    "knowing",
    "feel",
    "feels",
    "felt",
    "feeling",
    "view",
    "views",
    "viewed",
    "see",
    "sees",
    "saw",
    "seen",
    "fear",
    "fears",
    "feared",
    "fearing",
    "afraid",
    "worry",
    "worries",
    "worried",
    "concern",
    "concerns",
    "concerned",
    "expect",
    "expects",
    "expected",
    "expecting",
    "understand",
    "understands",
    "understood",
    "consider",
    "considers",
    "considered",
    "aware",
    "unaware",
    "agree",
    "agrees",
    "disagree",
    "disagrees",
    "recognize",
    "recognizes",
    "recognized",
    "recognise",
    "recognised",
    "deem",
    "deems",
    "deemed",
    "confident",
    "convinced",
    "realize",
    "realizes",
    "realized",
    "realise",
    "realised",
    "doubt",
    "doubts",
    "doubted",
    "skeptical",
    "sceptical",
    "skepticism",
    "suspect",
    "suspects",
    "suspected",
    "suspicion",
    "suspicions",
    "assume",
    "assumes",
    "assumed",
    "perceive",
    "perceives",
    "perceived",
    "perception",
    "notion",
    "consensus",
    "hope",
    "hopes",
    "learned",
    "learnt",
    "impression",
    "wisdom",
    "imagine",
    "imagines",
    "imagined",
    "remember",
    "remembers",
    "remembered",
    "angry",
    "sure",
    "certain",
    "optimistic",
    "pessimistic",
    "opinion",
    "mind",
];

/// Words of a cue that tell wanting.
const WANTS: &[&str] = &[
    "want",
    "wants",
    "wanted",
    "wanting",
    "support",
    "supports",
    "supported",
    "supporting",
    "oppose",
    "opposes",
    "opposed",
    "opposing",
    "opposition",
    "willing",
    "willingness",
    "unwilling",
    "refusal",
    "refuse",
    "refuses",
    "refused",
    "refusing",
    "decision",
    "decide",
    "decides",
    "decided",
    "seek",
    "seeks",
    "sought",
    "seeking",
    "plan",
    "plans",
    "planned",
    "planning",
    "intend",
    "intends",
    "intended",
    "intention",
    "intent",
    "favor",
    "favors",
    "favored",
    "favour",
    "favours",
    "favoured",
    "back",
    "backs",
    "backed",
    "backing",
    "desire",
    "desires",
    "desired",
    "demand",
    "demands",
    "demanded",
    "demanding",
    "propose",
    "proposes",
    "proposed",
    "proposal",
    "endorse",
    "endorses",
    "endorsed",
    "endorsing",
    "urge",
    "urges",
    "urged",
    "urging",
    "reluctant",
    "wish",
    "wishes",
    "wished",
    "hoped",
    "aim",
    "aims",
    "aimed",
    "aiming",
    "commitment",
    "committed",
    "prepared",
    "declined",
    "agreed",
    "advocate",
    "advocates",
    "advocated",
    "advocating",
    "champion",
    "championed",
    "push",
    "pushed",
    "pushing",
    "eager",
    "determined",
    "ordered",
    "orders",
    "vowed",
    "vows",
    "pledged",
    "pledges",
];

/// Two words that tell wanting together: "called for".
const WANTS_TOGETHER: &[(&str, &str)] = &[
    ("call", "for"),
    ("calls", "for"),
    ("called", "for"),
    ("calling", "for"),
    ("asked", "for"),
    ("asks", "for"),
    ("asking", "for"),
];

const NEGATIONS: &[&str] = &["not", "never", "no", "nor", "neither", "nobody", "without", "cannot"];

/// What a cue's first word that tells it says; and whether the cue, or what leads to it, is negated.
pub(crate) fn of(text: &str, cue: &[Span]) -> (Act, bool) {
    let sentences: Vec<Sentence<'_>> = cue.iter().map(|span| Sentence::of(text, *span)).collect();
    let mut act = Act::Says;
    for (sentence, at) in sentences.iter().flat_map(|s| (0..s.words.len()).map(move |at| (s, at))) {
        let word = sentence.lower(at);
        let together = WANTS_TOGETHER.contains(&(word, sentence.lower(at + 1)));
        if together || WANTS.contains(&word) {
            act = Act::Wants;
            break;
        }
        if THINKS.contains(&word) {
            act = Act::Thinks;
            break;
        }
    }
    (act, sentences.iter().any(|s| s.lower.iter().any(|word| is_negation(word))) || follows_negation(text, cue))
}

fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

/// Bytes before a cue in which "did not" may stand.
const BEFORE: usize = 16;

/// Whether the word right before the cue negates it: the tagger may leave "did not" out.
fn follows_negation(text: &str, cue: &[Span]) -> bool {
    let Some(first) = cue.first() else { return false };
    let from = text.ceil_char_boundary(first.start.saturating_sub(BEFORE));
    let before = &text[from..first.start];
    before.ends_with(' ') && before.split_whitespace().next_back().is_some_and(|word| is_negation(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, cue: &str, expect: (Act, bool)) {
        let start = text.find(cue).expect("the cue is in the text");
        assert_eq!(of(text, &[Span::new(start, start + cue.len())]), expect, "{text}");
    }

    #[test]
    fn acts_are_told_by_the_cue() {
        check("He said so.", "said", (Act::Says, false));
        check("He feared that it would break.", "feared", (Act::Thinks, false));
        check("She called for a vote.", "called for", (Act::Wants, false));
        check("She called it a day.", "called", (Act::Says, false));
        check("The board was considered sound.", "was considered", (Act::Thinks, false));
    }

    #[test]
    fn negations_stand_in_the_cue_or_right_before_it() {
        check("He did not say that.", "did not say", (Act::Says, true));
        check("He did not say that.", "say", (Act::Says, true));
        check("He doesn’t think so.", "doesn’t think", (Act::Thinks, true));
        check("It was not he who said so.", "said", (Act::Says, false));
    }
}
