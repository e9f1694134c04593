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
pub(in crate::rules) struct Sign {
    /// The words that show it.
    pub(in crate::rules) span: Span,
    /// What the words do and what must be asked of them, for a message: “alleges a wrong”, “who says so?”.
    pub(super) manner: &'static Manner,
}

impl Sign {
    /// Whether it counts those whom something befell.
    pub(super) fn counts(&self) -> bool {
        *self.manner == COUNTS
    }

    /// Whether it says that somebody did wrong.
    pub(in crate::rules) fn alleges(&self) -> bool {
        *self.manner == ALLEGES
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
    ("misappropriated", &ALLEGES),
    ("backdated", &ALLEGES),
    ("lied in court", &ALLEGES),
    ("paid under the table", &ALLEGES),
    ("paid hush money", &ALLEGES),
    ("broke the law", &ALLEGES),
    ("breached the law", &ALLEGES),
    ("broke safety rules", &ALLEGES),
    ("broke its own rules", &ALLEGES),
    ("broke its own safety rules", &ALLEGES),
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
    ("through negligence", &BLAMES),
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
    ("out of envy", &MOTIVE),
    ("out of malice", &MOTIVE),
    ("out of vanity", &MOTIVE),
    ("out of hatred", &MOTIVE),
    ("to get back at", &MOTIVE),
    ("to cover his tracks", &MOTIVE),
    ("to cover her tracks", &MOTIVE),
    ("to cover their tracks", &MOTIVE),
    ("to cover its tracks", &MOTIVE),
    ("to line his pockets", &MOTIVE),
    ("to line his own pockets", &MOTIVE),
    ("to line her own pockets", &MOTIVE),
    ("to line their own pockets", &MOTIVE),
    ("in retaliation for", &MOTIVE),
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
    ("will have disappeared", &FORETELLS),
    ("will have vanished", &FORETELLS),
    ("will have died out", &FORETELLS),
    ("will be gone", &FORETELLS),
    ("will be extinct", &FORETELLS),
    ("will be bankrupt", &FORETELLS),
    ("will be out of work", &FORETELLS),
    ("will be under water", &FORETELLS),
    ("will be worthless", &FORETELLS),
    ("will run out of", &FORETELLS),
    ("will dry up", &FORETELLS),
    ("will collapse", &FORETELLS),
    ("will fall apart", &FORETELLS),
    ("will not survive", &FORETELLS),
    ("won’t survive", &FORETELLS),
    ("won't survive", &FORETELLS),
    ("will never again", &FORETELLS),
    ("will never be", &FORETELLS),
    ("will lose his seat", &FORETELLS),
    ("will lose her seat", &FORETELLS),
    ("will lose the election", &FORETELLS),
    ("will win the election", &FORETELLS),
    ("will be voted out", &FORETELLS),
    ("will double within", &FORETELLS),
    ("will double by", &FORETELLS),
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
    Frame { first: TAKES, then: BRIBES, between: 4, manner: &ALLEGES },
    Frame { first: HIDES, then: PAPERS, between: 4, manner: &ALLEGES },
    Frame { first: DIVERTS, then: KIN, between: 12, manner: &ALLEGES },
    Frame { first: SHUTS, then: EXITS, between: 4, manner: &BLAMES },
    Frame { first: COMES_OF, then: LAPSE, between: 5, manner: &BLAMES },
    Frame { first: BLAMEFUL, then: BRINGS_ABOUT, between: 10, manner: &BLAMES },
    Frame {
        first: &["ignored", "disregarded", "brushed aside", "dismissed"],
        then: WARNINGS,
        between: 3,
        manner: &BLAMES,
    },
    Frame { first: &["failed to"], then: CARE, between: 0, manner: &BLAMES },
    Frame { first: &["let"], then: DECAY, between: 6, manner: &BLAMES },
    Frame { first: &["left"], then: UNDONE, between: 6, manner: &BLAMES },
    Frame { first: &["because"], then: GRUDGES, between: 2, manner: &MOTIVE },
    Frame {
        first: &["will be no", "will be nothing", "will be nobody"],
        then: &["left"],
        between: 4,
        manner: &FORETELLS,
    },
    Frame { first: HEADS_FOR, then: ENDS, between: 2, manner: &FORETELLS },
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
    Frame { first: DONE_LATE, then: &["too late"], between: 2, manner: &BLAMES },
    Frame { first: &["that is why", "this is why", "which is why"], then: HARM, between: 6, manner: &BLAMES },
    Frame { first: &["should have been", "ought to have been"], then: LONG_BEFORE, between: 5, manner: &BLAMES },
    Frame {
        first: &["could have been", "could easily have been"],
        then: &["prevented", "avoided", "averted", "saved"],
        between: 1,
        manner: &BLAMES,
    },
    Frame {
        first: &["let", "dumped", "poured", "pumped"],
        then: &["raw sewage", "untreated sewage", "toxic waste", "untreated waste"],
        between: 2,
        manner: &ALLEGES,
    },
    Frame {
        first: &["cheated", "tricked", "conned", "robbed", "talked", "did"],
        then: &["out of their", "out of his", "out of her", "out of its", "out of millions", "out of thousands"],
        between: 6,
        manner: &ALLEGES,
    },
    Frame { first: &["billed", "charged", "invoiced", "claimed"], then: NEVER_DONE, between: 12, manner: &ALLEGES },
    Frame { first: OTHERS_MONEY, then: ON_ONESELF, between: 12, manner: &ALLEGES },
    Frame {
        first: &["secretly", "covertly", "systematically", "routinely", "quietly"],
        then: DONE_IN_SECRET,
        between: 0,
        manner: &ALLEGES,
    },
    Frame { first: &["beat", "starved", "drugged", "choked", "whipped"], then: WARDS, between: 3, manner: &ALLEGES },
    Frame {
        first: &["awarded", "granted", "sold", "handed", "steered", "waved through", "approved"],
        then: &["in return for", "in exchange for"],
        between: 14,
        manner: &ALLEGES,
    },
    Frame { first: &["contract", "contracts", "tender", "tenders", "orders"], then: KIN, between: 9, manner: &ALLEGES },
    Frame {
        first: &["overcharged", "underpaid", "short-changed", "shortchanged", "spied on", "eavesdropped on"],
        then: CHEATED,
        between: 3,
        manner: &ALLEGES,
    },
    Frame { first: &["bought", "fixed", "threw"], then: &["votes", "matches"], between: 1, manner: &ALLEGES },
    Frame { first: SOLD, then: &["for cash", "for money"], between: 1, manner: &ALLEGES },
    Frame {
        first: &["operated", "drove", "flew", "steered"],
        then: &["while drunk", "when drunk"],
        between: 8,
        manner: &ALLEGES,
    },
    Frame { first: &["sold", "leaked", "passed"], then: SECRETS, between: 3, manner: &ALLEGES },
    Frame {
        first: &["sold", "relabelled", "relabeled", "served", "repackaged"],
        then: SPOILT,
        between: 2,
        manner: &ALLEGES,
    },
    Frame {
        first: &["knew of", "knew about"],
        then: &["abuse", "fraud", "defects", "leak"],
        between: 2,
        manner: &ALLEGES,
    },
    Frame { first: &["evaded", "dodged"], then: &["tax", "taxes", "duty", "duties"], between: 5, manner: &ALLEGES },
    Frame {
        first: &["used"],
        then: &["as a personal piggy bank", "as his own", "as her own"],
        between: 5,
        manner: &ALLEGES,
    },
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

/// What is not for sale.
const SOLD: &[&str] = &[
    "permits",
    "permit",
    "licences",
    "licenses",
    "degrees",
    "diplomas",
    "visas",
    "passports",
    "pardons",
    "promotions",
    "exam papers",
    "certificates",
    "verdicts",
];
const SECRETS: &[&str] = &[
    "exam papers",
    "exam questions",
    "state secrets",
    "military secrets",
    "patient data",
    "names of witnesses",
    "names of informers",
    "trade secrets",
];
const SPOILT: &[&str] = &["expired", "rotten", "mouldy", "moldy", "tainted", "spoiled", "counterfeit", "contaminated"];
/// What nobody may be asked to pay for.
const NEVER_DONE: &[&str] = &[
    "never done",
    "never made",
    "never took place",
    "never delivered",
    "never carried out",
    "never existed",
    "never given",
    "did not exist",
    "was not done",
    "were not done",
    "never happened",
    "never built",
    "never driven",
];
const OTHERS_MONEY: &[&str] = &[
    "donations",
    "gifts",
    "public money",
    "taxpayers’ money",
    "taxpayers' money",
    "public funds",
    "relief money",
    "relief funds",
    "aid money",
    "charity money",
    "pension money",
    "club money",
    "town money",
    "members’ money",
    "members' money",
    "school funds",
    "school money",
    "council money",
    "church money",
    "union money",
];
const ON_ONESELF: &[&str] = &[
    "on holidays",
    "on a holiday",
    "on vacations",
    "on himself",
    "on herself",
    "on themselves",
    "on his own",
    "on her own",
    "on their own",
    "on a villa",
    "on a yacht",
    "on a boat",
    "on jewellery",
    "on jewelry",
    "on a private",
    "on luxury",
    "on gambling",
    "for himself",
    "for herself",
    "for his own",
    "for her own",
    "to renovate his",
    "to renovate her",
    "to pay for his",
    "to pay for her",
    "to buy himself",
    "to buy herself",
];
const DONE_IN_SECRET: &[&str] = &[
    "dumped",
    "filmed",
    "recorded",
    "copied",
    "poured",
    "pumped",
    "underpaid",
    "overcharged",
    "beat",
    "altered",
    "changed",
    "deleted",
    "burned",
    "buried",
    "tapped",
    "bugged",
    "followed",
    "channelled",
    "diverted",
    "transferred",
    "resold",
    "poisoned",
    "destroyed",
    "shredded",
    "watered down",
    "paid himself",
    "paid herself",
];
/// Those whom somebody has in his care or his power.
const WARDS: &[&str] = &[
    "prisoners",
    "detainees",
    "inmates",
    "residents",
    "patients",
    "pupils",
    "children",
    "protesters",
    "his wife",
    "her husband",
    "his children",
    "her children",
    "boys",
    "girls",
    "suspects",
    "orphans",
    "horses",
    "dogs",
];
const CHEATED: &[&str] = &[
    "customers",
    "patients",
    "tenants",
    "workers",
    "staff",
    "farmers",
    "pensioners",
    "families",
    "passengers",
    "clients",
    "drivers",
    "pickers",
    "the town",
    "the city",
    "the state",
    "the council",
    "rivals",
    "journalists",
    "employees",
    "neighbours",
    "neighbors",
    "students",
    "colleagues",
];
const TAKES: &[&str] = &[
    "took",
    "taken",
    "accepted",
    "demanded",
    "solicited",
    "pocketed",
    "received",
    "paid",
    "offered",
    "handed",
    "slipped",
];
const BRIBES: &[&str] =
    &["bribe", "bribes", "kickback", "kickbacks", "backhander", "backhanders", "payoffs", "hush money"];
/// What nobody does to papers and faults that others have a right to know of.
const HIDES: &[&str] = &[
    "hid",
    "concealed",
    "withheld",
    "suppressed",
    "buried",
    "sat on",
    "kept quiet about",
    "hushed up",
    "shredded",
    "deleted",
    "forged",
    "faked",
    "falsified",
    "doctored",
    "fabricated",
    "rigged",
    "tampered with",
    "fiddled",
    "padded",
    "understated",
];
const PAPERS: &[&str] = &[
    "result",
    "results",
    "test",
    "tests",
    "report",
    "reports",
    "record",
    "records",
    "check",
    "checks",
    "document",
    "documents",
    "file",
    "files",
    "evidence",
    "warning",
    "warnings",
    "fault",
    "faults",
    "defect",
    "defects",
    "crack",
    "cracks",
    "leak",
    "leaks",
    "loss",
    "losses",
    "death",
    "deaths",
    "accident",
    "accidents",
    "complaints",
    "accounts",
    "invoices",
    "bills",
    "readings",
    "emails",
    "log",
    "logs",
    "receipts",
    "signature",
    "signatures",
    "certificate",
    "certificates",
    "contracts",
    "minutes",
    "data",
    "debts",
    "emissions",
    "expenses",
    "ballots",
    "votes",
    "timesheets",
    "inspections",
    "findings",
];
const DIVERTS: &[&str] = &["diverted", "funnelled", "funneled", "steered", "channelled", "channeled", "siphoned"];
/// To whom what is not one’s own does not go.
const KIN: &[&str] = &[
    "owned by his",
    "owned by her",
    "owned by their",
    "run by his",
    "run by her",
    "his brother",
    "her brother",
    "his wife",
    "her husband",
    "his son",
    "her son",
    "his daughter",
    "her daughter",
    "his sister",
    "her sister",
    "his cousin",
    "her cousin",
    "his family",
    "her family",
    "his own company",
    "her own company",
    "his own firm",
    "her own firm",
    "their own pockets",
    "his own pocket",
    "her own pocket",
    "his own account",
    "her own account",
    "his private account",
    "her private account",
    "a company he owns",
    "a company she owns",
    "his friends",
    "her friends",
    "his cronies",
    "their cronies",
];
const SHUTS: &[&str] = &["chained", "locked", "bolted", "blocked", "barred", "nailed", "welded"];
const EXITS: &[&str] = &[
    "fire door",
    "fire doors",
    "fire exit",
    "fire exits",
    "emergency exit",
    "emergency exits",
    "emergency door",
    "emergency doors",
    "escape doors",
    "exits",
];
/// What names a cause.
const COMES_OF: &[&str] = &[
    "was the result of",
    "were the result of",
    "is the result of",
    "was caused by",
    "were caused by",
    "was brought about by",
    "was due to",
    "were due to",
    "resulted from",
    "stemmed from",
    "was down to",
    "were down to",
    "because of",
    "owing to",
    "as a result of",
    "was the fruit of",
    "was the work of",
    "can be traced to",
    "goes back to",
];
/// A cause that is somebody’s fault.
const LAPSE: &[&str] = &[
    "neglect",
    "negligence",
    "carelessness",
    "careless",
    "incompetence",
    "incompetent",
    "mismanagement",
    "recklessness",
    "corner-cutting",
    "penny-pinching",
    "cost-cutting",
    "complacency",
    "poor maintenance",
    "shoddy",
    "sloppy",
    "botched",
    "bungling",
    "greed",
    "indifference",
    "poor supervision",
    "lax",
    "blunder",
    "blunders",
    "failings",
    "failure to",
    "failures by",
    "cuts by",
    "stinginess",
    "arrogance",
];
/// The same, that bring something about.
const BLAMEFUL: &[&str] = &[
    "careless work",
    "shoddy work",
    "sloppy work",
    "shoddy workmanship",
    "poor workmanship",
    "bad workmanship",
    "negligence",
    "neglect",
    "incompetence",
    "mismanagement",
    "poor maintenance",
    "carelessness",
    "recklessness",
    "cost-cutting",
    "corner-cutting",
    "penny-pinching",
    "blunders",
    "a blunder",
    "bungling",
    "greed",
    "complacency",
    "lax supervision",
    "botched repairs",
    "a botched repair",
    "failings",
    "the failure of",
];
const BRINGS_ABOUT: &[&str] = &[
    "brought down",
    "caused",
    "led to",
    "killed",
    "sank",
    "wrecked",
    "ruined",
    "cost",
    "is behind",
    "was behind",
    "lay behind",
    "lies behind",
    "destroyed",
    "doomed",
    "drove",
    "is to blame",
    "set off",
    "sparked",
    "started",
];
const WARNINGS: &[&str] = &[
    "warning",
    "warnings",
    "alarm",
    "alarms",
    "complaints",
    "pleas",
    "calls for help",
    "red flags",
    "safety rules",
    "safety advice",
    "signals",
];
/// What becomes of what nobody takes care of.
const DECAY: &[&str] = &["rot", "decay", "crumble", "rust", "go to ruin", "fall apart", "fester"];
const UNDONE: &[&str] = &[
    "to rot",
    "to rust",
    "to drown",
    "unrepaired",
    "unguarded",
    "unattended",
    "unlocked",
    "untreated",
    "uninspected",
    "unpaid",
];
/// What those who keep watch fail to do.
const CARE: &[&str] = &[
    "act",
    "warn",
    "alert",
    "evacuate",
    "intervene",
    "maintain",
    "inspect",
    "repair",
    "protect",
    "heed",
    "supervise",
    "check",
];
/// What somebody does a thing for, where it does him no honour.
const GRUDGES: &[&str] = &[
    "hated",
    "resented",
    "was jealous",
    "were jealous",
    "needed the money",
    "could not bear",
    "envied",
    "despised",
    "felt slighted",
    "felt cheated",
    "feared losing",
];
const HEADS_FOR: &[&str] =
    &["is heading for", "are heading for", "is headed for", "are headed for", "is on course for", "faces certain"];
const ENDS: &[&str] = &[
    "collapse",
    "bankruptcy",
    "ruin",
    "defeat",
    "disaster",
    "catastrophe",
    "recession",
    "extinction",
    "failure",
    "insolvency",
    "a split",
    "relegation",
];

/// Adverbs that make a wrong of what is done.
const GUILTY: &[&str] = &[
    "knowingly",
    "wilfully",
    "willfully",
    "fraudulently",
    "illegally",
    "unlawfully",
    "recklessly",
    "negligently",
    "corruptly",
    "dishonestly",
];
/// Past tenses that do not end in “-ed”.
const STRONG: &[&str] = &[
    "sold", "kept", "hid", "let", "ran", "sent", "paid", "took", "told", "withheld", "held", "bought", "built", "put",
    "gave", "left", "spent", "drove", "set", "cut", "shot", "made", "broke", "fed", "hired", "brought", "lent",
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
    "cut",
    "turned off",
    "misled",
    "ran down",
    "starved",
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
    "proceeds",
    "rent",
    "rents",
    "tips",
    "subsidies",
    "grants",
    "aid",
    "benefits",
    "gifts",
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
/// What helps nobody where it is done too late.
const DONE_LATE: &[&str] =
    &["opened", "closed", "shut", "warned", "alerted", "evacuated", "acted", "raised", "sent", "sounded", "called in"];
/// What befell those for whom it was.
const HARM: &[&str] = &[
    "went under",
    "was flooded",
    "were flooded",
    "flooded",
    "burned",
    "burnt",
    "sank",
    "collapsed",
    "died",
    "drowned",
    "derailed",
    "was killed",
    "were killed",
    "went bankrupt",
];
const LONG_BEFORE: &[&str] = &[
    "hours before",
    "hours earlier",
    "days before",
    "days earlier",
    "weeks before",
    "weeks earlier",
    "months before",
    "months ago",
    "years before",
    "years ago",
    "long before",
    "long ago",
    "much earlier",
    "much sooner",
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
const DAMAGE: &[&str] = &[
    "repairs to",
    "repairing the",
    "rebuilding the",
    "reconstruction",
    "restoring",
    "clean-up",
    "cleanup",
    "cleaning up",
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
    "unless",
    "?",
    "denied",
    "denies",
    "deny",
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
];
/// Those of them that tell of the past, and of no forecast: “before the decade is out”.
const HISTORY: &[&str] = &["ago", "anniversary", "century", "decade", "decades", "history", "once", "figures", "data"];
/// Words that take a sign back where they stand before it in its clause.
const NEGATIONS: &[&str] = &[
    "not",
    "never",
    "nobody",
    "no",
    "didn't",
    "didn’t",
    "wasn't",
    "wasn’t",
    "hasn't",
    "hasn’t",
    "neither",
    "nor",
    "without",
    "isn't",
    "isn’t",
    "aren't",
    "aren’t",
    "don't",
    "don’t",
    "doesn't",
    "doesn’t",
    "cannot",
    "can't",
    "can’t",
    "won't",
    "won’t",
];
/// Houses that answer for a statement, unless somebody works there: “a bailiff at the district court”.
const HOUSES: &[&str] = &["court", "police", "prison", "judge"];
/// Those who work in one.
const STAFF: &[&str] = &[
    "bailiff",
    "bailiffs",
    "clerk",
    "clerks",
    "officer",
    "officers",
    "guard",
    "guards",
    "usher",
    "warden",
    "wardens",
    "governor",
    "registrar",
    "inspector",
    "sergeant",
    "chief",
    "head",
    "director",
    "secretary",
    "official",
    "officials",
    "commissioner",
    "captain",
    "constable",
    "driver",
    "doctor",
    "chaplain",
    "accountant",
    "manager",
    "staff",
    "member",
    "members",
    "deputy",
];

/// Words before a sign that state nothing of it: “would have taken bribes”.
const OPEN: &[&str] = &["would", "could", "may", "might", "should"];

/// The first sign in a sentence, where the writer says it and nothing answers for it.
pub(in crate::rules) fn sign(desk: &Desk<'_>, line: &Line<'_>) -> Option<Sign> {
    let sentence = &line.sentence;
    let counted = figures(desk, sentence.whole);
    let count = counted.iter().find(|figure| is_toll(desk, figure)).map(|f| Sign { span: f.span, manner: &COUNTS });
    let found = count.or_else(|| phrase(sentence))?;
    let first = sentence.words[sentence.words.partition_point(|word| word.start < found.span.start)];
    (!is_answered(sentence, &found)
        && !is_open(sentence, found.span)
        // What somebody is said to have wanted is read as his own words: “because the owner wanted to”.
        && (*found.manner == MOTIVE || is_writers(desk, found.span, &found))
        && is_writers(desk, first, &found)
        && !desk.quotes.inside(found.span.start))
    .then_some(found)
}

/// Whether nobody but the writer says a piece of text; “ignored three warnings” may be read as a statement of its own.
fn is_writers(desk: &Desk<'_>, span: Span, sign: &Sign) -> bool {
    desk.holders(span).iter().all(|a| a.cue.iter().any(|cue| sign.span.overlaps(*cue)))
}

/// The first wrong or blame in a piece of text, whoever says it.
pub(in crate::rules) fn wrong(sentence: &Sentence<'_>) -> Option<Span> {
    let found = phrase(sentence).filter(|sign| [ALLEGES, BLAMES].contains(sign.manner))?;
    let before = sentence.words.partition_point(|word| word.start < found.span.start);
    (!is_negated(sentence, before) && !is_open(sentence, found.span)).then_some(found.span)
}

/// The number of the first paragraph that tells something: a dateline of its own line does not.
pub(super) fn lead(desk: &Desk<'_>) -> Option<usize> {
    let tells = |line: &&Line<'_>| {
        line.sentence.words.len() > 5 || line.sentence.whole.of(desk.text).ends_with(['.', '?', '!', '”', '"'])
    };
    desk.body().find(tells).map(|line| line.paragraph)
}

/// Whether anything in a piece of text is somebody's statement, or somebody is named in it as a source.
pub(super) fn has_source(desk: &Desk<'_>, span: Span) -> bool {
    desk.touching(span).next().is_some()
}

/// The same of a sentence that has a sign, but for what is read as a statement in the sign’s own words: “waited too long to warn”.
pub(super) fn has_source_beside(desk: &Desk<'_>, span: Span, sign: &Sign) -> bool {
    desk.touching(span).any(|a| !a.cue.iter().any(|cue| sign.span.overlaps(*cue)))
}

fn is_answered(sentence: &Sentence<'_>, sign: &Sign) -> bool {
    let (first, end) = (
        sentence.words.partition_point(|word| word.start < sign.span.start),
        sentence.words.partition_point(|word| word.start < sign.span.end),
    );
    let foretells = *sign.manner == FORETELLS;
    let answers = |at: usize| {
        let word = sentence.lower(at);
        let is_past = foretells && HISTORY.contains(&word);
        let stands_for_another = is_past || is_workplace(sentence, at) || is_no_work(sentence, at);
        (ANSWERED.contains(&word) && !stands_for_another) || (!foretells && is_year(word))
    };
    (0..first).chain(end..sentence.words.len()).any(answers) || is_negated(sentence, first)
}

/// Whether a word in the clause before takes back what begins at a word.
fn is_negated(sentence: &Sentence<'_>, first: usize) -> bool {
    let clause = (0..first).rev().take_while(|at| sentence.lower(*at) != ",");
    clause.into_iter().any(|at| NEGATIONS.contains(&sentence.lower(at)))
}

/// “A bailiff at the district court”, “a police officer”: whether a house is only where somebody works.
fn is_workplace(sentence: &Sentence<'_>, house: usize) -> bool {
    let is_staff = |at: usize| STAFF.contains(&sentence.lower(at));
    let is_place = |at: &usize| matches!(sentence.lower(*at), "at" | "of" | "in" | "from" | "for");
    let place = (house.saturating_sub(4)..house).rev().find(is_place);
    HOUSES.contains(&sentence.lower(house))
        && (is_staff(house + 1) || place.is_some_and(|at| at > 0 && is_staff(at - 1)))
}

/// “A second receipt book”, “a series of thefts”, “to play down”: whether a word for a work that is told stands for something else.
fn is_no_work(sentence: &Sentence<'_>, at: usize) -> bool {
    const BEFORE: &[&str] = &["the", "a", "his", "her", "new", "latest", "first", "this", "in", "of", "debut"];
    let is_other = |word: &str| !BEFORE.contains(&word);
    match sentence.lower(at) {
        "book" | "story" | "play" | "film" => at > 0 && is_other(sentence.lower(at - 1)),
        "series" => sentence.lower(at + 1) == "of",
        "once" => sentence.lower(at + 1) == "a",
        _ => false,
    }
}

/// Whether a word before a sign leaves it open.
fn is_open(sentence: &Sentence<'_>, sign: Span) -> bool {
    let before = sentence.words.partition_point(|word| word.start < sign.start);
    // “How much of it could have been prevented”.
    sentence.lower(0) == "how" || sentence.lower[..before].iter().any(|word| OPEN.contains(&word.as_str()))
}

/// “1998”: what has its year in an article is no news.
fn is_year(word: &str) -> bool {
    word.len() == 4 && matches!(word.get(..2), Some("18" | "19" | "20")) && word.bytes().all(|b| b.is_ascii_digit())
}

fn phrase(sentence: &Sentence<'_>) -> Option<Sign> {
    phrase_in(sentence).or_else(|| phrase_in(&in_the_past(sentence)?))
}

fn phrase_in(sentence: &Sentence<'_>) -> Option<Sign> {
    (0..sentence.words.len()).find_map(|at| {
        let alone = PHRASES.iter().find_map(|(phrase, manner)| Some((sentence.phrase(at, phrase)?, *manner)));
        let framed = || FRAMES.iter().find_map(|frame| Some((frame.end(sentence, at)?, frame.manner)));
        let other = || {
            guilty(sentence, at)
                .or_else(|| stole(sentence, at))
                .or_else(|| spent(sentence, at))
                .or_else(|| favours(sentence, at))
                .map(|end| (end, &ALLEGES))
        };
        let (end, manner) = alone.or_else(framed).or_else(other)?;
        let is_shown = [ALLEGES, BLAMES].contains(manner) && is_beside_a_noun(sentence, at);
        (!is_shown).then(|| Sign { span: sentence.span(&(at..end)), manner })
    })
}

/// A sentence with “has been helping”, “has stolen” and “is taking” told as “helped”, “stole” and “took”, of which the tables know;
/// none where nothing is so told.
pub(in crate::rules) fn in_the_past<'t>(sentence: &Sentence<'t>) -> Option<Sentence<'t>> {
    let has_before = |at: usize, table: &[&str]| {
        let is_adverb = |at: &usize| sentence.lower(*at).ends_with("ly") || sentence.lower(*at) == "also";
        let before = (0..at).rev().find(|at| !is_adverb(at));
        before.is_some_and(|at| table.contains(&sentence.lower(at)))
    };
    let told: Vec<(usize, String)> = (1..sentence.words.len())
        .filter_map(|at| {
            let word = sentence.lower(at);
            let past = if word.ends_with("ing") && has_before(at, BEING) {
                past_of(word)
            } else if has_before(at, HAVING) {
                PARTICIPLES.iter().find(|(participle, _)| *participle == word).map(|(_, past)| (*past).to_owned())
            } else {
                None
            };
            past.map(|past| (at, past))
        })
        .collect();
    if told.is_empty() {
        return None;
    }
    let mut sentence = Sentence::of(sentence.text, sentence.whole);
    for (at, past) in told {
        if let Some(word) = sentence.lower.get_mut(at) {
            *word = past;
        }
    }
    Some(sentence)
}

/// What stands before “-ing” where somebody does a thing.
const BEING: &[&str] = &["been", "is", "are", "was", "were", "by", "kept"];
const HAVING: &[&str] = &["has", "have", "had"];
/// Participles that are no past tense, and the past tense.
const PARTICIPLES: &[(&str, &str)] = &[
    ("stolen", "stole"),
    ("taken", "took"),
    ("hidden", "hid"),
    ("broken", "broke"),
    ("driven", "drove"),
    ("given", "gave"),
    ("beaten", "beat"),
    ("run", "ran"),
    ("done", "did"),
];
/// Verbs whose past tense is not made by “-ed”.
const PRESENT: &[(&str, &str)] = &[
    ("stealing", "stole"),
    ("taking", "took"),
    ("hiding", "hid"),
    ("breaking", "broke"),
    ("driving", "drove"),
    ("giving", "gave"),
    ("beating", "beat"),
    ("running", "ran"),
    ("paying", "paid"),
    ("selling", "sold"),
    ("keeping", "kept"),
    ("letting", "let"),
    ("lying", "lied"),
    ("putting", "put"),
    ("cutting", "cut"),
    ("leaving", "left"),
    ("buying", "bought"),
    ("spending", "spent"),
    ("withholding", "withheld"),
    ("lining", "lined"),
    ("fleecing", "fleeced"),
    ("forging", "forged"),
    ("faking", "faked"),
];

/// “Helping”: “helped”.
fn past_of(word: &str) -> Option<String> {
    if let Some((_, past)) = PRESENT.iter().find(|(present, _)| *present == word) {
        return Some((*past).to_owned());
    }
    let stem = word.strip_suffix("ing").filter(|stem| stem.len() > 2)?;
    Some(stem.strip_suffix('y').map_or_else(|| format!("{stem}ed"), |stem| format!("{stem}ied")))
}

/// “Some forged signatures”, “of forged papers”: whether a word that looks like a verb belongs to the noun behind.
fn is_beside_a_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let looks = sentence.lower(at).ends_with("ed") || sentence.lower(at) == "hidden";
    looks
        && (at == 0
            || BEFORE_NOUNS.contains(&sentence.lower(at - 1))
            || sentence.word(at - 1).ends_with("ing") && !sentence.is_capital(at - 1))
}

