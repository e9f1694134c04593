//! People and towns change their names from seed to seed, so that nothing can be tuned to one of them.

use std::collections::BTreeMap;

use crate::week::prng::Prng;
use crate::week::world::{Event, World};

/// Which word stands for which.
pub(crate) type Names = BTreeMap<String, String>;

/// Surnames, first names of women and of men, and towns change places among themselves. Seed 0 leaves them as they are.
pub(crate) fn permuted(world: &World, seed: u64) -> Names {
    let mut names = Names::new();
    if seed == 0 {
        return names;
    }
    let mut prng = Prng::new(seed ^ 0x6E61_6D65);
    let people: Vec<(&str, &str, &str)> = world
        .events
        .iter()
        .flat_map(|event| event.who.values())
        .filter(|who| matches!(who.he.as_str(), "he" | "she"))
        .filter_map(|who| {
            let (first, last) = who.name.as_deref()?.split_once(' ')?;
            Some((first, last, who.he.as_str()))
        })
        .collect();
    let pools = [
        people.iter().map(|(_, last, _)| *last).collect::<Vec<_>>(),
        people.iter().filter(|(_, _, he)| *he == "he").map(|(first, ..)| *first).collect(),
        people.iter().filter(|(_, _, he)| *he == "she").map(|(first, ..)| *first).collect(),
        world.events.iter().map(|event| event.place.as_str()).collect(),
    ];
    for mut pool in pools {
        pool.sort_unstable();
        pool.dedup();
        // A name of two words or one that another pool has already stays.
        pool.retain(|name| name.chars().all(char::is_alphabetic) && !names.contains_key(*name));
        let mut others = pool.clone();
        prng.shuffle(&mut others);
        names.extend(pool.iter().zip(others).map(|(one, other)| ((*one).to_owned(), other.to_owned())));
    }
    names
}

/// A text with the other names.
pub(crate) fn renamed(text: &str, names: &Names) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(word);
        done.push_str(names.get(head).map_or(head, String::as_str));
        let gap = tail.find(char::is_alphabetic).unwrap_or(tail.len());
        done.push_str(&tail[..gap]);
        rest = &tail[gap..];
    }
    done
}

/// An event with the other names.
pub(crate) fn rename(event: &mut Event, names: &Names) {
    let swap = |text: &mut String| *text = renamed(text, names);
    swap(&mut event.place);
    for text in event.headlines.iter_mut().chain(&mut event.leads).chain(&mut event.background) {
        swap(text);
    }
    for who in event.who.values_mut() {
        who.name.iter_mut().for_each(swap);
        who.intro.iter_mut().for_each(swap);
        swap(&mut who.short);
        who.terms.iter_mut().chain(&mut who.relayed).for_each(swap);
    }
    for claim in &mut event.claim {
        claim
            .quote
            .iter_mut()
            .chain(&mut claim.trims)
            .chain(&mut claim.reworded)
            .chain(&mut claim.heads)
            .for_each(swap);
        swap(&mut claim.words);
        swap(&mut claim.voice);
        for reply in claim.second.iter_mut().chain(&mut claim.denial) {
            swap(&mut reply.words);
            reply.quote.iter_mut().for_each(swap);
        }
    }
    for figure in &mut event.figure {
        swap(&mut figure.ask);
        swap(&mut figure.cause);
        figure.frames.iter_mut().for_each(swap);
    }
    for revision in &mut event.revision {
        swap(&mut revision.before);
        swap(&mut revision.after);
        revision.correction.iter_mut().for_each(swap);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_change_places_at_once() {
        let names: Names = [("Ostrey", "Lund"), ("Lund", "Ostrey")].map(|(a, b)| (a.into(), b.into())).into();
        assert_eq!(renamed("Ostrey’s mill, Lund; Lundby", &names), "Lund’s mill, Ostrey; Lundby");
        assert_eq!(renamed("", &names), "");
    }
}
