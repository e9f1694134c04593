//! The loop: messages of the editor, looks that are done, and drafts that have rested long enough, one at a time.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use crossbeam_channel::{at, never, select};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{MessageType, PublishDiagnosticsParams, Range, Uri};
use sayso_check::rule;
use serde::Serialize;
use serde_json::{Value, json};

use crate::answers::{self, answer};
use crate::client::Client;
use crate::commands::{SHOW_RULE, SHOW_SOURCES, page};
use crate::document::{Ask, Document};
use crate::look::{Seen, Subject};
use crate::params::Params;
use crate::transport::{TROUBLE, id_of};
use crate::worker::{Done, Job, Workers};
use crate::{Options, Trouble, diagnostics, uri};

/// How often it is asked whether the editor still runs.
const PATROL: Duration = Duration::from_secs(3);

/// How a server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The editor asked it to shut down, and then to exit.
    Asked,
    /// The editor went away without asking.
    Left,
}

/// Serves an editor until it goes away.
pub fn serve(connection: &Connection, options: Options) -> Ended {
    let workers = Workers::start(&options.settings_for);
    let mut server = Server {
        connection,
        options,
        workers,
        phase: Phase::New,
        documents: BTreeMap::new(),
        last: 0,
        asked: 0,
        pages: BTreeMap::new(),
        folders: Vec::new(),
        editor: None,
        told: BTreeSet::new(),
        is_unheard: Cell::new(false),
    };
    let ended = server.run();
    for document in server.documents.values() {
        // Nobody waits for what is being read.
        document.wanted.store(u64::MAX, Ordering::Relaxed);
    }
    ended
}

struct Server<'c> {
    connection: &'c Connection,
    options: Options,
    workers: Workers,
    phase: Phase,
    /// By address, in an order that is the same every time.
    documents: BTreeMap<String, Document>,
    /// The last number given to a text or a look.
    last: u64,
    /// The last number given to a request of the server.
    asked: u32,
    /// The page of each rule that was shown.
    pages: BTreeMap<&'static str, Option<String>>,
    /// The folders that the editor works in, the first one first.
    folders: Vec<PathBuf>,
    /// The editor's process, and when it is asked for next.
    editor: Option<(u32, Instant)>,
    /// What is wrong with the settings of some document, and was shown.
    told: BTreeSet<Trouble>,
    /// Whether the editor reads no more.
    is_unheard: Cell<bool>,
}

#[derive(Clone, Copy)]
enum Phase {
    /// Before `initialize`.
    New,
    Serving(Client),
    /// After `shutdown`.
    Shut,
}

/// Why a request has no answer.
struct Refused(ErrorCode, String);

impl From<String> for Refused {
    fn from(message: String) -> Self {
        Self(ErrorCode::InvalidParams, message)
    }
}

/// What becomes of a request.
enum Reply {
    Now(Value),
    /// When the document has been looked at.
    Later,
}

