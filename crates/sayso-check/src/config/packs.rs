//! Packs that a configuration names: found, and laid below what names them.

use std::sync::Arc;

use crate::config::nearest::or_else;
use crate::config::{Config, Layer, Origin, Problem};
use crate::pack::{Pack, SHIPPED, shipped};
use crate::registry::means;
use crate::{RULES, select};

/// A pack and what is wrong with it.
pub type Loaded = (Arc<Pack>, Vec<Problem>);

impl Config {
    /// Finds the packs that are named and lays what each says of rules right below the layer that names it. Called once, before
    /// [`Config::resolve`].
    ///
    /// A shipped pack is known by its name. For another one `load` is given what is written and the folder that it counts
    /// from; it reads the file and calls [`crate::pack::parse`], or says why it cannot.
    ///
    /// All that is wrong with a pack is an error; what is right in it holds all the same.
    pub fn load_packs(&mut self, mut load: impl FnMut(&str, &str) -> Result<Loaded, String>) -> Vec<Problem> {
        let mut problems = Vec::new();
        if let Some(place) = self.naming() {
            let layer = &self.layers[place];
            let (folder, said) = (layer.folder.clone(), layer.packs.clone());
            let mut packs: Vec<Arc<Pack>> = Vec::new();
            for (named, at) in said.iter().flat_map(|said| said.value.iter().map(|named| (named, &said.at))) {
                let loaded = shipped(named).map_or_else(|| load(named, &folder), |pack| Ok((pack, Vec::new())));
                match loaded {
                    Ok((pack, found)) => {
                        problems.extend(found);
                        problems.extend(packs.iter().flat_map(|before| both(before, &pack, at)));
                        packs.push(pack);
                    }
                    Err(why) => {
                        let advice = or_else(named, SHIPPED.iter().map(|(name, _)| *name), &why);
                        let message = format!("there is no pack `{named}`: {advice}");
                        problems.push(Problem { is_error: true, origin: at.clone(), message });
                    }
                }
            }
            let below = packs.iter().map(|pack| Layer { folder: folder.clone(), ..pack.settings.clone() });
            let below: Vec<Layer> = below.collect();
            self.layers[place].loaded = packs;
            self.layers.splice(place..place, below);
        }
        problems.extend(self.layers.iter().flat_map(|layer| self.meaningless(layer)));
        problems
    }

    /// The layer whose packs hold: the last that names any.
    fn naming(&self) -> Option<usize> {
        self.layers.iter().rposition(|layer| layer.packs.is_some())
    }

    /// The packs that hold.
    pub(crate) fn packs(&self) -> &[Arc<Pack>] {
        self.naming().map_or(&[], |place| &self.layers[place].loaded)
    }

    /// What a layer says of rules that neither the program nor a pack has.
    fn meaningless(&self, layer: &Layer) -> Vec<Problem> {
        let rules = || self.packs().iter().flat_map(|pack| &pack.rules);
        let selected = layer.selections.iter().map(|selection| (&selection.selector, &selection.at));
        let per_file =
            layer.per_file.iter().flat_map(|file| file.selectors.iter().map(move |selector| (selector, &file.at)));
        let set = layer.pack_rules.iter().map(|said| (&said.code, &said.at));
        let means_none = |selector: &str| {
            select(selector).is_empty()
                && !rules().any(|rule| means(selector, &rule.code, &rule.name, rule.category.name()))
        };
        let known = || RULES.iter().map(|rule| rule.code).chain(rules().map(|rule| rule.code.as_str()));
        let problem = |(selector, at): (&String, &Origin)| Problem {
            is_error: true,
            origin: at.clone(),
            message: format!(
                "`{selector}` is no rule's code, nor one of a pack that is named: {}",
                or_else(selector, known(), "name its pack in `packs`, or take it out")
            ),
        };
        // What is no rule's and does not even look like a pack's was told of when the layer was read.
        let of_packs = |(selector, _): &(&String, &Origin)| crate::pack::is_selector(selector) && means_none(selector);
        selected.chain(per_file).chain(set).filter(of_packs).map(problem).collect()
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
