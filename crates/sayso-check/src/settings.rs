//! Which rules hold at a desk, how grave each is, and what is set for it.

use std::sync::Arc;

use crate::pack::{Pack, PackRule};
use crate::{Options, RULES, Rule, Severity};

/// What holds, for each of [`RULES`] in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// As many as there are rules.
    pub rules: Vec<Setting>,
    /// The packs whose rules are looked for besides.
    pub packs: Vec<PackSettings>,
}

/// What holds for the rules of a pack.
#[derive(Clone, Debug)]
pub struct PackSettings {
    /// The pack.
    pub pack: Arc<Pack>,
    /// For each of its rules, in their order.
    pub rules: Vec<Setting>,
}

impl PartialEq for PackSettings {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pack, &other.pack) && self.rules == other.rules
    }
}

impl PackSettings {
    /// All rules of a pack, each as grave as the pack says.
    pub fn of(pack: Arc<Pack>) -> Self {
        let setting = |rule: &PackRule| Setting { on: true, severity: rule.severity, options: Options::default() };
        let rules = pack.rules.iter().map(setting).collect();
        Self { pack, rules }
    }
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
        Self { rules: RULES.iter().map(|rule| Setting::default_of(rule)).collect(), packs: Vec::new() }
    }
}

impl Settings {
    /// Every rule, each as grave as it is by default.
    pub fn all() -> Self {
        let on = |mut setting: Setting| {
            setting.on = true;
            setting
        };
        Self { rules: Self::default().rules.into_iter().map(on).collect(), packs: Vec::new() }
    }

    /// One rule and no other.
    pub fn only(rule: &Rule) -> Self {
        let mut out = Self::default();
        for (setting, known) in out.rules.iter_mut().zip(RULES) {
            setting.on = known.code == rule.code;
        }
        out
    }

    /// Whether rules hold that ask what an archive told before.
    pub fn asks_of_archives(&self) -> bool {
        self.that_hold().any(|(rule, _)| rule.asks_of_archives())
    }

    /// The setting of a rule.
    pub fn of_mut(&mut self, rule: &Rule) -> Option<&mut Setting> {
        let at = RULES.iter().position(|known| known.code == rule.code)?;
        self.rules.get_mut(at)
    }

    /// The rule of a pack that holds here, by its code or its name.
    pub fn pack_rule(&self, named: &str) -> Option<&PackRule> {
        self.packs.iter().find_map(|held| held.pack.rule(named))
    }

    pub(crate) fn that_hold(&self) -> impl Iterator<Item = (&'static Rule, &Setting)> {
        RULES.iter().copied().zip(&self.rules).filter(|(_, setting)| setting.on)
    }
}