const BEFORE_NOUNS: &[&str] = &[
    "a", "an", "the", "some", "any", "many", "several", "few", "all", "these", "those", "no", "two", "three", "four",
    "of", "with", "in", "on", "from", "by", "for", "about", "over", "into", "its", "their", "his", "her", "such",
    "other", "more", "most",
];

/// “Stole 40,000 crowns from”: where a theft from somebody ends, by somebody whom the sentence tells.
fn stole(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if sentence.lower(at) != "stole" || sentence.lower[..at].iter().any(|word| STRANGERS.contains(&word.as_str())) {
        return None;
    }
    (at + 1..at + 9).find(|at| sentence.lower(*at) == "from").map(|at| at + 1)
}

/// “Spent the club’s money”: where money of others ends that somebody lives on.
fn spent(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    if !matches!(sentence.lower(at), "spent" | "gambled" | "blew" | "squandered" | "drained" | "drank") {
        return None;
    }
    let is_owner = |at: &usize| sentence.lower(*at).ends_with("’s") || sentence.lower(*at).ends_with("'s");
    let owner = (at + 1..at + 5).find(is_owner)?;
    matches!(sentence.lower(owner + 1), "money" | "funds" | "savings" | "fees" | "takings" | "donations")
        .then_some(owner + 2)
}

