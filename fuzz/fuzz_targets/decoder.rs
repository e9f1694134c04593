//! Any bytes as a short text, read whole: attributions, sources, chains, figures, dates, of which holds what holds for the
//! reading of any text.

#![no_main]

#[path = "../../crates/sayso-reading/tests/invariants/mod.rs"]
mod invariants;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use sayso_article::Format;
use sayso_reading::Reader;

/// Two windows at most, or the encoder takes all the time.
const MOST_BYTES: usize = 1500;

static READER: OnceLock<Reader> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    let mut article = sayso_article::read(&bytes[..bytes.len().min(MOST_BYTES)], Format::Text, None);
    // Hardly any of what comes here is English, and nothing else is given to the tagger.
    article.language = None;
    // Without a day there are no dates, and without an outlet no chain begins with a source.
    article.published = Some("2023-11-09".to_owned());
    article.outlet = Some("Courier".to_owned());
    invariants::check(&READER.get_or_init(Reader::new).read(article));
});
