//! Words by which names, offices and bodies are told apart, in lower case and without accents.

/// Forms of address and short titles before a name, which are no part of it.
pub(super) const ADDRESS: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "hon", "sen", "gov", "gen", "capt",
    "col", "lt", "sgt", "rep", "cllr", "fr", "maj", "adm", "brig", "insp", "supt",
];

/// What tells father from son, and the one way it is written here.
pub(super) const GENERATIONS: &[(&str, &str)] =
    &[("jr", "jr"), ("jnr", "jr"), ("sr", "sr"), ("snr", "sr"), ("ii", "ii"), ("iii", "iii"), ("iv", "iv")];

/// Degrees, orders and offices behind a name, which tell nobody apart.
pub(super) const HONOURS: &[&str] =
    &["phd", "md", "qc", "kc", "mp", "msp", "mep", "obe", "cbe", "mbe", "esq", "rn", "msc", "frs"];

/// Small words that belong to the surname after them.
pub(super) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "zu", "al", "el", "bin", "ibn", "abu", "st",
];

/// Given names and short forms that stand for no other name. Those of several ("Alex", "Chris", "Sam") are left out.
pub(super) const NICKNAMES: &[(&str, &[&str])] = &[
    ("andrew", &["andy"]),
    ("anthony", &["tony"]),
    ("benjamin", &["ben", "benny"]),
    ("catherine", &["cathy"]),
    ("charles", &["charlie", "chuck"]),
    ("daniel", &["dan", "danny"]),
    ("david", &["dave"]),
    ("deborah", &["debbie", "deb"]),
    ("edward", &["ed", "eddie"]),
    ("elizabeth", &["liz", "beth", "betty", "lizzie"]),
    ("gregory", &["greg"]),
    ("james", &["jim", "jimmy"]),
    ("jeffrey", &["jeff"]),
    ("jennifer", &["jenny", "jen"]),
    ("joseph", &["joe", "joey"]),
    ("kenneth", &["ken", "kenny"]),
    ("lawrence", &["larry"]),
    ("margaret", &["maggie", "peggy", "meg"]),
    ("matthew", &["matt"]),
    ("michael", &["mike", "mick", "mickey"]),
    ("nicholas", &["nick", "nicky"]),
    ("peter", &["pete"]),
    ("philip", &["phil"]),
    ("rebecca", &["becky"]),
    ("richard", &["rick", "dick", "richie"]),
    ("robert", &["bob", "rob", "bobby", "robbie"]),
    ("ronald", &["ron", "ronnie"]),
    ("stephen", &["steve", "steven"]),
    ("susan", &["sue", "susie"]),
    ("thomas", &["tom", "tommy"]),
    ("timothy", &["tim"]),
    ("william", &["will", "bill", "billy"]),
];

/// Words of titles that tell nothing of which.
pub(super) const SMALL: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "senior", "former", "ex", "acting",
    "deputy", "chief", "head", "member", "new", "then", "local", "mr", "mrs", "ms", "dr", "her", "his", "its", "their",
];

/// Words that say that somebody is not any more what the title names.
pub(super) const PAST: &[&str] = &["former", "formerly", "ex", "retired", "once", "onetime", "late", "then"];

/// What somebody is by calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Calling {
    Sport,
    Office,
    Police,
    Court,
    Medicine,
    Clergy,
    Army,
    Arts,
    Learning,
    School,
    Trade,
    Press,
}

