//! An allegation against somebody by name rests on one unnamed source and on nobody else.
//!
//! ## What it does
//!
//! Finds words of wrongdoing (“stole”, “took bribes”, “falsified”; “tore pages out of the log”, “moved the money to his brother”)
//! or of deeds that what goes with them makes wrong (“paid under the table”, “saw the rival bids”), that one unnamed source says of
//! a person or an organisation by name, where nobody else in the article says it and no document bears it out. “Paid an inspector
//! money to look away” and “approved 30 scans in a minute” are such deeds; “never took place” is one only of what was billed or
//! recorded. “The company” is the house by name that the source is told to be of. Logs or bills that the newspaper has seen bear
//! out what they show.
//!
//! ## Why it matters
//!
//! Who is accused by one voice without a name can answer nobody, and the house has only one leg to stand on.
//!
//! ## Authority
//!
//! BBC, “Editorial Guidelines”, Accuracy: serious allegations by an unnamed source need corroboration, and are told as what they
//! are. Reuters, “Handbook of Journalism”: two unnamed sources are better than one, and a single one is the exception. AP,
//! “Statement of News Values”, asks for more than one.
//!
//! ## Example
//!
//! ```text
//! The mayor, Otto Brand, is on leave.
//!
//! A source close to the council said that Brand had taken bribes from two builders.
//! ```
//!
//! ## Better
//!
//! ```text
//! The mayor, Otto Brand, is on leave.
//!
//! A source close to the council said that Brand had taken bribes from two builders. Bank records seen by the Courier show
//! the bribes.
//! ```
//!
//! ## When not to use
//!
//! Where what bears it out cannot be printed and the desk has seen it: then let the finding stand with that reason.

use sayso_article::Part;
use sayso_reading::{Attribution, SourceType};
use sayso_text::Span;
use sayso_text::sentences::Sentence;

use super::people::People;
use super::unnamed::{Unnamed, around, denies, is_own, without_a_name};
use crate::words::{phrase, phrase_at, short};
use crate::{Category, Desk, Found, Options, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    code: "ANO009",
    name: "single-anonymous-allegation",
    category: Category::Correctness,
    severity: Severity::Error,
    default: true,
    options: &[],
    source: include_str!("single_allegation.rs"),
    check,
};

