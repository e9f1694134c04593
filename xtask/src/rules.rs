//! `docs/rules/`: made from the rules' own comments, so that a page never says what its rule no longer does.

use std::fs;
use std::process::ExitCode;

use anyhow::Context;
use sayso_check::RULES;
use sayso_report::{index, page};

use crate::places::root;

/// Every page and its name.
fn pages() -> impl Iterator<Item = (String, String)> {
    let index = ("README.md".to_owned(), index());
    std::iter::once(index).chain(RULES.iter().map(|rule| (format!("{}.md", rule.code), page(rule))))
}

pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let folder = root().join("docs/rules");
    fs::create_dir_all(&folder)?;
    let mut count = 0;
    for (name, text) in pages() {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| path.display().to_string())?;
        count += 1;
    }
    println!("{}: {count} pages", folder.display());
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_are_those_of_the_rules() {
        for (name, text) in pages() {
            let path = root().join("docs/rules").join(&name);
            let written = fs::read_to_string(&path).unwrap_or_default();
            assert!(written == text, "docs/rules/{name} is not what its rule says: run `cargo xtask rules`");
        }
    }
}
