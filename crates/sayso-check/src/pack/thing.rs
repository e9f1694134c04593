//! The things of an article that rules of packs look at, one after the other.

use sayso_article::Part;
use sayso_reading::figures::Figure;
use sayso_reading::{Attribution, AttributionId, Kind, Source};
use sayso_text::Span;

use crate::Desk;
use crate::desk::{is_reporting, link, whole};
use crate::pack::dates::says_when;
use crate::pack::names::{In, Of, Piece, Position};

/// A desk, and what rules of packs keep asking of it.
pub(crate) struct Table<'d, 'r> {
    pub(crate) desk: &'d Desk<'r>,
    /// The body's first paragraph.
    lead: Span,
    /// What is first quoted in the body.
    first_quote: Option<AttributionId>,
    /// The first attribution of each source.
    first_said: Vec<Option<&'r Attribution>>,
}

/// One of them.
#[derive(Clone, Copy)]
pub(crate) struct Thing<'r> {
    /// From its first byte to its last.
    pub(crate) whole: Span,
    /// Where it is, for the sentence and the part that it stands in.
    anchor: usize,
    pub(crate) attribution: Option<&'r Attribution>,
    pub(crate) source: Option<&'r Source>,
    pub(crate) figure: Option<&'r Figure>,
    /// Whether it is the source itself.
    is_source: bool,
}

/// A piece of text that is longer is looked at in its parts.
const LONG: usize = 4000;

impl<'d, 'r> Table<'d, 'r> {
    pub(crate) fn of(desk: &'d Desk<'r>) -> Self {
        let lead = desk.reading.article.parts.iter().find(|part| part.part == Part::Body);
        let mut first_said = vec![None; desk.reading.sources.len()];
        let mut first_quote: Option<&Attribution> = None;
        for a in desk.attributions() {
            let starts_before = |other: &Attribution| whole(a).start < whole(other).start;
            if let Some(said) = a.source_id.and_then(|id| first_said.get_mut(id.0 as usize - 1))
                && said.is_none_or(starts_before)
            {
                *said = Some(a);
            }
            let is_quote = a.kind != Kind::Indirect && desk.part_at(link(a).start) == Part::Body;
            if is_quote && first_quote.is_none_or(starts_before) {
                first_quote = Some(a);
            }
        }
        let first_quote = first_quote.map(|a| a.id);
        Self { desk, lead: lead.map(|part| part.span).unwrap_or_default(), first_quote, first_said }
    }

