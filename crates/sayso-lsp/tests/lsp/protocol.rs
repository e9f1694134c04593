//! The protocol: who may say what when, positions, versions, what is pushed and what is pulled.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sayso_check::Settings;
use sayso_lsp::{Desk, Ended, Options};
use serde_json::{Value, json};

use crate::client::{Client, URI, able, at, document, options};

const BARE: &str = "The bridge will stay closed until spring, officials said.\n";
const NAMED: &str = "The bridge will stay closed until spring, the mayor, Orla Finch, said.\n";

#[test]
fn an_editor_that_asks_to_end_ends_it() {
    assert_eq!(Client::new().end(), Ended::Asked);
    assert_eq!(Client::new().leave(), Ended::Left);
    assert_eq!(Client::silent(options()).leave(), Ended::Left);
}

#[test]
fn the_columns_agreed_on_are_those_of_the_answers() {
    // Before the source stand two characters of two UTF-16 units and four bytes each, and two marks of three bytes.
    let text = "“𝛼𝛼 will stay closed until spring,” officials said.";
    for (offered, expect) in [
        (json!(["utf-16", "utf-8"]), ("utf-8", 46)),
        (json!(["utf-32"]), ("utf-32", 36)),
        (json!(null), ("utf-16", 38)),
    ] {
        let mut client = Client::silent(options());
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let result = client.ask("initialize", json!({ "capabilities": capabilities })).unwrap();
        assert_eq!(result["capabilities"]["positionEncoding"], expect.0);
        client.tell("initialized", json!({}));
        let found = client.open(text);
        assert_eq!(found[0]["range"]["start"], json!({ "line": 0, "character": expect.1 }), "{found:?}");
        client.end();
    }
}

#[test]
fn a_change_of_a_piece_is_made_in_the_piece() {
    let (mut client, found) = Client::reading(NAMED);
    assert_eq!(found, [Value::Null; 0]);
    let range = json!({ "start": { "line": 0, "character": 42 }, "end": { "line": 0, "character": 63 } });
    client.change(2, &json!([{ "range": range, "text": "officials" }]));
    assert_eq!(client.published_of(2).len(), 1);
    let line = json!({ "line": 0, "character": 0 });
    let range = json!({ "start": line, "end": line });
    client.change(3, &json!([{ "range": range, "text": "Bridge stays shut\n\n" }, { "range": range, "text": "# " }]));
    assert_eq!(client.published_of(3)[0]["range"]["start"], json!({ "line": 2, "character": 42 }));
    client.end();
}

#[test]
fn the_last_of_many_changes_wins() {
    let mut client = Client::with(Options { debounce: Duration::from_millis(80), ..options() }, &able());
    client.open(NAMED);
    for version in 2..60 {
        client.replace(version, NAMED);
    }
    client.replace(60, BARE);
    assert_eq!(client.published_of(60).len(), 1);
    assert!(client.kept("textDocument/publishDiagnostics") < 30, "most were never read");
    client.end();
}

#[test]
fn who_asks_while_a_text_is_read_is_answered_for_the_newest() {
    let mut client = Client::with(Options { debounce: Duration::from_millis(300), ..options() }, &able());
    client.open(NAMED);
    client.replace(2, BARE);
    let lens = client.request("textDocument/codeLens", document());
    let hover = client.request("textDocument/hover", at(0, 45));
    let cancelled = client.request("textDocument/hover", at(0, 1));
    client.tell("$/cancelRequest", json!({ "id": cancelled }));
    assert_eq!(client.answer(cancelled).unwrap_err().0, -32800);
    client.replace(3, "");
    assert_eq!(client.answer(hover).unwrap_err().0, -32801, "the place may be another now");
    assert_eq!(client.answer(lens).unwrap(), json!([]), "nothing stands above an empty text");
    client.replace(4, BARE);
    let never = client.request("textDocument/codeLens", document());
    client.ask("shutdown", Value::Null).unwrap();
    assert_eq!(client.answer(never).unwrap_err().0, -32800, "every request is answered");
    client.tell("exit", Value::Null);
}

#[test]
fn who_pulls_is_not_pushed_to() {
    let mut capabilities = able();
    capabilities["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": false });
    let mut client = Client::with(options(), &capabilities);
    client.open_as(URI, "markdown", BARE);
    let report = client.ask("textDocument/diagnostic", document()).unwrap();
    assert_eq!((&report["kind"], report["items"].as_array().unwrap().len()), (&json!("full"), 1));
    let mut again = document();
    again["previousResultId"] = report["resultId"].clone();
    assert_eq!(client.ask("textDocument/diagnostic", again.clone()).unwrap()["kind"], "unchanged");
    client.replace(2, NAMED);
    let report = client.ask("textDocument/diagnostic", again).unwrap();
    assert_eq!(report["items"], json!([]));
    assert_eq!(client.kept("textDocument/publishDiagnostics"), 0);
    client.end();
}

#[test]
fn closing_takes_the_findings_away() {
    let (mut client, found) = Client::reading(BARE);
    assert_eq!(found.len(), 1);
    client.tell("textDocument/didClose", document());
    assert_eq!(client.published(URI), [Value::Null; 0]);
    assert_eq!(client.open(BARE).len(), 1, "it may be opened again");
    assert_eq!(client.open(NAMED).len(), 0, "also without being closed");
    client.end();
}

#[test]
fn other_settings_find_other_things() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let settings_for = move |path: Option<&std::path::Path>| {
        assert_eq!(path, Some(std::path::Path::new("/drafts/bridge.md")));
        match counted.fetch_add(1, Ordering::Relaxed) {
            0 => Ok(Desk { settings: Settings { rules: Vec::new(), packs: Vec::new() }, ..Desk::default() }),
            _ => Err("`sayso.toml` cannot be read: mend line 3".to_owned()),
        }
    };
    let mut capabilities = able();
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::with(Options { settings_for: Arc::new(settings_for), ..options() }, &capabilities);
    assert_eq!(
        client.told("client/registerCapability")["registrations"][0]["method"],
        "workspace/didChangeWatchedFiles"
    );
    assert_eq!(client.open(BARE).len(), 0);
    for _ in 0..2 {
        client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
        assert_eq!(client.published(URI).len(), 1, "where settings cannot be read the default holds");
    }
    assert_eq!(client.told("window/showMessage")["message"], "`sayso.toml` cannot be read: mend line 3");
    assert_eq!(client.kept("window/showMessage"), 0, "once is enough");
    client.end();
}
