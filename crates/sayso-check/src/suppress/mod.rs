//! Findings that somebody let stand: by a comment in the article, an entry in a file beside it, or a baseline.
//!
//! A suppressed finding stays a finding: every output can tell who let it stand and why. What does not hold any more, or never
//! did, is itself found: rules of the family SUP, whose findings all come from here.

mod again;
mod directives;
mod files;
mod quote;
mod removal;

use std::collections::HashMap;
use std::rc::Rc;

use sayso_article::Article;
use sayso_reading::Reading;
use sayso_text::Span;

pub use files::{Baseline, FileError, sidecar};
pub use quote::Quote;

use crate::rules::sup;
use crate::{Finding, Found, RULES, Rule, Settings, Suppressed, SuppressedBy, registry, words};
use again::Again;
use directives::{Directive, Trouble, Verb};
use quote::Quotable;

/// A finding that a file outside the article lets stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// For which rules: a code, a name, or what else [`crate::select`] takes.
    pub rule: String,
    /// The words that it is about; none for the whole article.
    pub quote: Option<Quote>,
    /// Why.
    pub reason: Option<String>,
    /// Which file says so.
    pub kept_in: KeptIn,
    /// In the file beside many articles: which one it is for.
    pub article: Option<String>,
    /// Where it is written, for messages: `council.txt.sayso.toml:3`.
    pub place: Option<String>,
}

/// A file outside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptIn {
    /// One article's own, where somebody wrote down what may stand.
    Sidecar,
    /// That of many articles, for whichever of them has the words: where they are not, it has lost nothing.
    SidecarOfMany,
    /// What was there when the desk began to check. It says that nobody looked, not that somebody approved: it needs no reason,
    /// and what is gone from the article is no finding.
    Baseline,
    /// What the article held at a revision, which is like a baseline.
    Revision,
}

impl KeptIn {
    /// Whether somebody wrote it, who must give reasons and is told what is of no use.
    fn is_written(self) -> bool {
        matches!(self, KeptIn::Sidecar | KeptIn::SidecarOfMany)
    }
}

impl Kept {
    /// What lets everything stand that is found in an article: for a baseline of all that there is.
    pub fn everything() -> Self {
        Self {
            rule: "ALL".to_owned(),
            quote: None,
            reason: None,
            kept_in: KeptIn::Baseline,
            article: None,
            place: None,
        }
    }

    /// What lets these findings of an article stand, and nothing else.
    pub fn of(article: &Article, findings: &[&Finding], reason: Option<&str>, kept_in: KeptIn) -> Vec<Self> {
        let prose = article.prose();
        let quotable = Quotable::of(&prose, &directives::paragraphs(article));
        let kept = |finding: &&Finding| Kept {
            rule: finding.code.clone(),
            quote: Some(quotable.quote(&prose, finding.span)),
            reason: reason.and_then(reason_of),
            kept_in,
            article: None,
            place: None,
        };
        findings.iter().map(kept).collect()
    }

    fn by(&self) -> SuppressedBy {
        match self.kept_in {
            KeptIn::Sidecar | KeptIn::SidecarOfMany => SuppressedBy::Sidecar,
            KeptIn::Baseline => SuppressedBy::Baseline,
            KeptIn::Revision => SuppressedBy::Revision,
        }
    }
}

/// What an editor's action writes where a reason is to be put.
pub const PLACEHOLDER: &str = "reason";

/// What stands in the place of a reason: in what an editor's action writes, in this program's pages, and where somebody means to
/// write one later.
const NO_REASONS: &[&str] = &[
    PLACEHOLDER,
    "the reason",
    "a reason",
    "why",
    "who approved it, and why",
    "todo",
    "tbd",
    "tbc",
    "fixme",
    "xxx",
    "n/a",
];

/// A reason in one line; none where nothing is written that could be one.
fn reason_of(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_read = |c: char| c.is_alphanumeric() && !HIDDEN.contains(&c);
    let bare = line.trim_matches(|c: char| !is_read(c)).to_lowercase();
    (!bare.is_empty() && !NO_REASONS.contains(&bare.as_str())).then_some(line)
}

