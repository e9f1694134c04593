//! Messages over two streams.
//!
//! `lsp-server` has a transport, which ends at the first message that it cannot read and makes room for as many bytes as a header
//! claims. This one leaves out what cannot be read, says so, and goes on with the next message, also where a length was wrong: the
//! next header is looked for in what follows.

use std::io::{self, BufRead, Chain, Cursor, ErrorKind, Read, Write};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use memchr::memmem;
use serde_json::{Map, Value, json};

/// A message of more bytes is left out: the largest article has 16 MiB, which JSON may write six times as long.
const MOST_BYTES: u64 = 256 << 20;
/// A line of a header of more bytes is taken in pieces.
const MOST_OF_LINE: u64 = 8 << 10;
/// Bytes of a line's piece, or of a message, that may be the beginning of a header.
const OVERLAP: usize = 64;
/// Messages that wait for the loop before the editor must.
const WAITING: usize = 64;
/// What tells the loop of a message that could not be read. No editor sends it; if one did, it would be logged.
pub(crate) const TROUBLE: &str = "$/sayso/trouble";
/// What an id begins with that `lsp-server` has no room for; its JSON follows.
const ODD_ID: &str = "\0sayso:";

/// The writing end of a connection, to be waited for at the end.
#[derive(Debug)]
pub struct Wire {
    writer: JoinHandle<io::Result<()>>,
}

impl Wire {
    /// Waits until everything is written. The connection must be dropped before.
    pub fn finish(self) -> io::Result<()> {
        self.writer.join().unwrap_or_else(|_| Err(io::Error::other("the thread that writes to the editor failed")))
    }
}

/// A connection that reads messages from `input` and writes them to `output`, each on a thread of its own.
///
/// `input` is made on the thread that reads it, so that it may be a lock.
pub fn connect<I: BufRead>(
    input: impl FnOnce() -> I + Send + 'static,
    output: impl Write + Send + 'static,
) -> (Connection, Wire) {
    let (to_loop, receiver) = bounded(WAITING);
    // The loop never waits for an editor that does not read.
    let (sender, to_editor) = unbounded();
    thread::spawn(move || read_all(input(), &to_loop));
    let writer = thread::spawn(move || write_all(output, &to_editor));
    (Connection { sender, receiver }, Wire { writer })
}

fn write_all(mut output: impl Write, messages: &Receiver<Message>) -> io::Result<()> {
    messages.iter().try_for_each(|message| match odd_id(&message) {
        Some(id) => write_with(id, &message, &mut output),
        None => message.write(&mut output),
    })
}

fn write_with(id: Value, message: &Message, output: &mut impl Write) -> io::Result<()> {
    let mut message = serde_json::to_value(message)?;
    message["id"] = id;
    message["jsonrpc"] = "2.0".into();
    let text = message.to_string();
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}

/// An id as the loop has it. Whatever an editor sent comes back to it as it was.
pub(crate) fn id_of(value: Value) -> RequestId {
    let number = value.as_i64().and_then(|number| i32::try_from(number).ok());
    match (number, value) {
        (Some(number), _) => number.into(),
        (None, Value::String(text)) if !text.starts_with(ODD_ID) => text.into(),
        (None, value) => format!("{ODD_ID}{value}").into(),
    }
}

/// What an answer's id was before [`id_of`] wrote it out.
fn odd_id(message: &Message) -> Option<Value> {
    let Message::Response(response) = message else { return None };
    let Ok(Value::String(id)) = serde_json::to_value(&response.id) else { return None };
    serde_json::from_str(id.strip_prefix(ODD_ID)?).ok()
}

fn read_all(input: impl BufRead, to_loop: &Sender<Message>) {
    let mut frames = Frames { input, ahead: Cursor::default(), is_astray: false };
    loop {
        let message = match frames.next() {
            Read1::Message(message) => *message,
            Read1::Trouble(trouble) => trouble.message(),
            Read1::End(None) => return,
            Read1::End(Some(message)) => {
                let _ = to_loop.send(Trouble::new(message).message());
                return;
            }
        };
        let is_exit = match &message {
            Message::Notification(Notification { method, .. }) | Message::Request(Request { method, .. }) => {
                method == "exit"
            }
            Message::Response(_) => false,
        };
        if to_loop.send(message).is_err() || is_exit {
            return;
        }
    }
}

/// What came of looking for one message.
enum Read1 {
    Message(Box<Message>),
    Trouble(Trouble),
    /// No more will come, in the middle of a message where there is something to say.
    End(Option<String>),
}

/// A message that could not be read.
#[derive(Default)]
struct Trouble {
    /// What happened, and what to do.
    message: String,
    /// The error that answers it, and the id of the request that it was where that can be told; none where it was no message.
    answer: Option<(ErrorCode, Value)>,
    /// Its bytes where they speak of a change, which is lost.
    change: Option<String>,
}