/// Words of wrongdoing: forms of one word stand in one row.
const WRONGS: &[&[&str]] = &[
    &["stole", "stolen", "steal", "stealing", "theft"],
    &["bribe", "bribes", "bribed", "bribery", "bribing", "kickback", "kickbacks"],
    &["embezzled", "embezzling", "embezzlement", "embezzle"],
    &["pocketed", "pocketing"],
    &["siphoned", "siphoning"],
    &["laundered", "laundering"],
    &["defrauded", "defrauding", "fraud", "swindled"],
    &["falsified", "falsifying", "forged", "forging", "forgery", "faked"],
    &["raped", "rape", "raping"],
    &["assaulted", "assault", "assaulting"],
    &["groped", "groping"],
    &["molested", "molesting", "abused", "abusing"],
    &["harassed", "harassing", "harassment"],
    &["tortured", "torturing", "torture"],
    &["blackmailed", "blackmail", "extorted", "extortion"],
    &["lied", "lying", "lies"],
    &["plagiarised", "plagiarized", "plagiarism"],
    &["rigged", "rigging"],
    &["shredded", "shredding"],
    &["murdered", "murder"],
    &["perjured", "perjury"],
    &["spied", "spying"],
    &["bugged", "wiretapped", "hacked"],
    &["smuggled", "smuggling"],
    &["looted", "looting", "plundered", "plundering"],
    &["cheated", "cheating"],
    &["doped", "doping"],
    &["colluded", "colluding", "collusion", "conspired", "conspiring"],
    &["sabotaged", "sabotaging", "sabotage"],
    &["deceived", "deceiving", "duped", "misled", "tricked"],
    &["overcharged", "overcharging", "skimmed", "skimming", "fleeced"],
    &["intimidated", "intimidating", "coerced", "coercing", "bullied", "bullying"],
    &["misappropriated", "misused", "misusing"],
    &["trafficked", "trafficking"],
    &["fabricated", "fabricating", "fudged", "fudging", "doctored", "doctoring"],
];
/// What makes any act that is told of somebody wrong. Rows behind those of [`DEEDS`].
const TAINTS: &[&[&str]] = &[
    &["under the table", "off the books", "brown envelope", "brown envelopes", "in unmarked bills", "slush fund"],
    &["never took place", "did not take place", "never happened", "did not happen", "never existed", "did not exist"],
    &["never been done", "never been made", "never carried out", "never done", "never delivered", "never made"],
    &["a blind eye", "looked the other way", "looking the other way"],
    &["cover up", "covered up", "covering up", "hush up", "hushed up", "hush money"],
    &["knowingly", "deliberately"],
    &["behind the back of", "without telling the board", "without the board’s knowledge", "without permission"],
    &["ghost workers", "ghost employees", "phantom", "bogus", "sham"],
    &["ignored warnings", "ignored a warning", "ignored the warnings", "ignored repeated warnings", "cut corners"],
    &["inside information", "insider information"],
    &["passed off as", "passed it off as", "passed them off as"],
    &["for his own pocket", "for her own pocket", "into his own", "into her own", "lined his", "lined her"],
    &["cooked the books", "cooking the books", "kept two sets of books", "second set of books", "double books"],
];
/// Rows of them that are wrong only of what was billed or recorded, and the words for it.
const NEEDS_A_CLAIM: std::ops::Range<usize> = 1..3;
const CLAIMED: &[&str] = &[
    "bill",
    "bills",
    "billed",
    "invoice",
    "invoices",
    "invoiced",
    "charged",
    "claimed",
    "claims",
    "claim",
    "paid",
    "payment",
    "payments",
    "reported",
    "recorded",
    "logged",
    "listed",
    "certified",
    "signed",
    "booked",
    "entered",
    "sold",
    "records",
    "receipts",
    "expenses",
    "wages",
    "salaries",
    "fees",
    "subsidies",
    "grants",
    "ticked",
];
/// Deeds that only their object makes wrong: verbs, and words of which one follows soon in the same clause. Each is a row behind
/// those of [`WRONGS`].
const DEEDS: &[(&[&str], &[&[&str]])] = &[
    // What was lost or broken is kept from those who must know.
    (
        &["hid", "hidden", "hiding", "concealed", "concealing", "buried", "kept", "keeping", "withheld", "disguised"],
        &[
            &[
                "losses", "loss", "debts", "debt", "deficit", "cracks", "crack", "faults", "deaths", "defects",
                "bills", "leak",
            ],
            &["accounts", "books", "regulator", "regulators", "auditors", "auditor", "inspectors", "police", "sight"],
        ],
    ),
    // Accounts that are not true.
    (
        &["booked", "booking", "recorded", "recording", "counted", "counting", "logged", "entered", "declared"],
        &[
            &[
                "unsold",
                "unpaid",
                "invented",
                "fake",
                "false",
                "returned",
                "empty",
                "dead",
                "nonexistent",
                "fictitious",
            ],
            &[
                "sales",
                "sold",
                "income",
                "revenue",
                "profit",
                "profits",
                "turnover",
                "paid",
                "delivered",
                "staff",
                "wages",
            ],
        ],
    ),
    (
        &["doctored", "backdated", "faked", "inflated", "altered", "cooked", "tampered", "massaged"],
        &[&[
            "accounts",
            "books",
            "invoices",
            "invoice",
            "figures",
            "minutes",
            "records",
            "record",
            "logs",
            "log",
            "results",
            "samples",
            "ledger",
            "ledgers",
            "receipts",
            "expenses",
            "timesheets",
            "certificates",
            "ballots",
            "votes",
        ]],
    ),
    // Money that goes to one's own.
    (
        &[
            "moved",
            "moving",
            "diverted",
            "diverting",
            "steered",
            "channelled",
            "channeled",
            "funnelled",
            "funneled",
            "shifted",
            "transferred",
            "paid",
            "routed",
            "spent",
            "gave",
            "handed",
            "awarded",
        ],
        &[
            &[
                "million",
                "millions",
                "thousand",
                "money",
                "funds",
                "fund",
                "grant",
                "grants",
                "cash",
                "£",
                "$",
                "€",
                "contract",
                "contracts",
            ],
            &[
                "own",
                "brother",
                "sister",
                "wife",
                "husband",
                "son",
                "daughter",
                "cousin",
                "nephew",
                "girlfriend",
                "boyfriend",
                "lover",
                "mistress",
                "himself",
                "herself",
            ],
        ],
    ),
    // Evidence that is done away with.
    (
        &[
            "tore",
            "torn",
            "tearing",
            "ripped",
            "burned",
            "burnt",
            "burning",
            "destroyed",
            "destroying",
            "deleted",
            "deleting",
            "erased",
            "wiped",
            "removed",
            "shredded",
        ],
        &[&[
            "page",
            "pages",
            "log",
            "logs",
            "logbook",
            "record",
            "records",
            "file",
            "files",
            "evidence",
            "emails",
            "footage",
            "minutes",
            "ledger",
            "ledgers",
            "documents",
            "receipts",
            "diary",
            "messages",
            "invoices",
        ]],
    ),
    // A crime that is planned: the lead, too, says who planned it, so what one has to do with the plan stands by itself.
    (&["planned", "plotted", "masterminded", "organised", "organized", "ordered", "led", "commissioned"], &[CRIMES]),
    (&["drew", "picked", "hired", "financed", "paid", "chose", "bought"], &[CRIMES]),
    // Others are made to do it.
    (
        &["ordered", "ordering", "instructed", "pressed", "forced", "pressured"],
        &[
            &[
                "changed",
                "change",
                "altered",
                "alter",
                "delete",
                "deleted",
                "destroy",
                "destroyed",
                "shred",
                "rewritten",
                "rewrite",
                "falsify",
                "remove",
                "removed",
                "wiped",
                "wipe",
                "backdate",
                "backdated",
                "erase",
                "erased",
                "hide",
                "burn",
                "swap",
                "swapped",
                "lose",
                "lie",
                "redo",
            ],
            &[
                "sheet",
                "sheets",
                "results",
                "result",
                "record",
                "records",
                "log",
                "logs",
                "figures",
                "numbers",
                "report",
                "reports",
                "minutes",
                "file",
                "files",
                "emails",
                "messages",
                "footage",
                "samples",
                "sample",
                "test",
                "tests",
                "readings",
                "invoice",
                "invoices",
                "dates",
                "ledger",
                "evidence",
                "data",
                "scores",
                "grades",
                "marks",
                "certificate",
                "certificates",
                "statement",
                "statements",
                "police",
                "inspectors",
                "auditors",
            ],
        ],
    ),
    // A servant of the public who is paid for a favour.
    (
        &["paid", "paying", "offered", "promised", "slipped", "handed", "gave"],
        &[
            &[
                "surveyor",
                "surveyors",
                "inspector",
                "inspectors",
                "official",
                "officials",
                "councillor",
                "councillors",
                "clerk",
                "planner",
                "officer",
                "officers",
                "juror",
                "jurors",
                "witness",
                "witnesses",
                "referee",
                "minister",
                "examiner",
                "guard",
                "guards",
                "judge",
                "voters",
                "registrar",
                "assessor",
            ],
            &[
                "crowns", "crown", "marks", "francs", "kroner", "euros", "dollars", "pounds", "money", "cash",
                "thousand", "million", "$", "£", "€",
            ],
            &[
                "see", "look", "sign", "approve", "pass", "ignore", "open", "drop", "leak", "change", "lose",
                "overlook", "vote", "show", "let", "waive", "forget", "stay", "destroy", "alter",
            ],
        ],
    ),
    // What was to be read or looked at, let pass in no time.
    (
        &[
            "approved",
            "approving",
            "signed",
            "signing",
            "passed",
            "passing",
            "certified",
            "certifying",
            "marked",
            "graded",
            "cleared",
            "stamped",
        ],
        &[
            &[
                "images",
                "scans",
                "tests",
                "exams",
                "essays",
                "papers",
                "forms",
                "applications",
                "certificates",
                "slides",
                "samples",
                "cars",
                "boats",
                "brakes",
                "lifts",
                "claims",
                "cases",
                "reports",
                "prescriptions",
                "pages",
            ],
            &[
                "minute",
                "minutes",
                "seconds",
                "second",
                "unread",
                "unseen",
                "unopened",
                "unchecked",
                "blind",
                "without",
            ],
        ],
    ),
    // What others offer or ask, known before its time.
    (
        &[
            "saw", "see", "seen", "read", "obtained", "received", "got", "leaked", "passed", "showed", "shown",
            "copied", "gave", "given", "handed", "knew", "sold", "opened",
        ],
        &[
            &["bid", "bids", "offers", "tender", "tenders", "prices"],
            &[
                "rival",
                "rivals",
                "rivals’",
                "rivals'",
                "competitor",
                "competitors",
                "advance",
                "secret",
                "sealed",
                "confidential",
            ],
        ],
    ),
    (
        &["leaked", "passed", "sold", "gave", "given", "handed", "showed", "slipped"],
        &[
            &["exam", "examination", "questions", "answers"],
            &["before", "ahead", "advance", "early", "pupils", "students"],
        ],
    ),
    // Money that is given or taken in the dark.
    (
        &["paid", "paying", "took", "taken", "accepted", "received", "demanded", "handed"],
        &[
            &["money", "cash", "payment", "payments", "gifts", "gift", "envelope", "envelopes"],
            &[
                "secret",
                "secretly",
                "undeclared",
                "envelope",
                "envelopes",
                "silence",
                "licence",
                "license",
                "permit",
                "permits",
                "votes",
                "lose",
            ],
        ],
    ),
    // Who is hurt or threatened with it.
    (
        &["hit", "beat", "beaten", "punched", "slapped", "kicked", "choked", "struck", "shoved", "dragged", "locked"],
        &[&[
            "child",
            "children",
            "boy",
            "boys",
            "girl",
            "girls",
            "pupil",
            "pupils",
            "student",
            "students",
            "prisoner",
            "prisoners",
            "inmate",
            "inmates",
            "patient",
            "patients",
            "resident",
            "residents",
            "wife",
            "worker",
            "workers",
            "referee",
            "player",
            "detainee",
            "detainees",
            "trainee",
            "trainees",
            "employee",
            "face",
        ]],
    ),
    (
        &["threatened", "threatening"],
        &[&[
            "staff",
            "witness",
            "witnesses",
            "worker",
            "workers",
            "tenant",
            "tenants",
            "nurse",
            "nurses",
            "colleague",
            "colleagues",
            "him",
            "her",
            "them",
            "kill",
            "hurt",
            "beat",
            "violence",
            "families",
            "employees",
            "players",
        ]],
    ),
    // What poisons, and where it goes.
    (
        &["dumped", "dumping", "poured", "pouring", "discharged", "pumped", "flushed", "buried"],
        &[&["waste", "chemicals", "sewage", "sludge", "acid", "solvent", "solvents", "asbestos", "slurry", "effluent"]],
    ),
    // What keeps others safe, done away with.
    (
        &[
            "skipped",
            "skipping",
            "disabled",
            "disabling",
            "overrode",
            "silenced",
            "muted",
            "bypassed",
            "signed",
            "waived",
        ],
        &[
            &["inspection", "inspections", "alarm", "alarms", "checks", "safety", "tests", "sensors", "brakes"],
            &[
                "never", "not", "without", "unseen", "save", "ignoring", "safety", "alarm", "alarms", "sensors",
                "brakes",
            ],
        ],
    ),
    // Who spoke up is made to go.
    (
        &["fired", "sacked", "dismissed", "demoted", "punished", "suspended", "transferred"],
        &[&["whistleblower", "complained", "complaining", "questions", "refused", "refusing", "warned", "reported"]],
    ),
    // What belongs to all, spent on oneself.
    (
        &["used", "using", "spent", "charged", "billed", "took", "put", "borrowed"],
        &[
            &[
                "company",
                "club",
                "charity",
                "council",
                "taxpayers",
                "parish",
                "card",
                "fund",
                "funds",
                "money",
                "account",
            ],
            &[
                "holiday",
                "holidays",
                "villa",
                "personal",
                "wedding",
                "gambling",
                "casino",
                "yacht",
                "honeymoon",
                "girlfriend",
                "mistress",
                "birthday",
            ],
        ],
    ),
    // Drink where it is no private matter.
    (
        &["drunk", "drinking", "drank", "intoxicated"],
        &[&[
            "duty", "wheel", "shift", "work", "control", "controls", "flight", "bridge", "theatre", "surgery", "watch",
        ]],
    ),
    // What somebody knew and did nothing about.
    (
        &["knew"],
        &[&[
            "leak",
            "leaks",
            "leaking",
            "crack",
            "cracks",
            "fault",
            "faults",
            "defect",
            "defects",
            "unsafe",
            "failing",
            "broken",
            "cracked",
            "danger",
            "dangers",
            "flaw",
            "flaws",
            "asbestos",
            "contamination",
            "mould",
            "toxic",
            "tainted",
            "rotten",
            "contaminated",
            "abuse",
            "faulty",
            "poisoned",
            "forged",
            "fake",
        ]],
    ),
    // Others are told to do it.
    (
        &["told", "asked", "urged", "ordered", "ordering", "instructed", "made", "had", "pressed", "forced"],
        &[
            &[
                "staff",
                "workers",
                "employees",
                "crews",
                "crew",
                "nurses",
                "doctors",
                "drivers",
                "engineers",
                "them",
                "clerks",
                "colleagues",
                "inspectors",
                "officers",
                "guards",
                "accountants",
                "salesmen",
                "teachers",
                "technicians",
                "managers",
                "foremen",
                "subordinates",
                "assistants",
                "scientists",
                "players",
                "agents",
                "people",
                "teams",
                "team",
                "pilots",
                "bookkeepers",
                "tellers",
                "secretary",
                "soldiers",
                "men",
            ],
            &[
                "falsify",
                "change",
                "alter",
                "delete",
                "shred",
                "ignore",
                "hide",
                "conceal",
                "backdate",
                "skip",
                "lie",
                "rewrite",
                "dump",
                "destroy",
                "cover",
                "bypass",
                "inflate",
                "invent",
                "forge",
                "fake",
                "remove",
                "burn",
                "pretend",
                "quiet",
                "silent",
                "misstate",
                "omit",
                "erase",
                "mislead",
                "overcharge",
                "disable",
                "book",
                "stop",
                "withhold",
                "bury",
                "swap",
                "tamper",
                "drop",
                "undercount",
                "overstate",
                "understate",
                "sell",
            ],
            &[
                "results",
                "samples",
                "records",
                "record",
                "sold",
                "logs",
                "log",
                "checks",
                "tests",
                "test",
                "figures",
                "invoices",
                "sales",
                "complaints",
                "complaint",
                "warnings",
                "cracks",
                "losses",
                "files",
                "emails",
                "inspectors",
                "inspector",
                "police",
                "auditors",
                "regulator",
                "regulators",
                "alarm",
                "alarms",
                "dates",
                "expired",
                "quiet",
                "silent",
                "evidence",
                "reports",
                "report",
                "deaths",
                "accident",
                "accidents",
                "customers",
                "patients",
                "safety",
                "faults",
                "defects",
                "readings",
                "waste",
                "footage",
                "bills",
                "books",
                "still",
                "nothing",
                "unsold",
                "scores",
                "marks",
                "certificates",
                "labels",
                "leak",
                "oil",
                "river",
                "sewage",
                "chemicals",
                "sea",
                "leaks",
                "votes",
            ],
        ],
    ),
    // What goes to one's own.
    (
        &[
            "promised",
            "given",
            "offered",
            "awarded",
            "handed",
            "sold",
            "got",
            "secured",
            "steered",
            "gave",
            "granted",
            "hired",
            "employed",
            "put",
            "placed",
            "arranged",
            "approved",
            "found",
            "won",
            "leased",
            "let",
            "rented",
            "passed",
            "picked",
            "chose",
            "signed",
            "moved",
            "transferred",
            "paid",
        ],
        &[
            &[
                "brother",
                "sister",
                "wife",
                "husband",
                "son",
                "daughter",
                "cousin",
                "nephew",
                "niece",
                "uncle",
                "aunt",
                "girlfriend",
                "boyfriend",
                "lover",
                "mistress",
                "brothers",
                "sons",
                "cousins",
            ],
            &[
                "firm",
                "company",
                "business",
                "contract",
                "contracts",
                "payroll",
                "job",
                "jobs",
                "licence",
                "license",
                "permit",
                "permits",
                "lease",
                "tender",
                "grant",
                "grants",
                "orders",
            ],
        ],
    ),
    // What lies at hand, taken.
    (
        &["took", "taken", "taking", "helped", "lifted", "carried", "drove", "removed"],
        &[
            &["cash", "money", "stock", "tools", "drugs", "fuel", "timber", "copper", "takings", "donations", "cement"],
            &["home", "till", "safe", "pocket", "himself", "herself", "box", "own", "pockets", "tin"],
        ],
    ),
    // Shares that are traded by those who know.
    (
        &["bought", "sold", "dumped", "traded", "shorted"],
        &[
            &["shares", "stock", "stake", "bonds", "options"],
            &["before", "ahead", "hours", "knowing", "eve", "secretly"],
        ],
    ),
    // Work that is paid for and was not done.
    (
        &["claimed", "billed", "charged", "invoiced", "paid", "signed"],
        &[
            &[
                "hours",
                "work",
                "journeys",
                "expenses",
                "overtime",
                "meals",
                "mileage",
                "visits",
                "treatments",
                "repairs",
                "lessons",
                "days",
                "trips",
                "shifts",
                "deliveries",
                "inspections",
            ],
            &["never", "not", "twice", "dead", "nobody", "without", "non-existent", "double", "didn’t", "didn't"],
        ],
    ),
    // What others warned of or complained of, kept down.
    (
        &[
            "blocked",
            "buried",
            "suppressed",
            "quashed",
            "shelved",
            "ignored",
            "dismissed",
            "disregarded",
            "overruled",
            "binned",
            "rewrote",
            "softened",
            "watered",
            "spiked",
            "killed",
            "squashed",
            "sat",
        ],
        &[&[
            "report",
            "reports",
            "audit",
            "audits",
            "complaint",
            "complaints",
            "findings",
            "warning",
            "warnings",
            "alarm",
            "alarms",
            "tests",
            "memo",
            "whistleblower",
        ]],
    ),
    // What is a house's secret, given to others.
    (
        &["sent", "emailed", "passed", "leaked", "gave", "sold", "slipped", "handed", "fed", "showed", "copied"],
        &[
            &[
                "list", "names", "data", "records", "files", "secrets", "plans", "formula", "designs", "drawings",
                "lists",
            ],
            &["rival", "rivals", "competitor", "competitors", "enemy", "buyer", "buyers", "bidder", "embassy", "agent"],
        ],
    ),
    // What is taken from those who want something.
    (
        &["took", "taken", "accepted", "received", "enjoyed", "got", "demanded", "asked"],
        &[
            &[
                "trips",
                "trip",
                "holiday",
                "holidays",
                "tickets",
                "car",
                "watch",
                "watches",
                "jewellery",
                "jewelry",
                "hospitality",
                "loan",
                "loans",
                "cash",
                "money",
                "gifts",
                "payments",
                "payment",
                "flights",
                "villa",
            ],
            &[
                "contractor",
                "contractors",
                "supplier",
                "suppliers",
                "builder",
                "builders",
                "developer",
                "developers",
                "lobbyist",
                "lobbyists",
                "bidder",
                "bidders",
                "vendor",
                "tenants",
                "applicants",
                "patients",
                "parents",
                "traders",
                "drivers",
                "smugglers",
                "gang",
                "agent",
                "agents",
                "dealer",
                "dealers",
            ],
        ],
    ),
    // What watches and warns, put out of use.
    (
        &["switched", "turned", "unplugged", "cut", "shut", "disconnected", "covered", "taped"],
        &[&[
            "alarm",
            "alarms",
            "sensor",
            "sensors",
            "camera",
            "cameras",
            "recorder",
            "transponder",
            "detector",
            "detectors",
            "filters",
            "filter",
            "scrubbers",
            "meter",
            "meters",
            "tracker",
            "beacon",
        ]],
    ),
    // What is sold as what it is not.
    (
        &[
            "diluted",
            "mixed",
            "relabelled",
            "relabeled",
            "repackaged",
            "swapped",
            "sold",
            "served",
            "shipped",
            "mixing",
            "selling",
            "relabelling",
            "passed",
        ],
        &[
            &[
                "milk",
                "wine",
                "oil",
                "fuel",
                "meat",
                "fish",
                "labels",
                "medicine",
                "medicines",
                "drugs",
                "seed",
                "grain",
                "eggs",
                "beef",
                "honey",
                "vaccine",
                "vaccines",
                "parts",
                "feed",
                "olive",
                "stock",
            ],
            &[
                "expired",
                "rotten",
                "condemned",
                "cheaper",
                "water",
                "date",
                "dates",
                "faulty",
                "tainted",
                "old",
                "false",
            ],
        ],
    ),
    // Who may not pass is let pass.
    (
        &["waved", "let", "allowed", "cleared", "passed"],
        &[&["unchecked", "unlicensed", "overloaded", "underage", "uninspected", "unqualified", "untrained", "unsafe"]],
    ),
    // What belongs to those who work.
    (
        &["withheld", "kept", "confiscated", "seized", "held", "docked"],
        &[
            &["wages", "passports", "pay", "tips", "pensions"],
            &["workers", "staff", "his", "her", "their", "months", "own"],
        ],
    ),
    // Hands and letters that nobody asked for.
    (
        &["touched", "kissed", "grabbed", "stroked", "cornered", "fondled", "propositioned", "pestered"],
        &[&[
            "her",
            "pupil",
            "pupils",
            "trainee",
            "trainees",
            "intern",
            "interns",
            "women",
            "girl",
            "girls",
            "student",
            "assistant",
            "nurse",
            "nurses",
            "staff",
        ]],
    ),
];
/// What is planned.
const CRIMES: &[&str] = &[
    "getaway",
    "raid",
    "raids",
    "robbery",
    "heist",
    "burglary",
    "killing",
    "killings",
    "arson",
    "kidnap",
    "kidnapping",
    "ambush",
    "smuggling",
    "beating",
    "beatings",
];
/// Words from a deed within which what makes it wrong stands.
const SOON: usize = 14;

