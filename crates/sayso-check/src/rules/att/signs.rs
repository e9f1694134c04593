//! Signs that a statement can be disputed: it alleges, blames, gives a motive, foretells or counts dead.
//!
//! Few and sure. A sentence with a word that names a source, a court, a record or a doubt is left alone, since what the reader
//! of attributions may have missed is most often said there.

use sayso_reading::Figure;
use sayso_text::Span;

use crate::Desk;
use crate::desk::Line;

/// A piece of a sentence in the writer's voice that somebody must answer for.
pub(super) struct Sign {
    /// The words that show it.
    pub(super) span: Span,
    /// What the words do and what must be asked of them, for a message: “alleges a wrong”, “who says so?”.
    pub(super) manner: &'static Manner,
}

impl Sign {
    /// Whether it counts those whom something befell.
    pub(super) fn counts(&self) -> bool {
        *self.manner == COUNTS
    }
}

/// How a statement can be disputed.
#[derive(PartialEq)]
pub(super) struct Manner {
    /// What the words do.
    pub(super) does: &'static str,
    /// What a reader asks.
    pub(super) asks: &'static str,
}

const ALLEGES: Manner = Manner { does: "alleges a wrong", asks: "who says so" };
const BLAMES: Manner = Manner { does: "lays blame", asks: "who does" };
const MOTIVE: Manner = Manner { does: "gives a motive", asks: "who says that this was why" };
const FORETELLS: Manner = Manner { does: "foretells", asks: "who expects it" };
const COUNTS: Manner = Manner { does: "counts those killed, hurt or missing", asks: "whose count is it" };

/// Phrases in lower case, and what they do.
const PHRASES: &[(&str, &Manner)] = &[
    ("took bribes", &ALLEGES),
    ("took a bribe", &ALLEGES),
    ("taken bribes", &ALLEGES),
    ("accepted bribes", &ALLEGES),
    ("paid bribes", &ALLEGES),
    ("took kickbacks", &ALLEGES),
    ("embezzled", &ALLEGES),
    ("siphoned off", &ALLEGES),
    ("defrauded", &ALLEGES),
    ("swindled", &ALLEGES),
    ("falsified", &ALLEGES),
    ("covered up", &ALLEGES),
    ("lied to", &ALLEGES),
    ("lied about", &ALLEGES),
    ("bribed", &ALLEGES),
    ("blackmailed", &ALLEGES),
    ("extorted", &ALLEGES),
    ("molested", &ALLEGES),
    ("groped", &ALLEGES),
    ("raped", &ALLEGES),
    ("sexually assaulted", &ALLEGES),
    ("sexually abused", &ALLEGES),
    ("tortured", &ALLEGES),
    ("laundered money", &ALLEGES),
    ("sabotaged", &ALLEGES),
    ("deliberately killed", &ALLEGES),
    ("deliberately misled", &ALLEGES),
    ("deliberately ignored", &ALLEGES),
    ("deliberately targeted", &ALLEGES),
    ("knowingly sold", &ALLEGES),
    ("knowingly misled", &ALLEGES),
    ("cheated on", &ALLEGES),
    ("rigged the", &ALLEGES),
    ("stole money", &ALLEGES),
    ("stole from", &ALLEGES),
    ("sexually harassed", &ALLEGES),
    ("murdered his", &ALLEGES),
    ("murdered her", &ALLEGES),
    ("murdered their", &ALLEGES),
    ("destroyed evidence", &ALLEGES),
    ("hid evidence", &ALLEGES),
    ("concealed evidence", &ALLEGES),
    ("threatened witnesses", &ALLEGES),
    ("intimidated witnesses", &ALLEGES),
    ("looted the", &ALLEGES),
    ("illegally dumped", &ALLEGES),
    ("illegally sold", &ALLEGES),
    ("illegally paid", &ALLEGES),
    ("illegally used", &ALLEGES),
    ("illegally obtained", &ALLEGES),
    ("illegally accessed", &ALLEGES),
    ("illegally recorded", &ALLEGES),
    ("illegally evicted", &ALLEGES),
    ("unlawfully detained", &ALLEGES),
    ("unlawfully killed", &ALLEGES),
    ("tried to cover up", &ALLEGES),
    ("tried to hide", &ALLEGES),
    ("plagiarised", &ALLEGES),
    ("plagiarized", &ALLEGES),
    ("was to blame for", &BLAMES),
    ("were to blame for", &BLAMES),
    ("is to blame for", &BLAMES),
    ("are to blame for", &BLAMES),
    ("was caused by negligence", &BLAMES),
    ("through negligence", &BLAMES),
    ("due to negligence", &BLAMES),
    ("because of negligence", &BLAMES),
    ("through the negligence of", &BLAMES),
    ("was the fault of", &BLAMES),
    ("was behind the attack", &BLAMES),
    ("were behind the attack", &BLAMES),
    ("was behind the killing", &BLAMES),
    ("were behind the killing", &BLAMES),
    ("out of spite", &MOTIVE),
    ("out of greed", &MOTIVE),
    ("out of revenge", &MOTIVE),
    ("out of jealousy", &MOTIVE),
    ("in revenge for", &MOTIVE),
    ("was motivated by", &MOTIVE),
    ("were motivated by", &MOTIVE),
    ("is motivated by", &MOTIVE),
    ("in an attempt to hide", &MOTIVE),
    ("in an attempt to conceal", &MOTIVE),
    ("in an attempt to cover up", &MOTIVE),
    ("in an attempt to silence", &MOTIVE),
    ("in an attempt to discredit", &MOTIVE),
    ("in an attempt to intimidate", &MOTIVE),
    ("in a bid to hide", &MOTIVE),
    ("in a bid to conceal", &MOTIVE),
    ("in a bid to silence", &MOTIVE),
    ("in an effort to hide", &MOTIVE),
    ("in an effort to conceal", &MOTIVE),
    ("in an effort to silence", &MOTIVE),
    ("in an effort to discredit", &MOTIVE),
    ("is bound to", &FORETELLS),
    ("are bound to", &FORETELLS),
    ("is sure to", &FORETELLS),
    ("are sure to", &FORETELLS),
    ("is certain to", &FORETELLS),
    ("are certain to", &FORETELLS),
    ("is doomed to", &FORETELLS),
    ("are doomed to", &FORETELLS),
    ("will inevitably", &FORETELLS),
    ("will undoubtedly", &FORETELLS),
    ("will certainly", &FORETELLS),
    ("will surely", &FORETELLS),
];