/// Letters that nobody sees.
const HIDDEN: [char; 4] = ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}'];

/// Families whose findings need a reason to be let stand: who approved an anonymity is on record.
const NEED_A_REASON: [&str; 2] = ["ANO", "CHN"];

fn needs_reason(code: &str) -> bool {
    NEED_A_REASON.iter().any(|family| code.starts_with(family))
}

/// Marks the findings that comments in the article, or what is kept outside of it, let stand, and adds what is to be said of
/// those: what silences nothing, gives no reason, has lost its place, names no rule. Findings are in text order then.
pub fn apply(reading: &Reading, settings: &Settings, kept: &[Kept], findings: &mut Vec<Finding>) {
    crate::in_text_order(findings);
    let article = &reading.article;
    if article.comments.is_empty() && kept.is_empty() {
        return;
    }
    let (directives, troubles) = directives::read(article);
    let mut names = Names::of(findings, settings);
    let mut comments = Comments::of(article, &directives, &mut names);
    let prose = article.prose();
    let mut outside = Outside::of(article, &prose, kept, &mut names);
    let mut silence = |findings: &mut Vec<Finding>| {
        for finding in findings.iter_mut() {
            comments.silence(&names, finding);
        }
        outside.silence(&names, findings);
    };
    silence(findings);
    let mut again: Option<Again<'_>> = None;
    let mut new = 0..findings.len();
    while !new.is_empty() {
        let is_one_place = |finding: &&Finding| is_for_one_place(finding, &directives, kept);
        let let_stand: Vec<&Finding> = findings[new].iter().filter(is_one_place).collect();
        if let_stand.is_empty() {
            break;
        }
        let mut more = again.get_or_insert_with(|| Again::of(reading, settings, findings)).ask(&let_stand);
        silence(&mut more);
        new = findings.len()..findings.len() + more.len();
        findings.append(&mut more);
    }
    let mut told = Told { settings, findings: Vec::new(), about: Vec::new() };
    told.troubles(&troubles);
    comments.tell(&article.text, &mut told, false);
    outside.tell(&mut told);
    let (mut said, about) = (std::mem::take(&mut told.findings), std::mem::take(&mut told.about));
    for (finding, about) in said.iter_mut().zip(about) {
        comments.silence_told(&names, finding, about);
    }
    findings.append(&mut said);
    // What silences what is said of others may itself be of no use.
    comments.tell(&article.text, &mut told, true);
    findings.append(&mut told.findings);
    crate::in_text_order(findings);
}

/// Whether a finding was let stand at its place alone: what is let stand in a whole article is let stand at all its places.
fn is_for_one_place(finding: &Finding, directives: &[Directive], kept: &[Kept]) -> bool {
    let Some(suppressed) = &finding.suppressed else { return false };
    match suppressed.by {
        SuppressedBy::Comment(comment) => {
            let at = directives.partition_point(|directive| directive.comment.start < comment.start);
            directives.get(at).is_some_and(|directive| directive.verb != Verb::IgnoreFile)
        }
        SuppressedBy::Sidecar => kept.iter().any(|kept| kept.kept_in.is_written() && kept.quote.is_some()),
        SuppressedBy::Baseline | SuppressedBy::Revision => true,
    }
}

/// The rules that suppressions may mean: all that there are, and those of which something was found.
struct Names {
    /// Code, name and category of each.
    all: Vec<[String; 3]>,
    by_code: HashMap<String, usize>,
    /// What selectors mean, as they are written.
    meant: HashMap<String, Rc<[usize]>>,
}

impl Names {
    fn of(findings: &[Finding], settings: &Settings) -> Self {
        let mut out = Self { all: Vec::new(), by_code: HashMap::new(), meant: HashMap::new() };
        for rule in RULES {
            out.add(rule.code, rule.name, rule.category.name());
        }
        // A house's own rules.
        for rule in settings.packs.iter().flat_map(|held| &held.pack.rules) {
            out.add(&rule.code, &rule.name, rule.category.name());
        }
        for finding in findings {
            out.add(&finding.code, &finding.name, finding.category.name());
        }
        out
    }

