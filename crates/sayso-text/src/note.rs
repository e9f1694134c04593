use crate::Span;

/// Something that could not be read, or was read with doubt. A reading never fails; it says so in its notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// A stable name in kebab case, such as `not-english` or `unbalanced-quote`.
    pub code: &'static str,
    /// What happened and what to do about it; one line, no full stop.
    pub message: String,
    /// Where in the article's text, if it is about a place.
    pub span: Option<Span>,
    /// Whether something of the input was lost; the exit status is then 2.
    pub lost: bool,
}

impl Note {
    /// A note about the whole article.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: None, lost: false }
    }

    /// The same note, where something of the input was lost.
    pub fn lost(mut self) -> Self {
        self.lost = true;
        self
    }

    /// The same note, about a place.
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }
}
