//! Any bytes as what an editor sends, a message a line: its first byte says which, or that it is sent as it stands. The server ends
//! when the messages do.

#![no_main]

use std::io::{self, Cursor};
use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use sayso_lsp::{Ended, Options, connect, serve};
use serde_json::{Value, json};

/// Longer ones only take longer.
const MOST_BYTES: usize = 4000;

const METHODS: &[&str] = &[
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/hover",
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/documentSymbol",
    "textDocument/diagnostic",
    "workspace/executeCommand",
    "workspace/didChangeConfiguration",
    "$/cancelRequest",
    "initialize",
    "initialized",
    "shutdown",
    "exit",
    "$/sayso/trouble",
];
const COMMANDS: &[&str] = &["sayso.showRule", "sayso.showSources", "sayso.none"];
const LANGUAGES: &[&str] = &["markdown", "plaintext", "html"];
const ENCODINGS: &[&str] = &["utf-16", "utf-8", "utf-32"];

fuzz_target!(|bytes: &[u8]| {
    let bytes = &bytes[..bytes.len().min(MOST_BYTES)];
    let mut sent = Vec::new();
    if bytes.first().is_some_and(|first| first % 8 != 7) {
        sent = framed(&message(11, bytes.len() as u8, ""));
    }
    for line in bytes.split(|byte| *byte == b'\n') {
        match line {
            [b'!', raw @ ..] => sent.extend(raw),
            [b'"', body @ ..] => sent.extend(format!("Content-Length: {}\r\n\r\n", body.len()).bytes().chain(body.iter().copied())),
            [kind, place, text @ ..] => sent.extend(framed(&message(*kind, *place, &String::from_utf8_lossy(text)))),
            _ => {}
        }
    }
    let (connection, wire) = connect(move || Cursor::new(sent), io::sink());
    let ended = serve(&connection, Options { debounce: Duration::ZERO, ..Options::default() });
    assert!(matches!(ended, Ended::Asked | Ended::Left));
    drop(connection);
    wire.finish().expect("nothing keeps the server from writing");
});

fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// A message with all that any method asks for.
fn message(kind: u8, place: u8, text: &str) -> Value {
    let of = |list: &[&'static str], shift: u32| list[usize::from(place.rotate_right(shift)) % list.len()];
    let number = |shift: u32| match place.rotate_right(shift) & 0x1F {
        0x1F => u32::MAX,
        number => u32::from(number),
    };
    let at = |shift: u32| json!({ "line": number(shift) & 3, "character": number(shift + 3) });
    let range = json!({ "start": at(0), "end": at(4) });
    let document = json!({
        "uri": format!("file:///drafts/{}.md", place & 1),
        "version": number(2),
        "languageId": of(LANGUAGES, 1),
        "text": text,
    });
    let params = json!({
        "textDocument": document,
        "contentChanges": [{ "range": range, "text": text }, { "text": text }],
        "position": at(1),
        "range": range,
        "context": { "diagnostics": [], "only": [] },
        "command": of(COMMANDS, 2),
        "arguments": [text],
        "id": number(0),
        "capabilities": {
            "general": { "positionEncodings": [of(ENCODINGS, 3)] },
            "textDocument": if place & 2 == 0 { json!({ "diagnostic": {} }) } else { json!({}) },
        },
    });
    let method = METHODS[usize::from(kind) % METHODS.len()];
    let mut message = json!({ "jsonrpc": "2.0", "method": method, "params": params });
    if kind & 0x80 != 0 || !matches!(method, "initialized" | "exit") && !method.contains("/did") && !method.starts_with('$') {
        message["id"] = number(5).into();
    }
    message
}