impl Server<'_> {
    fn run(&mut self) -> Ended {
        loop {
            let timer = self.next_due().map_or_else(never, at);
            select! {
                recv(self.connection.receiver) -> message => match message {
                    Ok(message) => if let Some(ended) = self.take(message) {
                        return ended;
                    },
                    Err(_) => return self.ended(),
                },
                recv(self.workers.done) -> done => if let Ok(done) = done {
                    self.done(done);
                },
                recv(timer) -> _ => {}
            }
            if self.is_unheard.get() || self.editor_is_gone() {
                return self.ended();
            }
            self.look_at_what_is_due();
        }
    }

    fn ended(&self) -> Ended {
        if matches!(self.phase, Phase::Shut) { Ended::Asked } else { Ended::Left }
    }

    /// When something is to be done unasked. What is being looked at until that is done is looked at again after that.
    fn next_due(&self) -> Option<Instant> {
        let resting = self.documents.values().filter(|document| document.held.is_none());
        resting.filter_map(|document| document.due).chain(self.editor.map(|(_, at)| at)).min()
    }

    fn editor_is_gone(&mut self) -> bool {
        let Some((process, at)) = &mut self.editor else { return false };
        let now = Instant::now();
        if *at > now {
            return false;
        }
        *at = now + PATROL;
        !(self.options.runs)(*process)
    }

    fn take(&mut self, message: Message) -> Option<Ended> {
        match message {
            // It should be a notification.
            Message::Request(request) if request.method == "exit" => {
                self.send(Response::new_ok(request.id, Value::Null));
                return Some(self.ended());
            }
            Message::Request(request) => self.request(request),
            Message::Notification(notification) if notification.method == "exit" => return Some(self.ended()),
            Message::Notification(notification) => {
                let method = notification.method.clone();
                if let Err(message) = self.notified(notification) {
                    self.log(MessageType::WARNING, &format!("`{method}` is left out: {message}"));
                }
            }
            // Nothing depends on what an editor answers.
            Message::Response(_) => {}
        }
        None
    }

    // Requests.

    fn request(&mut self, request: Request) {
        let Request { id, method, params } = request;
        match self.reply(&id, &method, &Params(params)) {
            Ok(Reply::Now(value)) => self.send(Response::new_ok(id, value)),
            Ok(Reply::Later) => {}
            Err(Refused(code, message)) => self.send(Response::new_err(id, code as i32, message)),
        }
    }

    fn reply(&mut self, id: &RequestId, method: &str, params: &Params) -> Result<Reply, Refused> {
        let client = match (self.phase, method) {
            (Phase::New, "initialize") => return Ok(Reply::Now(self.initialize(params))),
            (Phase::New, _) => {
                let message = format!("`{method}` came before `initialize`: send that first");
                return Err(Refused(ErrorCode::ServerNotInitialized, message));
            }
            (Phase::Shut, _) => {
                let message = format!("`{method}` came after `shutdown`: send `exit`, and start the server again");
                return Err(Refused(ErrorCode::InvalidRequest, message));
            }
            (Phase::Serving(client), _) => client,
        };
        let ask = match method {
            "initialize" => {
                let message = "`initialize` came a second time: send it once".to_owned();
                return Err(Refused(ErrorCode::InvalidRequest, message));
            }
            "shutdown" => {
                self.phase = Phase::Shut;
                let waiting =
                    self.documents.values_mut().flat_map(|document| std::mem::take(&mut document.waiting)).collect();
                self.refuse(waiting, ErrorCode::RequestCanceled, "the server is shutting down");
                return Ok(Reply::Now(Value::Null));
            }
            "workspace/executeCommand" => return self.execute(id, client, params),
            "textDocument/hover" => Ask::Hover(params.position("/position")?),
            "textDocument/codeAction" => {
                Ask::Actions(params.range("/range")?, params.texts("/context/only").map(str::to_owned).collect())
            }
            "textDocument/codeLens" => Ask::Lenses,
            "textDocument/documentSymbol" => Ask::Symbols,
            "textDocument/diagnostic" => Ask::Diagnostics(params.text("/previousResultId").ok().map(str::to_owned)),
            _ => return Err(Refused(ErrorCode::MethodNotFound, format!("no method `{method}`"))),
        };
        self.ask(id, client, params.uri()?, ask)
    }

    fn initialize(&mut self, params: &Params) -> Value {
        let client = Client::of(params);
        self.phase = Phase::Serving(client);
        let named = params.list("/workspaceFolders").iter().filter_map(|folder| folder["uri"].as_str());
        self.folders = named.filter_map(uri::path).collect();
        if self.folders.is_empty() {
            // Editors of before there could be several.
            self.folders.extend(params.text("/rootUri").ok().and_then(uri::path));
        }
        // One that is in another world, as outside a container, never was to be seen.
        let process = params.0.pointer("/processId").and_then(Value::as_u64).and_then(|id| u32::try_from(id).ok());
        let process = process.filter(|process| (self.options.runs)(*process));
        self.editor = process.map(|process| (process, Instant::now() + PATROL));
        json!({
            "capabilities": client.server(),
            "serverInfo": { "name": "sayso", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    /// Answers at once if the document has been looked at since it last changed, and else when it has been.
    fn ask(&mut self, id: &RequestId, client: Client, uri: &str, ask: Ask) -> Result<Reply, Refused> {
        let document = self.documents.get_mut(uri).ok_or_else(|| not_open(uri))?;
        if document.is_lost {
            return match ask {
                Ask::Diagnostics(_) => Ok(Reply::Now(answers::lost())),
                _ => Err(Refused(ErrorCode::RequestFailed, diagnostics::LOST.to_owned())),
            };
        }
        let Some(seen) = document.seen().cloned() else {
            document.waiting.push((id.clone(), ask));
            // Somebody waits: the text need not rest.
            document.hurry(Instant::now());
            return Ok(Reply::Later);
        };
        Ok(Reply::Now(self.answer(uri, &ask, &seen, client)))
    }

    fn answer(&mut self, uri: &str, ask: &Ask, seen: &Seen, client: Client) -> Value {
        let page_of = self.pages_of(seen);
        let Some(document) = self.documents.get(uri) else { return Value::Null };
        let answer = answer(ask, seen, document, client, &page_of);
        if *ask == Ask::ShowSources {
            self.show(MessageType::INFO, answer.as_str().unwrap_or_default().trim_end());
        }
        answer
    }

    fn execute(&mut self, id: &RequestId, client: Client, params: &Params) -> Result<Reply, Refused> {
        let argument = params.text("/arguments/0").map(str::to_owned);
        match params.text("/command")? {
            SHOW_RULE => {
                let named = argument?;
                let unknown = || format!("no rule `{named}`: see `sayso rule --all`");
                let rule = rule(&named).ok_or_else(unknown)?;
                match self.page_of(rule.code).filter(|_| client.shows) {
                    Some(uri) => self.call("window/showDocument", json!({ "uri": uri, "takeFocus": true })),
                    None => self.show(MessageType::INFO, &page(rule)),
                }
                Ok(Reply::Now(Value::String(page(rule))))
            }
            SHOW_SOURCES => self.ask(id, client, &argument?, Ask::ShowSources),
            other => Err(Refused(ErrorCode::InvalidParams, format!("no command `{other}`"))),
        }
    }

    // Notifications.

    fn notified(&mut self, notification: Notification) -> Result<(), String> {
        let Notification { method, params } = notification;
        let mut params = Params(params);
        if method == TROUBLE {
            self.trouble(&params);
            return Ok(());
        }
        let Phase::Serving(client) = self.phase else {
            return Err("it came before `initialize` or after `shutdown`".to_owned());
        };
        match method.as_str() {
            "initialized" if client.watches => self.watch_settings(),
            "textDocument/didOpen" => {
                let uri: Uri = params.uri()?.parse().map_err(|_| "its `textDocument.uri` is no address".to_owned())?;
                let language = params.text("/textDocument/languageId").unwrap_or_default().to_owned();
                let version = params.version();
                self.open(Document::new(uri, language, version, params.take_text("/textDocument/text")?));
            }
            "textDocument/didChange" => self.change(&mut params, client)?,
            "textDocument/didClose" => {
                let uri = params.uri()?.to_owned();
                self.close(&uri, client);
            }
            "$/cancelRequest" => self.cancel(&params.0),
            "workspace/didChangeWorkspaceFolders" => self.change_folders(&params, client),
            // What was saved may be a configuration, or have been written together with one.
            "workspace/didChangeConfiguration" | "workspace/didChangeWatchedFiles" | "textDocument/didSave" => {
                self.check_again(client);
            }
            // Others are of no concern; an editor may send any.
            _ => {}
        }
        Ok(())
    }

    /// What the transport could not read.
    fn trouble(&mut self, params: &Params) {
        let message = params.text("/message").unwrap_or_default();
        let id = &params.0["id"];
        if let Some(code) = params.0["code"].as_i64() {
            self.send(Response::new_err(id_of(id.clone()), code as i32, message.to_owned()));
        }
        if id.is_null() {
            self.log(MessageType::ERROR, message);
        }
        let change = params.text("/change").unwrap_or_default();
        let changed: Vec<String> = self.documents.keys().filter(|uri| change.contains(uri.as_str())).cloned().collect();
        for uri in changed {
            self.lose(&uri, None);
        }
    }

    fn open(&mut self, mut document: Document) {
        document.is_now(self.next(), Instant::now(), Duration::ZERO, self.options.longest);
        let uri = document.uri.as_str().to_owned();
        if let Some(old) = self.documents.remove(&uri) {
            self.drop_document(old);
        }
        self.documents.insert(uri, document);
    }

    fn change(&mut self, params: &mut Params, client: Client) -> Result<(), String> {
        let version = params.version();
        let uri = params.uri()?.to_owned();
        let document = self.documents.get(&uri).ok_or_else(|| not_open(&uri).1)?;
        let is_late = version.zip(document.version).is_some_and(|(new, old)| new < old);
        let is_lost = document.is_lost;
        let changes = match changes(params) {
            Ok(changes) if is_late => {
                // An older text is of no use any more; a piece of one should be in all that came since.
                if !is_whole(&changes) {
                    self.lose(&uri, None);
                }
                return Err("its version is older than the last: send changes in their order".to_owned());
            }
            Ok(changes) if is_lost && !is_whole(&changes) => {
                self.lose(&uri, version);
                return Ok(());
            }
            Ok(changes) => changes,
            Err(message) => {
                self.lose(&uri, version);
                return Err(message);
            }
        };
        let Some(document) = self.documents.get_mut(&uri) else { return Ok(()) };
        for (range, text) in changes {
            document.change(range, text, client.encoding);
        }
        document.version = version.or(document.version);
        document.is_lost = false;
        // Who asked about a place asks again; what is asked about all of a document is answered for the newest text.
        let (of_a_place, waiting) =
            std::mem::take(&mut document.waiting).into_iter().partition(|(_, ask)| ask.is_of_a_place());
        document.waiting = waiting;
        let (now, is_awaited) = (Instant::now(), !document.waiting.is_empty());
        let generation = self.next();
        if let Some(document) = self.documents.get_mut(&uri) {
            document.is_now(generation, now, self.options.debounce, self.options.longest);
            if is_awaited {
                document.hurry(now);
            }
        }
        self.refuse(of_a_place, ErrorCode::ContentModified, "the text changed meanwhile: ask again");
        Ok(())
    }

    /// A change was lost: what is found in the text as it was would stand at other places, or be mended already.
    fn lose(&mut self, uri: &str, version: Option<i32>) {
        let Phase::Serving(client) = self.phase else { return };
        let generation = self.next();
        let Some(document) = self.documents.get_mut(uri) else { return };
        let was_lost = document.is_lost;
        document.lose(generation);
        document.version = version.or(document.version);
        let waiting = std::mem::take(&mut document.waiting);
        let (address, version) = (document.uri.clone(), document.version);
        self.refuse(waiting, ErrorCode::RequestFailed, diagnostics::LOST);
        if was_lost {
            return;
        }
        self.show(MessageType::ERROR, &format!("{}: {}", name(uri), diagnostics::LOST));
        if client.pulls {
            self.call("workspace/diagnostic/refresh", Value::Null);
        } else {
            self.publish(&address, vec![diagnostics::lost()], version);
        }
    }

    fn change_folders(&mut self, params: &Params, client: Client) {
        let of = |pointer| params.list(pointer).iter().filter_map(|folder| uri::path(folder["uri"].as_str()?));
        let removed: Vec<PathBuf> = of("/event/removed").collect();
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(of("/event/added"));
        self.check_again(client);
    }

    fn close(&mut self, uri: &str, client: Client) {
        let Some(document) = self.documents.remove(uri) else { return };
        if !client.pulls {
            self.publish(&document.uri, Vec::new(), None);
        }
        self.drop_document(document);
    }

    fn drop_document(&mut self, document: Document) {
        document.wanted.store(u64::MAX, Ordering::Relaxed);
        self.workers.forget(document.uri.as_str());
        self.refuse(document.waiting, ErrorCode::ContentModified, "the document was closed");
    }

    fn cancel(&mut self, params: &Value) {
        let id = id_of(params["id"].clone());
        let mut waiting = self.documents.values_mut().map(|document| &mut document.waiting);
        let place = |waiting: &Vec<(RequestId, Ask)>| waiting.iter().position(|(other, _)| *other == id);
        let found = waiting.find_map(|waiting| Some((place(waiting)?, waiting)));
        if let Some((place, waiting)) = found {
            waiting.remove(place);
            self.send(Response::new_err(id, ErrorCode::RequestCanceled as i32, "the editor cancelled it".to_owned()));
        }
    }

    fn watch_settings(&mut self) {
        // Configurations, what they stand on, packs, and the files beside drafts: all may have other names before `.toml`.
        let watchers = [json!({ "globPattern": "**/*.toml" }), json!({ "globPattern": "**/.sayso.toml" })];
        let method = "workspace/didChangeWatchedFiles";
        let registration =
            json!({ "id": "sayso-settings", "method": method, "registerOptions": { "watchers": watchers } });
        self.call("client/registerCapability", json!({ "registrations": [registration] }));
    }

    /// The settings may be others: everything is checked anew, and nothing read again.
    fn check_again(&mut self, client: Client) {
        let now = Instant::now();
        for document in self.documents.values_mut().filter(|document| !document.is_lost) {
            document.due = document.due.or(Some(now));
        }
        if client.pulls {
            self.call("workspace/diagnostic/refresh", Value::Null);
        }
    }

    // Looks.

    fn look_at_what_is_due(&mut self) {
        let Phase::Serving(client) = self.phase else { return };
        let now = Instant::now();
        for (uri, document) in &mut self.documents {
            if document.due.is_none_or(|due| due > now) || document.held.is_some() {
                continue;
            }
            self.last += 1;
            document.is_looked_at(self.last, now, self.options.longest);
            // What is asked meanwhile waits for the new look.
            let seen = document.seen.take_if(|seen| seen.generation == document.generation);
            let text = seen.as_ref().map_or_else(|| document.text.as_str().into(), |seen| Arc::clone(&seen.text));
            self.workers.look(Job {
                uri: uri.clone(),
                subject: Subject {
                    generation: document.generation,
                    look: self.last,
                    text,
                    encoding: client.encoding,
                    language: document.language.clone(),
                    path: document.path.clone(),
                    folder: self.folders.first().cloned(),
                    seen,
                },
                wanted: Arc::clone(&document.wanted),
            });
        }
    }

    fn done(&mut self, done: Done) {
        let Phase::Serving(client) = self.phase else { return };
        let Done { uri, generation, look, seen } = done;
        let Some(document) = self.documents.get_mut(&uri) else { return };
        let Some((is_newest, version)) = document.is_done(generation, look) else { return };
        // Who asks waits for the newest text.
        let waiting = if is_newest { std::mem::take(&mut document.waiting) } else { Vec::new() };
        let Some(seen) = seen else {
            let message =
                format!("reading `{uri}` failed, which is a fault of sayso: report it with a text that does it");
            self.refuse(waiting, ErrorCode::InternalError, &message);
            self.show(MessageType::ERROR, &message);
            return;
        };
        document.seen = Some(Arc::clone(&seen));
        document.trouble.clone_from(&seen.trouble);
        // Too large, not English: said once, since an editor may show no diagnostics of this kind.
        let remark = seen.remarks.first().map(|(_, message)| message.clone());
        let is_new = remark.is_some() && document.told != remark;
        document.told.clone_from(&remark);
        let address = document.uri.clone();
        if let Some(remark) = remark.filter(|_| is_new) {
            self.show(MessageType::INFO, &format!("{}: {remark}", name(&uri)));
        }
        self.tell_of(&seen.trouble);
        if !client.pulls {
            let page_of = self.pages_of(&seen);
            self.publish(&address, diagnostics::all(&seen, &address, client, &page_of), version);
        }
        for (id, ask) in waiting {
            let answer = self.answer(&uri, &ask, &seen, client);
            self.send(Response::new_ok(id, answer));
        }
    }

    /// Shows what is wrong with the settings, until it is mended.
    fn tell_of(&mut self, trouble: &[Trouble]) {
        self.told.retain(|told| self.documents.values().any(|document| document.trouble.contains(told)));
        for trouble in trouble {
            if self.told.insert(trouble.clone()) {
                let kind = if trouble.is_error { MessageType::ERROR } else { MessageType::WARNING };
                self.show(kind, &trouble.message);
            }
        }
    }

    // What is sent.

    fn publish(&self, uri: &Uri, diagnostics: Vec<lsp_types::Diagnostic>, version: Option<i32>) {
        let params = PublishDiagnosticsParams { uri: uri.clone(), diagnostics, version };
        self.notify("textDocument/publishDiagnostics", params);
    }

    fn refuse(&self, waiting: Vec<(RequestId, Ask)>, code: ErrorCode, message: &str) {
        for (id, _) in waiting {
            self.send(Response::new_err(id, code as i32, message.to_owned()));
        }
    }

    fn show(&self, kind: MessageType, message: &str) {
        self.notify("window/showMessage", json!({ "type": kind, "message": message }));
    }

    fn log(&self, kind: MessageType, message: &str) {
        self.notify("window/logMessage", json!({ "type": kind, "message": message }));
    }

    fn notify(&self, method: &str, params: impl Serialize) {
        self.send(Notification::new(method.to_owned(), params));
    }

    fn call(&mut self, method: &str, params: Value) {
        self.asked += 1;
        self.send(Request::new(RequestId::from(format!("sayso-{}", self.asked)), method.to_owned(), params));
    }

    fn send(&self, message: impl Into<Message>) {
        if self.connection.sender.send(message.into()).is_err() {
            self.is_unheard.set(true);
        }
    }

    // Rules' pages.

    /// The page of a rule, asked for once.
    fn page_of(&mut self, code: &str) -> Option<String> {
        let rule = rule(code)?;
        self.pages.entry(rule.code).or_insert_with(|| (self.options.page_of)(rule)).clone()
    }

    /// The pages of the rules that were found broken.
    fn pages_of(&mut self, seen: &Seen) -> crate::PageOf {
        if let Some(served) = seen.rule_pages.clone() {
            return Arc::new(move |rule| Some(served.page(rule.code)));
        }
        let codes: BTreeSet<&str> = seen.findings.iter().map(|finding| finding.code.as_str()).collect();
        for code in codes {
            self.page_of(code);
        }
        let pages = self.pages.clone();
        Arc::new(move |rule| pages.get(rule.code).cloned().flatten())
    }

    fn next(&mut self) -> u64 {
        self.last += 1;
        self.last
    }
}

/// What a message changes. All or none: half a change would be a text that nobody has.
fn changes(params: &mut Params) -> Result<Vec<(Option<Range>, String)>, String> {
    let Some(Value::Array(changes)) = params.0.get_mut("contentChanges").map(Value::take) else {
        return Err("parameter `contentChanges` must be a list".to_owned());
    };
    let read = |change| {
        let mut change = Params(change);
        let range = change.has("/range").then(|| change.range("/range")).transpose()?;
        Ok((range, change.take_text("/text")?))
    };
    changes.into_iter().map(read).collect()
}

/// Whether changes say all of a text, whatever it was before.
fn is_whole(changes: &[(Option<Range>, String)]) -> bool {
    changes.iter().any(|(range, _)| range.is_none())
}

fn not_open(uri: &str) -> Refused {
    Refused(ErrorCode::InvalidParams, format!("`{uri}` is not open: send `textDocument/didOpen` first"))
}

/// The last name of an address, for a message.
fn name(uri: &str) -> &str {
    uri.rsplit('/').next().unwrap_or(uri)
}