impl Trouble {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    fn of_message(code: ErrorCode, id: Value, message: impl Into<String>) -> Self {
        Self { message: message.into(), answer: Some((code, id)), change: None }
    }

    fn losing(self, body: &[u8]) -> Self {
        let is_change = memmem::find(body, b"textDocument/didChange").is_some();
        Self { change: is_change.then(|| String::from_utf8_lossy(body).into_owned()), ..self }
    }

    fn message(self) -> Message {
        let (code, id) = self.answer.map(|(code, id)| (code as i32, id)).unzip();
        let params = json!({ "message": self.message, "code": code, "id": id, "change": self.change });
        Message::Notification(Notification { method: TROUBLE.to_owned(), params })
    }
}

/// Messages one after the other, out of bytes.
struct Frames<I> {
    input: I,
    /// What was read beyond a message's end.
    ahead: Cursor<Vec<u8>>,
    /// Whether what follows the last message is no header: said once.
    is_astray: bool,
}

impl<I: BufRead> Frames<I> {
    fn next(&mut self) -> Read1 {
        let length = loop {
            match self.header() {
                Ok(Some(length)) => break length,
                Ok(None) if self.is_astray => {}
                Ok(None) => {
                    self.is_astray = true;
                    return Read1::Trouble(Trouble::new(
                        "a message without a `Content-Length` that is a number is left out: send one before each message",
                    ));
                }
                Err(ended) => return ended,
            }
        };
        if length > MOST_BYTES {
            self.is_astray = true;
            let most = MOST_BYTES >> 20;
            return Read1::Trouble(Trouble::new(format!(
                "a message of more than {most} MB is left out: close the document and open it anew"
            )));
        }
        match self.body(length) {
            Some(body) => self.parsed(&body),
            None => truncated(),
        }
    }

    fn stream(&mut self) -> Chain<&mut Cursor<Vec<u8>>, &mut I> {
        (&mut self.ahead).chain(&mut self.input)
    }

    /// Has bytes read again.
    fn put_back(&mut self, mut bytes: Vec<u8>) {
        let rest = &self.ahead.get_ref()[self.ahead.position() as usize..];
        bytes.extend_from_slice(rest);
        self.ahead = Cursor::new(bytes);
    }

    /// The length that a header gives; none where it gives none. The header's end is found all the same.
    fn header(&mut self) -> Result<Option<u64>, Read1> {
        let mut length = None;
        let (mut is_empty, mut is_clean) = (true, false);
        let mut line = Vec::new();
        loop {
            // A piece without an end may end in the name that is looked for.
            let kept = if line.ends_with(b"\n") { 0 } else { line.len().min(OVERLAP) };
            line.drain(..line.len() - kept);
            match self.stream().take(MOST_OF_LINE).read_until(b'\n', &mut line) {
                Ok(0) if is_empty => return Err(Read1::End(None)),
                Err(_) | Ok(0) => return Err(truncated()),
                Ok(_) => {}
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_ascii();
            if text.is_empty() && !is_empty {
                self.is_astray &= !is_clean;
                return Ok(length);
            }
            is_empty &= text.is_empty();
            if let Some((before, said)) = length_in(text) {
                is_clean = before.is_empty();
                length = said;
            }
        }
    }

    /// A message's bytes; none where they end before. No JSON holds a header, since its texts hold no line's end: what begins with
    /// one is the next message, and the length was wrong.
    fn body(&mut self, length: u64) -> Option<Vec<u8>> {
        let mut body = Vec::new();
        while (body.len() as u64) < length {
            let seen = body.len();
            let left = usize::try_from(length - seen as u64).unwrap_or(usize::MAX);
            let mut stream = self.stream();
            let taken = match stream.fill_buf() {
                Ok(bytes) => {
                    let taken = bytes.len().min(left);
                    body.extend_from_slice(&bytes[..taken]);
                    taken
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => return None,
            };
            if taken == 0 {
                return None;
            }
            stream.consume(taken);
            if let Some(at) = next_header(&body, seen.saturating_sub(OVERLAP)) {
                let next = body.split_off(at);
                self.put_back(next);
                break;
            }
        }
        Some(body)
    }

    fn parsed(&mut self, body: &[u8]) -> Read1 {
        let error = match serde_json::from_slice(body) {
            Ok(value) => return message(value),
            Err(error) => error,
        };
        if let Some(value) = mended(body) {
            return message(value);
        }
        let mut values = serde_json::Deserializer::from_slice(body).into_iter();
        if let Some(Ok(value)) = values.next() {
            // The length is too great by some bytes of the next header.
            self.put_back(body[values.byte_offset()..].to_vec());
            return message(value);
        }
        let told = format!("a message is left out, since its JSON cannot be read: {error}");
        self.is_astray = true;
        Read1::Trouble(Trouble::of_message(ErrorCode::ParseError, Value::Null, told).losing(body))
    }
}

/// What a line says after its last `Content-Length`, if it has one: what stands before it, and the number if it is one.
fn length_in(line: &str) -> Option<(&str, Option<u64>)> {
    const NAME: &str = "content-length";
    let at = line.to_ascii_lowercase().rfind(NAME)?;
    let said = line[at + NAME.len()..].trim_ascii_start().strip_prefix(':')?.trim_ascii();
    let is_number = !said.is_empty() && said.bytes().all(|byte| byte.is_ascii_digit());
    // What is too great for a number is too great for a message.
    Some((&line[..at], is_number.then(|| said.parse().unwrap_or(u64::MAX))))
}

/// Where another message's header begins in what should be one message, looked for from a byte on.
fn next_header(body: &[u8], from: usize) -> Option<usize> {
    const NAME: &[u8] = b"Content-Length: ";
    memmem::find_iter(&body[from..], NAME).map(|at| from + at).find(|at| {
        let said = &body[at + NAME.len()..];
        let digits = said.iter().take_while(|byte| byte.is_ascii_digit()).count();
        digits > 0 && said[digits..].starts_with(b"\r\n")
    })
}

/// The JSON of a message in which halves of a character stand alone, as JavaScript writes them: each is U+FFFD, which is as long.
fn mended(body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).ok()?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match (unit(rest), unit(rest.get(6..).unwrap_or_default())) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                out.push('\u{FFFD}');
                rest = &rest[6..];
                continue;
            }
            (Some(_), _) => 6,
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out.push_str(rest);
    serde_json::from_str(&out).ok()
}

