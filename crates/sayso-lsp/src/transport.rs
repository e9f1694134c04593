//! Messages over two streams.
//!
//! `lsp-server` has a transport, which ends at the first message that it cannot read and makes room for as many bytes as a header
//! claims. This one leaves out what cannot be read, says so, and goes on with the next message.

use std::io::{self, BufRead, Read, Write};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use lsp_server::{Connection, Message, Notification};
use serde_json::{Value, json};

/// A message of more bytes is left out: the largest article has 16 MiB, which JSON may write six times as long.
const MOST_BYTES: u64 = 256 << 20;
/// A line of a header of more bytes is none.
const MOST_OF_LINE: u64 = 8 << 10;
/// Messages that wait for the loop before the editor must.
const WAITING: usize = 64;
/// What tells the loop of a message that could not be read. No editor sends it; if one did, it would be logged.
pub(crate) const TROUBLE: &str = "$/sayso/trouble";

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
    thread::spawn(move || read_all(&mut input(), &to_loop));
    let writer = thread::spawn(move || write_all(output, &to_editor));
    (Connection { sender, receiver }, Wire { writer })
}

fn write_all(mut output: impl Write, messages: &Receiver<Message>) -> io::Result<()> {
    messages.iter().try_for_each(|message| message.write(&mut output))
}

fn read_all(input: &mut impl BufRead, to_loop: &Sender<Message>) {
    loop {
        let message = match read(input) {
            Read1::Message(message) => *message,
            Read1::Trouble { id, message } => trouble(&id, &message),
            Read1::End(None) => return,
            Read1::End(Some(message)) => {
                let _ = to_loop.send(trouble(&Value::Null, &message));
                return;
            }
        };
        let is_exit = matches!(&message, Message::Notification(n) if n.method == "exit");
        if to_loop.send(message).is_err() || is_exit {
            return;
        }
    }
}

fn trouble(id: &Value, message: &str) -> Message {
    let params = json!({ "id": id, "message": message });
    Message::Notification(Notification { method: TROUBLE.to_owned(), params })
}

/// What came of looking for one message.
enum Read1 {
    Message(Box<Message>),
    /// A message that could not be read, the id of the request that it was where that can be told, and what to do.
    Trouble {
        id: Value,
        message: String,
    },
    /// No more will come, in the middle of a message where there is something to say.
    End(Option<String>),
}

fn read(input: &mut impl BufRead) -> Read1 {
    let length = match header(input) {
        Ok(Some(length)) => length,
        Ok(None) => {
            return unread(
                "a message without a `Content-Length` that is a number is left out: send one before each message",
            );
        }
        Err(ended) => return ended,
    };
    if length > MOST_BYTES {
        return match io::copy(&mut input.take(length), &mut io::sink()) {
            Ok(skipped) if skipped == length => {
                let most = MOST_BYTES >> 20;
                unread(format!("a message of more than {most} MB is left out: close the document and open it anew"))
            }
            _ => truncated(),
        };
    }
    let mut body = Vec::new();
    match input.take(length).read_to_end(&mut body) {
        Ok(read) if read as u64 == length => parsed(&body),
        _ => truncated(),
    }
}

/// The length that a header gives; none where it gives none. The header's end is found all the same.
fn header(input: &mut impl BufRead) -> Result<Option<u64>, Read1> {
    let mut length = None;
    let mut is_empty = true;
    loop {
        let mut line = Vec::new();
        match input.by_ref().take(MOST_OF_LINE).read_until(b'\n', &mut line) {
            Ok(0) if is_empty => return Err(Read1::End(None)),
            Err(_) | Ok(0) => return Err(truncated()),
            Ok(_) => {}
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_ascii();
        if line.is_empty() && !is_empty {
            return Ok(length);
        }
        is_empty &= line.is_empty();
        if let Some((name, value)) = line.split_once(':')
            && name.trim_ascii().eq_ignore_ascii_case("content-length")
        {
            length = value.trim_ascii().parse().ok();
        }
    }
}

fn parsed(body: &[u8]) -> Read1 {
    let error = match serde_json::from_slice(body) {
        Ok(message) => return Read1::Message(Box::new(message)),
        Err(error) => error,
    };
    match serde_json::from_slice::<Value>(body) {
        Ok(value) => Read1::Trouble {
            id: value.get("id").cloned().unwrap_or_default(),
            message: "a message is no request, response or notification: it needs a `method`".to_owned(),
        },
        Err(_) => unread(format!("a message is left out, since its JSON cannot be read: {error}")),
    }
}

fn unread(message: impl Into<String>) -> Read1 {
    Read1::Trouble { id: Value::Null, message: message.into() }
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
        read_all(&mut bytes.as_bytes(), &sender);
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
        for bytes in [
            "Content-Le",
            "Content-Length: 10\r\n",
            "Content-Length: 10\r\n\r\n{}",
            "Content-Length: 99999999999999\r\n\r\n{}",
        ] {
            check(bytes, &["[nullthe]"]);
        }
        check("", &[]);
        check(&framed(r#"{"method":"exit"}"#).repeat(2), &["exit"]);
    }
}
