//! The words that gold may use, as its guide has them: a word that is none of them would only be counted wrong.

/// What kind of source it is.
pub(super) const TYPES: &[&str] =
    &["named_person", "named_organization", "document", "anonymous_source", "unnamed_person", "unnamed_group"];

/// What a source does with a content.
pub(super) const ACTS: &[&str] = &["says", "thinks", "wants"];

/// What a statement does with another one.
pub(super) const STANCES: &[&str] = &["denies", "rejects", "confirms", "supports", "refuses_to_comment"];

/// By what way it was said.
pub(super) const CHANNELS: &[&str] = &[
    "statement",
    "interview",
    "broadcast",
    "news_conference",
    "court_documents",
    "social_media",
    "letter",
    "email",
    "report",
    "telephone",
    "hearing",
    "speech",
];

/// On what terms a source speaks.
pub(super) const TERMS: &[&str] = &[
    "anonymity",
    "background",
    "not_authorised",
    "asked_not_to_be_named",
    "declined_to_be_identified",
    "name_withheld",
    "pseudonym",
];

/// What is said of somebody who gave no answer.
pub(super) const NO_ANSWER: &[&str] = &["declined_to_comment", "did_not_respond", "could_not_be_reached"];

/// How a number binds.
pub(super) const BOUNDS: &[&str] =
    &["exactly", "at_least", "more_than", "about", "up_to", "less_than", "between", "unstated"];

/// What was done to those counted or with the sum.
#[rustfmt::skip]
pub(super) const MEASURES: &[&str] = &[
    "killed", "injured", "missing", "displaced", "evacuated", "detained", "rescued", "infected", "treated", "laid off",
    "employed", "affected", "damaged", "destroyed", "requested", "approved", "paid", "spent", "raised", "cost",
    "fined", "stolen", "owed", "lost", "earned", "voted", "supported", "opposed", "surveyed", "attended",
    "rose", "fell", "sold", "built", "produced", "arrested", "charged", "convicted", "sentenced",
];
