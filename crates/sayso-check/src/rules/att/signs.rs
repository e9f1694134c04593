//! Signs that a statement can be disputed: it alleges, blames, gives a motive, foretells or counts dead.
//!
//! Few and sure. A sentence with a word that names a source, a court, a record or a doubt is left alone, since what the reader
//! of attributions may have missed is most often said there.

use sayso_reading::Figure;
use sayso_text::Span;
use sayso_text::sentences::Sentence;

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
    ("fleeced", &ALLEGES),
    ("conned", &ALLEGES),
    ("duped", &ALLEGES),
    ("scammed", &ALLEGES),
    ("ripped off", &ALLEGES),
    ("helped himself to", &ALLEGES),
    ("helped herself to", &ALLEGES),
    ("helped themselves to", &ALLEGES),
    ("lined his pockets", &ALLEGES),
    ("lined her pockets", &ALLEGES),
    ("lined their pockets", &ALLEGES),
    ("lined his own pockets", &ALLEGES),
    ("lined her own pockets", &ALLEGES),
    ("lined their own pockets", &ALLEGES),
    ("hushed up", &ALLEGES),
    ("lied under oath", &ALLEGES),
    ("took backhanders", &ALLEGES),
    ("paid backhanders", &ALLEGES),
    ("creamed off", &ALLEGES),
    ("skimmed off", &ALLEGES),
    ("cooked the books", &ALLEGES),
    ("doctored the", &ALLEGES),
    ("fiddled the", &ALLEGES),
    ("pulled the wool over", &ALLEGES),
    ("took the fall for", &ALLEGES),
    ("takes the fall for", &ALLEGES),
    ("skimped on", &BLAMES),
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
    ("went unheeded", &BLAMES),
    ("is to blame", &BLAMES),
    ("are to blame", &BLAMES),
    ("was to blame", &BLAMES),
    ("were to blame", &BLAMES),
    ("was avoidable", &BLAMES),
    ("was preventable", &BLAMES),
    ("cut corners", &BLAMES),
    ("ignored warnings", &BLAMES),
    ("ignored the warnings", &BLAMES),
    ("ignored repeated warnings", &BLAMES),
    ("brushed aside warnings", &BLAMES),
    ("sacrificed safety", &BLAMES),
    ("only itself to blame", &BLAMES),
    ("only himself to blame", &BLAMES),
    ("only herself to blame", &BLAMES),
    ("only themselves to blame", &BLAMES),
    ("fell on deaf ears", &BLAMES),
    ("turned a blind eye", &BLAMES),
    ("turned a deaf ear", &BLAMES),
    ("looked the other way", &BLAMES),
    ("put profit before", &BLAMES),
    ("put profit ahead of", &BLAMES),
    ("put profit above", &BLAMES),
    ("put profits before", &BLAMES),
    ("put profits ahead of", &BLAMES),
    ("put profits above", &BLAMES),
    ("puts profit before", &BLAMES),
    ("puts profit ahead of", &BLAMES),
    ("puts profit above", &BLAMES),
    ("puts profits before", &BLAMES),
    ("puts profits ahead of", &BLAMES),
    ("puts profits above", &BLAMES),
    ("putting profit before", &BLAMES),
    ("putting profit ahead of", &BLAMES),
    ("putting profit above", &BLAMES),
    ("putting profits before", &BLAMES),
    ("putting profits ahead of", &BLAMES),
    ("putting profits above", &BLAMES),
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
    ("will be worse than", &FORETELLS),
    ("will be thrown out", &FORETELLS),
    ("will be lucky to", &FORETELLS),
    ("will pay for itself", &FORETELLS),
    ("will never recover", &FORETELLS),
    ("will be forced out", &FORETELLS),
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
    ("will destroy", &FORETELLS),
    ("will ruin", &FORETELLS),
    ("will kill off", &FORETELLS),
    ("will go bust", &FORETELLS),
    ("will go bankrupt", &FORETELLS),
    ("spells the end of", &FORETELLS),
];

/// Words and, within so many words behind them, others, that together do what neither does alone.
struct Frame {
    first: &'static [&'static str],
    then: &'static [&'static str],
    /// How many words may stand between.
    between: usize,
    manner: &'static Manner,
}