    fn add(&mut self, code: &str, name: &str, category: &str) {
        if !self.by_code.contains_key(code) {
            self.by_code.insert(code.to_owned(), self.all.len());
            self.all.push([code, name, category].map(str::to_owned));
        }
    }

    /// The rules that a selector means.
    fn mean(&mut self, selector: &str) -> Rc<[usize]> {
        if let Some(meant) = self.meant.get(selector) {
            return Rc::clone(meant);
        }
        let means = |[code, name, category]: &[String; 3]| registry::means(selector, code, name, category);
        let meant: Rc<[usize]> = (0..self.all.len()).filter(|at| means(&self.all[*at])).collect();
        self.meant.insert(selector.to_owned(), Rc::clone(&meant));
        meant
    }

    fn code(&self, at: usize) -> &str {
        &self.all[at][0]
    }
}

/// One selector of one suppression.
struct Unit {
    /// The rules that it means.
    meant: Rc<[usize]>,
    /// Whether it let something stand, or ended something that did.
    used: bool,
}

/// What comments let stand.
struct Comments<'a> {
    directives: &'a [Directive],
    /// Each selector with the number of its directive and its place there.
    units: Vec<(usize, usize, Unit)>,
    /// Where each rule is silenced, by which unit.
    places: Vec<Places>,
    /// By the block that comments stand at and a rule about suppressions: the first two units that silence it there.
    at_block: HashMap<(Option<Span>, usize), Vec<usize>>,
}

/// Where one rule is silenced; pieces in order that do not overlap.
#[derive(Clone, Default)]
struct Places {
    blocks: Vec<(Span, usize)>,
    ranges: Vec<(Span, usize)>,
    file: Option<usize>,
}

impl Places {
    fn at(&self, byte: usize) -> Option<usize> {
        let find = |pieces: &[(Span, usize)]| {
            let after = pieces.partition_point(|(span, _)| span.start <= byte);
            pieces[..after].last().filter(|(span, _)| byte < span.end).map(|(_, unit)| *unit)
        };
        find(&self.blocks).or_else(|| find(&self.ranges)).or(self.file)
    }
}

impl<'a> Comments<'a> {
    fn of(article: &Article, directives: &'a [Directive], names: &mut Names) -> Self {
        let mut out = Self { directives, units: Vec::new(), places: Vec::new(), at_block: HashMap::new() };
        // Where a rule is disabled from, by which unit, and whether that holds.
        let mut open: HashMap<usize, (usize, usize, bool)> = HashMap::new();
        for (number, directive) in directives.iter().enumerate() {
            for (place, selector) in directive.selectors.iter().enumerate() {
                let meant = names.mean(selector.of(&article.text));
                out.places.resize(names.all.len(), Places::default());
                let unit = out.units.len();
                let mut used = false;
                for rule in meant.iter().copied() {
                    let places = &mut out.places[rule];
                    let holds = directive.reason.is_some() || !needs_reason(names.code(rule));
                    if directive.verb == Verb::Ignore && names.code(rule).starts_with(SUP) {
                        let units = out.at_block.entry((directive.block, rule)).or_default();
                        // None silences what is said of itself, so that there must be another.
                        if units.len() < 2 {
                            units.push(unit);
                        }
                    }
                    match directive.verb {
                        Verb::Ignore if holds => {
                            let free =
                                |block: &Span| places.blocks.last().is_none_or(|(last, _)| last.end <= block.start);
                            places.blocks.extend(directive.block.filter(free).map(|block| (block, unit)));
                        }
                        Verb::IgnoreFile if holds => {
                            places.file.get_or_insert(unit);
                        }
                        Verb::Ignore | Verb::IgnoreFile => {}
                        Verb::Disable => {
                            let begun = open.entry(rule).or_insert((directive.comment.end, unit, holds));
                            if holds && !begun.2 {
                                *begun = (directive.comment.end, unit, true);
                            }
                        }
                        Verb::Enable => {
                            if let Some((start, by, held)) = open.remove(&rule) {
                                used = true;
                                let range = Span::new(start, directive.comment.start.max(start));
                                places.ranges.extend(held.then_some((range, by)));
                            }
                        }
                    }
                }
                out.units.push((number, place, Unit { meant, used }));
            }
        }
        for (rule, (start, unit, held)) in open {
            out.places[rule].ranges.extend(held.then_some((Span::new(start, usize::MAX), unit)));
        }
        out
    }