/// What makes a charge of it that others have brought, or no charge at all.
const NO_ALLEGATION: &[&str] = &[
    "charged",
    "convicted",
    "sentenced",
    "arrested",
    "indicted",
    "trial",
    "court",
    "prosecutors",
    "prosecution",
    "pleaded",
    "jury",
    "judge",
    "inquiry",
    "investigation",
    "investigating",
    "investigated",
    "victim",
    "against",
    "accused",
    "suspected",
    "allegedly",
    "if",
    "whether",
];
/// Words that deny a word soon behind them.
const NEGATIONS: &[&str] =
    &["never", "not", "no", "denied", "denies", "deny", "nor", "without", "didn’t", "didn't", "nobody"];
/// Papers that bear something out, and what the house did with them.
const PAPERS: &[&str] = &[
    "documents",
    "records",
    "emails",
    "e",
    "messages",
    "footage",
    "video",
    "letters",
    "statements",
    "files",
    "recording",
    "logs",
    "log",
    "bills",
    "invoices",
    "receipts",
    "accounts",
    "ledgers",
    "minutes",
    "contract",
    "statement",
    "document",
    "letter",
    "photographs",
];
const SEEN: &[&str] = &["seen by", "reviewed by", "obtained by", "shown to", "read by", "shared with", "provided to"];
/// Who say it may be this many, the unnamed one among them.
const ALONE: usize = 1;