/// The number of `\u0000` at a text's beginning.
fn unit(text: &str) -> Option<u32> {
    let hex = text.strip_prefix("\\u")?.get(..4).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(hex, 16).ok()
}

fn message(value: Value) -> Read1 {
    let invalid = |id, message: &str| Read1::Trouble(Trouble::of_message(ErrorCode::InvalidRequest, id, message));
    let mut fields = match value {
        Value::Object(fields) => fields,
        Value::Array(_) => {
            let message = "a batch of messages is left out: send each by itself, with a `Content-Length` of its own";
            return invalid(Value::Null, message);
        }
        _ => Map::new(),
    };
    let mut take = |name: &str| fields.remove(name);
    let (id, method, params) = (take("id"), take("method"), take("params").unwrap_or_default());
    let message = match (method, id) {
        (Some(Value::String(method)), None) => Notification { method, params }.into(),
        // Some write an id into each message.
        (Some(Value::String(method)), Some(Value::Null)) if is_notification(&method) => {
            Notification { method, params }.into()
        }
        (Some(Value::String(method)), Some(id @ (Value::Null | Value::Number(_) | Value::String(_)))) => {
            Request { id: id_of(id), method, params }.into()
        }
        (Some(Value::String(method)), Some(_)) => {
            return invalid(
                Value::Null,
                &format!("`{method}` is left out, since its `id` is no number and no text: send one that is"),
            );
        }
        (None, Some(id)) if fields.contains_key("result") || fields.contains_key("error") => {
            // Nothing depends on what an editor answers.
            Response::new_ok(id_of(id), Value::Null).into()
        }
        (_, id) => {
            let message = "a message is no request, response or notification: it needs a `method`";
            return invalid(id.filter(|id| id.is_number() || id.is_string()).unwrap_or_default(), message);
        }
    };
    Read1::Message(Box::new(message))
}

fn is_notification(method: &str) -> bool {
    matches!(method, "initialized" | "exit") || method.contains("/did") || method.starts_with("$/")
}

