//! The names that conditions take, each with what it means in a Reading. They are those of the JSON, with `-` for `_`.

use sayso_reading::figures::Bound;
use sayso_reading::{Act, Channel, Kind, SourceType, Stance, Terms};

/// What has a name in a Reading.
pub(crate) trait Named: Copy + 'static {
    /// All of them.
    const ALL: &'static [Self];
    /// Its name in JSON.
    fn named(self) -> &'static str;
}

/// Tells what the values of a type are called.
macro_rules! named {
    ($($of:ty: $($value:ident)*;)*) => {
        $(impl Named for $of {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            fn named(self) -> &'static str {
                self.name()
            }
        })*
    };
}

named! {
    SourceType: NamedPerson NamedOrganization Document AnonymousSource UnnamedPerson UnnamedGroup;
    Terms: Anonymity Background NotAuthorised AskedNotToBeNamed DeclinedToBeIdentified NameWithheld Pseudonym
        DeclinedToComment DidNotRespond CouldNotBeReached;
    Act: Says Thinks Wants;
    Kind: Direct Indirect Mixed;
    Stance: Denies Rejects Confirms Supports RefusesToComment;
    Channel: Statement Interview Broadcast NewsConference CourtDocuments SocialMedia Letter Email Report Telephone Hearing
        Speech;
    Bound: Exactly AtLeast MoreThan About UpTo LessThan Between Unstated;
    Of: Attribution Source Figure Sentence Quotation Headline;
    Position: Headline Deck Lead Body FirstQuote;
    Piece: Title Affiliation Justification Name Reason Date Giver Place AsOf Attribution Source Cue;
    At: Whole Source Cue Content Words;
    In: Whole Source Cue Content Sentence;
    Voice: Writer Attributed Quoted Unquoted;
    First: Source Cue Content;
}

/// The names of all, as packs write them.
pub(crate) fn all<N: Named>() -> Vec<String> {
    N::ALL.iter().map(|value| kebab(*value)).collect()
}

/// What a value is called in a pack.
pub(crate) fn kebab<N: Named>(value: N) -> String {
    value.named().replace('_', "-")
}

/// By its name in a pack.
pub(crate) fn find<N: Named>(name: &str) -> Option<N> {
    N::ALL.iter().copied().find(|value| kebab(*value) == name)
}

/// Names of this module's own.
macro_rules! choices {
    ($($(#[$doc:meta])* $of:ident { $($(#[$inner:meta])* $value:ident = $name:literal,)* })*) => {
        $($(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $of { $($(#[$inner])* $value,)* }

        impl $of {
            fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)* }
            }
        })*
    };
}

choices! {
    /// What of an article a rule looks at, one after the other.
    Of {
        Attribution = "attribution",
        Source = "source",
        Figure = "figure",
        Sentence = "sentence",
        Quotation = "quotation",
        Headline = "headline",
    }
    /// Where it stands.
    Position {
        Headline = "headline",
        Deck = "deck",
        /// The body's first paragraph.
        Lead = "lead",
        /// The lead too.
        Body = "body",
        /// What is first quoted in the body.
        FirstQuote = "first-quote",
    }
    /// What may be there or lack.
    Piece {
        Title = "title",
        Affiliation = "affiliation",
        Justification = "justification",
        Name = "name",
        Reason = "reason",
        Date = "date",
        Giver = "giver",
        Place = "place",
        AsOf = "as-of",
        Attribution = "attribution",
        Source = "source",
        Cue = "cue",
    }
    /// What a finding points at.
    At {
        Whole = "whole",
        Source = "source",
        Cue = "cue",
        Content = "content",
        Words = "words",
    }
    /// Where words and patterns are looked for.
    In {
        Whole = "whole",
        Source = "source",
        Cue = "cue",
        Content = "content",
        Sentence = "sentence",
    }
    /// Whose words they are.
    Voice {
        /// What no attribution covers.
        Writer = "writer",
        /// What one does.
        Attributed = "attributed",
        /// What stands in quotation marks.
        Quoted = "quoted",
        /// What does not.
        Unquoted = "unquoted",
    }
    /// What stands before the others.
    First {
        Source = "source",
        Cue = "cue",
        Content = "content",
    }
}