fn check(desk: &Desk<'_>, _: &Options, found: &mut Found) {
    let unnamed = without_a_name(desk);
    let candidates: Vec<_> = unnamed.iter().filter(|source| !source.is_several(desk)).collect();
    if candidates.is_empty() || papers_are_seen(desk) {
        return;
    }
    let people = People::of(desk);
    let rows = Rows::of(desk);
    for source in candidates {
        for attribution in source.in_body(desk) {
            let Some((word, row, party)) = allegation(desk, &people, attribution) else { continue };
            if rows.sayers[row].len() > ALONE || rows.is_writers[row] || attribution.stance.is_some() {
                continue;
            }
            tell(desk, found, source, (word, party));
            break;
        }
    }
}

fn tell(desk: &Desk<'_>, found: &mut Found, source: &Unnamed<'_>, (word, party): (Span, Span)) {
    let (called, word_is, party_is) = (source.called(desk), short(desk.text, word), short(desk.text, party));
    found
        .add(
            word,
            format!("Only “{called}”, who is not named, alleges “{word_is}” against {party_is}"),
            "Find a second source or a document, and say that the accused was asked",
        )
        .related(source.words, "the only source")
        .related(party, "who is accused");
}

/// The first word of wrongdoing that an attribution says itself of somebody by name: the word, its row, who.
fn allegation(desk: &Desk<'_>, people: &People<'_>, attribution: &Attribution) -> Option<(Span, usize, Span)> {
    if denies(desk, attribution) {
        return None;
    }
    attribution.content.iter().find_map(|piece| {
        let content = Sentence::of(desk.text, *piece);
        let has = |word: &String| NO_ALLEGATION.contains(&word.as_str());
        if content.lower.iter().any(has) {
            return None;
        }
        let rows = |at: usize| Some((at, row_at(&content.lower, at).filter(|row| is_done(&content, at, *row))?));
        let (at, row) = (0..content.words.len()).find_map(rows)?;
        let word = if row < WRONGS.len() + DEEDS.len() { content.words[at] } else { taint_at(&content, at) };
        // Who does it stands before the word: “Brand had taken bribes”, “he lied”.
        let before = Span::new(piece.start, word.start);
        let pronoun = content.lower[..at].iter().position(|word| matches!(word.as_str(), "he" | "she"));
        let party = people.accused(desk.text, before).or_else(|| organization(desk, before));
        let party = party.or_else(|| house(desk, attribution, before)).or_else(|| {
            let at = content.words[pronoun?].start;
            let from = desk.sentences.get(around(desk, at, 2, 0).start)?.sentence.whole.start;
            people.before(at, from, &attribution.source)
        })?;
        is_own(desk, attribution, word).then_some((word, row, party))
    })
}

