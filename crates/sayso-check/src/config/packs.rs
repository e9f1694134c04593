//! Packs that a configuration names: found, and laid below what names them.

use std::sync::Arc;

use crate::config::nearest::or_else;
use crate::config::value::{check_selector, is_own, no_rule, shipped_with};
use crate::config::{Config, Layer, Origin, Problem, Said};
use crate::pack::{Pack, SHIPPED, is_selector, shipped};
use crate::registry::means;

/// A pack and what is wrong with it.
pub type Loaded = (Arc<Pack>, Vec<Problem>);

/// What is said of rules that are none.
#[derive(Debug, Default)]
pub struct UnknownRules {
    /// Of those that a pack may have which is not named.
    pub of_packs: Vec<Problem>,
    /// Of the others, which are slips: such a configuration should not be used.
    pub of_none: Vec<Problem>,
}

impl Config {
    /// Finds the packs that are named and lays what each says of rules right below the layer that names it. Called once, before
    /// [`Config::resolve`].
    ///
    /// A shipped pack is known by its name. For another one `load` is given what is written and the folder that it counts
    /// from; it reads the file and calls [`crate::pack::parse`], or says why it cannot.
    ///
    /// Whatever is wrong with a pack, what is right in it holds.
    pub fn load_packs(&mut self, mut load: impl FnMut(&str, &str) -> Result<Loaded, String>) -> Vec<Problem> {
        let Some(place) = self.naming() else { return Vec::new() };
        let mut problems = Vec::new();
        let layer = &self.layers[place];
        let (folder, from, said) = (layer.folder.clone(), layer.packs_from.clone(), layer.packs.clone());
        let mut packs: Vec<Arc<Pack>> = Vec::new();
        let mut lacks_packs = false;
        for Said { value: named, at } in said.iter().flat_map(|said| &said.value) {
            let loaded = shipped(named).map_or_else(|| load(named, &from), |pack| Ok((pack, Vec::new())));
            match loaded {
                Ok((pack, _)) if packs.iter().any(|before| before.is(&pack)) => {
                    let message = format!("`{named}` is named twice: take one of the two out");
                    problems.push(Problem { is_error: false, origin: at.clone(), message });
                }
                Ok((pack, found)) => {
                    problems.extend(found);
                    problems.extend(packs.iter().flat_map(|before| both(before, &pack, at)));
                    packs.push(pack);
                }
                Err(why) => {
                    lacks_packs = true;
                    let advice = or_else(named, SHIPPED.iter().map(|(name, _)| *name), &why);
                    let message = format!("there is no pack `{named}`: {advice}");
                    problems.push(Problem { is_error: true, origin: at.clone(), message });
                }
            }
        }
        let below = packs.iter().map(|pack| Layer { folder: folder.clone(), ..pack.settings.clone() });
        let below: Vec<Layer> = below.collect();
        self.layers[place].loaded = packs;
        self.layers[place].lacks_packs = lacks_packs;
        self.layers.splice(place..place, below);
        problems
    }

    /// What is said of rules that neither the program nor a pack has; called once packs are there. Nothing where a pack could
    /// not be had, since it may be the one. Those that a pack which is not named may have leave the rest to hold.
    pub fn unknown_rules(&self) -> UnknownRules {
        let mut unknown = UnknownRules::default();
        if self.naming().is_some_and(|place| self.layers[place].lacks_packs) {
            return unknown;
        }
        for layer in &self.layers {
            for (selector, at) in self.unknown_in(layer) {
                let may_be_of_pack = is_selector(selector) || shipped_with(selector).is_some();
                let of = if may_be_of_pack { &mut unknown.of_packs } else { &mut unknown.of_none };
                let message = no_rule(selector, self.packs());
                of.push(Problem { is_error: true, origin: at.clone(), message });
            }
        }
        unknown
    }

    /// The layer whose packs hold: the last that names any.
    fn naming(&self) -> Option<usize> {
        self.layers.iter().rposition(|layer| layer.packs.is_some())
    }

    /// The packs that hold.
    pub(crate) fn packs(&self) -> &[Arc<Pack>] {
        self.naming().map_or(&[], |place| &self.layers[place].loaded)
    }

    /// What a layer calls such rules, and where.
    fn unknown_in<'l>(&self, layer: &'l Layer) -> Vec<(&'l String, &'l Origin)> {
        let selected = layer.selections.iter().map(|selection| (&selection.selector, &selection.at));
        let per_file =
            layer.per_file.iter().flat_map(|file| file.selectors.iter().map(move |selector| (selector, &file.at)));
        let set = layer.pack_rules.iter().filter(|said| said.severity.is_none()).map(|said| (&said.named, &said.at));
        let is_of_pack = |selector: &str| {
            let mut rules = self.packs().iter().flat_map(|pack| &pack.rules);
            rules.any(|rule| means(selector, &rule.code, &rule.name, rule.category.name()))
        };
        // What no rule could be called was told of when the layer was read.
        let is_unknown = |(selector, _): &(&String, &Origin)| {
            check_selector(selector).is_ok() && !is_own(selector) && !is_of_pack(selector)
        };
        selected.chain(per_file).chain(set).filter(is_unknown).collect()
    }
}

/// Codes and names that two packs have.
fn both(before: &Pack, pack: &Pack, at: &Origin) -> Vec<Problem> {
    let same =
        |rule: &&crate::PackRule| before.rules.iter().any(|other| other.code == rule.code || other.name == rule.name);
    let problem = |rule: &crate::PackRule| Problem {
        is_error: true,
        origin: at.clone(),
        message: format!(
            "the packs `{}` and `{}` both have a rule {} [{}]: give one another code and name",
            before.name, pack.name, rule.code, rule.name
        ),
    };
    pack.rules.iter().filter(same).take(1).map(problem).collect()
}
