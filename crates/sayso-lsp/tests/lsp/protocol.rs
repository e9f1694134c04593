//! The protocol: who may say what when, positions, versions, what is pushed and what is pulled.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use sayso_check::Settings;
use sayso_lsp::{Desk, Ended, Options, Trouble, Whereabouts};
use serde_json::{Value, json};

use crate::client::{Client, URI, able, at, document, options};

const BARE: &str = "The bridge will stay closed until spring, officials said.\n";
const NAMED: &str = "The bridge will stay closed until spring, the mayor, Orla Finch, said.\n";

#[test]
fn an_editor_that_asks_to_end_ends_it() {
    assert_eq!(Client::new().end(), Ended::Asked);
    assert_eq!(Client::new().leave(), Ended::Left);
    assert_eq!(Client::silent(options()).leave(), Ended::Left);
    let mut client = Client::new();
    client.ask("shutdown", Value::Null).unwrap();
    client.ask("exit", Value::Null).expect("it should be none, but what is meant is plain");
    assert_eq!(client.leave(), Ended::Asked);
    let mut client = Client::new();
    client.ask("shutdown", Value::Null).unwrap();
    assert_eq!(client.leave(), Ended::Asked);
}

#[test]
fn an_editor_that_dies_ends_it() {
    let lives = Arc::new(AtomicBool::new(true));
    let of_editor = Arc::clone(&lives);
    let runs = move |process| process == 7 && of_editor.load(Ordering::Relaxed);
    let options = Options { runs: Arc::new(runs), ..options() };
    let mut client = Client::silent(options.clone());
    client.ask("initialize", json!({ "processId": 7, "capabilities": {} })).unwrap();
    lives.store(false, Ordering::Relaxed);
    assert_eq!(client.outlive(), Ended::Left);
    // What was not to be seen from the start, as from inside a container, is no sign.
    let mut client = Client::silent(options);
    client.ask("initialize", json!({ "processId": 8, "capabilities": {} })).unwrap();
    assert_eq!(client.open(BARE).len(), 1);
    client.end();
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
    let gate = Arc::new(Mutex::new(()));
    let kept = Arc::clone(&gate);
    let settings_for = move |_: Whereabouts| {
        drop(kept.lock());
        Desk::default()
    };
    let mut client = Client::with(Options { settings_for: Arc::new(settings_for), ..options() }, &able());
    client.open(NAMED);
    let shut = gate.lock().unwrap();
    client.replace(2, BARE);
    let lens = client.request("textDocument/codeLens", document());
    let hover = client.request("textDocument/hover", at(0, 45));
    let cancelled = client.request("textDocument/hover", at(0, 1));
    client.tell("$/cancelRequest", json!({ "id": cancelled }));
    assert_eq!(client.answer(cancelled).unwrap_err().0, -32800);
    client.replace(3, "");
    assert_eq!(client.answer(hover).unwrap_err().0, -32801, "the place may be another now");
    drop(shut);
    assert_eq!(client.answer(lens).unwrap(), json!([]), "nothing stands above an empty text");
    let _shut = gate.lock().unwrap();
    client.replace(4, BARE);
    let never = client.request("textDocument/codeLens", document());
    client.ask("shutdown", Value::Null).unwrap();
    assert_eq!(client.answer(never).unwrap_err().0, -32800, "every request is answered");
    client.tell("exit", Value::Null);
}

#[test]
fn who_asks_does_not_wait_until_the_text_has_rested() {
    let forever = Duration::from_hours(1);
    let mut client = Client::with(Options { debounce: forever, longest: forever, ..options() }, &able());
    client.open(NAMED);
    client.replace(2, BARE);
    assert_eq!(client.ask("textDocument/codeLens", document()).unwrap().as_array().unwrap().len(), 1);
    assert_eq!(client.published_of(2).len(), 1);
    client.end();
}

