//! `sayso export`: each format is read again by a parser that is not ours, and its offsets lead to the words.

use std::collections::BTreeMap;
use std::fs;

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::RowAccessor;
use serde_json::Value;

use crate::support::Desk;

/// Letters beyond the BMP before the words, a content in two pieces, a relay, an unnamed source with a reason, a figure.
const ARGUS: &str = "𝛼 “The harbour,” Ana Petrel, the harbour master of Osterby, said on Monday, “is shut.”\n\nAt least 40 boats are stuck, \
    officials said on condition of anonymity because they were not allowed to speak.\n\nThe Courier reported that the gate had failed \
    twice, and the board said that it had been told of neither.";

/// An archive of an article, its revision, a copy, and one without a day.
fn desk() -> Desk {
    let line = |url: &str, outlet: &str, published: Option<&str>, text: &str| {
        let line = serde_json::json!({ "url": url, "outlet": outlet, "title": format!("=Harbour “shut”, {outlet}"),
            "published": published, "text": text });
        line.to_string() + "\n"
    };
    let lines = [
        line("https://argus.example/1", "The Argus", Some("2026-11-25T06:00:00Z"), ARGUS),
        line("https://argus.example/1", "The Argus", Some("2026-11-25T06:00:00Z"), &ARGUS.replace("40", "44")),
        line("https://post.example/1", "The Post", Some("2026-11-24"), ARGUS),
        line("https://quay.example/1", "Quay Sheet", None, "The harbour is open, Odile Marsh said.\n"),
    ];
    let desk = Desk::new(&[("harbour.jsonl", lines.concat().as_bytes())]);
    let run = desk.run(&["add", "harbour.db", "harbour.jsonl"]);
    assert_eq!(
        (run.status, run.out.as_str()),
        (0, "harbour.db: 3 articles added, 1 revision added, 1 of them a copy of another\n"),
        "{}",
        run.err
    );
    desk
}

