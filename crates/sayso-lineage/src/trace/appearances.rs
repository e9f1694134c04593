//! Which telling stands for an article: several sentences of it may tell the claim, and several revisions.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Appearance, Form, Match};
use sayso_reading::SourceType;

use crate::change::firmness::{begins_with_no, denies};
use crate::outlet::{self, Named, Outlets};
use crate::record::{ArticleRecord, SourceRecord, Telling};
use crate::words::{find, plain};

/// A claim in one article, with what else the article has that tells it.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// What stands for it.
    pub appearance: Appearance,
    /// Other tellings of the claim in the same revision, in text order.
    others: Vec<Telling>,
    /// The articles that its revisions are near copies of, themselves included.
    pub group: BTreeSet<i64>,
}

/// An archive's tellings, one for each article and side.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Say the same.
    pub same: Vec<Seen>,
    /// Have words in common, in articles that do not say the same anywhere.
    pub similar: Vec<Seen>,
    /// Say no, or give another value.
    pub against: Vec<Seen>,
}

/// What a telling is to the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Same,
    Similar,
    Against,
    /// Says no to something else than the claim.
    None,
}

/// So much more likeness than in the statement that a relay passes on, in thousandths, must there be in the relay's
/// own for the relay to be the telling: its content holds the other's words.
const INNER: i64 = 150;

/// Gathers tellings by article, in the order of time.
pub(super) fn gather(asked: &str, found: Vec<(Telling, Match)>, outlets: &Outlets) -> Gathered {
    let chooser = Chooser { asked: letters(asked), outlets };
    let mut articles: BTreeMap<(String, i64), Vec<(Telling, Match)>> = BTreeMap::new();
    for one in found {
        let article = &one.0.article;
        // Where nothing stays when the text changes, nothing makes two texts one article.
        let alone = if article.key.is_empty() { article.id } else { 0 };
        articles.entry((article.key.clone(), alone)).or_default().push(one);
    }
    let mut out = Gathered::default();
    for (_, mut told) in articles {
        told.sort_by(|a, b| {
            let likeness = || b.1.likeness.total_cmp(&a.1.likeness);
            place(a).cmp(&place(b)).then_with(likeness).then(a.1.form.cmp(&b.1.form))
        });
        let sides = sides(asked, &told);
        let of = |side| chooser.pick(&told, &sides, side);
        let same = of(Side::Same);
        if same.is_none() {
            out.similar.extend(of(Side::Similar));
        }
        out.same.extend(same);
        out.against.extend(of(Side::Against));
    }
    for side in [&mut out.same, &mut out.similar, &mut out.against] {
        side.sort_by(|a, b| a.article().order().cmp(&b.article().order()));
    }
    out
}

/// Where a telling stands among those of an article: revision, row, place, inner before outer.
fn place((telling, _): &(Telling, Match)) -> (i64, i64, [usize; 2], Option<i64>, &str) {
    let statement = telling.statement.as_ref().map(|statement| statement.id);
    (telling.article.revision, telling.article.id, telling.span, statement, &telling.words)
}

fn sides(asked: &str, told: &[(Telling, Match)]) -> Vec<Side> {
    let denied: Vec<&Telling> = told
        .iter()
        .map(|(telling, _)| telling)
        .filter(|telling| telling.statement.as_ref().is_some_and(denies))
        .collect();
    let is_denied = |telling: &Telling| {
        denied.iter().any(|outer| {
            outer.article.id == telling.article.id
                && outer.span[0] <= telling.span[0]
                && telling.span[1] <= outer.span[1]
        })
    };
    // Who denies it in an article does not tell it there in other words.
    let is_denial =
        |(telling, found): &&(Telling, Match)| found.form.is_same() && telling.statement.as_ref().is_some_and(denies);
    let deniers: BTreeSet<i64> = told.iter().filter(is_denial).filter_map(|(t, _)| Some(t.root()?.id)).collect();
    let is_deniers = |(telling, found): &(Telling, Match)| {
        found.form == Form::Reworded && telling.root().is_some_and(|root| deniers.contains(&root.id))
    };
    let says_no = |telling: &Telling| begins_with_no(&telling.words) && !begins_with_no(asked);
    let side = |one: &(Telling, Match)| match (one.1.form, is_denied(&one.0) || says_no(&one.0) || is_deniers(one)) {
        (form, true) if form.is_same() => Side::Against,
        (_, true) => Side::None,
        (Form::Contradicted, false) => Side::Against,
        (Form::Similar, false) => Side::Similar,
        (_, false) => Side::Same,
    };
    told.iter().map(side).collect()
}

/// Chooses which telling stands for an article.
struct Chooser<'a> {
    /// How many letters and digits the words that were asked for have.
    asked: usize,
    outlets: &'a Outlets,
}

