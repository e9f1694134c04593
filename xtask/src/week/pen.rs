//! Writes the paragraphs of one article about one event, in its outlet's manner.

use std::collections::BTreeSet;

use crate::week::article::{Carried, How, Told};
use crate::week::frames::{self, filled};
use crate::week::prng::Prng;
use crate::week::style::{bound, capital, closed, number, printed, spelled, wants_source, weekday};
use crate::week::world::{Claim, Event, Outlet, OutletKind, Reply, Who};

/// What is being written.
pub(crate) struct Pen<'w> {
    /// Which event, by its place among them.
    pub(crate) number: usize,
    pub(crate) event: &'w Event,
    pub(crate) outlet: &'w Outlet,
    /// The day of writing.
    pub(crate) day: usize,
    /// Finished paragraphs.
    pub(crate) paragraphs: Vec<String>,
    pub(crate) told: Vec<Told>,
    pub(crate) carried: Vec<Carried>,
    /// The paragraphs of background that it has.
    pub(crate) grounds: BTreeSet<usize>,
    met: BTreeSet<String>,
    last: String,
}

/// A source in a sentence: as it is introduced or known, and its pronoun.
struct Called {
    who: String,
    short: String,
    he: String,
}

impl<'w> Pen<'w> {
    pub(crate) fn new(number: usize, event: &'w Event, outlet: &'w Outlet, day: usize) -> Self {
        let (paragraphs, told, carried, grounds) = Default::default();
        Self {
            number,
            event,
            outlet,
            day,
            paragraphs,
            told,
            carried,
            grounds,
            met: BTreeSet::new(),
            last: String::new(),
        }
    }

    /// A paragraph as it stands, names and days filled in.
    pub(crate) fn add(&mut self, text: &str) {
        let text =
            filled(text, &[("day", weekday(self.day)), ("place", &self.event.place), ("me", &self.outlet.short)]);
        self.last.clear();
        self.paragraphs.push(printed(&text, self.outlet));
    }

    /// More of the last paragraph.
    pub(crate) fn join(&mut self) {
        if self.paragraphs.len() > 1
            && let Some(last) = self.paragraphs.pop()
            && let Some(before) = self.paragraphs.last_mut()
        {
            before.push(' ');
            before.push_str(&last);
        }
    }

    /// What a source is called here; it is known afterwards.
    fn call(&mut self, by: &str, is_relay: bool, prng: &mut Prng) -> Called {
        let who = &self.event.who[by];
        let is_new = self.met.insert(by.to_owned());
        let words = if !is_new {
            who.short.clone()
        } else if is_relay && let Some(relayed) = &who.relayed {
            closed(relayed)
        } else {
            let intro = closed(prng.pick(&who.intro).as_str());
            match &who.terms {
                Some(terms) if !is_relay => format!("{intro}, {terms},"),
                _ => intro,
            }
        };
        Called { who: words, short: who.short.clone(), he: who.he.clone() }
    }

    /// A sentence out of a frame, as a paragraph of its own; the words of what is said as they are printed.
    fn say(&mut self, frame: &str, called: &Called, said: &[(&str, &str)], day: usize) {
        let (belief, doubt) = if called.he == "they" { ("believe", "suspect") } else { ("believes", "suspects") };
        let capitals = [capital(&called.who), capital(&called.short)];
        let mut gaps: Vec<(&str, &str)> = vec![
            ("who", &called.who),
            ("Who", &capitals[0]),
            ("short", &called.short),
            ("Short", &capitals[1]),
            ("he", &called.he),
            ("believes", belief),
            ("suspects", doubt),
            ("believed", "believed"),
            ("me", &self.outlet.short),
            ("day", weekday(day)),
            ("place", &self.event.place),
        ];
        gaps.extend_from_slice(said);
        self.paragraphs.push(printed(&filled(frame, &gaps), self.outlet));
    }

