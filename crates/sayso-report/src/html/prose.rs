//! A rule's page as HTML: as much of Markdown as such pages have. What is none of it stays as it stands, escaped.

use maud::{Markup, html as markup};
use sayso_text::safe;

/// A page's headings, paragraphs, lists and blocks of code.
pub(super) fn of(page: &str) -> Markup {
    let page: Vec<String> = page.lines().map(safe::line).collect();
    let mut lines = page.iter().map(String::as_str).peekable();
    let mut blocks: Vec<Markup> = Vec::new();
    while let Some(line) = lines.next() {
        let mut run = |first: &str, goes_on: fn(&str) -> bool| {
            let mut run = vec![first.to_owned()];
            while let Some(next) = lines.next_if(|next| goes_on(next)) {
                run.push(next.to_owned());
            }
            run
        };
        if line.trim().is_empty() {
            continue;
        }
        blocks.push(if line.starts_with("```") {
            let block = run("", |next| !next.starts_with("```"));
            lines.next();
            markup! { pre { code { (block[1..].join("\n")) } } }
        } else if let Some(heading) = line.strip_prefix("# ") {
            markup! { h3 { (inline(heading)) } }
        } else if let Some(heading) = line.strip_prefix("## ") {
            markup! { h4 { (inline(heading)) } }
        } else if line.starts_with("- ") {
            let items = items(&run(line, |next| next.starts_with("- ") || next.starts_with("  ")));
            markup! { ul { @for item in &items { li { (inline(item)) } } } }
        } else {
            let text = run(line, is_paragraph).join(" ");
            markup! { p { (inline(&text)) } }
        });
    }
    markup! { @for block in &blocks { (block) } }
}

fn is_paragraph(line: &str) -> bool {
    !line.trim().is_empty() && !["```", "# ", "## ", "- "].iter().any(|begin| line.starts_with(begin))
}

/// Lines of a list, an item each.
fn items(lines: &[String]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in lines {
        match (line.strip_prefix("- "), items.last_mut()) {
            (None, Some(item)) => item.extend([" ", line.trim()]),
            (item, _) => items.push(item.unwrap_or(line).to_owned()),
        }
    }
    items
}

/// A line with its code between backticks.
fn inline(text: &str) -> Markup {
    let pieces: Vec<&str> = text.split('`').collect();
    // Of an odd number of backticks the last is one.
    let closed = (pieces.len() - 1) / 2 * 2;
    markup! {
        @for (i, piece) in pieces.iter().enumerate() {
            @if i % 2 == 1 && i < closed { code { (piece) } }
            @else if i % 2 == 1 { "`" (piece) }
            @else { (piece) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_it_is_written() {
        let page = "# A b\n\nOne `two`\nthree `.\n\n## C\n\n- `x`: y\n  z\n- <b>\n\n```text\n<p>\n\n## no\n```\nEnd.\n";
        assert_eq!(
            of(page).into_string(),
            "<h3>A b</h3><p>One <code>two</code> three `.</p><h4>C</h4>\
             <ul><li><code>x</code>: y z</li><li>&lt;b&gt;</li></ul><pre><code>&lt;p&gt;\n\n## no</code></pre><p>End.</p>"
        );
        assert_eq!(of("```").into_string(), "<pre><code></code></pre>");
        assert_eq!(of("").into_string(), "");
    }
}