/// “Awarded crane contracts to his wife’s company”: where a favour to one’s own ends.
fn favours(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    const GIVES: &[&str] = &["awarded", "steered", "gave", "handed", "diverted", "granted", "passed", "sent"];
    const GIVEN: &[&str] =
        &["contract", "contracts", "order", "orders", "tender", "tenders", "money", "funds", "grants", "jobs", "land"];
    const OWNED: &[&str] = &["company", "firm", "business", "account", "agency", "studio", "garage", "workshop"];
    if !GIVES.contains(&sentence.lower(at)) || !(at + 1..at + 5).any(|at| GIVEN.contains(&sentence.lower(at))) {
        return None;
    }
    let is_ones_own = |at: &usize| {
        let kin = sentence.lower(at + 1);
        matches!(sentence.lower(*at), "his" | "her" | "their")
            && (kin.ends_with("’s") || kin.ends_with("'s"))
            && OWNED.contains(&sentence.lower(at + 2))
    };
    (at + 1..at + 12).find(is_ones_own).map(|at| at + 3)
}

/// Those who are nobody in particular: that they stole is what happened.
const STRANGERS: &[&str] = &[
    "thieves",
    "thief",
    "burglars",
    "burglar",
    "robbers",
    "robber",
    "raiders",
    "gang",
    "intruders",
    "hackers",
    "pirates",
    "youths",
    "teenagers",
    "man",
    "men",
    "woman",
    "somebody",
    "someone",
    "fox",
    "dog",
    "bear",
    "monkeys",
];

/// “Knowingly shipped”: where an adverb and what is done end.
fn guilty(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let does = sentence.lower(at + 1);
    let is_past = does.ends_with("ed") || STRONG.contains(&does);
    (GUILTY.contains(&sentence.lower(at)) && is_past).then_some(at + 2)
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