    /// Something said, in the writer's words.
    fn clause(
        &mut self,
        by: &str,
        frames: &[&str],
        clause: &str,
        more: &[(&str, &str)],
        day: usize,
        prng: &mut Prng,
    ) -> String {
        let is_relay = more.iter().any(|(gap, _)| *gap == "x");
        let place = |frame: &str, gaps: [&str; 2]| gaps.iter().filter_map(|gap| frame.find(gap)).min();
        let is_first = |frame: &str| place(frame, ["{Who}", "{who}"]) < place(frame, ["{S}", "{s}"]);
        let needs = wants_source(clause) && !self.met.contains(by);
        let fitting = frames.iter().copied().filter(|frame| self.fits(frame, by));
        let fitting: Vec<&str> = fitting
            .filter(|frame| !needs || !frame.contains("{who}") && !frame.contains("{Who}") || is_first(frame))
            .collect();
        let frame = *prng.pick(&fitting);
        let called = self.call(by, is_relay, prng);
        let capital = capital(clause);
        let mut said = vec![("s", clause), ("S", capital.as_str())];
        said.extend_from_slice(more);
        self.say(frame, &called, &said, day);
        by.clone_into(&mut self.last);
        printed(if frame.contains("{S}") { &capital } else { clause }, self.outlet)
    }

    /// Whether a frame can be used: a long introduction stands badly before its verb a second time, and an agency gives no interviews.
    fn fits(&self, frame: &str, by: &str) -> bool {
        let who = &self.event.who[by];
        let is_body = who.he == "it";
        let has_terms = who.terms.is_some() && !self.met.contains(by);
        let is_wire = self.outlet.kind == OutletKind::Agency;
        !(is_body && frame.contains("interview"))
            && !(has_terms
                && (frame.starts_with("Speaking") || frame.contains(", {who} told") || frame.contains("interview")))
            && !(is_wire && frame.contains("interview"))
    }

    /// A quotation.
    fn quotation(
        &mut self,
        by: &str,
        frames: &[&str],
        quote: &str,
        more: &[(&str, &str)],
        day: usize,
        prng: &mut Prng,
    ) -> String {
        let is_relay = more.iter().any(|(gap, _)| *gap == "x");
        let halves = quote.split_once(". ").filter(|(one, _)| !is_relay && one.len() > 20);
        let frames: Vec<&str> = frames.iter().copied().filter(|frame| self.fits(frame, by)).collect();
        let is_known = self.last == by && !self.event.who[by].is_document && !is_relay;
        let is_split = halves.is_some() && prng.chance(60) && !self.event.who[by].is_document;
        let frame = if is_split { *prng.pick(frames::QUOTE_SPLIT) } else { *prng.pick(&frames) };
        let mut called = self.call(by, is_relay, prng);
        if is_known && is_split {
            called.who.clone_from(if prng.chance(50) { &called.he } else { &called.short });
        }
        // A pronoun stands before its verb.
        let frame = if is_known && is_split { frames::QUOTE_SPLIT[0] } else { frame };
        let quote = capital(quote);
        let (one, two) = halves.unwrap_or((&quote, ""));
        let (one, two) = (capital(one), two.to_owned());
        let mut said = vec![("q", quote.as_str()), ("q1", one.as_str()), ("q2", two.as_str())];
        said.extend_from_slice(more);
        self.say(frame, &called, &said, day);
        by.clone_into(&mut self.last);
        let longest = if one.len() >= two.len() { &one } else { &two };
        printed(if is_split { longest } else { &quote }, self.outlet)
    }

    /// Notes that a claim is told.
    fn note(&mut self, claim: usize, by: &str, how: How, forms: Vec<String>) {
        let name = self.event.who[by].name.clone();
        self.told.push(Told { event: self.number, claim, forms, how, name });
    }

    /// A claim first hand: in the writer's words, then in the source's own. `is_known` where the outlet has told it before.
    pub(crate) fn first_hand(&mut self, at: usize, how: How, day: usize, prng: &mut Prng) {
        let event = self.event;
        let claim = &event.claim[at];
        let who = &event.who[&claim.by];
        let mut forms = Vec::new();
        let quote = claim.quote.as_deref();
        if quote.is_none() || self.paragraphs.is_empty() || prng.chance(70) {
            let frames = match (claim.is_belief, who.is_document, claim.is_public) {
                (true, ..) => frames::BELIEF,
                (_, true, _) => frames::INDIRECT_DOCUMENT,
                (.., true) => frames::INDIRECT_PUBLIC,
                _ => frames::INDIRECT,
            };
            let frames: Vec<&str> =
                frames.iter().copied().filter(|frame| !(claim.is_public && frame.contains("{me}"))).collect();
            forms.push(self.clause(&claim.by, &frames, &claim.words, &[], day, prng));
        }
        if let Some(quote) = quote {
            let again = self.last == claim.by;
            forms.push(self.quotation(&claim.by, quote_frames(claim, who, again), quote, &[], day, prng));
            if again && prng.chance(35) {
                self.join();
            }
        }
        self.note(at, &claim.by, how, forms);
    }

