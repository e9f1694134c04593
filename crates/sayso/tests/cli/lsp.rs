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
    for body in [SHUTDOWN, EXIT] {
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
        assert_eq!((run.status, run.err.as_str()), (1, ""));
        assert!(run.out.contains(expect), "{expect}: {}", run.out);
    }
}

const SHUTDOWN: &str = r#"{"jsonrpc":"2.0","id":3,"method":"shutdown"}"#;
const EXIT: &str = r#"{"jsonrpc":"2.0","method":"exit"}"#;

#[test]
fn the_status_says_whether_the_editor_asked_to_shut_down() {
    for (sent, expect) in
        [(&[INITIALIZE, SHUTDOWN, EXIT][..], 0), (&[INITIALIZE, SHUTDOWN], 0), (&[INITIALIZE, EXIT], 1), (&[EXIT], 1)]
    {
        let sent: String = sent.iter().map(|body| message(body)).collect();
        // Many editors name the way that they speak.
        let run = Desk::new(&[]).run_with(&["lsp", "--stdio"], move |stdin| {
            let _ = stdin.write_all(sent.as_bytes());
        });
        assert_eq!((run.status, run.err.as_str()), (expect, ""), "{}", run.out);
    }
}

#[test]
fn what_is_no_request_is_answered_with_an_error() {
    for (body, expect) in [
        ("{", r#""code":-32700"#),
        (r#"[{"id":1,"method":"m"}]"#, "a batch of messages is left out"),
        ("42", r#""code":-32600"#),
        (r#"{"id":[],"method":"m"}"#, "`m` is left out"),
    ] {
        let sent = message(body);
        let run = Desk::new(&[]).run_with(&["lsp"], move |stdin| {
            let _ = stdin.write_all(sent.as_bytes());
        });
        assert!(run.out.contains(expect) && run.out.contains(r#""id":null"#), "{expect}: {}", run.out);
    }
}

/// The session of an editor that opens a draft and leaves.
fn session(desk: &Desk, file: &str) -> String {
    let uri = format!("file://{}", desk.path(file).display());
    let draft = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{{"textDocument":{{"uri":"{uri}",
        "languageId":"markdown","version":1,"text":"The bridge will stay closed, officials said."}}}}}}"#
    );
    // Waited for before the rest is sent, or nothing would be found.
    let lens = format!(
        r#"{{"jsonrpc":"2.0","id":2,"method":"textDocument/codeLens","params":{{"textDocument":{{"uri":"{uri}"}}}}}}"#
    );
    let mut child = desk.spawn(&["lsp"]);
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for body in [INITIALIZE, &draft, &lens] {
        input.write_all(message(body).as_bytes()).unwrap();
    }
    let mut said = String::new();
    while !said.contains("\"id\":2") {
        said += &answer(&mut output);
    }
    drop(input);
    wait(&mut child, &["lsp"]);
    said
}

#[test]
fn what_is_wrong_with_a_configuration_is_shown() {
    for (config, expect) in [
        ("select = ['ZZZ999']", "error: sayso.toml:1:11: `ZZZ999` is no rule's code"),
        ("packs = ['nothere']", "error: sayso.toml:1:10: there is no pack `nothere`"),
        ("igonre = ['ANO001']", "warning: sayso.toml:1:1: unknown key `igonre`"),
        ("ignore = ['ANO", "error: sayso.toml:1:"),
    ] {
        let desk = Desk::new(&[("sayso.toml", config.as_bytes())]);
        let said = session(&desk, "bridge.md");
        assert!(said.contains("window/showMessage") && said.contains(expect), "{expect}: {said}");
    }
    let desk = Desk::new(&[("bridge.txt.sayso.toml", b"[[ignore\n"), ("sayso.toml", b"ignore = ['ANO001']")]);
    let said = session(&desk, "bridge.txt");
    assert!(said.contains("window/showMessage") && said.contains("bridge.txt.sayso.toml:1"), "{said}");
    assert!(!said.contains("gives no office"), "what can be read holds: {said}");
}

#[test]
fn the_pages_of_rules_stay_in_the_cache() {
    let desk = Desk::new(&[]);
    let said = session(&desk, "bridge.md");
    let page = format!("cache/sayso/rules-{}/ANO001.md", env!("CARGO_PKG_VERSION"));
    assert!(said.contains(&page), "{said}");
    assert!(desk.home(&page).exists());
}

/// Neither waits for the end of its messages, which never comes.
#[cfg(target_os = "linux")]
#[test]
fn a_server_does_not_outlive_its_editor() {
    let mut editor = std::process::Command::new("sleep").arg("1").spawn().unwrap();
    let initialize = INITIALIZE.replace("{\"capabilities", &format!("{{\"processId\":{},\"capabilities", editor.id()));
    let desk = Desk::new(&[]);
    let mut child = desk.spawn(&["lsp"]);
    let mut input = child.stdin.take().unwrap();
    input.write_all(message(&initialize).as_bytes()).unwrap();
    editor.wait().unwrap();
    assert_eq!(wait(&mut child, &["lsp"]).0, 1);

    let mut child = desk.spawn(&["lsp"]);
    let mut input = child.stdin.take().unwrap();
    drop(child.stdout.take());
    // The first answer finds nobody, a later one that nobody is there.
    for _ in 0..40 {
        let _ = input.write_all(message(INITIALIZE).as_bytes());
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    assert_eq!(wait(&mut child, &["lsp"]).0, 1);
}