/// The words of a taint that begins at a word.
fn taint_at(content: &Sentence<'_>, at: usize) -> Span {
    let all = TAINTS.iter().flat_map(|row| row.iter());
    let words = all.filter_map(|taint| phrase_at(&content.lower, at, taint)).max_by_key(|words| words.end);
    words.map_or(content.words[at], |words| content.span(&words))
}

/// “The company” of one who is told of by the house that he works for: “a former manager at Voss Timber”.
fn house(desk: &Desk<'_>, attribution: &Attribution, before: Span) -> Option<Span> {
    const HOUSES: &[&str] =
        &["company", "firm", "club", "bank", "school", "hospital", "contractor", "charity", "agency"];
    let words = Sentence::of(desk.text, before);
    let is_it = |at: usize| words.lower(at) == "the" && HOUSES.contains(&words.lower(at + 1));
    (0..words.words.len()).any(is_it).then_some(())?;
    let source = Sentence::of(desk.text, *attribution.source.first()?);
    let at = (1..source.words.len()).find(|at| matches!(source.lower(*at), "at" | "of" | "for" | "with"))?;
    let count = (at + 1..source.words.len()).take_while(|at| source.is_capital(*at)).count();
    (count > 0).then(|| source.span(&(at + 1..at + 1 + count)))
}