    /// A claim that this outlet has told before.
    pub(crate) fn own(&mut self, at: usize, day: usize, prng: &mut Prng) {
        let event = self.event;
        let claim = &event.claim[at];
        let who = &event.who[&claim.by];
        let frames: &[&str] = match (who.is_document, claim.is_public) {
            (true, _) => &[
                "{Who}, which was first reported by {me} on {day}, says that {s}.",
                "{S}, according to {who} that {me} reported on {day}.",
            ],
            (_, true) => &[
                "{Who} said on {day} that {s}.",
                "{S}, {who} said on {day}.",
                "{Who} had told reporters on {day} that {s}.",
            ],
            _ => &[
                "{Who} told {me} on {day} that {s}.",
                "{S}, {who} told {me} on {day}.",
                "As {me} reported on {day}, {who} said that {s}.",
            ],
        };
        let mut forms = Vec::new();
        let trim = claim.trims.first().filter(|_| !who.is_document && claim.quote.is_some() && prng.chance(45));
        if let Some(trim) = trim {
            let frames: &[&str] = if claim.is_public {
                &["“{q},” {who} said on {day}.", "“{q},” {who} had said on {day}."]
            } else {
                &["“{q},” {who} told {me} on {day}."]
            };
            forms.push(self.quotation(&claim.by, frames, trim, &[], day, prng));
        } else {
            forms.push(self.clause(&claim.by, frames, &claim.words, &[], day, prng));
        }
        self.note(at, &claim.by, How::Own, forms);
    }

    /// A claim that another outlet told, which is named. `by` is the source's key, which is the second one's where that was told.
    pub(crate) fn relay(&mut self, at: usize, from: &[(usize, &Outlet)], day: usize, form: &Form<'_>, prng: &mut Prng) {
        let event = self.event;
        let claim = &event.claim[at];
        let who = &event.who[&claim.by];
        let (x, y) = (from[0].1.short.as_str(), from.get(1).map(|(_, outlet)| outlet.short.as_str()));
        let capitals = [capital(x), capital(y.unwrap_or_default())];
        let names = [("x", x), ("X", capitals[0].as_str()), ("y", y.unwrap_or_default()), ("Y", capitals[1].as_str())];
        let mut forms = Vec::new();
        match form {
            Form::Quote(quote) if !who.is_document => {
                forms.push(self.quotation(&claim.by, frames::RELAY_QUOTE, quote, &names, day, prng));
            }
            Form::Quote(clause) | Form::Clause(clause) => {
                let frames = match (y, who.is_document) {
                    (Some(_), false) => frames::RELAY_TWICE,
                    (_, true) => frames::RELAY_DOCUMENT,
                    _ => frames::RELAY,
                };
                let frames: Vec<&str> =
                    frames.iter().copied().filter(|frame| !(claim.is_public && frame.contains("told {x}"))).collect();
                forms.push(self.clause(&claim.by, &frames, clause, &names, day, prng));
            }
        }
        self.note(at, &claim.by, How::Relay(from.iter().map(|(outlet, _)| *outlet).collect()), forms);
    }

    /// A claim in another outlet's words, which is not named.
    pub(crate) fn rewrite(&mut self, at: usize, clause: &str, prng: &mut Prng) {
        let by = &self.event.claim[at].by;
        let frames =
            ["{Who} said that {s}.", "{S}, {who} said.", "{S}, according to {who}.", "According to {who}, {s}."];
        let form = self.clause(by, &frames, clause, &[], self.day, prng);
        self.note(at, by, How::Wording, vec![form]);
    }

    /// A claim as a fact.
    pub(crate) fn voice(&mut self, at: usize) {
        let claim = &self.event.claim[at];
        let form = printed(&claim.voice, self.outlet);
        self.add(&format!("{}.", claim.voice));
        self.note(at, &claim.by, How::Voice, vec![form]);
    }

