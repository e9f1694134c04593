//! How much was found, of what, and how much was let stand.

use std::collections::BTreeMap;
use std::fmt::Write;

use sayso_check::Severity;
use sayso_text::safe;
use serde::Serialize;

use crate::Checked;

/// What was found in some articles, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// How many articles were checked.
    pub articles: usize,
    /// How many were not, since they could not be read or what holds for them is broken.
    pub not_checked: usize,
    /// In how many of those checked something was found.
    pub with_findings: usize,
    /// By code.
    pub rules: BTreeMap<String, Count>,
    /// In the order of [`Severity::ALL`].
    severities: [usize; 3],
}

/// How often one rule was broken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The rule's name.
    pub name: String,
    /// Findings.
    pub findings: usize,
    /// Findings that somebody let stand.
    pub let_stand: usize,
}

impl Statistics {
    /// Counts an article.
    pub fn add(&mut self, checked: &Checked<'_>) {
        self.articles += 1;
        let before = self.findings();
        for finding in checked.findings {
            if !self.rules.contains_key(&finding.code) {
                self.rules.insert(finding.code.clone(), Count { name: finding.name.clone(), ..Count::default() });
            }
            let Some(count) = self.rules.get_mut(&finding.code) else { continue };
            if finding.suppressed.is_some() {
                count.let_stand += 1;
            } else {
                count.findings += 1;
                self.severities[finding.severity as usize] += 1;
            }
        }
        self.with_findings += usize::from(self.findings() > before);
    }

    /// Findings that nobody let stand.
    pub fn findings(&self) -> usize {
        self.severities.iter().sum()
    }

    /// Findings of one severity that nobody let stand.
    pub fn of(&self, severity: Severity) -> usize {
        self.severities[severity as usize]
    }

    /// Findings at least so grave that nobody let stand: what `--fail-on` asks for.
    pub fn at_least(&self, severity: Severity) -> usize {
        Severity::ALL.into_iter().filter(|of| *of >= severity).map(|of| self.of(of)).sum()
    }

    /// Findings that somebody let stand.
    pub fn let_stand(&self) -> usize {
        self.rules.values().map(|count| count.let_stand).sum()
    }

    /// All of it in one line: “3 findings in 2 articles: 1 error, 2 warnings; 1 let stand”.
    pub fn summary(&self) -> String {
        let not_checked = || counted(self.not_checked, "article", "articles") + " not checked";
        if self.articles == 0 && self.not_checked > 0 {
            return not_checked();
        }
        let mut out = match (self.findings(), self.with_findings) {
            (0, _) => format!("No findings in {}", counted(self.articles, "article", "articles")),
            (found, with) => {
                let of = if with < self.articles { format!("{with} of ") } else { String::new() };
                let articles = counted(self.articles, "article", "articles");
                format!("{} in {of}{articles}", counted(found, "finding", "findings"))
            }
        };
        let graves = Severity::ALL.into_iter().rev().filter(|severity| self.of(*severity) > 0);
        for (i, severity) in graves.enumerate() {
            let (one, many) = SPOKEN[severity as usize];
            let _ = write!(out, "{} {}", if i == 0 { ":" } else { "," }, counted(self.of(severity), one, many));
        }
        if self.let_stand() > 0 {
            let _ = write!(out, "; {} let stand", self.let_stand());
        }
        if self.not_checked > 0 {
            let _ = write!(out, "; {}", not_checked());
        }
        out
    }

    /// A table of rules for people, what was found most often first: findings, how many were let stand, code, name. Empty where
    /// nothing was found.
    pub fn table(&self) -> String {
        let wide = |count: fn(&Count) -> usize, head: &str| {
            let most = self.rules.values().map(count).max().unwrap_or(0);
            most.to_string().len().max(head.len())
        };
        let (findings, stand) = ("findings", "let stand");
        let (first, second) = (wide(|c| c.findings, findings), wide(|c| c.let_stand, stand));
        let code = self.rules.keys().map(String::len).max().unwrap_or(0).max("code".len());
        let mut out = String::new();
        let mut row = |cells: [&str; 4]| {
            let [a, b, c, d] = cells;
            let _ = writeln!(out, "{a:>first$}  {b:>second$}  {c:<code$}  {d}");
        };
        if !self.rules.is_empty() {
            row([findings, stand, "code", "name"]);
        }
        for (code, count) in self.ranked() {
            let cells = [count.findings, count.let_stand].map(|n| n.to_string());
            row([&cells[0], &cells[1], &safe::line(code), &safe::line(&count.name)]);
        }
        out
    }

    /// The same as JSON: one array.
    pub fn json(&self) -> String {
        #[derive(Serialize)]
        struct Row<'a> {
            code: &'a str,
            name: &'a str,
            findings: usize,
            let_stand: usize,
        }
        let row = |(code, count): (&'_ str, &'_ Count)| {
            let Count { name, findings, let_stand } = count;
            crate::json::written(&Row { code, name, findings: *findings, let_stand: *let_stand })
        };
        let rows: Vec<String> = self.ranked().into_iter().map(row).collect();
        format!("[{}]\n", rows.join(",\n"))
    }

    /// Rules, what was found most often first.
    fn ranked(&self) -> Vec<(&str, &Count)> {
        let mut out: Vec<_> = self.rules.iter().map(|(code, count)| (code.as_str(), count)).collect();
        out.sort_by_key(|(_, count)| std::cmp::Reverse((count.findings, count.let_stand)));
        out
    }
}

/// One and several of each severity, in the order of [`Severity::ALL`].
const SPOKEN: [(&str, &str); 3] = [("info", "info"), ("warning", "warnings"), ("error", "errors")];

/// A number of things in words.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
