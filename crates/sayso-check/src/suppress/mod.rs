//! Findings that somebody let stand: by a comment in the article, an entry in a file beside it, or a baseline.
//!
//! A suppressed finding stays a finding: every output can tell who let it stand and why. What does not hold any more, or never
//! did, is itself found: rules of the family SUP, whose findings all come from here.

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
}

/// A file outside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptIn {
    /// One article's own, where somebody wrote down what may stand.
    Sidecar,
    /// What was there when the desk began to check. It says that nobody looked, not that somebody approved: it needs no reason,
    /// and what is gone from the article is no finding.
    Baseline,
}

impl Kept {
    /// What lets these findings of an article stand, and nothing else.
    pub fn of(article: &Article, findings: &[&Finding], reason: Option<&str>, kept_in: KeptIn) -> Vec<Self> {
        let prose = article.prose();
        let quotable = Quotable::of(&prose);
        let kept = |finding: &&Finding| Kept {
            rule: finding.code.clone(),
            quote: Some(quotable.quote(&prose, finding.span)),
            reason: reason.and_then(reason_of),
            kept_in,
        };
        findings.iter().map(kept).collect()
    }

    fn by(&self) -> SuppressedBy {
        match self.kept_in {
            KeptIn::Sidecar => SuppressedBy::Sidecar,
            KeptIn::Baseline => SuppressedBy::Baseline,
        }
    }
}

/// What an editor's action writes where a reason is to be put.
pub const PLACEHOLDER: &str = "reason";

/// A reason in one line; none where nothing is written.
fn reason_of(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // What an editor's action writes is a place for one.
    (!line.is_empty() && line != PLACEHOLDER).then_some(line)
}

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
    for finding in findings.iter_mut() {
        comments.silence(&names, finding);
    }
    let prose = article.prose();
    let mut outside = Outside::of(&prose, kept, &mut names);
    outside.silence(&names, findings);
    let mut told = Told { settings, findings: Vec::new() };
    told.troubles(&troubles);
    comments.tell(&article.text, &mut told);
    outside.tell(&mut told);
    for finding in &mut told.findings {
        comments.silence(&names, finding);
    }
    findings.append(&mut told.findings);
    crate::in_text_order(findings);
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
        let mut out = Self { directives, units: Vec::new(), places: Vec::new() };
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

    fn tell(&self, text: &str, told: &mut Told<'_>) {
        for (number, place, unit) in &self.units {
            let directive = &self.directives[*number];
            let span = directive.selectors[*place];
            let selector = words::short(text, span);
            if unit.meant.is_empty() {
                told.unknown(span, &selector, "");
                continue;
            }
            if directive.verb == Verb::Enable {
                if !unit.used {
                    let message = format!("`{selector}` is not disabled here");
                    told.add(&sup::unused_suppression::RULE, span, message, "Remove it from the comment");
                }
                continue;
            }
            if directive.reason.is_none() && told.needs_reason(unit) {
                told.without_reason(span, &selector, "Write behind the bracket who approved it and why");
            } else if directive.verb == Verb::Ignore && directive.block.is_none() {
                let message = format!("no paragraph follows, so `{selector}` silences nothing");
                let help = "Put the comment above the paragraph that it is for, or at its end";
                told.add(&sup::orphaned_suppression::RULE, span, message, help);
            } else if !unit.used && told.can_judge(unit) {
                let message = format!("`{selector}` silences nothing here");
                let finding = told.add(&sup::unused_suppression::RULE, span, message, "Remove it from the comment");
                if let Some(finding) = finding {
                    finding.fix = removal::of(text, directive, *place);
                }
            }
        }
    }
}

/// What files outside the article let stand.
struct Outside<'k> {
    kept: &'k [Kept],
    /// Where each one's words stand now.
    found: Vec<Option<Span>>,
    units: Vec<Unit>,
}

