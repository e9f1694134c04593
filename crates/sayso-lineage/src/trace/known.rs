//! Who is known to have a claim, from those that have its words.
//!
//! Of what articles of one story tell, little is the claim in other words. What names an outlet that has it, or is said to come from the source
//! that has it, is that more often than what another says.

use std::collections::BTreeSet;

use sayso_reading::SourceType;

use crate::change::firmness::denies;
use crate::claim::Beside;
use crate::outlet::Outlets;
use crate::record::{SourceRecord, Telling};
use crate::who::{CLAIM, Name, is_one};

/// The outlets and the named sources of some tellings.
#[derive(Debug, Default)]
pub struct Known {
    outlets: Outlets,
    roots: BTreeSet<Name>,
}

impl Known {
    /// Of those that have a claim's words.
    pub fn of<'a>(tellings: impl Iterator<Item = &'a Telling> + Clone) -> Self {
        let outlets = Outlets::of(tellings.clone().map(|telling| telling.article.as_ref()));
        let tells = tellings.filter(|telling| !telling.statement.as_ref().is_some_and(denies));
        let roots = tells.filter_map(|telling| Name::of(telling.root()?, CLAIM)).collect();
        Self { outlets, roots }
    }

    /// What stands beside a telling.
    pub fn beside(&self, telling: &Telling) -> Beside {
        if telling.statement.is_none() {
            return Beside::Nobody;
        }
        let root = telling.root();
        let name = root.and_then(|root| Name::of(root, CLAIM));
        if name.as_ref().is_some_and(|name| self.roots.iter().any(|known| is_one(known, name))) {
            return Beside::Source;
        }
        let names_outlet = self.outlets.are_named(&telling.sentence);
        // Whom an outlet relays may be another, where it is a person.
        let may_be_another = |root: &SourceRecord| root.kind == SourceType::NamedPerson || !names_outlet;
        match root {
            Some(root) if name.is_some() && may_be_another(root) && !self.outlets.are_named(root.called()) => {
                Beside::Another
            }
            _ if names_outlet => Beside::Outlet,
            _ => Beside::Somebody,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::builder::{Told, body, person, said, some, titled, voice};
    use super::*;

    fn check(known: &[Told], told: &Told, expect: Beside) {
        let tellings: Vec<Telling> = known.iter().map(|told| told.telling().clone()).collect();
        assert_eq!(Known::of(tellings.iter()).beside(told.telling()), expect, "{told:?}");
    }

    #[test]
    fn a_telling_stands_beside_the_known_source_or_outlet_or_another_or_nobody() {
        let known = [said(1, "The Argus", titled("harbour master", "Ida Roe"), "said", "the gate was shut")];
        check(&known, &said(2, "Courier", person("Roe"), "said", "it was closed"), Beside::Source);
        check(&known, &said(2, "Courier", some("officials"), "said", "it was closed"), Beside::Somebody);
        check(&known, &said(2, "Courier", person("Odo Lunt"), "said", "it was closed"), Beside::Another);
        check(&known, &voice(2, "Courier", "It was closed."), Beside::Nobody);
        let relayed =
            |source| said(2, "Courier", source, "said", "it was closed").sentence("It was closed, the Argus said.");
        check(&known, &relayed(body("Argus")), Beside::Outlet);
        check(&known, &relayed(some("officials")), Beside::Outlet);
        check(&known, &relayed(person("Odo Lunt")), Beside::Another);
    }

    #[test]
    fn who_denies_it_is_not_the_known_source() {
        let known = [said(1, "The Argus", person("Ida Roe"), "denied", "the gate was shut")];
        check(&known, &said(2, "Courier", person("Ida Roe"), "said", "it was closed"), Beside::Another);
    }
}
