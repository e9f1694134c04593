//! Who reports an event, in which order, and from whom: its articles, in the order of time.

mod kinds;

use crate::week::article::{Article, Time};
use crate::week::pen::Pen;
use crate::week::prng::Prng;
use crate::week::style::{printed, weekday};
use crate::week::world::{Dateline, Event, Outlet, OutletKind, World};

/// Where a minute of the day stands: five in the morning, eight in the evening.
const MORNING: usize = 5 * 60;
const EVENING: usize = 20 * 60;

/// The coverage of one event.
pub(crate) struct Coverage<'w> {
    world: &'w World,
    number: usize,
    event: &'w Event,
    /// The day on which it begins.
    start: usize,
    now: Time,
    /// Its articles, in the order of time.
    pub(crate) articles: Vec<Article>,
    headlines: Vec<String>,
    backgrounds: Vec<usize>,
    prng: Prng,
}

/// With fewer articles than this an event is left after its second morning.
const LEAST: usize = 8;

/// Outlets by what they do in an event.
struct Roles {
    first: usize,
    others: Vec<usize>,
}

impl<'w> Coverage<'w> {
    pub(crate) fn new(world: &'w World, number: usize, start: usize, mut prng: Prng) -> Self {
        let event = &world.events[number];
        let now = Time { day: start, minute: MORNING + prng.below(120) };
        let mut headlines = event.headlines.clone();
        prng.shuffle(&mut headlines);
        Self { world, number, event, start, now, articles: Vec::new(), headlines, backgrounds: Vec::new(), prng }
    }

    /// Writes at least `most` articles about it, on three days.
    pub(crate) fn write(&mut self, most: usize) {
        let roles = self.roles();
        let claims = self.event.claim.len();
        let [mut early, mut late, mut last] = [vec![0], vec![1], vec![3]];
        if claims > 4 {
            last.push(4);
        }
        if claims > 2 {
            late.push(2);
        }
        if self.prng.chance(50) {
            std::mem::swap(&mut early, &mut late);
        }
        last.retain(|at| *at < claims);
        // The first day: two outlets that were there, whoever printed the one's report, and those who tell what the two had.
        let first = self.reported(roles.first, &early);
        if self.kind(roles.first) == OutletKind::Agency {
            let copies = self.prng.between(2, 4);
            self.copied(first, &roles.others[8..8 + copies]);
        }
        let other = self.reported(roles.others[0], &late);
        self.relayed(roles.others[1], first);
        self.relayed(roles.others[2], other);
        // The second day.
        self.next_day(1);
        self.followed(roles.first, &last);
        self.denied(roles.others[3]);
        if most < LEAST {
            return self.revised();
        }
        self.briefed(roles.others[4]);
        self.seconded(roles.others[5]);
        self.relayed_twice(roles.others[6]);
        // The third.
        self.next_day(2);
        self.followed(roles.others[0], &[]);
        if self.has_round() {
            self.rounded(roles.others[8]);
        }
        self.opinion(roles.others[7]);
        let mut turn = 0;
        while self.articles.len() < most {
            let outlet = roles.others[(turn + 1) % roles.others.len()];
            match turn % 3 {
                0 => self.rounded(outlet),
                1 => self.rewritten(outlet),
                _ => {
                    let of = self.prng.below(self.articles.len());
                    self.relayed(outlet, of);
                }
            }
            turn += 1;
            if turn > 40 {
                break;
            }
        }
        self.revised();
    }

    fn kind(&self, outlet: usize) -> OutletKind {
        self.world.outlets[outlet].kind
    }

    /// An agency or a large outlet first; agencies only there.
    fn roles(&mut self) -> Roles {
        let outlets = &self.world.outlets;
        let of = |is: &dyn Fn(OutletKind) -> bool| -> Vec<usize> {
            (0..outlets.len()).filter(|at| is(outlets[*at].kind)).collect()
        };
        let mut others = of(&|kind| kind != OutletKind::Agency);
        self.prng.shuffle(&mut others);
        let first = if self.prng.chance(60) {
            *self.prng.pick(&of(&|kind| kind == OutletKind::Agency))
        } else {
            let at = others.iter().position(|at| matches!(outlets[*at].kind, OutletKind::National | OutletKind::Local));
            others.remove(at.unwrap_or(0))
        };
        // Twelve or thirteen are left; roles take twelve.
        Roles { first, others }
    }

    fn next_day(&mut self, after: usize) {
        self.now = Time { day: self.start + after, minute: MORNING + self.prng.below(100) };
    }

