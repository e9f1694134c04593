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
        let Kept { rule, quote, reason, .. } = kept.clone();
        let Quote { exact, prefix, suffix } = quote.clone().unwrap_or_default();
        Self { rule, exact: quote.map(|_| exact), prefix, suffix, reason }
    }

    fn kept(self, kept_in: KeptIn) -> Kept {
        let Self { rule, exact, prefix, suffix, reason } = self;
        let quote = exact.map(|exact| Quote { exact, prefix, suffix });
        Kept { rule, quote, reason: reason.as_deref().and_then(reason_of), kept_in }
    }
}

/// The file beside one article in which somebody wrote down what may stand there: TOML.
pub mod sidecar {
    use super::{Deserialize, Entry, FileError, Kept, KeptIn, Serialize, toml_error};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        #[serde(default)]
        ignore: Vec<Entry>,
    }

    /// What is added to an article's name for its sidecar's: `council.txt.sayso.toml`.
    pub const ENDING: &str = ".sayso.toml";

    /// What a sidecar lets stand.
    pub fn read(text: &str) -> Result<Vec<Kept>, FileError> {
        let file: File = toml::from_str(text).map_err(|error| toml_error(text, &error))?;
        Ok(file.ignore.into_iter().map(|entry| entry.kept(KeptIn::Sidecar)).collect())
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

fn toml_error(text: &str, error: &toml::de::Error) -> FileError {
    let at = error.span().map_or(0, |span| text.floor_char_boundary(span.start));
    let message = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
    FileError { line: text[..at].matches('\n').count() + 1, message }
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
        let kept = |entries: Vec<Entry>| entries.into_iter().map(|entry| entry.kept(KeptIn::Baseline)).collect();
        Ok(Self { files: file.files.into_iter().map(|(path, entries)| (path, kept(entries))).collect() })
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
        let one = Kept { rule: "ANO001".into(), quote: Some(quote), reason: Some("the editor".into()), kept_in };
        let other = Kept { rule: "single-source".into(), quote: None, reason: None, kept_in };
        vec![one, other]
    }

    #[test]
    fn a_sidecar_is_read_as_it_was_written() {
        let kept = kept(KeptIn::Sidecar);
        let text = sidecar::write(&kept);
        assert_eq!(sidecar::read(&text), Ok(kept.clone()), "{text}");
        let own = "# Ours.\n[[ignore]]\nrule = 'CHN002' # the paper’s name is known\nexact = '''the\npaper'''\nreason = ' a \n'\n";
        let own = own.replace("' a \n'", "'''\n a \n'''");
        let more = sidecar::add(&own, &kept);
        assert!(more.starts_with(own.trim_end()));
        let read = sidecar::read(&more).unwrap();
        assert_eq!(read.len(), 3);
        assert_eq!(read[0].reason.as_deref(), Some("a"));
        assert_eq!(sidecar::read(""), Ok(Vec::new()));
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
        let toml = |text: &str| sidecar::read(text).unwrap_err().to_string();
        assert_eq!(toml("[[ignore]]\nexact = 'a'\n"), "line 1: missing field `rule`");
        assert!(toml("[[ignore]]\nrule = 'a'\nexakt = 'b'\n").starts_with("line 3: unknown field `exakt`"));
        assert!(toml("[[ignore]\n").starts_with("line 1: "));
        assert!(toml("ignore = 3").starts_with("line 1: "));
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