/// What befell those who are counted where a count is disputed.
const COUNTED: &[&str] = &["killed", "injured", "missing"];

/// Words of a sentence that names a source, a finding of a court or a record, a doubt, or what is no news.
const ANSWERED: &[&str] = &[
    // Somebody is named in a way that was not read, or the writer was there.
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tells",
    "according",
    "reported",
    "reports",
    "report",
    "confirmed",
    "announced",
    "claimed",
    "claims",
    "claim",
    "alleged",
    "alleges",
    "alleging",
    "allegedly",
    "allegations",
    "allegation",
    "accused",
    "accuses",
    "accusing",
    "accusations",
    "accusation",
    "blamed",
    "argued",
    "argues",
    "wrote",
    "figures",
    "toll",
    "records",
    "documents",
    "data",
    "survey",
    "poll",
    "study",
    "inquiry",
    "investigators",
    "prosecutors",
    "police",
    "reportedly",
    "believed",
    "thought",
    "feared",
    "saw",
    "watched",
    "footage",
    "video",
    "photographs",
    "witnesses",
    "spoke",
    "statement",
    "suspected",
    "suspicion",
    "lawsuit",
    "complaint",
    "testified",
    "testimony",
    "recalled",
    "remembers",
    "describes",
    "described",
    "story",
    "rumours",
    "rumors",
    "known",
    "admitted",
    "acknowledged",
    "confessed",
    "called",
    "insisted",
    // A court found it.
    "court",
    "judge",
    "jury",
    "convicted",
    "conviction",
    "guilty",
    "sentenced",
    "jailed",
    "imprisoned",
    "charged",
    "charges",
    "charge",
    "indicted",
    "indictment",
    "pleaded",
    "trial",
    "tried",
    "arrested",
    "verdict",
    "prison",
    "found",
    "acquitted",
    // Nothing is stated.
    "if",
    "whether",
    "not",
    "never",
    "nobody",
    "would",
    "could",
    "may",
    "might",
    "should",
    "unless",
    "didn't",
    "didn’t",
    "wasn't",
    "wasn’t",
    "hasn't",
    "hasn’t",
    "?",
    "denied",
    "denies",
    "deny",
    "no",
    // It is told, not reported.
    "film",
    "novel",
    "play",
    "book",
    "series",
    "movie",
    "character",
    "episode",
    // It is history.
    "ago",
    "anniversary",
    "century",
    "decade",
    "decades",
    "memorial",
    "history",
    "war",
    "genocide",
    "massacre",
    "earlier",
    "previous",
    "previously",
    "once",
    "since",
];

/// The first sign in a sentence, where the writer says it and nothing answers for it.
pub(super) fn sign(desk: &Desk<'_>, line: &Line<'_>) -> Option<Sign> {
    let sentence = &line.sentence;
    let counted = figures(desk, sentence.whole);
    let count = counted.iter().find(|figure| is_toll(desk, figure)).map(|f| Sign { span: f.span, manner: &COUNTS });
    let found = count.or_else(|| phrase(line))?;
    (!is_answered(line) && desk.is_writers(found.span) && !desk.quotes.inside(found.span.start)).then_some(found)
}

/// Whether anything in a piece of text is somebody's statement, or somebody is named in it as a source.
pub(super) fn has_source(desk: &Desk<'_>, span: Span) -> bool {
    desk.touching(span).next().is_some()
}

fn is_answered(line: &Line<'_>) -> bool {
    line.sentence.lower.iter().any(|word| ANSWERED.contains(&word.as_str()) || is_year(word))
}

/// “1998”: what has its year in an article is no news.
fn is_year(word: &str) -> bool {
    word.len() == 4 && matches!(word.get(..2), Some("18" | "19" | "20")) && word.bytes().all(|b| b.is_ascii_digit())
}

fn phrase(line: &Line<'_>) -> Option<Sign> {
    let sentence = &line.sentence;
    (0..sentence.words.len()).find_map(|at| {
        let (end, manner) =
            PHRASES.iter().find_map(|(phrase, manner)| Some((sentence.phrase(at, phrase)?, *manner)))?;
        Some(Sign { span: sentence.span(&(at..end)), manner })
    })
}

fn figures<'d>(desk: &'d Desk<'_>, within: Span) -> &'d [Figure] {
    let figures = &desk.reading.figures;
    let first = figures.partition_point(|figure| figure.span.start < within.start);
    let last = figures.partition_point(|figure| figure.span.start < within.end);
    &figures[first..last.max(first)]
}

/// A count of people whom something befell, that nobody gives.
fn is_toll(desk: &Desk<'_>, figure: &Figure) -> bool {
    figure.attribution.is_none()
        && figure.unit == "people"
        && figure.measure.is_some_and(|measure| COUNTED.contains(&measure.value))
        && desk.is_writers(figure.span)
}
