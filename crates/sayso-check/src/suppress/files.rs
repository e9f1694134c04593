//! Files that let findings stand: an article's own sidecar (`NAME.sayso.toml`) and a baseline of many articles
//! (`sayso-baseline.json`). Strings in, strings out; `docs/suppressions.md` describes both.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kept, KeptIn, Quote, reason_of};

/// A file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct FileError {
    /// The line that is wrong, from 1.
    pub line: usize,
    /// What is wrong and what to do; one line, no full stop.
    pub message: String,
}

/// One entry, as both files have it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    article: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exact: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    prefix: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    suffix: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl Entry {
    fn of(kept: &Kept) -> Self {
        let Kept { rule, article, quote, reason, .. } = kept.clone();
        let Quote { exact, prefix, suffix } = quote.clone().unwrap_or_default();
        Self { rule, article, exact: quote.map(|_| exact), prefix, suffix, reason }
    }

    fn kept(self, kept_in: KeptIn) -> Result<Kept, String> {
        let Self { rule, article, exact, prefix, suffix, reason } = self;
        // Without it the entry would be for the whole article, which nobody meant who quoted what stands around some words.
        let lacks = |what: &str| {
            let keys = "`exact`: give the words that stand between `prefix` and `suffix`";
            format!("{what} {keys}, or take those out if the entry is for the whole article")
        };
        let quote = match exact {
            Some(exact) if exact.trim().is_empty() => return Err(lacks("nothing is in")),
            Some(exact) => Some(Quote { exact, prefix, suffix }),
            None if prefix.is_empty() && suffix.is_empty() => None,
            None => return Err(lacks("missing field")),
        };
        Ok(Kept { rule, quote, reason: reason.as_deref().and_then(reason_of), kept_in, article, place: None })
    }
}

/// The file beside one article in which somebody wrote down what may stand there: TOML.
pub mod sidecar {
    use toml::de::{DeTable, DeValue};

    use super::{Entry, Kept, KeptIn, line_of};
    use crate::config::{Problem, Text, Written, entries, items, kind, unknown_key};

    /// The keys of an entry.
    const KEYS: [&str; 6] = ["rule", "article", "exact", "prefix", "suffix", "reason"];

    /// What is added to an article's name for its sidecar's: `council.txt.sayso.toml`.
    pub const ENDING: &str = ".sayso.toml";

    /// What the sidecar of a name lets stand, and what is wrong with it. What is wrong with an entry costs that one: without
    /// a word of it, it might let more stand than was meant.
    pub fn read(text: &str, name: &str) -> (Vec<Kept>, Vec<Problem>) {
        let mut written = Written::of(Text { text, name, folder: "", is_file: true, output_formats: &[] });
        let mut kept = Vec::new();
        for item in written.table().iter().flat_map(|table| entries(table, "")) {
            match item.value {
                DeValue::Array(list) if item.key == "ignore" => {
                    for (at, value) in items(list) {
                        match value {
                            DeValue::Table(table) => {
                                kept.extend(
                                    entry(&mut written, table, at).map(|kept| Kept {
                                        place: Some(format!("{name}:{}", line_of(text, at))),
                                        ..kept
                                    }),
                                );
                            }
                            other => {
                                written.error(at, format!("`ignore` holds {} where {TABLE} is expected", kind(other)));
                            }
                        }
                    }
                }
                other if item.key == "ignore" => written.wrong(&item, item.at, other, TABLE),
                _ => written.warning(item.key_at, unknown_key(&item, ["ignore"].into_iter())),
            }
        }
        (kept, written.into_problems())
    }

    const TABLE: &str = "a table under `[[ignore]]`";

    fn entry(written: &mut Written<'_>, table: &DeTable<'_>, at: usize) -> Option<Kept> {
        let before = written.errors();
        let mut entry = Entry::default();
        let keys = entries(table, "ignore.");
        for item in &keys {
            if !KEYS.contains(&item.key) {
                let message = unknown_key(item, KEYS.into_iter()).replace("is passed over", "is no part of an entry");
                written.error(item.key_at, message);
                continue;
            }
            let Some(text) = written.string(item, "a string, such as `\"…\"`,").map(str::to_owned) else { continue };
            match item.key {
                "rule" => entry.rule = text,
                "article" => entry.article = Some(text),
                "exact" => entry.exact = Some(text),
                "prefix" => entry.prefix = text,
                "suffix" => entry.suffix = text,
                _ => entry.reason = Some(text),
            }
        }
        if !keys.iter().any(|item| item.key == "rule") && written.errors() == before {
            written.error(
                at,
                "an entry has no `rule`: write whose finding may stand, such as `rule = \"ANO001\"`".to_owned(),
            );
        }
        if written.errors() > before {
            return None;
        }
        entry.kept(KeptIn::Sidecar).map_err(|message| written.error(at, message)).ok()
    }