    fn silence(&mut self, names: &Names, finding: &mut Finding) {
        let rule = names.by_code.get(&finding.code).and_then(|rule| self.places.get(*rule));
        let Some(unit) = rule.and_then(|places| places.at(finding.span.start)) else { return };
        let (number, _, unit) = &mut self.units[unit];
        let directive = &self.directives[*number];
        unit.used = true;
        finding.suppressed =
            Some(Suppressed { reason: directive.reason.clone(), by: SuppressedBy::Comment(directive.comment) });
    }

    /// What is said of a comment may be let stand by another at the same block.
    fn silence_told(&mut self, names: &Names, finding: &mut Finding, about: About) {
        let Some(rule) = names.by_code.get(&finding.code).copied() else { return };
        let is_other = |unit: &usize| about.unit != Some(*unit);
        let at_block = || self.at_block.get(&(about.block, rule))?.iter().copied().find(is_other);
        let at_block = about.comment.then(at_block).flatten();
        let at_place = || self.places.get(rule)?.at(finding.span.start).filter(is_other);
        let Some(unit) = at_block.or_else(at_place) else { return };
        let (number, _, unit) = &mut self.units[unit];
        let directive = &self.directives[*number];
        unit.used = true;
        finding.suppressed =
            Some(Suppressed { reason: directive.reason.clone(), by: SuppressedBy::Comment(directive.comment) });
    }

    /// What is to be said of comments: of those that are for findings in the article, or of those that are only for what is said of
    /// suppressions.
    fn tell(&self, text: &str, told: &mut Told<'_>, of_own: bool) {
        for (at, (number, place, unit)) in self.units.iter().enumerate() {
            if of_own != is_of_own(unit) {
                continue;
            }
            let directive = &self.directives[*number];
            let span = directive.selectors[*place];
            let selector = words::short(text, span);
            let about = About { comment: true, block: directive.block, unit: Some(at) };
            if unit.meant.is_empty() {
                told.unknown(span, &selector, "", about);
                continue;
            }
            if directive.verb == Verb::Enable {
                if !unit.used {
                    let message = format!("`{selector}` is not disabled here");
                    told.add(&sup::unused_suppression::RULE, span, message, "Remove it from the comment", about);
                }
                continue;
            }
            if directive.reason.is_none() && told.needs_reason(unit) {
                told.without_reason(span, &selector, "Write behind the bracket who approved it and why", about);
            } else if directive.verb == Verb::Ignore && directive.block.is_none() && !unit.used {
                let message = format!("no paragraph follows, so `{selector}` silences nothing");
                let help = "Put the comment above the paragraph that it is for, or at its end";
                told.add(&sup::orphaned_suppression::RULE, span, message, help, about);
            } else if !unit.used && told.can_judge(unit) {
                let message = format!("`{selector}` silences nothing here");
                let help = "Remove it from the comment";
                if let Some(finding) = told.add(&sup::unused_suppression::RULE, span, message, help, about) {
                    finding.fix = removal::of(text, directive, *place);
                }
            }
        }
    }
}

/// The family of what is said of suppressions.
const SUP: &str = "SUP";

/// Whether a selector means only rules about suppressions.
fn is_of_own(unit: &Unit) -> bool {
    !unit.meant.is_empty()
        && own_rules(unit).count() == unit.meant.len()
        && own_rules(unit).all(|rule| rule.code.starts_with(SUP))
}

/// What files outside the article let stand.
struct Outside<'k> {
    kept: &'k [Kept],
    /// Where each one's words stand now.
    found: Vec<Option<Span>>,
    units: Vec<Unit>,
}

