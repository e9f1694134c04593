//! Words that mean the same or the opposite, or mean little: what the comparison of contents takes for granted of English.

/// Words that carry a sentence and say little of what it is about.
pub(super) const FUNCTION: &str = "a about after again against ago all also although although am an and any are as at be because been \
    before being between both but by can could did do does done down during each either ever every for from further get got had has \
    have having he her here hers him his how i if in into is it its just may me might more most mr mrs ms much must my no nobody none \
    nor not nothing neither never of off on once one only onto or other our out over own same shall she should since so some such than \
    that the their them then there these they this those through to too under until up us very was we were what when where whether \
    which while who whom whose why will with without would you your";

/// May differ between two prints of the same words.
pub(super) const LIGHT: &str = "a an and but mr mrs ms of on s so that the then";

/// Says no.
pub(super) const NEGATIONS: &str = "cannot neither never no nobody none nor not nothing without";

/// Holds a no within: where one content says "not" and the other has one of these, both may say the same.
pub(super) const SOFT_NEGATIONS: &str = "absence absent avoid avoided ban banned bar barred barely block blocked decline declined denied \
    denies deny exempt fail failed fails false few forbade forbid forbidden free halt halted hardly instead lack lacked lacking lacks \
    missing only prohibit prohibited refuse refused refuses reject rejected rejects rule ruled scarcely sole stop stopped stuck \
    turned";

/// Prefixes and endings of such words.
pub(super) const NEGATIVE_PREFIXES: [&str; 4] = ["un", "dis", "non", "im"];
pub(super) const NEGATIVE_ENDING: &str = "less";

/// Weekdays and months.
pub(super) const DATES: &str = "january february march april may june july august september october november december monday tuesday \
    wednesday thursday friday saturday sunday";
/// Those that a day of the month stands beside.
pub(super) const MONTHS: &str = "january february march april may june july august september october november december";

/// A number beside one of these is not meant to the last digit.
pub(super) const HEDGES: &str = "about almost approximately around barely close fewer just least less more most nearly over roughly some \
    than under up";

/// Spellings that no rule covers: the British and older ones, and what they become.
pub(super) const SPELLINGS: [(&str, &str); 34] = [
    ("ageing", "aging"),
    ("amongst", "among"),
    ("axe", "ax"),
    ("burnt", "burned"),
    ("cheque", "check"),
    ("defence", "defense"),
    ("dreamt", "dreamed"),
    ("enrol", "enroll"),
    ("fulfil", "fulfill"),
    ("gaol", "jail"),
    ("grey", "gray"),
    ("judgement", "judgment"),
    ("kilometre", "km"),
    ("kilometres", "km"),
    ("kilometer", "km"),
    ("kilometers", "km"),
    ("kilogram", "kg"),
    ("kilograms", "kg"),
    ("learnt", "learned"),
    ("leapt", "leaped"),
    ("licence", "license"),
    ("mould", "mold"),
    ("offence", "offense"),
    ("paediatric", "pediatric"),
    ("plough", "plow"),
    ("practise", "practice"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("sceptical", "skeptical"),
    ("spelt", "spelled"),
    ("storey", "story"),
    ("towards", "toward"),
    ("tyre", "tire"),
    ("whilst", "while"),
];

/// Number words.
pub(super) const NUMBERS: [(&str, f64); 28] = [
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

/// What a number before it is multiplied by.
pub(super) const MULTIPLIERS: [(&str, f64); 6] =
    [("hundred", 100.0), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("dozen", 12.0)];

/// Written against the digits: "48m".
pub(super) const SUFFIXES: [(&str, f64); 4] = [("k", 1e3), ("m", 1e6), ("bn", 1e9), ("tn", 1e12)];

/// Opposites: any word on one side against any on the other. Words are compared by their stems.
pub(super) const OPPOSITES: [(&str, &str); 42] = [
    ("open reopen unlocked clear", "close closed shut sealed locked chained blocked"),
    (
        "rise rose risen climb grow grew increase swell doubled higher",
        "fall fell fallen drop decline decrease shrink halve lower peak",
    ),
    ("before", "after"),
    ("guilty convict", "innocent acquit"),
    ("accept approve back endorse adopt welcome pass", "reject refuse oppose block dismiss overturn thrown"),
    ("admit confirm", "deny denied"),
    ("accept", "appeal dispute"),
    ("alive survive survivor", "dead die died kill death"),
    ("win won victory", "lose lost defeat"),
    ("most highest biggest largest", "fewest lowest few smallest least"),
    ("more higher better", "less fewer lower worse"),
    ("safe", "unsafe dangerous danger"),
    ("likely probable probably certain", "unlikely improbable"),
    ("lawful legal", "unlawful illegal"),
    ("remain keep continue stay lit", "leave left quit resign scrap withdraw abandon shut extinguish"),
    ("begin began start", "end finish"),
    ("all every everyone everybody", "none nobody no"),
    ("inside within", "outside beyond"),
    ("hire recruit", "sack dismiss redundancy redundant"),
    ("success succeed", "fail failure"),
    ("profit gain", "loss"),
    ("positive", "negative"),
    ("full", "empty"),
    ("aware known told warned", "unaware unknown"),
    ("deliberate intended", "accident accidental"),
    ("strengthen", "weaken"),
    ("best better improve", "worst worse worsen"),
    ("public", "secret private"),
    ("never", "always twice often repeatedly"),
    ("present attend", "absent"),
    ("allow permit", "forbid bar ban prohibit prevent"),
    ("ease loosen", "tighten"),
    ("suspend", "reinstate"),
    ("build", "demolish"),
    ("buy bought", "sell sold"),
    ("release free freed", "detain hold jail arrest"),
    ("north", "south"),
    ("east", "west"),
    ("majority", "minority"),
    ("voluntary", "compulsory"),
    ("enough sufficient plenty", "insufficient lack shortage"),
    ("possible able", "impossible unable"),
];
