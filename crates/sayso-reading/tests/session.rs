//! A session gives the readings that a reader without one gives, whatever was read in it before.

use std::sync::atomic::{AtomicUsize, Ordering};

use sayso_article::Format;
use sayso_reading::{Reader, Session};

const PARAGRAPH: &str = "The bridge at Harwick will stay closed until spring, the county’s engineer, Orla Finch, said on \
    Monday. “Nobody should cross it,” she said, adding that two officials had told her that the piers were sound.\n\n";

fn article(text: &str) -> sayso_article::Article {
    sayso_article::read(text.as_bytes(), Format::Text, None)
}

#[test]
fn what_a_session_knows_changes_no_reading() {
    let reader = Reader::new();
    let session = Session::new(|| true);
    let first = PARAGRAPH.repeat(12);
    let changed = first.replacen("spring", "the end of May", 1);
    let moved = format!("Bridge stays shut\n\n{changed}");
    for text in [&first, &changed, &moved, &String::new(), &first] {
        assert_eq!(reader.read_again(article(text), &session), Some(reader.read(article(text))));
    }
}

#[test]
fn a_reading_that_nobody_waits_for_ends() {
    let reader = Reader::new();
    let asked = AtomicUsize::new(0);
    let session = Session::new(|| asked.fetch_add(1, Ordering::Relaxed) < 3);
    assert_eq!(reader.read_again(article(&PARAGRAPH.repeat(200)), &session), None);
}
