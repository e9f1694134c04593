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
    use super::{Deserialize, Entry, FileError, Kept, KeptIn, line_of, toml_error};
    use toml::Spanned;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        #[serde(default)]
        ignore: Vec<Spanned<Entry>>,
    }

    /// What is added to an article's name for its sidecar's: `council.txt.sayso.toml`.
    pub const ENDING: &str = ".sayso.toml";

    /// What a sidecar of some name lets stand.
    pub fn read(text: &str, name: &str) -> Result<Vec<Kept>, FileError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let file: File = toml::from_str(text).map_err(|error| toml_error(text, &error))?;
        let kept = |entry: Spanned<Entry>| {
            let line = line_of(text, entry.span().start);
            let mut kept = entry.into_inner().kept(KeptIn::Sidecar).map_err(|message| FileError { line, message })?;
            kept.place = Some(format!("{name}:{line}"));
            Ok(kept)
        };
        file.ignore.into_iter().map(kept).collect()
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
    let message = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
    FileError { line: line_of(text, error.span().map_or(0, |span| span.start)), message }
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

    fn read(text: &str) -> Result<Vec<Kept>, FileError> {
        sidecar::read(text, "a.sayso.toml")
    }

    #[test]
    fn a_sidecar_is_read_as_it_was_written() {
        let kept = kept(KeptIn::Sidecar);
        let text = sidecar::write(&kept);
        let mut again = read(&text).unwrap();
        let places: Vec<_> = again.iter_mut().filter_map(|kept| kept.place.take()).collect();
        assert_eq!((again, places), (kept.clone(), vec!["a.sayso.toml:1".into(), "a.sayso.toml:8".into()]), "{text}");
        let own = "# Ours.\n[[ignore]]\nrule = 'CHN002' # the paper’s name is known\nexact = '''the\npaper'''\nreason = ' a \n'\n";
        let own = own.replace("' a \n'", "'''\n a \n'''");
        let more = sidecar::add(&own, &kept);
        assert!(more.starts_with(own.trim_end()));
        let all = read(&more).unwrap();
        assert_eq!(all.len(), 3);
        assert_eq!(all[0].reason.as_deref(), Some("a"));
        assert_eq!(read(""), Ok(Vec::new()));
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
        let toml = |text: &str| read(text).unwrap_err().to_string();
        for rest in ["prefix = 'x'", "suffix = 'x'", "exact = ' '"] {
            let message = toml(&format!("[[ignore]]\nrule = 'a'\n\n[[ignore]]\nrule = 'a'\n{rest}\n"));
            assert!(message.starts_with("line 4: ") && message.contains("`exact`"), "{message}");
        }
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