const FRAMES: &[Frame] = &[
    Frame { first: &["paid off", "bought off", "slipped cash to"], then: OFFICIALS, between: 4, manner: &ALLEGES },
    Frame { first: &["masterminded", "plotted", "staged", "faked"], then: CRIMES, between: 4, manner: &ALLEGES },
    Frame { first: &["plundered", "gambled away", "pocketed", "looted"], then: FUNDS, between: 5, manner: &ALLEGES },
    Frame { first: &["left"], then: &["to die"], between: 5, manner: &ALLEGES },
    Frame { first: BURNT, then: &["own"], between: 1, manner: &ALLEGES },
    Frame {
        first: &["waited too long to", "was too slow to", "were too slow to"],
        then: DUTIES,
        between: 0,
        manner: &BLAMES,
    },
    Frame { first: KEEPERS, then: LAPSES, between: 0, manner: &BLAMES },
    Frame { first: &["deliberately"], then: DONE_ON_PURPOSE, between: 0, manner: &ALLEGES },
    Frame { first: &["because"], then: &["wanted to", "hoped to"], between: 3, manner: &MOTIVE },
    Frame {
        first: &["because"],
        then: &["has driven", "have driven", "would not listen"],
        between: 3,
        manner: &BLAMES,
    },
    Frame {
        first: &["dragging out", "dragging things out", "stalling", "playing for time"],
        then: &["to", "in the hope of"],
        between: 4,
        manner: &MOTIVE,
    },
    Frame { first: &["would never have"], then: &["if"], between: 6, manner: &BLAMES },
    Frame { first: &["did it", "did so"], then: MOTIVES, between: 0, manner: &MOTIVE },
    Frame {
        first: DAMAGE,
        then: &["will cost", "are going to cost", "is going to cost"],
        between: 12,
        manner: &FORETELLS,
    },
];

/// What is a wrong where it is no accident.
const DONE_ON_PURPOSE: &[&str] = &[
    "keeps",
    "keep",
    "kept",
    "held",
    "left",
    "let",
    "delayed",
    "delays",
    "withheld",
    "rammed",
    "blocked",
    "starved",
    "destroyed",
    "hid",
    "ran",
    "started",
    "set",
    "shelled",
    "bombed",
    "flooded",
    "drove",
    "broke",
    "leaked",
];
/// Whom to pay off is to bribe.
const OFFICIALS: &[&str] = &[
    "inspector",
    "inspectors",
    "official",
    "officials",
    "officer",
    "officers",
    "judge",
    "judges",
    "juror",
    "jurors",
    "witness",
    "witnesses",
    "minister",
    "ministers",
    "mayor",
    "councillor",
    "councillors",
    "referee",
    "guard",
    "guards",
    "examiner",
    "surveyor",
    "planner",
    "planners",
];
/// What nobody masterminds or fakes without doing wrong.
const CRIMES: &[&str] = &[
    "raid",
    "robbery",
    "heist",
    "burglary",
    "theft",
    "fraud",
    "murder",
    "murders",
    "killing",
    "killings",
    "kidnapping",
    "abduction",
    "arson",
    "bombing",
    "swindle",
    "break-in",
    "death",
];
/// What is not one’s own to spend.
const FUNDS: &[&str] = &[
    "money",
    "fund",
    "funds",
    "savings",
    "pension",
    "pensions",
    "fees",
    "deposits",
    "takings",
    "donations",
    "wages",
    "inheritance",
    "treasury",
];
const BURNT: &[&str] = &["burned down", "burnt down", "torched", "set fire to", "set light to", "set alight"];
/// What those who keep watch have to do.
const DUTIES: &[&str] = &[
    "open",
    "close",
    "shut",
    "warn",
    "act",
    "alert",
    "evacuate",
    "call",
    "tell",
    "order",
    "send",
    "intervene",
    "respond",
    "stop",
];
/// Whose lapse is the cause.
const KEEPERS: &[&str] = &[
    "driver",
    "pilot",
    "brakeman",
    "signalman",
    "captain",
    "skipper",
    "helmsman",
    "lookout",
    "watchman",
    "guard",
    "guards",
    "conductor",
    "controller",
    "dispatcher",
    "operator",
    "lifeguard",
    "crew",
    "engineer",
    "foreman",
    "mechanic",
    "officer",
    "nurse",
    "surgeon",
    "drivers",
    "pilots",
];
const LAPSES: &[&str] = &[
    "was asleep",
    "were asleep",
    "had fallen asleep",
    "fell asleep",
    "was drunk",
    "were drunk",
    "had been drinking",
    "was speeding",
    "was texting",
    "was distracted",
    "panicked",
    "was driving too fast",
    "was on his phone",
    "was on her phone",
    "ignored a red",
    "ignored the red",
    "ran a red",
];
/// What somebody did a thing for, where it does him no honour.
const MOTIVES: &[&str] = &[
    "to pay off",
    "to cover up",
    "to cover his",
    "to cover her",
    "to cover their",
    "to hide",
    "to conceal",
    "to silence",
    "to get rid of",
    "to get even",
    "to get back at",
    "to settle a score",
    "to save his own skin",
    "to save her own skin",
    "to save their own skins",
    "to collect the insurance",
    "to cash in",
    "for the insurance",
    "for the money",
    "for the cash",
];
/// What has a cost that somebody estimates.
const DAMAGE: &[&str] =
    &["repairs", "repairing", "rebuilding", "reconstruction", "restoring", "clean-up", "cleanup", "cleaning up"];

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

