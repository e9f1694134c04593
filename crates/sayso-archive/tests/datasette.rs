//! What Datasette is told names only what is there, and the questions to copy can be asked.

use rusqlite::Connection;
use sayso_archive::{Archive, datasette};
use serde_json::Value;

fn metadata() -> Value {
    let [(path, text), _] = datasette("a \"week\"");
    assert_eq!(path, "metadata.json");
    let metadata: Value = serde_json::from_str(&text).unwrap();
    metadata["databases"]["a \"week\""].clone()
}

fn database(folder: &tempfile::TempDir) -> Connection {
    let path = folder.path().join("a.db");
    drop(Archive::create(&path).unwrap());
    Connection::open(path).unwrap()
}

fn columns(db: &Connection, table: &str) -> Vec<String> {
    let mut select = db.prepare("SELECT name FROM pragma_table_xinfo(?)").unwrap();
    select.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_table_and_column_that_it_names_is_there_and_every_view_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder);
    let metadata = metadata();
    let tables = metadata["tables"].as_object().unwrap();
    // As careful programs open what comes from others.
    db.pragma_update(None, "trusted_schema", false).unwrap();
    for (table, told) in tables {
        db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = columns(&db, table);
        assert!(!columns.is_empty(), "{table}");
        let named = ["label_column", "sort_desc", "fts_pk"].map(|name| told[name].as_str()).into_iter().flatten();
        let facets = told["facets"].as_array().into_iter().flatten().map(|facet| facet.as_str().unwrap());
        for column in named.chain(facets) {
            assert!(columns.iter().any(|known| known == column), "{table}.{column}");
        }
        if let Some(described) = told["columns"].as_object() {
            let described: Vec<&String> = described.keys().collect();
            let mut columns: Vec<&String> = columns.iter().collect();
            columns.sort();
            assert_eq!(described, columns, "{table}");
        }
        if let Some(index) = told["fts_table"].as_str() {
            let sql =
                format!("SELECT count(*) FROM {table} WHERE id IN (SELECT rowid FROM {index} WHERE {index} MATCH 'a')");
            assert_eq!(db.query_row(&sql, [], |row| row.get::<_, i64>(0)), Ok(0));
        }
    }
    let mut all = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' OR type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        .unwrap();
    let all = all.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap);
    for name in all.filter(|name| !name.contains("_index")) {
        assert!(tables.contains_key(&name), "{name}");
    }
}

#[test]
fn every_question_can_be_asked_and_is_in_the_documentation() {
    const DOCS: &str = include_str!("../../../docs/archive.md");
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder);
    let even = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let docs = even(DOCS);
    for (name, question) in metadata()["queries"].as_object().unwrap() {
        let sql = question["sql"].as_str().unwrap();
        let mut select = db.prepare(sql).unwrap_or_else(|error| panic!("{name}: {error}"));
        for parameter in 1..=select.parameter_count() {
            select.raw_bind_parameter(parameter, "shut").unwrap();
        }
        let mut rows = select.raw_query();
        assert!(rows.next().unwrap().is_none(), "{name}");
        assert!(docs.contains(&even(sql)), "write this into docs/archive.md:\n{sql}");
    }
}

#[test]
fn the_plugin_knows_columns_and_leads_to_tables_and_columns_that_are_there() {
    const KNOWN: [&str; 8] =
        ["articles", "statements", "sources", "figures", "copies", "article", "statement", "figure"];
    let folder = tempfile::tempdir().unwrap();
    let db = database(&folder);
    let [_, (path, plugin)] = datasette("week");
    assert_eq!(path, "plugins/links.py");
    assert!(plugin.contains("\nDATABASE = \"week\"\n"));
    let known: Vec<String> = KNOWN.iter().flat_map(|table| columns(&db, table)).collect();
    let block = |name: &str| plugin.split(&format!("\n{name} = {{\n")).nth(1).unwrap().split("\n}").next().unwrap();
    let words = |line: &str| -> Vec<String> { line.split('"').skip(1).step_by(2).map(str::to_owned).collect() };
    let leads = |to: &str| {
        let (table, column) = to.split_once('?').unwrap_or((to.strip_suffix("/{}").unwrap_or(to), "id={}"));
        let column = column.strip_suffix("={}").unwrap();
        assert!(columns(&db, table).iter().any(|name| name == column), "{to}");
    };
    for line in block("ROWS").lines() {
        let [column, to] = &words(line)[..] else { panic!("{line}") };
        assert!(known.contains(column), "{column}");
        leads(to);
    }
    for line in block("ROWS_OF").lines() {
        let [table, column, to] = &words(line)[..] else { panic!("{line}") };
        assert!(columns(&db, table).contains(column), "{table}.{column}");
        leads(to);
    }
}