impl<'k> Outside<'k> {
    fn of(prose: &str, kept: &'k [Kept], names: &mut Names) -> Self {
        let quotes: Vec<&Quote> = kept.iter().filter_map(|kept| kept.quote.as_ref()).collect();
        let mut places = if quotes.is_empty() { Vec::new() } else { Quotable::of(prose).find(&quotes) }.into_iter();
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
                    self.units[at].used = true;
                    silence(finding, kept);
                }
            }
        }
        if whole.is_empty() {
            return;
        }
        for finding in findings {
            if let Some(at) = names.by_code.get(&finding.code).and_then(|rule| whole.get(rule)) {
                self.units[*at].used = true;
                silence(finding, &self.kept[*at]);
            }
        }
    }

    fn tell(&self, told: &mut Told<'_>) {
        for ((kept, found), unit) in self.kept.iter().zip(&self.found).zip(&self.units) {
            if kept.kept_in == KeptIn::Baseline {
                continue;
            }
            let selector = shown(&kept.rule);
            let quoted = kept.quote.as_ref().map(|quote| format!(" at “{}”", shown(&quote.exact))).unwrap_or_default();
            let span = found.filter(|_| kept.quote.is_some());
            let at = span.unwrap_or_default();
            if unit.meant.is_empty() {
                told.unknown(at, &selector, ", as the file beside the article has it,");
            } else if span.is_none() && kept.quote.is_some() {
                let message = format!("the words that `{selector}` is silenced{quoted} stand here no more");
                let help = "Quote in the file beside the article the words that stand there now, or remove the entry";
                told.add(&sup::orphaned_suppression::RULE, at, message, help);
            } else if kept.reason.is_none() && told.needs_reason(unit) {
                told.without_reason(at, &selector, "Write in the entry’s `reason` who approved it and why");
            } else if !unit.used && told.can_judge(unit) {
                let message = format!("`{selector}`{quoted} in the file beside the article silences nothing");
                told.add(&sup::unused_suppression::RULE, at, message, "Remove the entry");
            }
        }
    }
}

/// Whether an entry lets findings of a rule stand.
fn holds(kept: &Kept, code: &str) -> bool {
    kept.reason.is_some() || kept.kept_in == KeptIn::Baseline || !needs_reason(code)
}

fn silence(finding: &mut Finding, kept: &Kept) {
    finding.suppressed.get_or_insert_with(|| Suppressed { reason: kept.reason.clone(), by: kept.by() });
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
}

impl Told<'_> {
    /// The finding, where the desk looks for it.
    fn add(
        &mut self,
        rule: &'static Rule,
        span: Span,
        message: String,
        help: impl Into<String>,
    ) -> Option<&mut Finding> {
        let (rule, setting) = self.settings.that_hold().find(|(held, _)| held.code == rule.code)?;
        let mut found = Found::of(rule, setting);
        found.add(span, message, help);
        self.findings.extend(found.into_findings());
        self.findings.last_mut()
    }

    fn troubles(&mut self, troubles: &[Trouble]) {
        for Trouble { span, message, help } in troubles {
            self.add(&sup::unknown_rule::RULE, *span, message.clone(), help.clone());
        }
    }

    fn unknown(&mut self, span: Span, selector: &str, whose: &str) {
        let of_packs = self.settings.packs.iter().flat_map(|held| &held.pack.rules);
        let of_packs = of_packs.flat_map(|rule| [rule.code.as_str(), &rule.name]);
        let known: Vec<&str> = RULES.iter().flat_map(|rule| [rule.code, rule.name]).chain(of_packs).collect();
        let help = match words::nearest(selector, &known) {
            Some(near) => format!("Write `{near}`"),
            None => "Name a rule, the beginning of its code, or a category: `sayso rule --all` lists them".to_owned(),
        };
        self.add(&sup::unknown_rule::RULE, span, format!("`{selector}`{whose} names no rule"), help);
    }

    fn without_reason(&mut self, span: Span, selector: &str, help: &str) {
        let families = NEED_A_REASON.join(" and ");
        let message = format!("`{selector}` has no reason, and without one findings of {families} stand");
        self.add(&sup::without_reason::RULE, span, message, help);
    }

    fn is_on(&self, code: &str) -> bool {
        self.settings.that_hold().any(|(rule, _)| rule.code == code)
    }

    /// Whether a selector means a rule that is looked for and needs a reason.
    fn needs_reason(&self, unit: &Unit) -> bool {
        own_rules(unit).any(|rule| needs_reason(rule.code) && self.is_on(rule.code))
    }

    /// Whether it can be known that a selector silences nothing: a rule that it means is looked for, one about articles.
    fn can_judge(&self, unit: &Unit) -> bool {
        own_rules(unit).any(|rule| !rule.code.starts_with("SUP") && self.is_on(rule.code))
    }
}

/// The rules of this program that a selector means: the first names are those of [`RULES`].
fn own_rules(unit: &Unit) -> impl Iterator<Item = &'static Rule> + use<'_> {
    unit.meant.iter().filter_map(|at| RULES.get(*at).copied())
}

#[cfg(test)]
mod tests;