fn truncated() -> Read1 {
    Read1::End(Some("the messages end in the middle of one: start the server again".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the loop gets of some bytes: methods of messages, and what could not be read in square brackets.
    fn check(bytes: &str, expect: &[&str]) {
        let (sender, receiver) = unbounded();
        read_all(bytes.as_bytes(), &sender);
        drop(sender);
        let shown: Vec<String> = receiver
            .iter()
            .map(|message| match message {
                Message::Request(request) => request.method,
                Message::Notification(n) if n.method == TROUBLE => {
                    format!("[{}{}]", n.params["id"], n.params["message"].as_str().unwrap().split(' ').next().unwrap())
                }
                Message::Notification(notification) => notification.method,
                Message::Response(_) => "response".to_owned(),
            })
            .collect();
        assert_eq!(shown, expect, "{bytes:?}");
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_the_next_is_taken() {
        let good = framed(r#"{"jsonrpc":"2.0","method":"good"}"#);
        for (bad, expect) in [
            (framed("{"), "[nulla]"),
            (framed(""), "[nulla]"),
            (framed("\u{feff}é"), "[nulla]"),
            (framed(r#"{"id":7}"#), "[7a]"),
            (framed("[]"), "[nulla]"),
            (framed(&"[".repeat(100_000)), "[nulla]"),
            ("no header at all\r\n\r\n".to_owned(), "[nulla]"),
            ("Content-Length: many\r\n\r\n".to_owned(), "[nulla]"),
            ("Content-Length: -1\r\n\r\n".to_owned(), "[nulla]"),
            (format!("{}\r\n\r\n", "x".repeat(50_000)), "[nulla]"),
            (framed(r#"[{"id":1,"method":"m"}]"#), "[nulla]"),
            (framed(r#"{"id":[1],"method":"m"}"#), "[null`m`]"),
            (framed("42"), "[nulla]"),
        ] {
            check(&format!("{good}{bad}{good}"), &["good", expect, "good"]);
        }
    }

    #[test]
    fn headers_may_be_written_in_several_ways() {
        let body = r#"{"jsonrpc":"2.0","id":1,"method":"m"}"#;
        let length = body.len();
        for header in [
            format!("content-length:{length}\n\n"),
            format!("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length:  {length}\r\n\r\n"),
            format!("\r\nContent-Length: {length}\r\n\r\n"),
        ] {
            check(&format!("{header}{body}"), &["m"]);
        }
    }

    #[test]
    fn an_end_inside_a_message_is_told() {
        for bytes in ["Content-Le", "Content-Length: 10\r\n", "Content-Length: 10\r\n\r\n{}"] {
            check(bytes, &["[nullthe]"]);
        }
        check("Content-Length: 99999999999999\r\n\r\n{}", &["[nulla]", "[nullthe]"]);
        check("", &[]);
        check(&framed(r#"{"method":"exit"}"#).repeat(2), &["exit"]);
    }

    #[test]
    fn a_wrong_length_costs_one_message_at_most() {
        let body = r#"{"jsonrpc":"2.0","method":"bad"}"#;
        let good = framed(r#"{"jsonrpc":"2.0","method":"good"}"#);
        let length = body.len() as i64;
        for (by, expect) in [
            (-1, "[nulla]"),
            (-20, "[nulla]"),
            (1, "bad"),
            (15, "bad"),
            (20, "bad"),
            (21, "bad"),
            (60, "bad"),
            (1_000, "bad"),
            (100_000_000, "bad"),
            (4_000_000_000, "[nulla]"),
            (i64::MAX - length, "[nulla]"),
        ] {
            let bad = format!("Content-Length: {}\r\n\r\n{body}", length + by);
            check(&format!("{good}{bad}{good}{good}"), &["good", expect, "good", "good"]);
        }
        let bad = format!("Content-Length: {}\r\n\r\n{}", u128::MAX, "x".repeat(MOST_OF_LINE as usize - 5));
        check(&format!("{bad}{good}"), &["[nulla]", "good"]);
    }

    #[test]
    fn any_number_is_an_id_that_comes_back() {
        for id in ["1", "-1", "2147483648", "1.5", "\"a\"", "\"\\u0000sayso:1\"", "null"] {
            let id: Value = serde_json::from_str(id).unwrap();
            let (sender, messages) = unbounded();
            sender.send(Response::new_ok(id_of(id.clone()), 7).into()).unwrap();
            drop(sender);
            let mut written = Vec::new();
            write_all(&mut written, &messages).unwrap();
            let written = String::from_utf8(written).unwrap();
            let (header, body) = written.split_once("\r\n\r\n").unwrap();
            assert_eq!(header, format!("Content-Length: {}", body.len()));
            let expect = json!({ "jsonrpc": "2.0", "id": id, "result": 7 });
            assert_eq!(serde_json::from_str::<Value>(body).unwrap(), expect);
        }
        check(&framed(r#"{"id":null,"method":"textDocument/didOpen"}"#), &["textDocument/didOpen"]);
        check(&framed(r#"{"id":4294967296,"method":"m"}"#), &["m"]);
    }

    #[test]
    fn half_a_character_is_one_that_stands_for_any() {
        for (json, expect) in [
            (r#"{"a":"\ud83d x"}"#, "\u{fffd} x"),
            (r#"{"a":"\uDE00\ud83d\uDE00\ud83d"}"#, "\u{fffd}😀\u{fffd}"),
            (r#"{"a":"\\ud83d \" \ud83d\n"}"#, "\\ud83d \" \u{fffd}\n"),
        ] {
            assert_eq!(mended(json.as_bytes()), Some(json!({ "a": expect })), "{json}");
        }
        for json in ["\\", "\"\\ud8", "{\"a\":\"\\é", ""] {
            assert_eq!(mended(json.as_bytes()), None, "{json}");
        }
    }
}
