//! Prose for a terminal.

/// The words of a text in lines of at most so many columns, each behind the same margin. A longer word has its own line.
pub(crate) fn wrap(text: &str, columns: usize, margin: &str) -> String {
    let room = columns.saturating_sub(margin.chars().count()).max(20);
    let mut out = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            out.push('\n');
            used = 0;
        }
        out += if used == 0 { margin } else { " " };
        out += word;
        used += length + usize::from(used > 0);
    }
    out.push('\n');
    out
}

/// Markdown's paragraphs, lists and fenced blocks, wrapped. What stands between fences stays as it is.
pub(crate) fn markdown(text: &str, columns: usize, margin: &str) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut is_fenced = false;
    let end = |out: &mut String, paragraph: &mut String| {
        if !paragraph.is_empty() {
            *out += &wrap(paragraph, columns, margin);
            paragraph.clear();
        }
    };
    for line in text.lines() {
        if line.starts_with("```") {
            end(&mut out, &mut paragraph);
            is_fenced = !is_fenced;
        } else if is_fenced && line.is_empty() {
            out.push('\n');
        } else if is_fenced {
            // An article's paragraph is one line; a terminal has less room.
            out += &wrap(line, columns, &format!("{margin}  "));
        } else if line.trim().is_empty() {
            end(&mut out, &mut paragraph);
            out.push('\n');
        } else {
            if line.starts_with("- ") {
                end(&mut out, &mut paragraph);
            }
            paragraph += line;
            paragraph.push(' ');
        }
    }
    end(&mut out, &mut paragraph);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(markdown(text, 24, "  "), expect, "{text}");
    }

    #[test]
    fn paragraphs_are_wrapped_and_lists_keep_their_lines() {
        check("One line\nand another that is long.", "  One line and another\n  that is long.\n");
        check("A.\n\n- one\n- two\n\nB.", "  A.\n\n  - one\n  - two\n\n  B.\n");
        check("So:\n\n```text\nOfficials  say.\n\nNo.\n```", "  So:\n\n    Officials say.\n\n    No.\n");
        check(&"a".repeat(40), &format!("  {}\n", "a".repeat(40)));
        check("", "");
    }
}
