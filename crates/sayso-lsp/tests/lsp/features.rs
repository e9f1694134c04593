//! What an editor is shown.

use std::sync::Arc;

use sayso_check::config::{Config, Text, parse};
use sayso_lsp::{Desk, Options};
use serde_json::{Value, json};

use crate::client::{Client, URI, able, at, document, everywhere, options};

const DRAFT: &str = "# Bridge stays shut, council says\n\n\
    The bridge will stay closed until spring, officials said on Monday.\n\n\
    “Nobody *should* cross it,” Orla Finch, who bakes in the town, told the Harwick Courier. At least 12 people were hurt \
    in the collapse, according to a report by the roads office.\n";

fn title(action: &Value) -> &str {
    action["title"].as_str().unwrap()
}

#[test]
fn a_finding_says_what_where_why_and_what_to_do() {
    let (client, found) = Client::reading(DRAFT);
    let finding = found.iter().find(|finding| finding["code"] == "ANO001").expect("bare officials are found");
    assert_eq!(
        finding["range"],
        json!({ "start": { "line": 2, "character": 42 }, "end": { "line": 2, "character": 51 } })
    );
    assert_eq!(finding["severity"], 2);
    assert_eq!(finding["source"], "sayso");
    assert_eq!(finding["codeDescription"]["href"], "file:///rules/ANO001.md");
    let message = finding["message"].as_str().unwrap();
    assert!(message.starts_with("“officials” gives no office") && message.contains('\n'), "{message}");
    client.end();
}

#[test]
fn a_finding_leads_to_where_the_desk_serves_its_rules() {
    let text = "rule-pages = 'https://desk.example/rules/'";
    let text = Text { text, name: "sayso.toml", folder: "/drafts", is_file: true, output_formats: &[] };
    let resolved = Config { layers: vec![parse(text).0] }.resolve(None);
    let pages = resolved.rule_pages.map(|held| held.value);
    let desk = Desk { rule_pages: pages, ..Desk::default() };
    let options = Options { settings_for: Arc::new(move |_| desk.clone()), ..options() };
    let mut client = Client::with(options, &able());
    let found = client.open(DRAFT);
    let finding = found.iter().find(|finding| finding["code"] == "ANO001").expect("bare officials are found");
    assert_eq!(finding["codeDescription"]["href"], "https://desk.example/rules/ANO001.md");
    client.end();
}

#[test]
fn a_hover_shows_who_says_it_and_through_whom() {
    let (mut client, _) = Client::reading(DRAFT);
    let hover = client.ask("textDocument/hover", at(4, 10)).unwrap();
    let shown = hover["contents"]["value"].as_str().unwrap();
    assert_eq!(hover["contents"]["kind"], "markdown");
    for expect in ["**Orla Finch**", "named person", "*told*", "direct", "article ← ", "% likely to be right"] {
        assert!(shown.contains(expect), "{expect}: {shown}");
    }
    let figure = client.ask("textDocument/hover", at(4, 100)).unwrap();
    assert!(figure["contents"]["value"].as_str().unwrap().contains("At least 12 people"), "{figure}");
    let found = client.ask("textDocument/hover", at(2, 45)).unwrap();
    let shown = found["contents"]["value"].as_str().unwrap();
    assert!(shown.contains("**ANO001 bare-source**") && shown.contains("Authority: AP, "), "{shown}");
    assert_eq!(client.ask("textDocument/hover", at(1, 0)).unwrap(), Value::Null);
    client.end();

    let mut plain = Client::with(options(), &json!({}));
    plain.open(DRAFT);
    let hover = plain.ask("textDocument/hover", at(4, 10)).unwrap();
    assert_eq!(hover["contents"]["kind"], "plaintext");
    assert!(hover["contents"]["value"].as_str().unwrap().starts_with("Orla Finch · "), "{hover}");
    plain.end();
}