    /// A sidecar that lets some findings stand.
    pub fn write(kept: &[Kept]) -> String {
        add("", kept)
    }

    /// A sidecar's text with more at its end; what somebody wrote in it stays as it is.
    pub fn add(text: &str, kept: &[Kept]) -> String {
        let mut out = text.trim_end().to_owned();
        for kept in kept {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str("[[ignore]]\n");
            // An entry is a few strings, which TOML can always write.
            out.push_str(toml::to_string(&Entry::of(kept)).unwrap_or_default().trim_end());
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text[..text.floor_char_boundary(at)].matches('\n').count() + 1
}

/// What was there when a desk began to check many articles, by their paths: JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Baseline {
    files: BTreeMap<String, Vec<Kept>>,
}

/// Names the format and its version.
const SCHEMA: &str = "sayso/baseline/1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    schema: String,
    files: BTreeMap<String, Vec<Entry>>,
}

impl Baseline {
    /// Reads a baseline.
    pub fn read(text: &str) -> Result<Self, FileError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let file: BaselineFile = serde_json::from_str(text).map_err(|error| json_error(&error))?;
        if file.schema != SCHEMA {
            let message = format!("`schema` is `{}` and not `{SCHEMA}`: write the baseline again", file.schema);
            return Err(FileError { line: 1, message });
        }
        let kept = |(path, entries): (String, Vec<Entry>)| {
            let kept = entries.into_iter().map(|entry| entry.kept(KeptIn::Baseline)).collect::<Result<Vec<_>, _>>();
            // Which line has it is not known; the article is.
            let kept = kept.map_err(|message| FileError { line: 1, message: format!("`{path}`: {message}") })?;
            Ok((path, kept))
        };
        Ok(Self { files: file.files.into_iter().map(kept).collect::<Result<_, _>>()? })
    }

    /// The baseline as text, the same for the same findings.
    pub fn write(&self) -> String {
        let entries = |kept: &Vec<Kept>| kept.iter().map(Entry::of).collect();
        let files = self.files.iter().map(|(path, kept)| (path.clone(), entries(kept))).collect();
        let file = BaselineFile { schema: SCHEMA.to_owned(), files };
        let mut out = serde_json::to_string_pretty(&file).unwrap_or_default();
        out.push('\n');
        out
    }

    /// What it lets stand in one article, named as when it was put in.
    pub fn of(&self, path: &str) -> &[Kept] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// Takes out the articles that are not to stay in it.
    pub fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        self.files.retain(|path, _| stays(path));
    }

    /// Puts in what it lets stand in one article, instead of what was there.
    pub fn put(&mut self, path: &str, kept: Vec<Kept>) {
        if kept.is_empty() {
            self.files.remove(path);
        } else {
            self.files.insert(path.to_owned(), kept);
        }
    }

    /// The articles in which it lets something stand, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