/// Whether a word of wrongdoing is told as done, and by whom the words before name: not denied, nor done to him (“was assaulted”).
fn is_done(content: &Sentence<'_>, at: usize, row: usize) -> bool {
    let is_taint = row >= WRONGS.len() + DEEDS.len();
    let before = |count: usize| &content.lower[at.saturating_sub(count)..at];
    let is_denied = !is_taint && before(6).iter().any(|word| NEGATIONS.contains(&word.as_str()));
    let passive = |word: &String| matches!(word.as_str(), "was" | "were" | "been" | "being" | "be" | "got");
    // Who “has been promised the building” has his part in it.
    let is_receiver =
        matches!(content.lower(at), "promised" | "given" | "offered" | "awarded" | "handed" | "granted" | "paid");
    let is_passive = !is_taint && !is_receiver && before(1).iter().any(passive) && !content.lower(at).ends_with("ing");
    let future = |word: &String| matches!(word.as_str(), "would" | "will" | "may" | "might" | "could" | "should");
    !is_denied && !is_passive && !before(3).iter().any(future)
}

/// The row of a word of wrongdoing, or of a deed that what follows makes wrong.
fn row_at(lower: &[String], at: usize) -> Option<usize> {
    let word = lower[at].as_str();
    let deed = |(verbs, objects): &(&[&str], &[&[&str]])| {
        let ends = |word: &&String| !matches!(word.as_str(), "." | ";" | ":" | "“" | "”" | "\"");
        let mut behind = lower[at + 1..].iter().take(SOON).take_while(ends).map(String::as_str);
        // In any order: “booked unsold chairs as sales”.
        verbs.contains(&word) && {
            let behind: Vec<&str> = behind.by_ref().collect();
            objects.iter().all(|words| behind.iter().any(|word| words.contains(word) || words.contains(&bare(word))))
        }
    };
    let is_wrong = || WRONGS.iter().position(|row| row.contains(&word));
    let taint = |phrases: &&[&str]| phrases.iter().any(|phrase| phrase_at(lower, at, phrase).is_some());
    // A meeting that “never took place” is no wrong; a voyage that was billed is one.
    let is_claimed = || lower[..at].iter().any(|word| CLAIMED.contains(&word.as_str()));
    let fits = |row: &usize| !NEEDS_A_CLAIM.contains(row) || is_claimed();
    let taints = || TAINTS.iter().position(taint).filter(fits).map(|row| WRONGS.len() + DEEDS.len() + row);
    is_wrong().or_else(|| DEEDS.iter().position(deed).map(|row| WRONGS.len() + row)).or_else(taints)
}

