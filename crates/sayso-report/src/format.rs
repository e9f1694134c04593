//! What findings can be written as, and what each is called.

/// What findings are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The words in their sentence, marked, and what to do: for people at a terminal.
    Full,
    /// One line a finding: `path:line:column: severity CODE [name] message`.
    Concise,
    /// One line a finding under each article's name.
    Grouped,
    /// One JSON document.
    Json,
    /// One JSON object a finding and line.
    JsonLines,
    /// SARIF 2.1.0, for what collects findings of many tools.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// `JUnit` XML, for what shows test results.
    Junit,
    /// reviewdog's diagnostics.
    Rdjson,
    /// A comment under a pull request.
    Markdown,
    /// One web page.
    Html,
}

/// A format's facts.
struct Facts {
    format: Format,
    name: &'static str,
    doc: &'static str,
    /// What sets two articles apart.
    apart: &'static str,
}

const fn facts(format: Format, name: &'static str, doc: &'static str, apart: &'static str) -> Facts {
    Facts { format, name, doc, apart }
}

/// In the order of the enum.
const FACTS: [Facts; 12] = [
    facts(Format::Full, "full", "The words in their sentence, marked, and what to do about them", "\n"),
    facts(Format::Concise, "concise", "One line a finding, for grep and for editors that jump", ""),
    facts(Format::Grouped, "grouped", "One line a finding under each article's name", "\n"),
    facts(Format::Json, "json", "One JSON document", ",\n"),
    facts(Format::JsonLines, "json-lines", "One JSON object a finding and line", ""),
    facts(Format::Sarif, "sarif", "SARIF 2.1.0, for what collects findings of many tools", ",\n"),
    facts(Format::Github, "github", "Workflow commands of GitHub Actions", ""),
    facts(Format::Gitlab, "gitlab", "GitLab's code quality report", ",\n"),
    facts(Format::Junit, "junit", "JUnit XML, for what shows test results", ""),
    facts(Format::Rdjson, "rdjson", "reviewdog's diagnostics", ",\n"),
    facts(Format::Markdown, "markdown", "A comment under a pull request", "\n"),
    facts(Format::Html, "html", "One web page that needs nothing else", "\n"),
];

impl Format {
    /// All, those for people first.
    pub fn all() -> impl Iterator<Item = Format> {
        FACTS.iter().map(|facts| facts.format)
    }

    /// The format of a name, as [`Format::name`] has it.
    pub fn named(name: &str) -> Option<Format> {
        FACTS.iter().find(|facts| facts.name == name).map(|facts| facts.format)
    }

    /// Its name on command lines and in configuration.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// What it is, in one line for a command's help.
    pub fn doc(self) -> &'static str {
        self.facts().doc
    }

    pub(crate) fn apart(self) -> &'static str {
        self.facts().apart
    }

    fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_facts_and_its_name() {
        for (place, format) in Format::all().enumerate() {
            assert_eq!(format as usize, place, "{format:?} stands at its place");
            assert_eq!(Format::named(format.name()), Some(format));
            assert!(!format.doc().ends_with('.'));
        }
        assert_eq!(Format::named("yaml"), None);
    }
}