fn json_error(error: &serde_json::Error) -> FileError {
    let message = error.to_string();
    // Its own words on the place are less exact than ours.
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message).to_owned();
    FileError { line: error.line().max(1), message }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(kept_in: KeptIn) -> Vec<Kept> {
        let quote = Quote {
            exact: "“two” 'officials' \\ é".into(),
            prefix: "a \"b\" \u{7f}\u{1}".into(),
            suffix: String::new(),
        };
        let (article, place) = (None, None);
        let other = Kept { rule: "single-source".into(), quote: None, reason: None, kept_in, article, place };
        let mut one =
            Kept { rule: "ANO001".into(), quote: Some(quote), reason: Some("the editor".into()), ..other.clone() };
        one.article = Some("wire-7".into());
        vec![one, other]
    }

    #[test]
    fn a_sidecar_is_read_as_it_was_written() {
        let kept = kept(KeptIn::Sidecar);
        let text = sidecar::write(&kept);
        let read = |text: &str| {
            let (mut kept, problems) = sidecar::read(text, "a.sayso.toml");
            assert_eq!(problems, [], "{text}");
            let places: Vec<_> = kept.iter_mut().filter_map(|kept| kept.place.take()).collect();
            (kept, places)
        };
        assert_eq!(read(&text), (kept.clone(), vec!["a.sayso.toml:1".into(), "a.sayso.toml:8".into()]), "{text}");
        let own = "# Ours.\n[[ignore]]\nrule = 'CHN002' # the paper’s name is known\nexact = '''the\npaper'''\nreason = ' a \n'\n";
        let own = own.replace("' a \n'", "'''\n a \n'''");
        let more = sidecar::add(&own, &kept);
        assert!(more.starts_with(own.trim_end()));
        let (of_more, _) = read(&more);
        assert_eq!(of_more.len(), 3);
        assert_eq!(of_more[0].reason.as_deref(), Some("a"));
        assert_eq!(read("").0, []);
        assert_eq!(sidecar::write(&[]), "");
    }

    #[test]
    fn a_baseline_is_read_as_it_was_written() {
        let mut baseline = Baseline::default();
        baseline.put("b/é.txt", kept(KeptIn::Baseline));
        baseline.put("a.txt", kept(KeptIn::Baseline));
        baseline.put("c.txt", kept(KeptIn::Baseline));
        baseline.put("c.txt", Vec::new());
        let text = baseline.write();
        assert_eq!(Baseline::read(&text), Ok(baseline.clone()), "{text}");
        assert_eq!(baseline.paths().collect::<Vec<_>>(), ["a.txt", "b/é.txt"]);
        assert_eq!(baseline.of("a.txt").len(), 2);
        assert_eq!(baseline.of("c.txt"), []);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        // A good entry beside the bad one is kept.
        let toml = |text: &str| {
            let (kept, problems) = sidecar::read(&format!("{text}\n[[ignore]]\nrule = 'ANO'\n"), "s");
            let is_error = problems.iter().any(|problem| problem.is_error);
            (kept.len(), is_error, problems.first().map(ToString::to_string).unwrap_or_default())
        };
        for (text, kept, is_error, expect) in [
            ("[[ignore]]\nexact = 'a'", 1, true, "s:1:1: an entry has no `rule`: write whose finding may stand"),
            (
                "[[ignore]]\nrule = 'a'\nexakt = 'b'",
                1,
                true,
                "s:3:1: unknown key `ignore.exakt` is no part of an entry: did you mean `exact`",
            ),
            ("[[ignore]]\nrule = 3", 1, true, "s:2:8: `ignore.rule` is a whole number where a string"),
            ("[[ignore]]\nrule = 'a'\nprefix = 'x'", 1, true, "s:1:1: missing field `exact`"),
            ("[[ignore]]\nrule = 'a'\nexact = ' '", 1, true, "s:1:1: nothing is in `exact`"),
            ("note = 'a'", 1, false, "s:1:1: unknown key `note` is passed over"),
            ("[[ignore]", 0, true, "s:1:"),
            ("x =", 0, true, "s:1:4: this is no TOML"),
        ] {
            let found = toml(text);
            assert_eq!((found.0, found.1), (kept, is_error), "{text}: {found:?}");
            assert!(found.2.starts_with(expect), "{text}: {found:?}");
        }
        let whole = sidecar::read("ignore = 3", "s").1;
        assert_eq!(
            whole[0].to_string(),
            "s:1:10: `ignore` is a whole number where a table under `[[ignore]]` is expected"
        );
        let json = |text: &str| Baseline::read(text).unwrap_err().to_string();
        assert_eq!(json(""), "line 1: EOF while parsing a value");
        assert!(json("{\"schema\": \"sayso/baseline/9\", \"files\": {}}").contains("`sayso/baseline/9`"));
        assert!(json("{\"schema\": \"sayso/baseline/1\",\n \"files\": []}").starts_with("line 2: "));
        for text in ["{", "[]", "{\"files\": 3}", &"[".repeat(100_000), &"{\"files\":".repeat(100_000)] {
            json(text);
            toml(text);
        }
    }
}