impl<'k> Outside<'k> {
    fn of(article: &Article, prose: &str, kept: &'k [Kept], names: &mut Names) -> Self {
        let quotes: Vec<(&Quote, &str)> =
            kept.iter().filter_map(|kept| Some((kept.quote.as_ref()?, kept.rule.as_str()))).collect();
        let places = match quotes.as_slice() {
            [] => Vec::new(),
            quotes => Quotable::of(prose, &directives::paragraphs(article)).find(quotes),
        };
        let mut places = places.into_iter();
        let whole = Span::new(0, prose.len());
        let found = kept.iter().map(|kept| kept.quote.as_ref().map_or(Some(whole), |_| places.next().flatten()));
        let found = found.collect();
        let units = kept.iter().map(|kept| Unit { meant: names.mean(&kept.rule), used: false }).collect();
        Self { kept, found, units }
    }

    fn silence(&mut self, names: &Names, findings: &mut [Finding]) {
        // The furthest byte of each finding and all before it.
        let mut furthest = 0;
        let reach = findings.iter().map(|finding| {
            furthest = furthest.max(finding.span.end);
            furthest
        });
        let reach: Vec<usize> = reach.collect();
        let mut whole: HashMap<usize, usize> = HashMap::new();
        for (at, kept) in self.kept.iter().enumerate() {
            if kept.quote.is_none() {
                for rule in self.units[at].meant.iter().filter(|rule| holds(kept, names.code(**rule))) {
                    whole.entry(*rule).or_insert(at);
                }
                continue;
            }
            let Some(span) = self.found[at] else { continue };
            let first = reach.partition_point(|end| *end < span.start);
            let last = findings.partition_point(|finding| finding.span.start < span.end);
            for finding in findings[first.min(last)..last].iter_mut().filter(|finding| touches(finding.span, span)) {
                if let Some(rule) = names.by_code.get(&finding.code)
                    && self.units[at].meant.contains(rule)
                    && holds(kept, &finding.code)
                {
                    self.units[at].used |= silence(finding, kept);
                }
            }
        }
        if whole.is_empty() {
            return;
        }
        for finding in findings {
            if let Some(at) = names.by_code.get(&finding.code).and_then(|rule| whole.get(rule)) {
                self.units[*at].used |= silence(finding, &self.kept[*at]);
            }
        }
    }

    fn tell(&self, told: &mut Told<'_>) {
        for ((kept, found), unit) in self.kept.iter().zip(&self.found).zip(&self.units) {
            let span = found.filter(|_| kept.quote.is_some());
            let is_lost = span.is_none() && kept.quote.is_some();
            // The words may stand in another of the articles.
            let is_for_others = kept.kept_in == KeptIn::SidecarOfMany && (is_lost || !unit.used);
            if !kept.kept_in.is_written() || is_for_others {
                continue;
            }
            let selector = shown(&kept.rule);
            let quoted = kept.quote.as_ref().map(|quote| format!(" at “{}”", shown(&quote.exact))).unwrap_or_default();
            let place =
                kept.place.as_ref().map_or("the file beside the article".to_owned(), |place| format!("`{place}`"));
            let at = span.unwrap_or_default();
            let about = About::default();
            if unit.meant.is_empty() {
                told.unknown(at, &selector, &format!(", as {place} has it,"), about);
            } else if is_lost {
                let message = format!("{place} lets `{selector}` stand{quoted}: the words or their sentence are gone");
                let help = "Quote there the words that stand here now, or remove the entry";
                told.add(&sup::orphaned_suppression::RULE, at, message, help, about);
            } else if kept.reason.is_none() && told.needs_reason(unit) {
                told.without_reason(
                    at,
                    &selector,
                    &format!("Write who approved it and why as `reason` in {place}"),
                    about,
                );
            } else if !unit.used && told.can_judge(unit) {
                let message = format!("{place} lets `{selector}` stand{quoted}, where nothing is left for it");
                told.add(&sup::unused_suppression::RULE, at, message, "Remove the entry", about);
            }
        }
    }
}

/// Whether an entry lets findings of a rule stand.
fn holds(kept: &Kept, code: &str) -> bool {
    kept.reason.is_some() || !kept.kept_in.is_written() || !needs_reason(code)
}