/// A word without what makes it possessive.
fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word)
}

/// An organisation of the article's sources that is named in a piece of text.
fn organization(desk: &Desk<'_>, span: Span) -> Option<Span> {
    let words = span.of(desk.text);
    let named = desk.reading.sources.iter().filter(|source| source.kind == SourceType::NamedOrganization).take(100);
    named.into_iter().find_map(|source| {
        // “Norvane” of “Norvane Stores”: a word of its own, with a capital.
        let is_name = |alias: &&str| alias.starts_with(char::is_uppercase);
        let names = source.name.iter().chain(&source.aliases).map(|name| name.of(desk.text)).filter(is_name);
        let begins = source.name?.of(desk.text).split(' ').next().filter(|first| !is_common(first));
        names.chain(begins).find_map(|name| {
            let at = words.find(name)?;
            let ends = words[at + name.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            ends.then(|| Span::new(span.start + at, span.start + at + name.len()))
        })
    })
}

/// Whether the first word of an organisation's name tells of no single one.
fn is_common(word: &str) -> bool {
    const COMMON: &[&str] = &[
        "The",
        "City",
        "National",
        "Royal",
        "Federal",
        "State",
        "General",
        "First",
        "New",
        "Old",
        "North",
        "South",
        "East",
        "West",
        "Radio",
        "Saint",
        "St",
        "University",
        "Bank",
        "Ministry",
        "Department",
        "House",
        "United",
        "Police",
        "Court",
    ];
    word.len() < 4 || COMMON.contains(&word) || !word.starts_with(char::is_uppercase)
}

/// Who says words of each row of wrongs in the body.
struct Rows {
    /// Different sources, as many as are of interest.
    sayers: Vec<Vec<Option<sayso_reading::SourceId>>>,
    /// Whether the article says it in its own voice.
    is_writers: Vec<bool>,
}

impl Rows {
    fn of(desk: &Desk<'_>) -> Self {
        let rows = WRONGS.len() + DEEDS.len() + TAINTS.len();
        let mut out = Self { sayers: vec![Vec::new(); rows], is_writers: vec![false; rows] };
        for line in desk.sentences.iter().filter(|line| line.part == Part::Body) {
            let words = &line.sentence.lower;
            for (at, span) in line.sentence.words.iter().enumerate() {
                let Some(row) = row_at(words, at) else { continue };
                // “I never took bribes” bears nothing out.
                if words[at.saturating_sub(6)..at].iter().any(|word| NEGATIONS.contains(&word.as_str())) {
                    continue;
                }
                let holders = desk.holders(*span);
                out.is_writers[row] |= holders.is_empty();
                // Who denies it, says nothing for it.
                let says = |a: &&&Attribution| !denies(desk, a);
                if let Some(holder) = holders.iter().rfind(says)
                    && !out.sayers[row].contains(&holder.source_id)
                    && out.sayers[row].len() <= ALONE
                {
                    out.sayers[row].push(holder.source_id);
                }
            }
        }
        out
    }
}

/// “Which this newspaper has seen”, “released by the ministry under the records act”.
fn is_seen_by_the_house(sentence: &Sentence<'_>) -> bool {
    const HOUSE: &[&str] = &["newspaper", "paper", "magazine", "reporters", "we", "i", "newsroom"];
    const NEAR: usize = 5;
    const LAWS: &[&str] = &[
        "under the records act",
        "under freedom of information",
        "under the freedom",
        "under a freedom",
        "under the public",
    ];
    (1..sentence.words.len()).any(|at| {
        let has = matches!(sentence.lower(at), "has" | "have")
            && matches!(sentence.lower(at + 1), "seen" | "read" | "obtained" | "reviewed");
        let from = at.saturating_sub(NEAR);
        let which = (from..at).rev().find(|at| matches!(sentence.lower(*at), "which" | "that"));
        has && which.is_some_and(|which| {
            (which + 1..at).any(|at| HOUSE.contains(&sentence.lower(at)) || sentence.is_capital(at))
        })
    }) || phrase(&sentence.lower, LAWS).is_some()
}

/// Whether the house has seen papers that bear something out.
fn papers_are_seen(desk: &Desk<'_>) -> bool {
    desk.body().any(|line| {
        let words = &line.sentence.lower;
        let has_paper = words.iter().any(|word| PAPERS.contains(&word.as_str()));
        has_paper && (phrase(words, SEEN).is_some() || is_seen_by_the_house(&line.sentence))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fires, is_silent};

    #[test]
    fn what_goes_to_ones_own_and_what_others_are_told_to_do_is_found() {
        fires(
            &RULE,
            "The mayor, Otto Brand, is on leave. A person who has worked in the roads office said that Brand ⟦gave⟧ the contract to his brother’s firm.",
        );
        fires(
            &RULE,
            "Plant manager Ida Roe is on leave. A technician on the night shift said Roe ⟦told⟧ workers to ignore the gas alarm.",
        );
        is_silent(
            &RULE,
            &[
                "The mayor, Otto Brand, is on leave. A clerk at the roads office said that Brand gave a speech on his brother’s farm.",
            ],
        );
    }

    #[test]
    fn the_house_that_a_source_is_of_and_what_passes_in_no_time_are_found() {
        fires(
            &RULE,
            "A former foreman at Voss Timber said the company had ⟦paid⟧ a harbour inspector 9,000 crowns to overlook the rot.",
        );
        fires(
            &RULE,
            "The vet, Dr. Ida Roe, is on leave. A clerk at the abattoir, who asked not to be named, said Roe had ⟦signed⟧ 40 \
             certificates in ten minutes.",
        );
    }

    #[test]
    fn an_allegation_of_one_unnamed_source_is_found() {
        fires(
            &RULE,
            "The treasurer, Harlan Voss, resigned on Monday.\n\nA person familiar with the accounts said that Voss had \
             ⟦embezzled⟧ £80,000 over four years.",
        );
        fires(
            &RULE,
            "“Coach Tate Brannock ⟦lied⟧ to the doctors about it,” a source at the club said. Brannock denied that he lied.",
        );
    }

    #[test]
    fn a_deed_that_its_object_makes_wrong_is_found() {
        fires(
            &RULE,
            "The harbourmaster, Ewan Sark, is on leave.\n\nA clerk, who asked not to be named because he would be dismissed, said \
             that Sark ⟦tore⟧ two pages from the log.",
        );
        fires(
            &RULE,
            "The mayor, Otto Brand, ⟦steered⟧ three contracts to his brother, according to a former clerk, who spoke on condition of \
             anonymity for fear of a suit.",
        );
        is_silent(
            &RULE,
            &[
                "The mayor, Otto Brand, moved to his brother’s house, according to a former clerk, who spoke on condition of \
                 anonymity for fear of a suit.",
                "The mayor, Otto Brand, recorded a song, according to a former clerk, who spoke on condition of anonymity for fear \
                 of a suit.",
                "The mayor, Otto Brand, kept his office, according to a former clerk, who spoke on condition of anonymity for fear \
                 of a suit.",
            ],
        );
    }

    #[test]
    fn a_denial_bears_nothing_out() {
        fires(
            &RULE,
            "An executive familiar with the contract said that the builder, Tom Hoyle, took ⟦kickbacks⟧. Hoyle denied taking \
             kickbacks. “I never took kickbacks,” he said.",
        );
    }

    #[test]
    fn a_second_voice_a_paper_or_a_charge_by_others_is_enough() {
        is_silent(
            &RULE,
            &[
                "A source close to the council said the mayor, Otto Brand, had taken bribes. The builder, Ida Roe, said she had paid \
                 the bribes.",
                "A source close to the council said the mayor, Otto Brand, had taken bribes. Records reviewed by the Courier show \
                 payments.",
                "A source close to the council said the mayor, Otto Brand, had been charged with taking bribes.",
                "Two people close to the council said the mayor, Otto Brand, had taken bribes.",
                "A source close to the council said the mayor, Otto Brand, had not taken bribes.",
                "The builder, Ida Roe, said the mayor, Otto Brand, had taken bribes.",
                "A source close to the council said the mayor, Otto Brand, had taken bribes. The ledgers, which this newspaper has \
                 seen, show eight sums.",
                "A source close to the council said the mayor, Otto Brand, had told of a meeting that never took place.",
                "A source close to the council said somebody had stolen the mayor’s bicycle.",
            ],
        );
    }
}
