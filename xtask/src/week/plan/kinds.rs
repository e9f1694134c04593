//! The kinds of articles that an event brings about: what stands in each, and from whom it has it.

use super::{Coverage, MORNING, address};
use crate::week::article::{Article, How, Time, Told};
use crate::week::frames::filled;
use crate::week::pen::{Form, Pen};
use crate::week::style::{capital, printed, weekday};
use crate::week::wording::{EVIDENCE, alike, likeness};
use crate::week::world::{Claim, File};

impl Coverage<'_> {
    /// A report by somebody who was there.
    pub(super) fn reported(&mut self, outlet: usize, claims: &[usize]) -> usize {
        let mut pen = self.pen(outlet);
        let day = self.now.day;
        let is_led = self.prng.chance(60);
        if !is_led {
            self.lead(&mut pen);
        }
        pen.first_hand(claims[0], How::First, day, &mut self.prng);
        let skip = self.articles.len();
        self.figures(&mut pen, usize::from(skip > 0), 2, 0);
        self.background(&mut pen, 1);
        for at in &claims[1..] {
            pen.first_hand(*at, How::First, day, &mut self.prng);
        }
        // What all of the press heard is in more reports than one.
        let told = |at: usize| claims.contains(&at);
        let public = (0..self.event.claim.len()).find(|at| !told(*at) && *at < 3 && self.event.claim[*at].is_public);
        if let Some(at) = public.filter(|at| self.is_told(*at)) {
            pen.first_hand(at, How::First, day, &mut self.prng);
        }
        self.background(&mut pen, 3);
        self.close(&mut pen);
        let headline = self.headline(&claims[..1]);
        self.publish(pen, outlet, &headline)
    }

    pub(super) fn is_told(&self, claim: usize) -> bool {
        self.articles
            .iter()
            .any(|article| article.told.iter().any(|told| told.claim == claim && told.how != How::Against))
    }

    /// Whether the sentence that states a claim as a fact is like the words of an earlier article, so that one can see where it is from.
    pub(super) fn is_traceable(&self, claim: usize) -> bool {
        let voice = &self.event.claim[claim].voice;
        let told = self.articles.iter().flat_map(|article| &article.told);
        let told = told.filter(|told| told.claim == claim && told.how != How::Against);
        told.flat_map(|told| &told.forms).any(|form| alike(form, voice) > EVIDENCE + 0.1)
    }

    /// The same text elsewhere: the last paragraph may be cut, the headline be another.
    pub(super) fn copied(&mut self, of: usize, outlets: &[usize]) {
        for outlet in outlets {
            self.now.minute += self.prng.between(4, 14);
            let original = self.articles[of].clone();
            let house = &self.world.outlets[*outlet];
            let mut copy = Article {
                outlet: *outlet,
                at: self.now,
                copy_of: Some(of),
                told: original.told.iter().map(|told| Told { how: How::Copy, ..told.clone() }).collect(),
                ..original.clone()
            };
            let change = self.prng.below(3);
            if change == 0 || change == 2 {
                let cut = copy.paragraphs.pop();
                // Not where it would be another text then.
                if likeness(&copy.text(), &original.text()) < 0.88 {
                    copy.paragraphs.extend(cut);
                }
            }
            if change > 0 {
                let headline = printed(&self.headline(&[]), house);
                let plain = std::mem::replace(&mut copy.headline, headline);
                if likeness(&copy.text(), &original.text()) < 0.88 {
                    copy.headline = plain;
                }
            }
            copy.url = address(house, &copy.headline, self.now);
            self.articles.push(copy);
        }
        self.tick(10, 40);
    }

    /// A report of what another outlet has. Of a copy, the original's outlet is named.
    pub(super) fn relayed(&mut self, outlet: usize, of: usize) {
        let of = self.articles[of].copy_of.unwrap_or(of);
        let from = self.articles[of].outlet;
        let is_passed = |told: &&Told| !matches!(told.how, How::Against | How::Voice | How::Second | How::Wording);
        let claims: Vec<usize> = self.articles[of].told.iter().filter(is_passed).map(|told| told.claim).collect();
        if claims.is_empty() || from == outlet {
            return;
        }
        let mut pen = self.pen(outlet);
        let day = self.articles[of].at.day;
        let from = [(from, &self.world.outlets[from])];
        for (count, at) in claims.iter().enumerate().take(2) {
            let claim = &self.event.claim[*at];
            // The first piece is what the claim is about; without it another piece would be another claim.
            let quotes: Vec<&String> = claim.trims.first().into_iter().chain(&claim.quote).collect();
            let is_quoted = !quotes.is_empty() && !self.event.who[&claim.by].is_document && self.prng.chance(35);
            if is_quoted {
                let quote = *self.prng.pick(&quotes);
                pen.relay(*at, &from, day, &Form::Quote(quote), &mut self.prng);
            } else {
                let clause = self.clause(claim, 80);
                pen.relay(*at, &from, day, &Form::Clause(clause), &mut self.prng);
                let quote = claim.trims.first().filter(|_| count == 0 && !self.event.who[&claim.by].is_document);
                if let Some(quote) = quote.filter(|_| self.prng.chance(55)) {
                    self.requoted(&mut pen, claim, quote);
                }
            }
            if count == 0 {
                let is_late = self.now.day > day;
                let days_ago = usize::from(is_late && self.prng.chance(25));
                self.figures(&mut pen, *at, 1, days_ago);
                self.background(&mut pen, 1);
            }
        }
        if self.event.who[&self.event.claim[claims[0]].by].name.is_none() && self.prng.chance(60) {
            pen.add("The report could not be independently confirmed.");
        }
        self.background(&mut pen, 1);
        let headline = self.headline(&claims[..1]);
        self.publish(pen, outlet, &headline);
    }

    /// A piece of a quotation, after it was said from whom it comes.
    pub(super) fn requoted(&mut self, pen: &mut Pen<'_>, claim: &Claim, quote: &str) {
        let who = &self.event.who[&claim.by];
        let frame =
            self.prng.pick(&["“{q},” {short} said.", "“{q},” {he} said.", "“{q},” {short} was quoted as saying."]);
        let frame = if who.he == "they" { "“{q},” {short} said." } else { frame };
        let quote = capital(quote);
        pen.add(&filled(frame, &[("q", &quote), ("short", &who.short), ("he", &who.he)]));
        if let Some(told) = pen.told.last_mut() {
            told.forms.push(printed(&quote, pen.outlet));
        }
    }

    /// One of a claim's rewordings, or in a few cases the first words.
    pub(super) fn clause<'c>(&mut self, claim: &'c Claim, percent: usize) -> &'c str {
        if self.prng.chance(percent) { self.prng.pick(&claim.reworded).as_str() } else { &claim.words }
    }

    /// The outlet's own second report, a day later: what it had, and more.
    pub(super) fn followed(&mut self, outlet: usize, claims: &[usize]) {
        let own = self.articles.iter().position(|article| article.outlet == outlet && article.copy_of.is_none());
        let Some(own) = own else { return };
        let (told, day) = (self.articles[own].told.clone(), self.articles[own].at.day);
        let mut pen = self.pen(outlet);
        self.lead(&mut pen);
        let today = self.now.day;
        for at in claims {
            pen.first_hand(*at, How::First, today, &mut self.prng);
        }
        self.figures(&mut pen, 0, 2, 0);
        self.background(&mut pen, 1);
        for told in told.iter().filter(|told| told.how == How::First).take(2) {
            pen.own(told.claim, day, &mut self.prng);
        }
        self.background(&mut pen, 2);
        let headline = self.headline(claims.get(..1).unwrap_or_default());
        self.publish(pen, outlet, &headline);
    }

    /// Somebody answers: what was reported, by whom, and the no to it.
    pub(super) fn denied(&mut self, outlet: usize) {
        let claims: Vec<usize> = (0..self.event.claim.len())
            .filter(|at| self.event.claim[*at].denial.is_some() && self.is_told(*at))
            .collect();
        let Some(at) = (!claims.is_empty()).then(|| *self.prng.pick(&claims)) else { return self.rounded(outlet) };
        let claim = &self.event.claim[at];
        let Some(reply) = &claim.denial else { return };
        let who = &self.event.who[&reply.by];
        let mut pen = self.pen(outlet);
        let is_restated = self.prng.chance(50);
        if is_restated {
            self.lead(&mut pen);
            if let Some((from, day)) = self.origin(at).filter(|(from, _)| *from != outlet) {
                let clause = self.clause(claim, 70);
                pen.relay(at, &[(from, &self.world.outlets[from])], day, &Form::Clause(clause), &mut self.prng);
            }
            pen.denial(at, reply, &mut self.prng);
        } else {
            pen.denial(at, reply, &mut self.prng);
            self.background(&mut pen, 1);
        }
        self.figures(&mut pen, 1, 1, 0);
        self.background(&mut pen, 2);
        let headline = format!("{} rejects account of events in {}", capital(&who.short), self.event.place);
        self.publish(pen, outlet, &headline);
    }

    /// The outlet that had a claim first, and the day.
    pub(super) fn origin(&self, claim: usize) -> Option<(usize, usize)> {
        let first = self.articles.iter().find(|a| a.told.iter().any(|t| t.claim == claim && t.how == How::First))?;
        Some((first.outlet, first.at.day))
    }

    /// What another outlet wrote, in its words, without a word about it; where the source has no name, without the source too.
    pub(super) fn rewritten(&mut self, outlet: usize) {
        let (event, articles) = (self.event, &self.articles);
        let mut clauses = Vec::new();
        for article in articles.iter().filter(|article| article.outlet != outlet && article.copy_of.is_none()) {
            for told in article.told.iter().filter(|told| !matches!(told.how, How::Against | How::Second)) {
                let claim = &event.claim[told.claim];
                let is_in = |clause: &&String| told.forms.iter().any(|form| form.eq_ignore_ascii_case(clause));
                clauses.extend(claim.reworded.iter().find(is_in).map(|clause| (told.claim, clause.as_str())));
            }
        }
        // What it has told before is not news to it.
        let has = |claim: usize| articles.iter().any(|a| a.outlet == outlet && a.told.iter().any(|t| t.claim == claim));
        let is_named = |claim: usize| event.who[&event.claim[claim].by].name.is_some();
        clauses.retain(|(claim, _)| !has(*claim) && (is_named(*claim) || self.is_traceable(*claim)));
        let Some((at, clause)) = (!clauses.is_empty()).then(|| *self.prng.pick(&clauses)) else {
            return self.rounded(outlet);
        };
        let mut pen = self.pen(outlet);
        self.lead(&mut pen);
        if is_named(at) {
            pen.rewrite(at, clause, &mut self.prng);
        } else {
            pen.voice(at);
        }
        self.background(&mut pen, 1);
        self.figures(&mut pen, 2, 1, 0);
        self.background(&mut pen, 2);
        let headline = self.headline(&[]);
        self.publish(pen, outlet, &headline);
    }

    /// Whether somebody rounds a number today.
    pub(super) fn has_round(&self) -> bool {
        let after = self.now.day - self.start;
        self.event.figure.iter().any(|figure| figure.round.as_ref().is_some_and(|round| round.day == after))
    }

    /// A short report: a round number where there is one, what others wrote where there is none.
    pub(super) fn briefed(&mut self, outlet: usize) {
        if self.has_round() { self.rounded(outlet) } else { self.rewritten(outlet) }
    }

    /// Another outlet has a source of its own for it.
    pub(super) fn seconded(&mut self, outlet: usize) {
        let claims: Vec<usize> = (0..self.event.claim.len())
            .filter(|at| self.event.claim[*at].second.is_some() && self.is_told(*at))
            .collect();
        let Some(at) = (!claims.is_empty()).then(|| *self.prng.pick(&claims)) else { return self.rewritten(outlet) };
        let Some(reply) = &self.event.claim[at].second else { return };
        let mut pen = self.pen(outlet);
        if self.prng.chance(50) {
            self.lead(&mut pen);
        }
        pen.second(at, reply, &mut self.prng);
        self.background(&mut pen, 1);
        self.figures(&mut pen, 1, 2, 0);
        self.background(&mut pen, 2);
        let headline = self.headline(&[]);
        self.publish(pen, outlet, &headline);
    }

    /// A report of a report.
    pub(super) fn relayed_twice(&mut self, outlet: usize) {
        let chain = self.articles.iter().find_map(|article| {
            let told = article.told.iter().find(|told| {
                matches!(&told.how, How::Relay(from) if from.len() == 1)
                    && !self.event.who[&self.event.claim[told.claim].by].is_document
            })?;
            let How::Relay(from) = &told.how else { return None };
            let day = article.at.day;
            (article.outlet != outlet && from[0] != outlet).then_some((told.claim, from[0], article.outlet, day))
        });
        let Some((at, x, y, day)) = chain else { return self.rounded(outlet) };
        let claim = &self.event.claim[at];
        let mut pen = self.pen(outlet);
        let outlets = &self.world.outlets;
        let clause = self.clause(claim, 85);
        pen.relay(at, &[(x, &outlets[x]), (y, &outlets[y])], day, &Form::Clause(clause), &mut self.prng);
        self.background(&mut pen, 2);
        // Who copies a report of yesterday has its numbers too.
        let days_ago = usize::from(self.prng.chance(60));
        self.figures(&mut pen, 0, 1, days_ago);
        self.background(&mut pen, 1);
        let headline = self.headline(&[at]);
        self.publish(pen, outlet, &headline);
    }

    /// A view that takes what was claimed for what is so.
    pub(super) fn opinion(&mut self, outlet: usize) {
        let mut claims: Vec<usize> = (0..self.event.claim.len()).filter(|at| self.is_traceable(*at)).collect();
        self.prng.shuffle(&mut claims);
        // What all of the press heard is seldom what such pieces are about.
        claims.sort_by_key(|at| self.event.claim[*at].is_public);
        let mut views: Vec<&String> = self.world.opinion.iter().collect();
        self.prng.shuffle(&mut views);
        let mut pen = self.pen(outlet);
        let count = claims.len().min(2);
        for (turn, view) in views.iter().take(4).enumerate() {
            pen.add(view);
            if let Some(at) = claims[..count].get(turn) {
                pen.voice(*at);
                pen.join();
            }
        }
        self.background(&mut pen, 1);
        let place = &self.event.place;
        let headlines = [
            format!("Comment: {place} is owed more than condolences and committees"),
            format!("What {place} tells us about ourselves"),
            format!("Opinion: after {place}, nobody can say they were not told"),
        ];
        let headline = self.prng.pick(&headlines).clone();
        self.publish(pen, outlet, &headline);
    }

    /// A short report that rounds a number, or has some of the numbers of the day.
    pub(super) fn rounded(&mut self, outlet: usize) {
        let mut pen = self.pen(outlet);
        self.lead(&mut pen);
        let after = self.now.day - self.start;
        let figures = self.event.figure.iter().enumerate();
        let round = figures.filter_map(|(f, figure)| {
            let round = figure.round.as_ref().filter(|round| round.day == after)?;
            let s = figure.series.iter().position(|series| series.by == round.by)?;
            let point = figure.series[s].points.iter().position(|point| point.0 == after)?;
            Some(([f, s], point, round.words.as_str()))
        });
        let is_carried = |series: [usize; 2], point: usize| {
            self.articles.iter().any(|a| a.carried.iter().any(|c| (c.series, c.point) == (series, point)))
        };
        let round: Vec<_> = round.filter(|(series, point, _)| is_carried(*series, *point)).collect();
        match round.first() {
            Some((series, point, words)) => {
                pen.figure(*series, *point, self.now.day, Some(words), &mut self.prng);
            }
            None => self.figures(&mut pen, outlet, 2, 0),
        }
        self.background(&mut pen, 3);
        let headline = self.headline(&[]);
        self.publish(pen, outlet, &headline);
    }

    /// Later texts of some articles: one paragraph of them, which is added to the first text too, has changed.
    pub(super) fn revised(&mut self) {
        let mut revisions: Vec<usize> = (0..self.event.revision.len()).collect();
        self.prng.shuffle(&mut revisions);
        let mut articles: Vec<usize> = (0..self.articles.len()).collect();
        self.prng.shuffle(&mut articles);
        let is_copied = |at: &usize| self.articles.iter().any(|article| article.copy_of == Some(*at));
        articles.retain(|at| {
            let article = &self.articles[*at];
            let is_page = !matches!(self.world.outlets[article.outlet].file, File::Feed);
            let is_view = article.told.iter().any(|told| told.how == How::Voice);
            article.copy_of.is_none() && is_page && !is_view && article.paragraphs.len() > 4 && !is_copied(at)
        });
        let most = self.prng.between(1, 2);
        for (revision, at) in revisions.into_iter().take(most).zip(articles) {
            let revision = &self.event.revision[revision];
            let article = &self.articles[at];
            let house = &self.world.outlets[article.outlet];
            let print =
                |text: &str| printed(&filled(text, &[("day", weekday(article.at.day)), ("me", &house.short)]), house);
            let place = article.paragraphs.len() - 1;
            let mut later = article.clone();
            let mut first = article.clone();
            first.paragraphs.insert(place, print(&revision.before));
            later.paragraphs.insert(place, print(&revision.after));
            if let Some(correction) = &revision.correction {
                later.paragraphs.push(print(correction));
            }
            later.is_corrected = revision.correction.is_some();
            later.changes.clone_from(&revision.kinds);
            let minute = MORNING + self.prng.below(600);
            later.modified = Some(Time { day: later.at.day + 1, minute });
            self.articles[at] = first;
            self.articles.push(later);
        }
    }
}
