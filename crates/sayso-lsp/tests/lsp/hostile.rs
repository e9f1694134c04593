//! What no editor should send, and what some will.

use serde_json::{Value, json};

use crate::client::{Client, URI, able, at, document, everywhere, options};

const DRAFT: &str = "The bridge will stay closed until spring, officials said.\n";
/// Every request about a document.
const ASKS: [&str; 5] = [
    "textDocument/hover",
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/documentSymbol",
    "textDocument/diagnostic",
];

/// Parameters that serve every request.
fn anything() -> Value {
    let mut params = everywhere();
    params["position"] = json!({ "line": 0, "character": 3 });
    params
}

#[test]
fn messages_out_of_order_are_refused_and_the_rest_is_served() {
    let mut client = Client::silent(options());
    client.open_as(URI, "markdown", DRAFT);
    client.tell("initialized", json!({}));
    assert_eq!(client.ask("textDocument/hover", at(0, 0)).unwrap_err().0, -32002);
    assert_eq!(client.ask("shutdown", Value::Null).unwrap_err().0, -32002);
    client.ask("initialize", json!({ "capabilities": {} })).unwrap();
    assert_eq!(client.ask("initialize", json!({})).unwrap_err().0, -32600);
    client.send(json!({ "id": 77, "result": null }));
    client.send(json!({ "id": "sayso-1", "error": { "code": 1, "message": "no" } }));
    assert_eq!(client.open(DRAFT).len(), 1);
    client.change(0, &json!([{ "text": "older than the text" }]));
    assert!(client.told("window/logMessage")["message"].as_str().unwrap().contains("didOpen"));
    assert!(client.told("window/logMessage")["message"].as_str().unwrap().contains("initialized"));
    assert!(client.told("window/logMessage")["message"].as_str().unwrap().contains("older than the last"));
    client.ask("shutdown", Value::Null).unwrap();
    assert_eq!(client.ask("textDocument/hover", at(0, 0)).unwrap_err().0, -32600);
    client.tell("textDocument/didChange", document());
    client.tell("exit", Value::Null);
}

#[test]
fn unknown_methods_are_told_so_or_let_pass() {
    let mut client = Client::new();
    for method in ["textDocument/rename", "", "\0", "$/unknown", "window/workDoneProgress/create"] {
        assert_eq!(client.ask(method, json!([1, 2])).unwrap_err().0, -32601, "{method}");
        client.tell(method, json!(null));
    }
    assert_eq!(client.open(DRAFT).len(), 1);
    client.end();
}

#[test]
fn parameters_of_any_shape_are_answered() {
    let mut client = Client::new();
    client.open(DRAFT);
    let shapes = [
        json!(null),
        json!([]),
        json!({}),
        json!({ "textDocument": 1 }),
        json!({ "textDocument": { "uri": 7 } }),
        json!({ "textDocument": { "uri": URI }, "position": { "line": "a" }, "range": [] }),
        json!({ "textDocument": { "uri": URI, "version": "x" }, "contentChanges": { "text": 1 } }),
        json!({ "textDocument": { "uri": URI }, "contentChanges": [{ "range": {}, "text": "x" }, 7, null, "x"] }),
        json!({ "textDocument": { "uri": "no address at all \u{0}", "languageId": 3, "text": "x" } }),
        json!({ "capabilities": [], "arguments": {}, "command": {} }),
    ];
    for params in &shapes {
        for method in ASKS.iter().chain(&["workspace/executeCommand"]) {
            // An answer or an error: what matters is that there is one.
            let _ = client.ask(method, params.clone());
        }
        for method in ["didOpen", "didChange", "didSave"] {
            client.tell(&format!("textDocument/{method}"), params.clone());
        }
        client.tell("$/cancelRequest", params.clone());
    }
    client.replace(2, DRAFT);
    let lens = client.ask("textDocument/codeLens", document()).unwrap();
    assert_eq!(lens.as_array().unwrap().len(), 1, "all is well with a whole text");
    client.end();
}

#[test]
fn a_document_that_was_never_opened_is_told_so() {
    let mut client = Client::new();
    for method in ASKS {
        let (code, message) = client.ask(method, anything()).unwrap_err();
        assert_eq!(code, -32602);
        assert_eq!(message, format!("`{URI}` is not open: send `textDocument/didOpen` first"));
    }
    client.replace(2, DRAFT);
    client.tell("textDocument/didClose", document());
    assert!(client.told("window/logMessage")["message"].as_str().unwrap().contains("is not open"));
    assert_eq!(client.open(DRAFT).len(), 1);
    client.end();
}

#[test]
fn positions_past_the_end_are_the_end() {
    let mut client = Client::new();
    client.open(DRAFT);
    for number in [json!(99), json!(u32::MAX), json!(u64::MAX), json!(1e300), json!(-4), json!(0.5)] {
        let position = json!({ "line": number, "character": number });
        let params = json!({ "textDocument": { "uri": URI }, "position": position });
        client.ask("textDocument/hover", params).unwrap();
        let range = json!({ "start": position, "end": { "line": 0, "character": 0 } });
        let mut params = everywhere();
        params["range"] = range.clone();
        client.ask("textDocument/codeAction", params).unwrap();
        client.change(2, &json!([{ "range": range, "text": "" }]));
    }
    client.replace(3, DRAFT);
    assert_eq!(client.published_of(3).len(), 1);
    client.end();
}

