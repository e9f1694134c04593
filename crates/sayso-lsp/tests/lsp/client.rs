//! A client that says what a test has it say.

use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use sayso_lsp::{Connection, Ended, Options, serve};
use serde_json::{Value, json};

/// No answer takes this long unless the server hangs.
const PATIENCE: Duration = Duration::from_mins(2);

/// An editor with a server of its own.
pub(crate) struct Client {
    connection: Option<Connection>,
    server: Option<JoinHandle<Ended>>,
    last: i32,
    /// Messages that came while another was waited for.
    kept: Vec<Value>,
}

pub(crate) const URI: &str = "file:///drafts/bridge.md";

/// What an editor that can do everything says of itself.
pub(crate) fn able() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "window": { "showDocument": { "support": true } },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "publishDiagnostics": { "relatedInformation": true },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
        },
    })
}

pub(crate) fn options() -> Options {
    let page_of = |rule: &sayso_check::Rule| Some(format!("file:///rules/{}.md", rule.code));
    Options { debounce: Duration::ZERO, page_of: Arc::new(page_of), ..Options::default() }
}

#[expect(clippy::needless_pass_by_value, reason = "what a test has it say is made where it is said")]
impl Client {
    /// A server that nothing was said to.
    pub(crate) fn silent(options: Options) -> Self {
        let (server, connection) = Connection::memory();
        let server = thread::spawn(move || serve(&server, options));
        Self { connection: Some(connection), server: Some(server), last: 0, kept: Vec::new() }
    }

    /// A server that was initialised.
    pub(crate) fn with(options: Options, capabilities: &Value) -> Self {
        let mut client = Self::silent(options);
        client.ask("initialize", json!({ "capabilities": capabilities })).unwrap();
        client.tell("initialized", json!({}));
        client
    }

    pub(crate) fn new() -> Self {
        Self::with(options(), &able())
    }

    /// A server that has read a document in Markdown; what it published.
    pub(crate) fn reading(text: &str) -> (Self, Vec<Value>) {
        let mut client = Self::new();
        let found = client.open(text);
        (client, found)
    }

    pub(crate) fn send(&self, message: Value) {
        let message = serde_json::from_value(message).expect("a test sends messages");
        self.connection.as_ref().unwrap().sender.send(message).unwrap();
    }

    pub(crate) fn tell(&self, method: &str, params: Value) {
        self.send(json!({ "method": method, "params": params }));
    }

    /// Sends a request; its id.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> i32 {
        self.last += 1;
        self.send(json!({ "id": self.last, "method": method, "params": params }));
        self.last
    }

    /// Sends a request and waits for its answer, or the error's code and message.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Result<Value, (i64, String)> {
        let id = self.request(method, params);
        self.answer(id)
    }

    pub(crate) fn answer(&mut self, id: i32) -> Result<Value, (i64, String)> {
        let answer = self.wait(|message| message["id"] == id && message.get("method").is_none());
        match answer.get("error") {
            Some(error) => Err((error["code"].as_i64().unwrap(), error["message"].as_str().unwrap().to_owned())),
            None => Ok(answer["result"].clone()),
        }
    }

    /// Waits for a notification or request of the server.
    pub(crate) fn told(&mut self, method: &str) -> Value {
        self.wait(|message| message["method"] == method)["params"].clone()
    }

    /// Waits for a message and keeps the others.
    fn wait(&mut self, is: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&is) {
            return self.kept.remove(at);
        }
        loop {
            let message =
                self.connection.as_ref().unwrap().receiver.recv_timeout(PATIENCE).expect("the server answers");
            let message = serde_json::to_value(message).unwrap();
            if is(&message) {
                return message;
            }
            self.kept.push(message);
        }
    }

    /// Opens the document; the diagnostics that are published of it.
    pub(crate) fn open(&mut self, text: &str) -> Vec<Value> {
        self.open_as(URI, "markdown", text);
        self.published(URI)
    }

    pub(crate) fn open_as(&self, uri: &str, language: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Puts a text in the place of the whole document.
    pub(crate) fn replace(&self, version: i32, text: &str) {
        self.change(version, &json!([{ "text": text }]));
    }

    pub(crate) fn change(&self, version: i32, changes: &Value) {
        let document = json!({ "uri": URI, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// The next diagnostics that are published of a document.
    pub(crate) fn published(&mut self, uri: &str) -> Vec<Value> {
        let method = "textDocument/publishDiagnostics";
        let message = self.wait(|message| message["method"] == method && message["params"]["uri"] == uri);
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// The diagnostics that are published of a version.
    pub(crate) fn published_of(&mut self, version: i32) -> Vec<Value> {
        let method = "textDocument/publishDiagnostics";
        let message = self.wait(|message| message["method"] == method && message["params"]["version"] == version);
        message["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Messages that came and that nobody waited for.
    pub(crate) fn kept(&self, method: &str) -> usize {
        self.kept.iter().filter(|message| message["method"] == method).count()
    }

    /// Shuts down and exits; how the server ended.
    pub(crate) fn end(mut self) -> Ended {
        self.ask("shutdown", Value::Null).unwrap();
        self.tell("exit", Value::Null);
        self.server.take().unwrap().join().expect("the server does not panic")
    }

    /// Waits until the server ends by itself; how it ended.
    pub(crate) fn outlive(mut self) -> Ended {
        self.server.take().unwrap().join().expect("the server does not panic")
    }

    /// Goes away without a word; how the server ended.
    pub(crate) fn leave(mut self) -> Ended {
        self.connection = None;
        self.server.take().unwrap().join().expect("the server does not panic")
    }
}

/// A document's address as a parameter.
pub(crate) fn document() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

/// A place of the document as parameters.
pub(crate) fn at(line: u32, character: u32) -> Value {
    json!({ "textDocument": { "uri": URI }, "position": { "line": line, "character": character } })
}

/// Everything of the document as parameters of code actions.
pub(crate) fn everywhere() -> Value {
    let end = json!({ "line": u32::MAX, "character": u32::MAX });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
    json!({ "textDocument": { "uri": URI }, "range": range, "context": { "diagnostics": [] } })
}
