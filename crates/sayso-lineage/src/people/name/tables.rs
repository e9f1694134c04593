//! Words by which a person's name is taken apart, in lower case and without accents.

/// Forms of address and short titles before a name, which are no part of it.
pub(super) const ADDRESS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "rev",
    "hon",
    "sen",
    "gov",
    "gen",
    "capt",
    "col",
    "lt",
    "sgt",
    "rep",
    "cllr",
    "fr",
    "maj",
    "adm",
    "brig",
    "insp",
    "supt",
    "lord",
    "lady",
    "president",
    "minister",
    "mayor",
    "governor",
    "senator",
    "judge",
    "justice",
    "general",
    "colonel",
    "major",
    "captain",
    "sergeant",
    "lieutenant",
    "inspector",
    "chief",
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
