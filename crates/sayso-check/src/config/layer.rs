//! What one place says: one file, one `KEY=VALUE`, the flags of one run.

use std::sync::Arc;

use globset::GlobMatcher;

use crate::config::value::check_selector;
use crate::config::{FailOn, Origin, Problem, RulePages};
use crate::pack::Pack;
use crate::{Rule, Severity, Value};

/// A value and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T> {
    /// What.
    pub value: T,
    /// Where.
    pub at: Origin,
}

/// What one place says. What it does not speak of is left to the layers below.
#[derive(Clone, Debug)]
pub struct Layer {
    /// A file's name, or how it was said.
    pub name: Arc<str>,
    /// The folder that its patterns are counted from.
    pub folder: String,
    /// The folder that the packs it names are counted from: that of its own file.
    pub packs_from: String,
    /// The file that it stands on.
    pub extend: Option<Said<String>>,
    /// Where it says `select`, which leaves nothing of what the layers below select.
    pub(crate) select: Option<Origin>,
    /// What is selected and ignored.
    pub(crate) selections: Vec<Selection>,
    /// What is ignored in some files.
    pub(crate) per_file: Vec<PerFile>,
    /// What is set for single rules.
    pub(crate) rules: Vec<RuleSaid>,
    /// From which severity on a finding fails a run.
    pub fail_on: Option<Said<FailOn>>,
    /// What findings are written as.
    pub output_format: Option<Said<String>>,
    /// Where the rules' pages are served.
    pub rule_pages: Option<Said<RulePages>>,
    /// The packs of house rules that hold besides, by name or folder.
    pub packs: Option<Said<Vec<Said<String>>>>,
    /// What is set for rules of packs.
    pub(crate) pack_rules: Vec<PackRuleSaid>,
    /// The packs that were found ([`crate::config::Config::load_packs`]).
    pub(crate) loaded: Vec<Arc<Pack>>,
    /// Whether one of them could not be had.
    pub(crate) lacks_packs: bool,
}

/// A selector and what is done with its rules.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    pub(crate) selector: String,
    /// Whether its rules hold, or do not.
    pub(crate) on: bool,
    pub(crate) at: Origin,
}

/// Selectors that are ignored in the files of a pattern.
#[derive(Clone, Debug)]
pub(crate) struct PerFile {
    pub(crate) pattern: GlobMatcher,
    /// Whether it is about a file's name alone.
    pub(crate) is_name: bool,
    pub(crate) selectors: Vec<String>,
    pub(crate) at: Origin,
}

/// Something that is set for one rule.
#[derive(Clone, Debug)]
pub(crate) struct RuleSaid {
    pub(crate) rule: &'static Rule,
    pub(crate) what: RuleValue,
    pub(crate) at: Origin,
}

/// A rule that is none of the program's own is spoken of.
#[derive(Clone, Debug)]
pub(crate) struct PackRuleSaid {
    /// Its code or its name.
    pub(crate) named: String,
    /// How grave its findings are; none where it is only named.
    pub(crate) severity: Option<Severity>,
    pub(crate) at: Origin,
}

#[derive(Clone, Debug)]
pub(crate) enum RuleValue {
    Severity(Severity),
    Option(&'static str, Value),
}

/// What the flags of a run say.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `--select`.
    pub select: Option<Vec<String>>,
    /// `--extend-select`.
    pub extend_select: Vec<String>,
    /// `--ignore`.
    pub ignore: Vec<String>,
    /// `--fail-on`.
    pub fail_on: Option<FailOn>,
    /// `--output-format`.
    pub output_format: Option<String>,
}

impl Layer {
    /// A layer that says nothing.
    pub fn empty(name: &str, folder: &str) -> Self {
        Self {
            name: name.into(),
            folder: folder.to_owned(),
            packs_from: folder.to_owned(),
            extend: None,
            select: None,
            selections: Vec::new(),
            per_file: Vec::new(),
            rules: Vec::new(),
            fail_on: None,
            output_format: None,
            rule_pages: None,
            packs: None,
            pack_rules: Vec::new(),
            loaded: Vec::new(),
            lacks_packs: false,
        }
    }

    /// What the flags say; selectors that mean nothing are problems.
    pub fn of_flags(flags: Flags) -> (Self, Vec<Problem>) {
        let mut layer = Self::empty("the command line", "");
        let mut problems = Vec::new();
        let select = Origin::named("--select");
        layer.select = flags.select.as_ref().map(|_| select.clone());
        let chosen = flags.select.unwrap_or_default();
        for (selectors, at, on) in [
            (chosen, select, true),
            (flags.extend_select, Origin::named("--extend-select"), true),
            (flags.ignore, Origin::named("--ignore"), false),
        ] {
            for selector in selectors {
                if let Err(message) = check_selector(&selector) {
                    problems.push(Problem { is_error: true, origin: at.clone(), message });
                }
                layer.selections.push(Selection { selector, on, at: at.clone() });
            }
        }
        layer.fail_on = flags.fail_on.map(|value| Said { value, at: Origin::named("--fail-on") });
        layer.output_format = flags.output_format.map(|value| Said { value, at: Origin::named("--output-format") });
        (layer, problems)
    }
}