/// Lets a finding stand, unless something does already. Whether the entry is of use: not where another one says the same.
fn silence(finding: &mut Finding, kept: &Kept) -> bool {
    match &finding.suppressed {
        Some(Suppressed { by: SuppressedBy::Comment(_), .. }) => true,
        Some(_) => false,
        None => {
            finding.suppressed = Some(Suppressed { reason: kept.reason.clone(), by: kept.by() });
            true
        }
    }
}

/// Whether two pieces share a byte; one that is empty lies in the other or at its edge.
fn touches(one: Span, other: Span) -> bool {
    one.overlaps(other) || (one.is_empty() && other.start <= one.start && one.start <= other.end)
}

/// What is written in a file, for a message: one line, not too long.
fn shown(text: &str) -> String {
    words::short(text, Span::new(0, text.len()))
}

/// What is said of suppressions.
struct Told<'s> {
    settings: &'s Settings,
    findings: Vec<Finding>,
    /// What each finding is about.
    about: Vec<About>,
}

/// What is spoken of.
#[derive(Clone, Copy, Default)]
struct About {
    /// Whether it is a comment.
    comment: bool,
    /// The block that it stands at.
    block: Option<Span>,
    /// Which of all selectors.
    unit: Option<usize>,
}

impl Told<'_> {
    /// The finding, where the desk looks for it.
    fn add(
        &mut self,
        rule: &'static Rule,
        span: Span,
        message: String,
        help: impl Into<String>,
        about: About,
    ) -> Option<&mut Finding> {
        let (rule, setting) = self.settings.that_hold().find(|(held, _)| held.code == rule.code)?;
        let mut found = Found::of(rule, setting);
        found.add(span, message, help);
        self.findings.extend(found.into_findings());
        self.about.push(about);
        self.findings.last_mut()
    }

    fn troubles(&mut self, troubles: &[Trouble]) {
        for Trouble { span, block, message, help } in troubles {
            let about = About { comment: true, block: *block, unit: None };
            self.add(&sup::unknown_rule::RULE, *span, message.clone(), help.clone(), about);
        }
    }

    fn unknown(&mut self, span: Span, selector: &str, whose: &str, about: About) {
        let of_packs = self.settings.packs.iter().flat_map(|held| &held.pack.rules);
        let of_packs = of_packs.flat_map(|rule| [rule.code.as_str(), &rule.name]);
        let known: Vec<&str> = RULES.iter().flat_map(|rule| [rule.code, rule.name]).chain(of_packs).collect();
        let help = match words::nearest(selector, &known) {
            Some(near) => format!("Write `{near}`"),
            None => "Name a rule, the beginning of its code, or a category: `sayso rule --all` lists them".to_owned(),
        };
        self.add(&sup::unknown_rule::RULE, span, format!("`{selector}`{whose} names no rule"), help, about);
    }

    fn without_reason(&mut self, span: Span, selector: &str, help: &str, about: About) {
        let families = NEED_A_REASON.join(" and ");
        let message = format!("`{selector}` has no reason, and without one findings of {families} stand");
        self.add(&sup::without_reason::RULE, span, message, help, about);
    }

    fn is_on(&self, code: &str) -> bool {
        self.settings.that_hold().any(|(rule, _)| rule.code == code)
    }

    /// Whether a selector means a rule that is looked for and needs a reason.
    fn needs_reason(&self, unit: &Unit) -> bool {
        own_rules(unit).any(|rule| needs_reason(rule.code) && self.is_on(rule.code))
    }

    /// Whether it can be known that a selector silences nothing: a rule that it means is looked for, one about articles unless it
    /// means none of those.
    fn can_judge(&self, unit: &Unit) -> bool {
        own_rules(unit).any(|rule| (is_of_own(unit) || !rule.code.starts_with(SUP)) && self.is_on(rule.code))
    }
}

/// The rules of this program that a selector means: the first names are those of [`RULES`].
fn own_rules(unit: &Unit) -> impl Iterator<Item = &'static Rule> + use<'_> {
    unit.meant.iter().filter_map(|at| RULES.get(*at).copied())
}

#[cfg(test)]
mod tests;