    fn tick(&mut self, from: usize, to: usize) {
        self.now.minute += self.prng.between(from, to);
        if self.now.minute >= EVENING {
            self.now.minute = EVENING + (self.now.minute - EVENING) / 8;
        }
    }

    fn pen(&self, outlet: usize) -> Pen<'w> {
        Pen::new(self.number, self.event, &self.world.outlets[outlet], self.now.day)
    }

    /// The next paragraphs that state what is known anyway.
    fn background(&mut self, pen: &mut Pen<'_>, count: usize) {
        for _ in 0..count {
            if self.backgrounds.iter().all(|at| pen.grounds.contains(at)) {
                self.backgrounds = (0..self.event.background.len() - 1).collect();
                self.prng.shuffle(&mut self.backgrounds);
            }
            // The last that this article does not have yet.
            let last = self.backgrounds.iter().rposition(|at| !pen.grounds.contains(at));
            if let Some(at) = last.map(|last| self.backgrounds.remove(last)) {
                pen.grounds.insert(at);
                pen.add(&self.event.background[at]);
            }
        }
    }

    /// The short last paragraph, which can be cut.
    fn close(&mut self, pen: &mut Pen<'_>) {
        if let Some(last) = self.event.background.last() {
            pen.add(last);
        }
    }

    fn lead(&mut self, pen: &mut Pen<'_>) {
        let lead = self.prng.pick(&self.event.leads);
        pen.add(lead);
    }

    /// The numbers of today, or of the day before, of some givers.
    fn figures(&mut self, pen: &mut Pen<'_>, skip: usize, most: usize, days_ago: usize) {
        let Some(after) = (self.now.day - self.start).checked_sub(days_ago) else { return };
        let mut of_today = Vec::new();
        for (f, figure) in self.event.figure.iter().enumerate() {
            for (s, series) in figure.series.iter().enumerate() {
                let point = series.points.iter().position(|point| point.0 == after);
                of_today.extend(point.map(|point| ([f, s], point)));
            }
        }
        let turn = skip % of_today.len().max(1);
        of_today.rotate_left(turn);
        for (count, (series, point)) in of_today.into_iter().take(most).enumerate() {
            pen.figure(series, point, self.start + after, None, &mut self.prng);
            if count > 0 {
                pen.join();
            }
        }
    }

    fn headline(&mut self, claims: &[usize]) -> String {
        let used = |title: &str| self.articles.iter().any(|article| article.headline == title);
        let heads = claims.iter().flat_map(|at| &self.event.claim[*at].heads);
        let free: Vec<String> = heads.filter(|head| !used(head)).cloned().collect();
        if !free.is_empty() {
            return self.prng.pick(&free).clone();
        }
        let last = self.articles.len();
        self.headlines.pop().unwrap_or_else(|| {
            let again = &self.event.headlines[last % self.event.headlines.len()];
            format!("{again}: the latest on {}", weekday(self.now.day))
        })
    }

    /// Ends an article: dateline, byline, address.
    fn publish(&mut self, pen: Pen<'w>, outlet: usize, headline: &str) -> usize {
        let Pen { mut paragraphs, told, carried, .. } = pen;
        let house = &self.world.outlets[outlet];
        let town = self.event.place.to_uppercase();
        if let Some(first) = paragraphs.first_mut() {
            match house.dateline {
                Dateline::Town => *first = format!("{town}, Nov. {} — {first}", FIRST_DAY + self.now.day),
                Dateline::Wire => *first = format!("{town} ({}) — {first}", house.name),
                Dateline::None => {}
            }
        }
        let byline = if house.kind == OutletKind::Agency {
            vec![house.name.clone()]
        } else {
            house.reporters.get(self.prng.below(house.reporters.len())).cloned().into_iter().collect()
        };
        let headline = printed(headline, house);
        let at = self.now;
        let article = Article {
            url: address(house, &headline, at),
            outlet,
            headline,
            byline,
            at,
            modified: None,
            paragraphs,
            told,
            carried,
            copy_of: None,
            changes: Vec::new(),
            is_corrected: false,
        };
        self.articles.push(article);
        self.tick(22, 75);
        self.articles.len() - 1
    }
}

/// The day of the month on which the week begins, a Monday of November 2026.
pub(crate) const FIRST_DAY: usize = 23;

/// An article's address.
pub(crate) fn address(outlet: &Outlet, headline: &str, at: Time) -> String {
    let plain: String = headline.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().filter(|word| word.len() > 1).take(7).collect();
    let day = FIRST_DAY + at.day;
    format!("https://{}/2026/11/{day:02}/{}-{:04}", outlet.host, words.join("-"), at.minute)
}
