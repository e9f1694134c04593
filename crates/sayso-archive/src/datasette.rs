//! What Datasette is told of an archive: titles, columns, facets, search and questions (`metadata.json`), and links (`links.py`).
//!
//! Datasette reads the archive itself. It follows foreign keys of tables only, while people read the views; so a plugin of one function
//! makes rows that are named in views into links. Nothing of it is needed to open an archive.

/// The files for an archive that Datasette calls `database` (its file's name without the ending), by path.
pub fn datasette(database: &str) -> [(&'static str, String); 2] {
    // A string in JSON is one in Python too.
    let name = serde_json::Value::from(database).to_string();
    let named = |file: &str| file.replacen("\"DATABASE\"", &name, 1);
    [
        ("metadata.json", named(include_str!("datasette/metadata.json"))),
        ("plugins/links.py", named(include_str!("datasette/links.py"))),
    ]
}