    /// Another source says the same.
    pub(crate) fn second(&mut self, at: usize, reply: &Reply, prng: &mut Prng) {
        let mut forms = vec![self.clause(&reply.by, frames::SECOND, &reply.words, &[], self.day, prng)];
        if let Some(quote) = &reply.quote {
            forms.push(self.quotation(&reply.by, frames::QUOTE_AGAIN, quote, &[], self.day, prng));
        }
        self.note(at, &reply.by, How::Second, forms);
        // The root of a chain is its last link, who has no name here.
        if let Some(told) = self.told.last_mut().filter(|_| reply.from.is_some()) {
            told.name = None;
        }
    }

    /// Somebody says no to a claim.
    pub(crate) fn denial(&mut self, at: usize, reply: &Reply, prng: &mut Prng) {
        let event = self.event;
        let claim = &event.claim[at];
        let denied = prng.pick(&claim.reworded).as_str();
        let mut forms = vec![self.clause(&reply.by, frames::DENIAL, denied, &[], self.day, prng)];
        if let Some(quote) = &reply.quote {
            forms.push(self.quotation(&reply.by, frames::QUOTE_AGAIN_PUBLIC, quote, &[], self.day, prng));
        }
        forms.push(self.clause(&reply.by, frames::INSTEAD, &reply.words, &[], self.day, prng));
        if prng.chance(50) {
            self.join();
        }
        self.note(at, &reply.by, How::Against, forms);
    }

    /// A giver's number. `after` is how many days after the event's first it was given.
    pub(crate) fn figure(
        &mut self,
        series: [usize; 2],
        point: usize,
        day: usize,
        rounded: Option<&str>,
        prng: &mut Prng,
    ) {
        let event = self.event;
        let figure = &event.figure[series[0]];
        let giver = &figure.series[series[1]];
        let (_, value, bind) = &giver.points[point];
        let is_again =
            self.carried.last().is_some_and(|last| last.series[0] == series[0]) && rounded.is_none() && prng.chance(50);
        let own: Vec<&str> = figure.frames.iter().map(String::as_str).collect();
        let frames = match (&figure.measure, own.is_empty()) {
            (Some(_), _) if is_again => frames::FIGURE_AGAIN,
            (_, true) => frames::figure(figure.measure.as_deref()),
            _ => own.as_slice(),
        };
        // No sentence begins with digits.
        let begins = rounded.is_some() || !bound(bind).is_empty() || spelled(*value).is_some();
        let frames: Vec<&str> = frames
            .iter()
            .copied()
            .filter(|frame| begins || !frame.starts_with("{N}"))
            .filter(|frame| rounded.is_none() || frame.contains("{N}"))
            .filter(|frame| bind != "at_least" || !frame.contains("at {n}") && !frame.contains("at {N}"))
            .collect();
        let frame = *prng.pick(&frames);
        let called = self.call(&giver.by, false, prng);
        let plain = format!("{}{}", bound(bind), number(*value));
        let full = rounded.map_or_else(|| format!("{plain} {}", figure.noun), str::to_owned);
        let full = if frame.starts_with("{N}") {
            match (spelled(*value), bound(bind).is_empty() && rounded.is_none()) {
                (Some(words), true) => capital(&format!("{words} {}", figure.noun)),
                _ => capital(&full),
            }
        } else {
            full
        };
        let words = if frame.contains("{N}") { full.clone() } else { plain.clone() };
        let words = printed(&words, self.outlet);
        let measure = match figure.measure.as_deref().unwrap_or_default() {
            "attended" => "who attended",
            measure => measure,
        };
        let said = [
            ("N", full.as_str()),
            ("n", &plain),
            ("cause", &figure.cause),
            ("noun", &figure.noun),
            ("measure", measure),
        ];
        self.say(frame, &called, &said, day);
        giver.by.clone_into(&mut self.last);
        self.carried.push(Carried { event: self.number, series, point, words, is_rounded: rounded.is_some() });
    }
}

/// In which form a relay has it.
pub(crate) enum Form<'c> {
    Quote(&'c str),
    Clause(&'c str),
}

/// How a claim's quotation is set.
fn quote_frames(claim: &Claim, who: &Who, again: bool) -> &'static [&'static str] {
    match (who.is_document, claim.is_public, again) {
        (true, ..) => frames::QUOTE_DOCUMENT,
        (_, true, true) => frames::QUOTE_AGAIN_PUBLIC,
        (_, true, false) => frames::QUOTE_PUBLIC,
        (_, false, true) => frames::QUOTE_AGAIN,
        (_, false, false) => frames::QUOTE,
    }
}
