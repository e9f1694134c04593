//! Which rules hold at a desk, how grave each is, and what is set for it.

use crate::{Options, RULES, Rule, Severity};

/// What holds, for each of [`RULES`] in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// As many as there are rules.
    pub rules: Vec<Setting>,
}

/// What holds for one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Whether it is looked for.
    pub on: bool,
    /// How grave a finding is.
    pub severity: Severity,
    /// What is set for it.
    pub options: Options,
}

impl Setting {
    fn default_of(rule: &'static Rule) -> Self {
        let options = Options { known: rule.options, ..Options::default() };
        Self { on: rule.default, severity: rule.severity, options }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { rules: RULES.iter().map(|rule| Setting::default_of(rule)).collect() }
    }
}

impl Settings {
    /// Every rule, each as grave as it is by default.
    pub fn all() -> Self {
        let on = |mut setting: Setting| {
            setting.on = true;
            setting
        };
        Self { rules: Self::default().rules.into_iter().map(on).collect() }
    }

    /// One rule and no other.
    pub fn only(rule: &Rule) -> Self {
        let mut out = Self::default();
        for (setting, known) in out.rules.iter_mut().zip(RULES) {
            setting.on = known.code == rule.code;
        }
        out
    }

    /// The setting of a rule.
    pub fn of_mut(&mut self, rule: &Rule) -> Option<&mut Setting> {
        let at = RULES.iter().position(|known| known.code == rule.code)?;
        self.rules.get_mut(at)
    }

    pub(crate) fn that_hold(&self) -> impl Iterator<Item = (&'static Rule, &Setting)> {
        RULES.iter().copied().zip(&self.rules).filter(|(_, setting)| setting.on)
    }
}