/// Words of titles that tell a calling. A title that names a body beside it ("general" of an army or of attorneys) is left out.
pub(super) const CALLINGS: &[(Calling, &[&str])] = &[
    (
        Calling::Sport,
        &[
            "footballer", "striker", "goalkeeper", "midfielder", "winger", "cyclist", "sprinter", "swimmer", "boxer",
            "athlete", "jockey", "golfer", "skater", "skier", "cricketer", "batsman", "bowler", "quarterback", "rower",
            "referee", "runner", "gymnast", "wrestler",
        ],
    ),
    (
        Calling::Office,
        &[
            "mayor", "minister", "senator", "governor", "councillor", "councilman", "councilwoman", "councilor", "mp",
            "lawmaker", "congressman", "congresswoman", "premier", "assemblyman", "assemblywoman", "alderman", "legislator",
        ],
    ),
    (Calling::Police, &["constable", "detective", "sheriff", "trooper", "policeman", "policewoman"]),
    (Calling::Court, &["judge", "magistrate", "prosecutor", "lawyer", "solicitor", "attorney", "barrister", "coroner"]),
    (
        Calling::Medicine,
        &["doctor", "surgeon", "nurse", "physician", "paramedic", "midwife", "dentist", "paediatrician", "pediatrician"],
    ),
    (Calling::Clergy, &["bishop", "archbishop", "priest", "imam", "rabbi", "pastor", "vicar", "nun", "monk"]),
    (Calling::Army, &["colonel", "admiral", "brigadier", "soldier", "sailor", "lieutenant", "corporal"]),
    (
        Calling::Arts,
        &[
            "actor", "actress", "singer", "musician", "painter", "rapper", "dancer", "comedian", "drummer", "guitarist",
            "sculptor", "pianist", "violinist",
        ],
    ),
    (
        Calling::Learning,
        &["professor", "historian", "economist", "researcher", "lecturer", "scientist", "geologist", "hydrologist"],
    ),
    (Calling::School, &["pupil", "student", "schoolboy", "schoolgirl"]),
    (
        Calling::Trade,
        &[
            "baker", "butcher", "fisherman", "plumber", "carpenter", "welder", "docker", "shopkeeper", "waiter", "waitress",
            "cleaner", "hairdresser", "electrician", "miner", "bricklayer", "cook",
        ],
    ),
    (Calling::Press, &["reporter", "journalist", "correspondent", "newsreader"]),
];

/// Callings that one person does not have within an archive's years, unless an article says both or says "former".
pub(super) const APART: &[(Calling, &[Calling])] = &[
    (
        Calling::Sport,
        &[
            Calling::Office,
            Calling::Police,
            Calling::Court,
            Calling::Medicine,
            Calling::Clergy,
            Calling::Army,
            Calling::Learning,
            Calling::Trade,
            Calling::Press,
        ],
    ),
    (
        Calling::Arts,
        &[Calling::Police, Calling::Court, Calling::Medicine, Calling::Clergy, Calling::Army, Calling::Trade],
    ),
    (Calling::Police, &[Calling::Medicine, Calling::Clergy, Calling::Trade, Calling::Press]),
    (Calling::Medicine, &[Calling::Clergy, Calling::Court, Calling::Trade, Calling::Press]),
    (Calling::Clergy, &[Calling::Court, Calling::Trade, Calling::Press]),
    (
        Calling::School,
        &[Calling::Office, Calling::Police, Calling::Court, Calling::Medicine, Calling::Clergy, Calling::Army],
    ),
    (Calling::Trade, &[Calling::Court, Calling::Learning, Calling::Army, Calling::Press]),
];

/// Offices of one place: who is mayor here is not mayor there.
pub(super) const OF_A_PLACE: &[&str] =
    &["mayor", "governor", "sheriff", "bishop", "archbishop", "coroner", "headteacher", "vicar", "sheikh"];

/// Nouns for bodies and for texts that are no name alone: "the ministry", "the report".
pub(super) const COMMON: &[&str] = &[
    "administration", "agency", "association", "audit", "authority", "bank", "bill", "board", "book", "bureau", "cabinet",
    "church", "city", "club", "commission", "committee", "company", "council", "county", "court", "department", "document",
    "email", "federation", "filing", "force", "fund", "government", "group", "hospital", "indictment", "inquiry",
    "institute", "law", "lawsuit", "letter", "memo", "ministry", "newspaper", "office", "order", "paper", "party", "plan",
    "police", "record", "report", "review", "ruling", "school", "service", "state", "statement", "study", "survey", "team",
    "town", "union", "university", "verdict",
];

/// Words that with the common nouns make a name that many places have: "Interior Ministry", "City Council", "Annual Report".
pub(super) const OF_ANY_PLACE: &[&str] = &[
    "agriculture", "annual", "appeals", "army", "central", "coast", "constitutional", "criminal", "crown", "defence",
    "defense", "district", "economy", "education", "election", "electoral", "emergency", "energy", "environment",
    "federal", "finance", "fire", "fisheries", "foreign", "general", "guard", "health", "high", "highway", "home",
    "housing", "interior", "interim", "internal", "justice", "labor", "labour", "local", "metropolitan", "municipal",
    "national", "navy", "parish", "planning", "port", "prime", "public", "regional", "supreme", "technical", "trade",
    "transport", "treasury", "water", "works",
];

/// Endings of companies that one article gives and the other leaves out.
pub(super) const COMPANY: &[&str] = &["inc", "ltd", "plc", "corp", "corporation", "co", "llc", "gmbh", "limited", "sa", "ag"];