    /// What stands for the article as a whole: its headline, else its first sentence.
    pub(crate) fn top(&self) -> Option<Thing<'r>> {
        self.desk.sentences.first().map(|line| Thing::at(line.sentence.whole))
    }

    /// The things of one kind, each handed on in text order.
    pub(crate) fn each(&self, of: Of, mut take: impl FnMut(Thing<'r>)) {
        let desk = self.desk;
        match of {
            Of::Attribution => desk.attributions().map(|a| self.attribution(a)).for_each(take),
            Of::Source => {
                for (source, said) in desk.reading.sources.iter().zip(&self.first_said) {
                    let Some(said) = said else { continue };
                    let whole = said.source.first().copied().unwrap_or_default();
                    take(Thing {
                        anchor: whole.start,
                        attribution: Some(*said),
                        source: Some(source),
                        is_source: true,
                        ..Thing::at(whole)
                    });
                }
            }
            Of::Figure => {
                let figures =
                    desk.reading.figures.iter().filter(|figure| is_reporting(desk.part_at(figure.span.start)));
                for figure in figures {
                    let attribution = figure.attribution.map(|id| &desk.reading.attributions[id.0 as usize - 1]);
                    let source = attribution.and_then(|a| desk.source_of(a));
                    take(Thing { attribution, source, figure: Some(figure), ..Thing::at(figure.span) });
                }
            }
            Of::Sentence => desk.sentences.iter().for_each(|line| take(Thing::at(line.sentence.whole))),
            Of::Quotation => {
                let outermost = desk.quotes.outermost().filter(|q| is_reporting(desk.part_at(q.span.start)));
                for quotation in outermost {
                    let attribution = self.of_quotation(quotation.inner());
                    let source = attribution.and_then(|a| desk.source_of(a));
                    take(Thing { attribution, source, ..Thing::at(quotation.span) });
                }
            }
            Of::Headline => {
                let headlines = desk.reading.article.parts.iter().filter(|part| part.part == Part::Headline);
                headlines.for_each(|part| take(Thing::at(part.span)));
            }
        }
    }

    fn attribution(&self, a: &'r Attribution) -> Thing<'r> {
        let source = self.desk.source_of(a);
        Thing { anchor: link(a).start, attribution: Some(a), source, ..Thing::at(whole(a)) }
    }

    /// Who is quoted: the innermost attribution that holds most of it.
    fn of_quotation(&self, inner: Span) -> Option<&'r Attribution> {
        let shares = |a: &&Attribution| a.content.iter().any(|content| content.overlaps(inner));
        let holds = |a: &Attribution| a.content.iter().any(|content| content.contains(inner));
        self.desk.touching(inner).filter(shares).max_by_key(|a| (holds(a), self.desk.depth(a)))
    }

    /// Whether a thing stands there.
    pub(crate) fn stands(&self, thing: &Thing<'_>, position: Position) -> bool {
        let part = self.desk.part_at(thing.anchor);
        match position {
            Position::Headline => part == Part::Headline,
            Position::Deck => part == Part::Deck,
            Position::Body => part == Part::Body,
            Position::Lead => self.lead.start <= thing.anchor && thing.anchor < self.lead.end,
            Position::FirstQuote => thing.attribution.is_some_and(|a| Some(a.id) == self.first_quote),
        }
    }

    /// Whether something is there.
    pub(crate) fn has(&self, thing: &Thing<'_>, piece: Piece) -> bool {
        let Thing { attribution, source, figure, .. } = thing;
        let of_source = |has: fn(&Source) -> bool| source.is_some_and(has);
        match piece {
            Piece::Title => of_source(|source| !source.titles.is_empty()),
            Piece::Affiliation => of_source(|source| !source.affiliations.is_empty()),
            Piece::Justification => of_source(|source| source.justification.is_some()),
            Piece::Name => of_source(|source| source.name.is_some()),
            Piece::Reason => {
                let of_link = attribution.and_then(|a| a.terms).and_then(|stated| stated.reason);
                of_link.is_some() || of_source(|source| source.terms.is_some_and(|stated| stated.reason.is_some()))
            }
            Piece::Date => match attribution.filter(|_| figure.is_none()) {
                Some(a) => a.when.is_some() || says_when(self.desk.text, self.sentence(thing), &a.content),
                None => says_when(self.desk.text, self.sentence(thing), &[]),
            },
            Piece::Giver => source.is_some(),
            Piece::Place => figure.is_some_and(|figure| figure.place.is_some()),
            Piece::AsOf => {
                let says = || says_when(self.desk.text, self.sentence(thing), &[]);
                figure.is_some_and(|figure| figure.as_of.is_some()) || says()
            }
            Piece::Attribution => attribution.is_some() || self.within(thing).next().is_some(),
            Piece::Source => match attribution {
                Some(a) => !a.source.is_empty(),
                None => self.within(thing).any(|a| !a.source.is_empty()),
            },
            Piece::Cue => attribution.is_some_and(|a| !a.cue.is_empty()),
        }
    }

    /// The attributions in a sentence or a headline.
    fn within(&self, thing: &Thing<'_>) -> impl Iterator<Item = &'r Attribution> {
        let is_figure = thing.figure.is_some();
        self.desk.touching(thing.whole).filter(move |_| !is_figure)
    }

    /// The sentence around a thing; of a source, the one that names it.
    fn sentence(&self, thing: &Thing<'_>) -> Span {
        let name = thing.source.filter(|_| thing.is_source).and_then(|source| source.name);
        self.desk
            .sentence_at(name.map_or(thing.anchor, |name| name.start))
            .map_or(thing.whole, |line| line.sentence.whole)
    }

    /// The pieces of text in which words are looked for.
    pub(crate) fn pieces(&self, thing: &Thing<'_>, within: In) -> Vec<Span> {
        let said = |pieces: fn(&Attribution) -> &Vec<Span>| thing.attribution.map(pieces).cloned().unwrap_or_default();
        match within {
            In::Sentence => vec![self.sentence(thing)],
            In::Source if thing.is_source => thing.source.map(|source| source.mentions.clone()).unwrap_or_default(),
            In::Whole if thing.is_source => self.pieces(thing, In::Source),
            In::Source => said(|a| &a.source),
            In::Cue => said(|a| &a.cue),
            In::Content => said(|a| &a.content),
            // What lies far apart is looked at piece by piece, so that no text is gone over for each of many.
            In::Whole => match thing.attribution.filter(|_| thing.whole.len() > LONG && thing.figure.is_none()) {
                Some(a) => a.source.iter().chain(&a.cue).chain(&a.content).copied().collect(),
                None => vec![thing.whole],
            },
        }
    }

    /// How many hands stand between the reader and who knows it.
    pub(crate) fn depth(&self, thing: &Thing<'_>) -> usize {
        let outer = |a: &&'r Attribution| {
            let within = a.within?;
            self.desk.reading.attributions.get(within.0 as usize - 1)
        };
        let own = thing.attribution.and_then(|a| self.desk.reading.attributions.get(a.id.0 as usize - 1));
        std::iter::successors(own, outer).map(|a| 1 + a.through.len()).sum()
    }
}

impl Thing<'_> {
    fn at(whole: Span) -> Self {
        Self { whole, anchor: whole.start, attribution: None, source: None, figure: None, is_source: false }
    }
}
