//! What a rule tells: where, what, in the desk's words, and what to do.

use sayso_text::Span;

use crate::settings::Setting;
use crate::{Category, Rule, Severity};

/// A place that breaks a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's code, such as `ANO001`.
    pub code: String,
    /// The rule's name, such as `bare-source`.
    pub name: String,
    /// What a finding of this rule is.
    pub category: Category,
    /// How grave it is at this desk.
    pub severity: Severity,
    /// The words that it is about, in bytes.
    pub span: Span,
    /// What is wrong, with the very words; one line, no full stop.
    pub message: String,
    /// Other places that show it.
    pub related: Vec<Related>,
    /// What to do about it; one line, no full stop.
    pub help: String,
    /// A change that mends it and can do no harm.
    pub fix: Option<Fix>,
    /// Who let it stand and why, where somebody did: it is told of in every output and fails no run.
    pub suppressed: Option<Suppressed>,
}

/// A finding that somebody let stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// Why, in the words of who did.
    pub reason: Option<String>,
    /// By what.
    pub by: SuppressedBy,
}

/// Where it is written that a finding may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuppressedBy {
    /// A comment in the article.
    Comment(Span),
    /// A file beside the article.
    Sidecar,
    /// A baseline: it was there before.
    Baseline,
    /// The article as it was at a revision: it was there before.
    Revision,
}

/// Another place that shows why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What is there; one line, no full stop.
    pub message: String,
}

/// A mechanical change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced; empty where something is put in.
    pub span: Span,
    /// What stands there then.
    pub text: String,
}

/// What one rule finds in one article.
#[derive(Debug)]
pub struct Found {
    rule: &'static Rule,
    severity: Severity,
    findings: Vec<Finding>,
}

impl Found {
    pub(crate) fn of(rule: &'static Rule, setting: &Setting) -> Self {
        Self { rule, severity: setting.severity, findings: Vec::new() }
    }

    /// Tells of a place: the words it is about, what is wrong with them, what to do. The finding can be told more of.
    pub fn add(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) -> &mut Finding {
        let Rule { code, name, category, .. } = self.rule;
        self.findings.push(Finding {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
            category: *category,
            severity: self.severity,
            span,
            message: message.into(),
            related: Vec::new(),
            help: help.into(),
            fix: None,
            suppressed: None,
        });
        self.findings.last_mut().expect("one was added")
    }

    /// Whether nothing was found so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// What was told of so far.
    pub(crate) fn spans(&self) -> impl Iterator<Item = Span> {
        self.findings
            .iter()
            .flat_map(|finding| std::iter::once(finding.span).chain(finding.related.iter().map(|related| related.span)))
    }

    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

impl Finding {
    /// The same, with another place that shows it.
    pub fn related(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        self.related.push(Related { span, message: message.into() });
        self
    }

    /// The same, with a change that mends it.
    pub fn fix(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        self.fix = Some(Fix { span, text: text.into() });
        self
    }
}