/// Words before a sign that state nothing of it: “would have taken bribes”.
const OPEN: &[&str] = &["would", "could", "may", "might", "should"];

/// The first sign in a sentence, where the writer says it and nothing answers for it.
pub(super) fn sign(desk: &Desk<'_>, line: &Line<'_>) -> Option<Sign> {
    let sentence = &line.sentence;
    let counted = figures(desk, sentence.whole);
    let count = counted.iter().find(|figure| is_toll(desk, figure)).map(|f| Sign { span: f.span, manner: &COUNTS });
    let found = count.or_else(|| phrase(line))?;
    (!is_answered(line)
        && !is_open(line, found.span)
        // What somebody is said to have wanted is read as his own words: “because the owner wanted to”.
        && (*found.manner == MOTIVE || desk.is_writers(found.span))
        && desk.is_writers(sentence.words[sentence.words.partition_point(|word| word.start < found.span.start)])
        && !desk.quotes.inside(found.span.start))
    .then_some(found)
}

/// Whether anything in a piece of text is somebody's statement, or somebody is named in it as a source.
pub(super) fn has_source(desk: &Desk<'_>, span: Span) -> bool {
    desk.touching(span).next().is_some()
}

/// The same of a sentence that has a sign, but for what is read as a statement in the sign’s own words: “waited too long to warn”.
pub(super) fn has_source_beside(desk: &Desk<'_>, span: Span, sign: &Sign) -> bool {
    desk.touching(span).any(|a| !a.cue.iter().any(|cue| sign.span.overlaps(*cue)))
}

fn is_answered(line: &Line<'_>) -> bool {
    line.sentence.lower.iter().any(|word| ANSWERED.contains(&word.as_str()) || is_year(word))
}

/// Whether a word before a sign leaves it open.
fn is_open(line: &Line<'_>, sign: Span) -> bool {
    let before = line.sentence.words.partition_point(|word| word.start < sign.start);
    line.sentence.lower[..before].iter().any(|word| OPEN.contains(&word.as_str()))
}

/// “1998”: what has its year in an article is no news.
fn is_year(word: &str) -> bool {
    word.len() == 4 && matches!(word.get(..2), Some("18" | "19" | "20")) && word.bytes().all(|b| b.is_ascii_digit())
}

fn phrase(line: &Line<'_>) -> Option<Sign> {
    let sentence = &line.sentence;
    (0..sentence.words.len()).find_map(|at| {
        let alone = PHRASES.iter().find_map(|(phrase, manner)| Some((sentence.phrase(at, phrase)?, *manner)));
        let (end, manner) =
            alone.or_else(|| FRAMES.iter().find_map(|frame| Some((frame.end(sentence, at)?, frame.manner))))?;
        Some(Sign { span: sentence.span(&(at..end)), manner })
    })
}

impl Frame {
    /// Where it ends, if it begins at a word.
    fn end(&self, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        let first = self.first.iter().find_map(|phrase| sentence.phrase(at, phrase))?;
        let then = |at: usize| self.then.iter().find_map(|phrase| sentence.phrase(at, phrase));
        (first..=first + self.between).find_map(then)
    }
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