#[test]
fn who_does_not_rest_is_not_kept_waiting_for_long() {
    let slow = |_: Whereabouts| {
        std::thread::sleep(Duration::from_millis(30));
        Desk::default()
    };
    let longest = Duration::from_millis(200);
    let wait = Options { debounce: Duration::from_millis(20), longest, settings_for: Arc::new(slow), ..options() };
    let mut client = Client::with(wait, &able());
    client.open(NAMED);
    // Each change comes before the last one's text has been read.
    let started = Instant::now();
    let mut version = 1;
    while started.elapsed() < 10 * longest {
        version += 1;
        client.replace(version, BARE);
        std::thread::sleep(Duration::from_millis(25));
    }
    client.published_of(version);
    assert!(client.kept("textDocument/publishDiagnostics") > 0, "something was shown meanwhile");
    client.end();
}

#[test]
fn who_pulls_is_not_pushed_to() {
    let mut capabilities = able();
    capabilities["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": false });
    let mut client = Client::with(options(), &capabilities);
    assert_eq!(client.open(BARE).len(), 1, "who cannot be told to pull again is pushed to");
    client.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    assert_eq!(client.published(URI).len(), 1);
    client.end();

    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
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
    let nothing = Settings { rules: Vec::new(), packs: Vec::new() };
    let settings_for = move |draft: Whereabouts| {
        assert_eq!(draft, Whereabouts::File(Path::new("/drafts/bridge.md")));
        let message = "`sayso.toml` cannot be read: mend line 3".to_owned();
        match counted.fetch_add(1, Ordering::Relaxed) {
            0 => Desk { settings: nothing.clone(), ..Desk::default() },
            3 => Desk::default(),
            _ => Desk { trouble: vec![Trouble { is_error: true, message }], ..Desk::default() },
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
    for (change, expect) in [
        ("workspace/didChangeWatchedFiles", 1),
        ("textDocument/didSave", 0),
        ("workspace/didChangeConfiguration", 0),
        ("textDocument/didSave", 1),
    ] {
        client.tell(change, document());
        assert_eq!(client.published(URI).len(), 1, "where settings cannot be read the default holds");
        assert_eq!(client.kept("window/showMessage"), expect, "once is enough, until it is mended");
        if expect == 1 {
            let told = json!({ "type": 1, "message": "`sayso.toml` cannot be read: mend line 3" });
            assert_eq!(client.told("window/showMessage"), told);
        }
    }
    client.end();
}

#[test]
fn what_is_in_no_file_belongs_to_the_first_folder() {
    let settings_for = |draft: Whereabouts| {
        let message = format!("{draft:?}");
        Desk { trouble: vec![Trouble { is_error: false, message }], ..Desk::default() }
    };
    let options = Options { settings_for: Arc::new(settings_for), ..options() };
    for (named, expect) in [
        (json!({ "rootUri": "file:///a" }), "Unsaved(Some(\"/a\"))"),
        (json!({ "rootUri": "file:///a", "workspaceFolders": [{ "uri": "file:///b" }] }), "Unsaved(Some(\"/b\"))"),
        (json!({ "rootUri": null }), "Unsaved(None)"),
    ] {
        let mut client = Client::silent(options.clone());
        let result = client.ask("initialize", named).unwrap();
        let offered = &result["capabilities"]["workspace"]["workspaceFolders"];
        assert_eq!(offered, &json!({ "supported": true, "changeNotifications": true }));
        client.open_as("untitled:1", "plaintext", BARE);
        assert_eq!(client.told("window/showMessage"), json!({ "type": 2, "message": expect }));
        let event =
            json!({ "removed": [{ "uri": "file:///a" }, { "uri": "file:///b" }], "added": [{ "uri": "file:///c" }] });
        client.tell("workspace/didChangeWorkspaceFolders", json!({ "event": event }));
        let told = client.told("window/showMessage");
        assert_eq!(told["message"], "Unsaved(Some(\"/c\"))");
        client.end();
    }
}
