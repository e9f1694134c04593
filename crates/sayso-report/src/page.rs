//! A rule's page and the index of all, in Markdown: `docs/rules/` and `sayso rule` are made of them.

use std::fmt::Write;

use sayso_check::{Doc, Family, Opt, Rule, Value};

/// Families whose findings nobody lets stand without a reason.
const REASON_ASKED: [&str; 2] = ["ANO", "CHN"];

/// A rule's page.
pub fn page(rule: &Rule) -> String {
    let Rule { code, name, category, severity, .. } = *rule;
    let doc = Doc::of(rule);
    let family = Family::ALL.iter().find(|family| code.starts_with(family.letters)).map_or("", |family| family.title);
    let (category, severity) = (category.name(), severity.name());
    let holds = if rule.default { "holds by default" } else { "has to be selected" };
    let mut out = format!("# {code} {name}\n\n{}\n\n", doc.summary);
    let _ = writeln!(out, "{family} · {category} · {severity} · {holds}");
    for section in &doc.sections {
        let _ = writeln!(out, "\n## {}\n\n{}", section.heading, section.text);
    }
    if !rule.options.is_empty() {
        let _ = writeln!(out, "\n## Options\n\nIn `sayso.toml`, under `[rules.{code}]`:\n");
        for Opt { name, default, doc } in rule.options {
            let _ = writeln!(out, "- `{name}`: {}; by default {}", doc.trim_end_matches('.'), by_default(default));
        }
    }
    let asked = if REASON_ASKED.iter().any(|letters| code.starts_with(letters)) {
        "The reason must be given, and every report shows it."
    } else {
        "Every report shows the reason."
    };
    let _ = write!(
        out,
        "\n## How to let it stand\n\n\
         A comment in the article lets one finding stand. {asked}\n\n\
         ```text\n<!-- sayso: ignore[{code}] who approved it, and why -->\n```\n\n\
         An article that carries no comments has a file beside it for this; `sayso check --add-baseline` writes what was found \
         before into a baseline. To switch the rule off, put `ignore = [\"{code}\"]` into `sayso.toml`.\n"
    );
    out
}

/// All rules by family, with links to their pages.
pub fn index() -> String {
    let mut out = "# Rules\n\n\
        What `sayso check` looks for. A code, a name or the beginning of a code selects rules; those with a ✓ hold by default. \
        `sayso rule CODE` shows a page at the terminal.\n\n\
        A desk that serves this folder writes `rule-pages = \"https://desk.example/rules/\"` into its `sayso.toml`, or an address in \
        which `{code}` stands for the code: SARIF, reviewdog, web pages, comments in Markdown and editors then lead there. Sayso \
        itself fetches nothing.\n"
        .to_owned();
    for family in Family::ALL {
        let mut rules = family.rules().peekable();
        if rules.peek().is_none() {
            continue;
        }
        let Family { letters, title } = family;
        let _ = writeln!(
            out,
            "\n## {title} ({letters})\n\n| code | name | what it finds | kind | ✓ |\n|---|---|---|---|---|"
        );
        for rule in rules {
            let Rule { code, name, category, default, .. } = *rule;
            let summary = Doc::of(rule).summary.replace('|', "\\|");
            let (category, holds) = (category.name(), if default { "✓" } else { "" });
            let _ = writeln!(out, "| [{code}]({code}.md) | `{name}` | {summary} | {category} | {holds} |");
        }
    }
    out
}

fn by_default(value: &Value) -> String {
    match value {
        Value::Number(number) => format!("`{number}`"),
        Value::Yes(yes) => format!("`{yes}`"),
        Value::Words(words) if words.is_empty() => "none".to_owned(),
        Value::Words(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use sayso_check::RULES;

    use super::*;

    #[test]
    fn every_rule_has_its_page_and_its_line_in_the_index() {
        let index = index();
        for rule in RULES {
            let page = page(rule);
            for heading in ["What it does", "Why it matters", "Authority", "How to let it stand"] {
                assert!(page.contains(&format!("\n## {heading}\n\n")), "{}: {heading}", rule.code);
            }
            assert!(page.contains(&format!("ignore[{}]", rule.code)));
            assert!(rule.options.iter().all(|opt| page.contains(&format!("- `{}`: ", opt.name))), "{}", rule.code);
            assert!(index.contains(&format!("| [{0}]({0}.md) | `{1}` |", rule.code, rule.name)));
        }
    }
}