/// Exports to standard output.
fn exported(desk: &Desk, format: &str, more: &[&str]) -> String {
    let run = desk.run(&[&["export", "harbour.db", "--format", format], more].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{format}");
    run.out
}

/// Exports to a folder.
fn to_folder(desk: &Desk, format: &str, folder: &str, more: &[&str]) {
    let run = desk.run(&[&["export", "harbour.db", "--format", format, "-o", folder], more].concat());
    assert_eq!((run.status, run.err.as_str(), run.out.as_str()), (0, "", ""), "{format}");
}

/// What is there, but for what a database has beside an archive.
fn files(desk: &Desk) -> Vec<String> {
    desk.names(".").into_iter().filter(|name| !name.starts_with("harbour.db-")).collect()
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn at(text: &str, span: &Value) -> String {
    let [start, end] = [0, 1].map(|i| span[i].as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn json_lines_have_every_word_at_its_offsets_and_can_be_added_again() {
    let desk = desk();
    let text = exported(&desk, "jsonl", &[]);
    let articles = json_lines(&text);
    assert_eq!(articles.len(), 4);
    let mut pieces = 0;
    for article in &articles {
        let text = article["text"].as_str().unwrap();
        for statement in article["statements"].as_array().unwrap() {
            let whole = serde_json::json!([statement["start"], statement["end"]]);
            assert_eq!(at(text, &whole), statement["content"].as_str().unwrap());
            pieces += statement["pieces"].as_array().unwrap().len();
            let cue: Vec<String> = statement["cue_at"].as_array().unwrap().iter().map(|span| at(text, span)).collect();
            assert_eq!(cue.join(" … "), statement["cue"].as_str().unwrap());
        }
        for source in article["sources"].as_array().unwrap() {
            for mention in source["mentions"].as_array().unwrap() {
                assert!(at(text, mention).chars().any(char::is_alphabetic));
            }
        }
        for (name, span) in article["parts"].as_array().unwrap().iter().zip(article["part_spans"].as_array().unwrap()) {
            assert!(name.is_string() && !at(text, span).trim().is_empty());
        }
    }
    let statements = |article: &Value| article["statements"].as_array().unwrap().len();
    assert!(pieces > articles.iter().map(statements).sum::<usize>(), "a content stands in pieces");
    let first = &articles[0];
    let said: Vec<&Value> = first["statements"].as_array().unwrap().iter().collect();
    assert_eq!(said[0]["said_by"], "Ana Petrel");
    assert_eq!(
        at(first["text"].as_str().unwrap(), &said[0]["source_at"][0]),
        "Ana Petrel, the harbour master of Osterby"
    );
    assert_eq!(said[1]["terms"], "anonymity");
    assert_eq!((&articles[2]["copies"][0]["of"], &articles[1]["copies"]), (&Value::from(1), &serde_json::json!([])));
    desk.put("again.jsonl", text.as_bytes());
    let run = desk.run(&["add", "again.db", "again.jsonl"]);
    assert_eq!(
        (run.status, run.out.as_str()),
        (0, "again.db: 3 articles added, 1 revision added, 1 of them a copy of another\n")
    );
}

#[test]
fn tables_have_the_same_cells_as_json_lines() {
    let desk = desk();
    let articles = json_lines(&exported(&desk, "jsonl", &[]));
    to_folder(&desk, "csv", "rows", &[]);
    assert_eq!(desk.names("rows"), ["articles.csv", "copies.csv", "figures.csv", "sources.csv", "statements.csv"]);
    let rows = |table: &str| -> Vec<BTreeMap<String, String>> {
        csv::Reader::from_path(desk.path("rows").join(format!("{table}.csv")))
            .unwrap()
            .deserialize()
            .map(Result::unwrap)
            .collect()
    };
    let all = |table: &str| -> Vec<Value> {
        articles.iter().flat_map(|article| article[table].as_array().unwrap().clone()).collect()
    };
    let (csv, json) = (rows("statements"), all("statements"));
    assert_eq!(csv.len(), json.len());
    for (row, statement) in csv.iter().zip(&json) {
        assert_eq!(
            row["content"].trim_start_matches('\''),
            statement["content"].as_str().unwrap().trim_start_matches('\'')
        );
        assert_eq!(row["id"], statement["id"].to_string());
    }
    assert_eq!(rows("articles")[0]["title"], "'=Harbour “shut”, The Argus", "no formula");

    to_folder(&desk, "parquet", "frames", &["--by", "month"]);
    let folders = ["month=2026-11", "month=__HIVE_DEFAULT_PARTITION__"];
    assert_eq!(desk.names("frames/statements"), folders);
    let mut ids = Vec::new();
    for folder in folders {
        let path = desk.path("frames").join("statements").join(folder).join("part-0.parquet");
        let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
        for row in reader.get_row_iter(None).unwrap() {
            ids.push(row.unwrap().get_long(0).unwrap());
        }
    }
    ids.sort_unstable();
    assert_eq!(ids, json.iter().map(|statement| statement["id"].as_i64().unwrap()).collect::<Vec<_>>());
}

#[test]
fn brat_has_the_texts_and_the_words_at_their_offsets() {
    let desk = desk();
    to_folder(&desk, "brat", "notes", &[]);
    let expect = ["1.ann", "1.txt", "2.ann", "2.txt", "3.ann", "3.txt", "4.ann", "4.txt", "annotation.conf"];
    assert_eq!(desk.names("notes"), expect);
    let text = desk.get("notes/1.txt");
    assert_eq!(text, ARGUS);
    let mut found = 0;
    for line in desk.get("notes/1.ann").lines().filter(|line| line.starts_with('T')) {
        let [_, place, words] = line.splitn(3, '\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (_, place) = place.split_once(' ').unwrap();
        let spans = place.split(';').map(|span| {
            let (start, end) = span.split_once(' ').unwrap();
            at(&text, &serde_json::json!([start.parse::<u64>().unwrap(), end.parse::<u64>().unwrap()]))
        });
        assert_eq!(spans.collect::<Vec<_>>().join(" ").replace('\n', " "), words);
        found += 1;
    }
    assert!(found > 8, "{found}");
}

#[test]
fn annotations_select_the_words() {
    let desk = desk();
    let annotations = json_lines(&exported(&desk, "web-annotation", &[]));
    assert!(annotations.len() > 6);
    for target in annotations.iter().flat_map(|one| one["target"].as_array().unwrap()) {
        for selector in target["selector"].as_array().into_iter().flatten() {
            if selector["type"] == "TextQuoteSelector" {
                let [before, exact, after] = ["prefix", "exact", "suffix"].map(|name| selector[name].as_str().unwrap());
                let words = format!("{before}{exact}{after}");
                let text = ARGUS.replace("40", "44") + ARGUS + "The harbour is open, Odile Marsh said.\n";
                assert!(text.contains(&words), "{words}");
            }
        }
    }
}

#[test]
fn linked_data_are_the_same_triples_in_both_forms_and_have_what_was_traced() {
    let desk = desk();
    let traced = ["--trace", "the harbour is shut", "--trace", "#1000001"];
    let turtle = exported(&desk, "prov-turtle", &traced);
    let json = exported(&desk, "prov-json", &traced);
    let mut one: Vec<String> = oxttl::TurtleParser::new().for_slice(&turtle).map(|t| t.unwrap().to_string()).collect();
    let json_ld = oxjsonld::JsonLdParser::new().for_slice(&json);
    let mut other: Vec<String> = json_ld
        .map(|quad| {
            let quad = quad.unwrap();
            format!("{} {} {}", quad.subject, quad.predicate, quad.object)
        })
        .collect();
    for all in [&mut one, &mut other] {
        all.sort();
        all.dedup();
    }
    assert_eq!(one, other);
    let count = |triples: &[String], words: &str| triples.iter().filter(|triple| triple.contains(words)).count();
    assert_eq!(count(&one, "prov#wasRevisionOf>"), 1);
    assert!(count(&one, "urn:sayso:statement:") > 10);
    let untraced = exported(&desk, "prov-turtle", &[]);
    assert!(untraced.len() < turtle.len() && turtle.contains("hadPrimarySource"));

    let schema_org: Value = serde_json::from_str(&exported(&desk, "schema-org", &traced)).unwrap();
    let nodes = schema_org["@graph"].as_array().unwrap();
    assert_eq!(nodes.iter().filter(|node| node["@type"] == "NewsArticle").count(), 4);
    assert!(nodes.iter().any(|node| !node["firstAppearance"].is_null()));
}

#[test]
fn the_same_archive_gives_the_same_bytes() {
    let desk = desk();
    for format in ["jsonl", "web-annotation", "prov-turtle", "prov-json", "schema-org"] {
        let first = exported(&desk, format, &[]);
        assert!(exported(&desk, format, &[]) == first, "{format}");
        let run = desk.run(&["export", "harbour.db", "--format", format, "-o", "one"]);
        assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
        assert!(desk.get("one") == first, "{format}");
    }
}

#[test]
fn what_cannot_be_written_is_refused_and_leaves_nothing() {
    let desk = desk();
    desk.put("full/letter.txt", b"Dear desk");
    desk.put("file", b"Dear desk");
    let check = |args: &[&str], expect: &str| {
        let before = files(&desk);
        let run = desk.run(&[&["export", "harbour.db"], args].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(expect), "{args:?}: {}", run.err);
        assert!(run.messages().len() == 1 && files(&desk) == before, "{args:?}");
    };
    check(&["--format", "csv"], "say with `-o` into which folder");
    check(&["--format", "brat", "-o", "-"], "say with `-o` into which folder");
    check(&["--format", "csv", "-o", "full"], "a folder with something in it");
    check(&["--format", "brat", "-o", "file"], "a file, not a folder");
    check(&["--format", "brat", "-o", "no/where"], "cannot be written");
    check(&["--format", "jsonl", "-o", "harbour.db"], "would be lost");
    check(&["--format", "jsonl", "--trace", "shut"], "has no claims");
    check(&["--format", "prov-turtle", "--trace", "#99"], "no statement `#99`");
    assert_eq!(desk.names("full"), ["letter.txt"]);
    let run = desk.run(&["export", "missing.db", "--format", "jsonl"]);
    assert_eq!(run.status, 2);
    let run = desk.run(&["export", "harbour.db", "--format", "schema-org", "--trace", "Nobody ate the turnips"]);
    assert_eq!((run.status, run.messages().len()), (0, 1), "what nobody says is left out with a warning: {}", run.err);
}

#[test]
fn an_empty_folder_is_filled_and_datasette_is_told_the_archives_name() {
    let desk = desk();
    fs::create_dir(desk.path("desk")).unwrap();
    to_folder(&desk, "datasette", "desk", &[]);
    let metadata: Value = serde_json::from_str(&desk.get("desk/metadata.json")).unwrap();
    assert!(metadata["databases"]["harbour"]["tables"]["statements"]["facets"].is_array());
    assert!(desk.get("desk/plugins/links.py").contains("\nDATABASE = \"harbour\"\n"));
    assert_eq!(files(&desk), ["desk", "harbour.db", "harbour.jsonl"]);
}
