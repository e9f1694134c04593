//! `docs/export.md` and the code say the same of tables and formats.

use sayso_export::{Format, TABLES};

const DOCS: &str = include_str!("../../../../docs/export.md");

#[test]
fn every_column_is_documented_as_the_code_has_it() {
    for table in TABLES {
        let section =
            DOCS.split(&format!("### `{}`\n", table.name)).nth(1).unwrap_or_else(|| panic!("no {}", table.name));
        let section = section.split("\n#").next().unwrap();
        let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
        let expect: Vec<String> = table
            .columns
            .iter()
            .map(|column| format!("| `{}` | {} | {} |", column.name, column.kind.name(), column.meaning))
            .collect();
        assert_eq!(rows, expect, "write these into docs/export.md, {}:\n{}", table.name, expect.join("\n"));
    }
}

#[test]
fn every_format_is_documented() {
    for format in Format::ALL {
        assert!(DOCS.contains(&format!("| `{}` |", format.name())), "{}", format.name());
    }
}
