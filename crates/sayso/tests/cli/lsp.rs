//! `sayso lsp` over its pipes: a whole session, and one that breaks off.

use std::io::{BufRead, BufReader, Read, Write};

use crate::support::{Desk, wait};

fn message(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#;

#[test]
fn an_editor_is_served_until_it_asks_to_end() {
    let draft = r#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md",
        "languageId":"markdown","version":1,"text":"The bridge will stay closed, officials said."}}}"#;
    // Answered once the draft is read, so what was found stands before it.
    let lens =
        r#"{"jsonrpc":"2.0","id":2,"method":"textDocument/codeLens","params":{"textDocument":{"uri":"file:///a.md"}}}"#;
    let shutdown = r#"{"jsonrpc":"2.0","id":3,"method":"shutdown"}"#;
    let exit = r#"{"jsonrpc":"2.0","method":"exit"}"#;
    let desk = Desk::new(&[]);
    let mut child = desk.spawn(&["lsp"]);
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for body in [INITIALIZE, draft, lens] {
        input.write_all(message(body).as_bytes()).unwrap();
    }
    let initialized = answer(&mut output);
    assert!(initialized.contains("\"codeLensProvider\""), "{initialized}");
    let found = answer(&mut output);
    assert!(found.contains("gives no office"), "{found}");
    let lens = answer(&mut output);
    assert!(lens.contains("1 source: 1 unnamed"), "{lens}");
    for body in [shutdown, exit] {
        input.write_all(message(body).as_bytes()).unwrap();
    }
    assert!(answer(&mut output).contains("\"id\":3"));
    assert_eq!(wait(&mut child, &["lsp"]).0, 0);
}

/// The next message of the server.
fn answer(output: &mut impl BufRead) -> String {
    let mut header = String::new();
    output.read_line(&mut header).unwrap();
    let length: u64 = header.trim_end().strip_prefix("Content-Length: ").unwrap().parse().unwrap();
    output.read_line(&mut header).unwrap();
    let mut body = String::new();
    output.take(length).read_to_string(&mut body).unwrap();
    body
}

#[test]
fn a_session_that_breaks_off_says_so() {
    for (input, expect) in [
        (String::new(), ""),
        (message(INITIALIZE), "\"capabilities\""),
        (format!("{}Content-Length: 999\r\n\r\n{{", message(INITIALIZE)), "end in the middle of one"),
        (format!("garbage\r\n\r\n{}", message(INITIALIZE)), "\"capabilities\""),
        (message("{\"jsonrpc\":"), "cannot be read"),
    ] {
        let run = Desk::new(&[]).run_with(&["lsp"], move |stdin| {
            let _ = stdin.write_all(input.as_bytes());
        });
        assert_eq!((run.status, run.err.as_str()), (2, ""));
        assert!(run.out.contains(expect), "{expect}: {}", run.out);
    }
}
