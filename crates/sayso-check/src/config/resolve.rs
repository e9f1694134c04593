//! Layers on top of each other → what holds for a path, and who says so.

use std::collections::BTreeMap;

use crate::config::layer::{PerFile, RuleValue, Selection};
use crate::config::{FailOn, Layer, Origin, RulePages};
use crate::registry::means;
use crate::{Category, PackRule, PackSettings, RULES, Setting, Settings, select};

/// Layers, the weakest first.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// What each place says.
    pub layers: Vec<Layer>,
}

/// A value that holds, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// What.
    pub value: T,
    /// Who says so.
    pub from: Origin,
}

/// What holds for one path.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// Which rules, how grave, and what is set for them.
    pub settings: Settings,
    /// Who says so, for each of [`RULES`] in their order.
    pub from: Vec<RuleFrom>,
    /// From which severity on a finding fails a run.
    pub fail_on: Held<FailOn>,
    /// What findings are written as; none where nobody says.
    pub output_format: Option<Held<String>>,
    /// Where the rules' pages are served; none where nobody says.
    pub rule_pages: Option<Held<RulePages>>,
    /// The packs of house rules that hold besides.
    pub packs: Held<Vec<String>>,
    /// Who says so, for each pack of the settings and each of its rules.
    pub packs_from: Vec<Vec<RuleFrom>>,
}

/// Who says what of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFrom {
    /// That it holds, or does not.
    pub on: Origin,
    /// How grave it is.
    pub severity: Origin,
    /// What is set for it; what is not here holds by default.
    pub options: BTreeMap<&'static str, Origin>,
}

impl Config {
    /// What holds for a path, written with `/` and from the same root as the layers' folders; for no path, what holds but for
    /// patterns.
    pub fn resolve(&self, path: Option<&str>) -> Resolved {
        let by_default = Origin::default_value();
        let from = RuleFrom { on: by_default.clone(), severity: by_default.clone(), options: BTreeMap::new() };
        let packs: Vec<PackSettings> = self.packs().iter().cloned().map(PackSettings::of).collect();
        let of_pack = |rule: &PackRule| RuleFrom { on: rule.at.clone(), severity: rule.at.clone(), ..from.clone() };
        let packs_from = packs.iter().map(|held| held.pack.rules.iter().map(of_pack).collect()).collect();
        let mut out = Resolved {
            settings: Settings { packs, ..Settings::default() },
            packs_from,
            from: vec![from; RULES.len()],
            fail_on: Held { value: FailOn::DEFAULT, from: by_default.clone() },
            output_format: None,
            rule_pages: None,
            packs: Held { value: Vec::new(), from: by_default },
        };
        for layer in &self.layers {
            out.lay(layer);
        }
        for layer in &self.layers {
            for per_file in
                layer.per_file.iter().filter(|per_file| path.is_some_and(|path| is_meant(path, layer, per_file)))
            {
                for selector in &per_file.selectors {
                    out.switch(selector, false, &per_file.at);
                }
            }
        }
        out
    }
}

impl Resolved {
    /// What a layer says over what the ones below it do.
    fn lay(&mut self, layer: &Layer) {
        if let Some(at) = &layer.select {
            self.switch("ALL", false, at);
        }
        // What is said of one rule goes before what is said of its family, and that before what is said of all, in whatever
        // order it is written.
        let mut selections: Vec<&Selection> = layer.selections.iter().collect();
        let exactness = |selector: &str| {
            if self.settings.pack_rule(selector).is_some() { usize::MAX } else { exactness(selector) }
        };
        selections.sort_by_key(|selection| (exactness(&selection.selector), !selection.on));
        for Selection { selector, on, at } in selections {
            self.switch(selector, *on, at);
        }
        for said in &layer.rules {
            let Some(place) = RULES.iter().position(|rule| rule.code == said.rule.code) else { continue };
            let (setting, from) = (&mut self.settings.rules[place], &mut self.from[place]);
            match &said.what {
                RuleValue::Severity(severity) => {
                    setting.severity = *severity;
                    from.severity = said.at.clone();
                }
                RuleValue::Option(name, value) => {
                    setting.options.set.insert(name, value.clone());
                    from.options.insert(name, said.at.clone());
                }
            }
        }
        for said in &layer.pack_rules {
            let Some(severity) = said.severity else { continue };
            self.of_packs(
                |rule| rule.is_called(&said.named),
                |setting, from| {
                    setting.severity = severity;
                    from.severity = said.at.clone();
                },
            );
        }
        if let Some(said) = &layer.fail_on {
            self.fail_on = Held { value: said.value, from: said.at.clone() };
        }
        if let Some(said) = &layer.output_format {
            self.output_format = Some(Held { value: said.value.clone(), from: said.at.clone() });
        }
        if let Some(said) = &layer.rule_pages {
            self.rule_pages = Some(Held { value: said.value.clone(), from: said.at.clone() });
        }
        if let Some(said) = &layer.packs {
            let named = said.value.iter().map(|named| named.value.clone()).collect();
            self.packs = Held { value: named, from: said.at.clone() };
        }
    }

    fn switch(&mut self, selector: &str, on: bool, at: &Origin) {
        for rule in select(selector) {
            let Some(place) = RULES.iter().position(|known| known.code == rule.code) else { continue };
            self.settings.rules[place].on = on;
            self.from[place].on = at.clone();
        }
        self.of_packs(
            |rule| means(selector, &rule.code, &rule.name, rule.category.name()),
            |setting, from| {
                setting.on = on;
                from.on = at.clone();
            },
        );
    }

    /// Sets something for those rules of packs that are meant.
    fn of_packs(&mut self, is_meant: impl Fn(&PackRule) -> bool, set: impl Fn(&mut Setting, &mut RuleFrom)) {
        for (held, from) in self.settings.packs.iter_mut().zip(&mut self.packs_from) {
            for ((rule, setting), from) in held.pack.rules.iter().zip(&mut held.rules).zip(from) {
                if is_meant(rule) {
                    set(setting, from);
                }
            }
        }
    }
}

/// How exactly a selector says which of the program's rules it means: all, a category, a longer and longer beginning of a code,
/// one rule.
fn exactness(selector: &str) -> usize {
    const CATEGORIES: [Category; 4] =
        [Category::Correctness, Category::Suspicious, Category::Style, Category::Pedantic];
    let is = |name: &str| selector.eq_ignore_ascii_case(name);
    match () {
        () if is("ALL") => 0,
        () if CATEGORIES.iter().any(|category| is(category.name())) => 1,
        () if RULES.iter().any(|rule| is(rule.name) || is(rule.code)) => usize::MAX,
        () => selector.len(),
    }
}

fn is_meant(path: &str, layer: &Layer, PerFile { pattern, is_name, .. }: &PerFile) -> bool {
    if *is_name {
        return pattern.is_match(path.rsplit('/').next().unwrap_or(path));
    }
    let below = path.strip_prefix(layer.folder.as_str()).map(|rest| rest.trim_start_matches('/'));
    pattern.is_match(below.unwrap_or(path))
}
