//! How long a writer waits. Not measured to a bound here, which a busy machine could miss:
//!
//!     cargo test --release -p sayso-lsp speed -- --ignored --nocapture

use std::fmt::Write;
use std::time::Instant;

use serde_json::json;

use crate::client::Client;

/// A draft of 1,000 words, in the manner of a report: no paragraph is another's twin.
fn draft() -> String {
    const NAMES: [&str; 8] = ["Finch", "Okoro", "Tallow", "Rusk", "Krail", "Voss", "Dunmore", "Oake"];
    const PLACES: [&str; 5] = ["Harwick", "Kesterby", "Hollin", "Ostrey", "Weir Street"];
    let mut text = "# Bridge stays shut until spring, engineers say\n\n".to_owned();
    for number in 0.. {
        let (name, place) = (NAMES[number % 8], PLACES[number % 5]);
        let _ = write!(
            text,
            "The bridge at {place} will stay closed for {} more weeks, the county’s engineer, Orla {name}, said on Monday. “Nobody \
             should cross it before we have looked at pier {number},” she told reporters. Two officials, who asked not to be \
             named because the inquiry is open, said the council had been told {} days before the collapse, and that a \
             report by the roads office put the cost at {} million marks. {name} denied that.\n\n",
            number + 2,
            number * 3 + 4,
            number + 7,
        );
        if text.split_whitespace().count() >= 1_000 {
            return text;
        }
    }
    text
}

#[test]
#[ignore = "a measure, to be read by whoever runs it"]
#[expect(clippy::print_stdout, reason = "what was measured is to be read")]
fn a_change_is_answered_within() {
    let text = draft();
    let lines = text.lines().count() as u32;
    let mut client = Client::new();
    client.open("A text to warm up with, officials said.");
    let started = Instant::now();
    client.replace(2, &text);
    client.published_of(2);
    let whole = started.elapsed();
    let mut took = Vec::new();
    for number in 0..40_u32 {
        // A word is written in one paragraph after another.
        let version = number as i32 + 3;
        let at = json!({ "line": (number * 2 + 2) % lines / 2 * 2, "character": 4 });
        let started = Instant::now();
        client.change(version, &json!([{ "range": { "start": at, "end": at }, "text": "old " }]));
        client.published_of(version);
        took.push(started.elapsed());
    }
    took.sort();
    let words = text.split_whitespace().count();
    let (median, most) = (took[took.len() / 2], took[took.len() - 1]);
    println!("{words} words: opened {whole:.0?}, changed {median:.0?} (median of {}, at most {most:.0?})", took.len());
    client.end();
}
