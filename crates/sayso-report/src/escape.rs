//! Words of an article, or a file's name, on their way into another language: none of their characters may mean anything there.
//!
//! What goes to a program is passed on as it is, as far as the language can hold it; what people look at has its controls named
//! ([`safe`]).

use std::fmt::Write;

use sayso_text::safe;

/// XML, in an element and in an attribute in double quotes: controls named, line ends kept as such.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in safe::visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            // Not only in `]]>`, where it is forbidden.
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
            // White space that XML cannot hold, or that acts.
            '\u{0B}' | '\u{0C}' | '\u{85}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A path as a relative reference, or as an address where it is absolute.
pub(crate) fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    // Where names may hold it, it is a letter like others.
    let path = if drive || cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut out = match (drive, path.starts_with('/')) {
        (true, _) => "file:///".to_owned(),
        (_, true) => "file://".to_owned(),
        _ => String::new(),
    };
    for (at, byte) in path.bytes().enumerate() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (drive && at == 1);
        if plain {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The message of a workflow command.
pub(crate) fn command(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| safe::line(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// A property of a workflow command.
pub(crate) fn property(text: &str) -> String {
    command(text).replace(':', "%3A").replace(',', "%2C")
}

/// A file's name in a workflow command: what GitHub has an escape for keeps it the file's name.
pub(crate) fn file(path: &str) -> String {
    let parts: Vec<String> = path.split('\r').map(property).collect();
    parts.join("%0D")
}

/// Characters that mean something in a line of Markdown. `<`, `>`, `&`, `@` and `#` are written otherwise.
const MARKS: &str = r"\`*_{}[]()|~$!";

/// A line of Markdown as GitHub and GitLab read it: nothing in it is markup, calls a person (`@name`) or an issue (`#12`).
pub(crate) fn markdown(text: &str) -> String {
    let text = safe::line(text);
    let mut out = String::with_capacity(text.len() + 16);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // An empty comment parts the sign from what follows, where a backslash would not.
            '@' | '#' => {
                out.push(c);
                out.push_str("<!-- -->");
            }
            // A list begins with these, and only at a line's beginning.
            '-' | '+' | '=' if at == 0 => out.extend(['\\', c]),
            '.' if at == digits && digits > 0 => out.push_str("\\."),
            c if MARKS.contains(c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Markdown's code, whatever backticks the text holds.
pub(crate) fn code(text: &str) -> String {
    let text = safe::line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A link of Markdown around words that are Markdown.
pub(crate) fn link(words: &str, address: &str) -> String {
    let mut target = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '&' => target.push_str("&amp;"),
            // They would end the address.
            '<' | '>' | '\\' | ' ' => {
                let _ = write!(target, "%{:02X}", u32::from(c));
            }
            c if c.is_control() => {}
            c => target.push(c),
        }
    }
    format!("[{words}](<{target}>)")
}

/// A message of SARIF: braces and brackets would be places to fill and links.
pub(crate) fn sarif(text: &str) -> String {
    let text = text.replace('{', "{{").replace('}', "}}");
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_means_anything_in_xml() {
        assert_eq!(
            xml("a & <b> ]]> \"c\"\n\u{0B}\u{1b}\u{fffe}"),
            "a &amp; &lt;b&gt; ]]&gt; &quot;c&quot;&#10; &lt;U+001B&gt;&lt;U+FFFE&gt;"
        );
    }

    #[test]
    fn a_path_becomes_a_reference() {
        for (path, expect) in [
            ("drafts/a b.md", "drafts/a%20b.md"),
            ("./a.md", "a.md"),
            ("http://x", "http%3A//x"),
            ("a.jsonl:12", "a.jsonl%3A12"),
            ("/srv/é#?.md", "file:///srv/%C3%A9%23%3F.md"),
            ("C:\\desk\\a.md", "file:///C:/desk/a.md"),
            ("a\\b.md", "a%5Cb.md"),
            ("-", "-"),
        ] {
            assert_eq!(uri(path), expect);
        }
    }

    #[test]
    fn a_command_stays_one() {
        assert_eq!(command("100 %\r\n::error::x\u{1b}"), "100 %25<U+000D>%0A::error::x<U+001B>");
        assert_eq!(property("a:b,c\n"), "a%3Ab%2Cc%0A");
        assert_eq!(file("a:b,\r\n%é"), "a%3Ab%2C%0D%0A%25é");
    }

    #[test]
    fn markdown_calls_nobody() {
        assert_eq!(
            markdown("@desk *x* `y` | #12 <b>\n"),
            "@<!-- -->desk \\*x\\* \\`y\\` \\| #<!-- -->12 &lt;b&gt;&lt;U+000A&gt;"
        );
        assert_eq!(markdown("12. May - x.y"), "12\\. May - x.y");
        assert_eq!(markdown("- x"), "\\- x");
        assert_eq!(link("ANO\\*", "https://a/?b&c) >\n<"), "[ANO\\*](<https://a/?b&amp;c)%20%3E%3C>)");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`"), "`` ` ``");
    }

    #[test]
    fn a_message_of_sarif_has_no_links() {
        assert_eq!(sarif("{0} [sic]"), "{{0}} [sic]");
        assert_eq!(sarif("[a](1)"), "\\[a\\](1)");
    }
}
