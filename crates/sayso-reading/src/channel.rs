//! By what way something was said: in an interview, in a statement, on television.

use sayso_text::Span;

use crate::Attribution;

/// By what way something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// "In a statement".
    Statement,
    /// "In an interview".
    Interview,
    /// "On television", "on the radio".
    Broadcast,
    /// "At a news conference", "told reporters".
    NewsConference,
    /// "In court documents", "in the indictment".
    CourtDocuments,
    /// "In a post on X".
    SocialMedia,
    /// "In a letter".
    Letter,
    /// "By email".
    Email,
    /// "In the report".
    Report,
    /// "By telephone".
    Telephone,
    /// "In testimony", "at a hearing".
    Hearing,
    /// "In a speech", "told a rally".
    Speech,
}

impl Channel {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Statement => "statement",
            Channel::Interview => "interview",
            Channel::Broadcast => "broadcast",
            Channel::NewsConference => "news_conference",
            Channel::CourtDocuments => "court_documents",
            Channel::SocialMedia => "social_media",
            Channel::Letter => "letter",
            Channel::Email => "email",
            Channel::Report => "report",
            Channel::Telephone => "telephone",
            Channel::Hearing => "hearing",
            Channel::Speech => "speech",
        }
    }
}

/// A channel and the words that state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedChannel {
    /// The channel.
    pub channel: Channel,
    /// The words.
    pub span: Span,
}

/// States for each attribution the channel that its sentence gives.
pub(crate) fn attach(_text: &str, _sentences: &[Span], _attributions: &mut [Attribution]) {}