impl Chooser<'_> {
    /// The best telling of a side in the first revision that has any.
    fn pick(&self, told: &[(Telling, Match)], sides: &[Side], side: Side) -> Option<Seen> {
        let of: Vec<&(Telling, Match)> =
            told.iter().zip(sides).filter(|(_, one)| **one == side).map(|(told, _)| told).collect();
        let first = of.first()?.0.article.id;
        // `max_by_key` gives the last of equals, and the first in the text is meant.
        let here = of.iter().rev().filter(|(telling, _)| telling.article.id == first);
        let best = here.max_by_key(|one| self.rank(one))?;
        let revisions: BTreeSet<i64> =
            of.iter().filter(|(t, _)| t.article.id != first).map(|(t, _)| t.article.revision).collect();
        let others =
            of.iter().filter(|one| one.0.article.id == first && one.0 != best.0).map(|one| one.0.clone()).collect();
        let group = told.iter().flat_map(|(t, _)| [Some(t.article.id), t.article.copy_of]).flatten().collect();
        let appearance =
            Appearance { telling: best.0.clone(), found: best.1.clone(), revisions: revisions.into_iter().collect() };
        Some(Seen { appearance, others, group })
    }

    /// What makes a telling stand for its article: it says whose word it is; its likeness, where what a relay passes on has an
    /// advantage; the closer form; the body before the headline.
    fn rank(&self, (telling, found): &(Telling, Match)) -> (u8, i64, Reverse<Form>, bool) {
        let statement = telling.statement.as_ref();
        let attributed = statement.map_or(0, |statement| if statement.source.is_some() { 2 } else { 1 });
        let likeness = self.likeness(found) + if self.is_relayed(telling) { INNER } else { 0 };
        (attributed, likeness, Reverse(found.form), !is_headline(telling))
    }

    /// In thousandths. Who has only a small part of the words is not more like what was asked for than who says all of it in others.
    fn likeness(&self, found: &Match) -> i64 {
        let is_quoted = matches!(found.form, Form::Verbatim | Form::Partial);
        let covered: usize = found.shared.iter().map(|run| letters(run)).sum();
        let share = if is_quoted && covered > 0 && self.asked > 0 {
            covered.min(self.asked) as f64 / self.asked as f64
        } else {
            1.0
        };
        thousandths(found.likeness * share)
    }

    /// Whether all the hands that it came through, but for the last, are outlets or others with a name that are no persons.
    fn is_relayed(&self, telling: &Telling) -> bool {
        let Some(statement) = &telling.statement else { return false };
        let Some((_, relays)) = statement.chain.split_last() else { return false };
        let passes_on = |hand: &SourceRecord| {
            hand.kind == SourceType::NamedOrganization || !self.outlets.named(hand.called()).is_empty()
        };
        relays.iter().all(|hand| hand.as_deref().is_none_or(passes_on))
    }
}

/// Letters and digits of some words.
fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}

/// A likeness as a whole number, by which it can be put in order.
pub(super) fn thousandths(likeness: f64) -> i64 {
    (likeness * 1000.0).round() as i64
}

fn is_headline(telling: &Telling) -> bool {
    let Some(title) = &telling.article.title else { return false };
    let sentence = plain(&telling.sentence);
    !sentence.is_empty() && sentence == plain(title)
}

impl Seen {
    /// Its article.
    pub(super) fn article(&self) -> &ArticleRecord {
        &self.appearance.telling.article
    }

    /// What stands for it.
    pub(super) fn telling(&self) -> &Telling {
        &self.appearance.telling
    }

    /// The outlets that it names as having it: those of its chain, the outermost first, then those beside the content in its
    /// sentences, then those that the byline credits. Its own is among them only where it was told to it ("told the Courier",
    /// in the Courier): what that outlet had before is what it goes back to.
    pub(super) fn names(&self, outlets: &Outlets) -> Vec<Named> {
        let here = outlet::key(self.article());
        let tellings = || [self.telling()].into_iter().chain(&self.others);
        let mut texts: Vec<String> = Vec::new();
        for statement in tellings().filter_map(|telling| telling.statement.as_ref()) {
            for source in statement.chain.iter().flatten().chain(&statement.source) {
                texts.push(source.description.clone());
                texts.extend(source.name.clone());
            }
        }
        texts.extend(tellings().map(beside));
        texts.extend(self.article().byline.clone());
        let told_here = tellings().any(|telling| {
            let named = outlets.named(&telling.sentence);
            let own = named.iter().find(|named| Some(&named.outlet) == here.as_ref());
            own.is_some_and(|own| is_told_to(&telling.sentence, &own.words))
        });
        let in_sentence = |telling: &Telling| outlets.named(&telling.sentence).to_vec();
        let is_meant = |named: &Named| told_here || Some(&named.outlet) != here.as_ref();
        let own = told_here.then(|| tellings().flat_map(in_sentence));
        let named = texts.iter().flat_map(|text| outlets.named(text).to_vec()).filter(is_meant);
        let named = named.chain(own.into_iter().flatten().filter(|named| Some(&named.outlet) == here.as_ref()));
        let mut seen = BTreeSet::new();
        let mut named: Vec<Named> = named.filter(|named| seen.insert(named.outlet.clone())).collect();
        // The words as the sentence has them are better evidence than a name alone.
        for one in &mut named {
            let stand = tellings().flat_map(in_sentence).find(|stand| stand.outlet == one.outlet);
            one.words = stand.map_or(std::mem::take(&mut one.words), |stand| stand.words);
        }
        named
    }

    /// The outlets that the byline credits.
    pub(super) fn credits(&self, outlets: &Outlets) -> Arc<[Named]> {
        self.article().byline.as_deref().map(|byline| outlets.named(byline)).unwrap_or_default()
    }
}

/// A sentence without the content that is attributed in it: what is said of an outlet in there is no relay.
fn beside(telling: &Telling) -> String {
    let sentence = &telling.sentence;
    match telling.statement.as_ref().and_then(|_| find(sentence, &telling.words)) {
        Some(span) => format!("{} … {}", &sentence[..span.start], &sentence[span.end..]),
        None => sentence.clone(),
    }
}

/// Whether a sentence says that it was told to somebody: "told the Courier", "in an interview with the Courier".
fn is_told_to(sentence: &str, name: &str) -> bool {
    let before = sentence.find(name).map_or("", |at| sentence[..at].trim_end());
    let before = before.strip_suffix(" the").unwrap_or(before);
    matches!(before.rsplit(' ').next(), Some("told" | "to" | "with" | "by"))
}