#[test]
fn a_finding_can_be_let_stand_with_a_reason() {
    let (mut client, _) = Client::reading(DRAFT);
    let actions = client.ask("textDocument/codeAction", everywhere()).unwrap();
    let actions = actions.as_array().unwrap();
    let ignore = actions.iter().find(|action| title(action).starts_with("Ignore ANO001")).unwrap();
    let change = &ignore["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 1 }));
    let start = json!({ "line": 2, "character": 0 });
    let edit =
        json!({ "range": { "start": start, "end": start }, "newText": "<!-- sayso: ignore[ANO001] reason -->\n" });
    assert_eq!(change["edits"], json!([edit]));
    assert_eq!(ignore["diagnostics"][0]["code"], "ANO001");
    let show = actions.iter().find(|action| title(action).starts_with("Show rule ANO001")).unwrap();
    assert_eq!(show["command"]["arguments"], json!(["ANO001"]));
    let mut none = everywhere();
    none["context"]["only"] = json!(["refactor"]);
    assert_eq!(client.ask("textDocument/codeAction", none).unwrap(), json!([]));
    client.end();
}

#[test]
fn a_plain_text_is_one_by_its_name_and_holds_comments() {
    let mut client = Client::new();
    let uri = "file:///drafts/bridge.txt";
    // In Markdown the second paragraph would be code. Some editors call every file of a server by the name of the first.
    client.open_as(uri, "markdown", "Bridge stays shut\n\n```\nThe bridge will stay closed, officials said.\n");
    assert_eq!(client.published(uri).len(), 1);
    let mut params = everywhere();
    params["textDocument"]["uri"] = json!(uri);
    let actions = client.ask("textDocument/codeAction", params).unwrap();
    let ignore = actions.as_array().unwrap().iter().find(|action| title(action).starts_with("Ignore ANO001")).unwrap();
    let edit = &ignore["edit"]["documentChanges"][0]["edits"][0];
    let reason = edit["newText"].as_str().unwrap().replace("reason", "the desk agreed");
    let change = json!({ "range": edit["range"], "text": reason });
    let document = json!({ "uri": uri, "version": 2 });
    client.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
    assert_eq!(client.published(uri), [Value::Null; 0]);
    client.end();
}

#[test]
fn a_rule_is_shown_as_a_page_or_else_as_a_message() {
    let (mut client, _) = Client::reading(DRAFT);
    let params = json!({ "command": "sayso.showRule", "arguments": ["ANO001"] });
    let shown = client.ask("workspace/executeCommand", params.clone()).unwrap();
    assert!(shown.as_str().unwrap().starts_with("# ANO001 bare-source\n"), "{shown}");
    assert_eq!(client.told("window/showDocument")["uri"], "file:///rules/ANO001.md");
    client.end();

    let mut capabilities = able();
    capabilities["window"] = Value::Null;
    let mut client = Client::with(options(), &capabilities);
    client.ask("workspace/executeCommand", params).unwrap();
    assert!(client.told("window/showMessage")["message"].as_str().unwrap().contains("## Authority"));
    for (params, expect) in [
        (json!({ "command": "sayso.showRule", "arguments": ["ANO999"] }), "no rule `ANO999`: see `sayso rule --all`"),
        (json!({ "command": "sayso.showRule" }), "parameter `arguments.0` must be a text"),
        (json!({ "command": "rm" }), "no command `rm`"),
    ] {
        assert_eq!(client.ask("workspace/executeCommand", params).unwrap_err(), (-32602, expect.to_owned()));
    }
    client.end();
}

#[test]
fn a_lens_counts_the_sources() {
    let (mut client, _) = Client::reading(DRAFT);
    let lenses = client.ask("textDocument/codeLens", document()).unwrap();
    let lens = &lenses[0];
    assert_eq!(lens["range"]["start"]["line"], 0);
    let title = title(&lens["command"]);
    assert!(title.contains(" sources: ") && title.contains(" named, ") && title.ends_with(" % attributed"), "{title}");
    let command = json!({ "command": lens["command"]["command"], "arguments": lens["command"]["arguments"] });
    client.ask("workspace/executeCommand", command).unwrap();
    assert!(client.told("window/showMessage")["message"].as_str().unwrap().contains("Orla Finch"));
    client.end();
}

#[test]
fn symbols_are_sources_with_what_they_say() {
    let (mut client, _) = Client::reading(DRAFT);
    let symbols = client.ask("textDocument/documentSymbol", document()).unwrap();
    let finch = symbols.as_array().unwrap().iter().find(|symbol| symbol["name"] == "Orla Finch").unwrap();
    assert!(finch["detail"].as_str().unwrap().contains("named person"), "{finch}");
    let said = &finch["children"][0];
    assert!(said["name"].as_str().unwrap().contains("Nobody *should* cross it"), "{said}");
    assert_eq!(said["detail"], "told, direct");
    client.end();

    let mut flat = Client::with(options(), &json!({}));
    flat.open(DRAFT);
    let symbols = flat.ask("textDocument/documentSymbol", document()).unwrap();
    assert!(symbols.as_array().unwrap().iter().any(|symbol| symbol["containerName"] == "Orla Finch"), "{symbols}");
    flat.end();
}