#[test]
fn any_text_can_be_written() {
    let mut client = Client::new();
    let texts = [
        String::new(),
        "\u{feff}".to_owned(),
        "\0\0\0\0 officials said".to_owned(),
        "%PDF-1.7 officials said that it was shut.".to_owned(),
        "o\0f\0f\0i\0c\0i\0a\0l\0s\0 \0s\0a\0i\0d\0.\0".to_owned(),
        "\u{202e}“officials” \u{1F9D1}\u{200D}\u{1F692} said”\r\r\n“".to_owned(),
        "\r\n\r\n\u{2028}—officials said. \u{feff}".to_owned(),
        "“".repeat(5_000),
        "officials said ".repeat(2_000),
        "<!-- sayso: ignore[ --> officials said it was shut.".to_owned(),
        "---\ntitle: x\n---\n".to_owned(),
        "Dies ist ein Text, von dem niemand sagt, dass er auf Englisch geschrieben worden sei, und das ist er auch nicht. ".repeat(9),
    ];
    client.open(DRAFT);
    for (version, text) in texts.iter().enumerate() {
        let version = version as i32 + 2;
        client.replace(version, text);
        client.published_of(version);
        for method in ASKS {
            client.ask(method, anything()).unwrap();
        }
    }
    client.end();
}

#[test]
fn what_is_not_read_says_why() {
    let mut client = Client::new();
    let huge = "word ".repeat((16 << 20) / 5 + 1);
    for (uri, language, text, expect) in [
        ("file:///a.html", "html", "<p>officials said</p>", "only plain text and Markdown"),
        ("untitled:Untitled-1", "plaintext", "{\"text\": 1}", "only plain text and Markdown"),
        ("file:///huge.md", "markdown", &huge, "more than 16 MB are not read"),
    ] {
        client.open_as(uri, language, text);
        let found = client.published(uri);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["severity"], 3);
        assert!(found[0]["message"].as_str().unwrap().starts_with(expect), "{found:?}");
        assert!(client.told("window/showMessage")["message"].as_str().unwrap().contains(expect));
    }
    client.end();
}

#[test]
fn a_long_draft_holds_up_no_other_and_is_given_up_when_it_changes() {
    let mut client = Client::new();
    let long = "The bridge will stay closed until spring, officials said.\n\n".repeat(8_000);
    client.open_as("file:///long.md", "markdown", &long);
    assert_eq!(client.open(DRAFT).len(), 1, "while the other is being read");
    assert_eq!(client.kept("textDocument/publishDiagnostics"), 0, "which takes longer");
    let document = json!({ "uri": "file:///long.md", "version": 2 });
    let change = json!({ "textDocument": document, "contentChanges": [{ "text": DRAFT }] });
    client.tell("textDocument/didChange", change);
    assert_eq!(client.published("file:///long.md").len(), 1);
    client.end();
}

#[test]
fn after_a_lost_change_nothing_is_found_until_the_text_is_known() {
    let mut pulling = able();
    pulling["textDocument"]["diagnostic"] = json!({});
    pulling["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let at = json!({ "line": 0, "character": 0 });
    let range = json!({ "start": at, "end": at });
    let trouble = json!({ "message": "its JSON cannot be read", "change": format!("…textDocument/didChange…{URI}…") });
    for (version, lose) in [
        (2, json!({ "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [{ "range": range, "text": 7 }] })),
        (2, json!({ "textDocument": { "uri": URI, "version": 2 } })),
        (
            1,
            json!({ "textDocument": { "uri": URI, "version": 0 }, "contentChanges": [{ "range": range, "text": "\n" }] }),
        ),
        (1, trouble),
    ] {
        let method = if lose.get("change").is_some() { "$/sayso/trouble" } else { "textDocument/didChange" };
        let (mut client, _) = Client::reading(DRAFT);
        client.tell(method, lose.clone());
        assert_eq!(client.published_of(version)[0]["code"], "lost-change");
        let told = client.told("window/showMessage");
        assert!(told["message"].as_str().unwrap().ends_with("close it and open it again"), "{told}");
        client.change(3, &json!([{ "range": range, "text": "B" }]));
        client.tell("textDocument/didSave", document());
        assert_eq!(client.ask("textDocument/hover", anything()).unwrap_err().0, -32803);
        assert_eq!(client.kept("textDocument/publishDiagnostics"), 0);
        client.replace(4, DRAFT);
        assert_eq!(client.published_of(4)[0]["code"], "ANO001");
        client.end();

        let mut client = Client::with(options(), &pulling);
        client.open_as(URI, "markdown", DRAFT);
        client.tell(method, lose);
        client.told("workspace/diagnostic/refresh");
        assert_eq!(client.ask("textDocument/diagnostic", document()).unwrap()["items"][0]["code"], "lost-change");
        client.end();
    }
    // A whole text that comes late is one that nobody needs any more.
    let (mut client, _) = Client::reading(DRAFT);
    client.replace(0, "");
    client.change(2, &json!([{ "range": range, "text": "\n\n" }]));
    assert_eq!(client.published_of(2)[0]["range"]["start"]["line"], 2);
    client.end();
}

#[test]
fn a_flood_is_swallowed() {
    let mut client = Client::new();
    client.open(DRAFT);
    let line = json!({ "line": 0, "character": 0 });
    for version in 2..3_000 {
        client.change(version, &json!([{ "range": { "start": line, "end": line }, "text": "a" }]));
        client.request("textDocument/hover", at(0, 0));
    }
    client.replace(3_000, DRAFT);
    assert_eq!(client.published_of(3_000).len(), 1);
    client.end();
}
