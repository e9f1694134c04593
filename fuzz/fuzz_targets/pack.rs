//! Any text as a house's pack: what is wrong with it is told in lines, and what is left of it is looked for in a short reading.

#![no_main]

use std::sync::{Arc, OnceLock};

use libfuzzer_sys::fuzz_target;
use sayso_article::Format;
use sayso_check::config::{Config, Text};
use sayso_check::pack::parse;
use sayso_check::{PackSettings, RULES, Settings, check};
use sayso_reading::{Reader, Reading};

/// Something of each kind that a pack's rules can be asked of.
const ARTICLE: &str = "# Bridge stays shut, council says\n\n\
    HARWICK, May 3 — The bridge will stay closed until spring, officials said on Monday. “Nobody *should* cross it,” Orla \
    Finch, the mayor, told the Harwick Courier.\n\n\
    At least 12 people were hurt in the collapse, according to a report by the roads office. A person familiar with it, who \
    was not authorised to speak, said the count was “too low”. The builder, Tarn & Sons, did not respond.\n";

static READING: OnceLock<Reading> = OnceLock::new();

fuzz_target!(|text: &str| {
    let (pack, problems) = parse(Text { text, name: "pack.toml", folder: "", is_file: true, output_formats: &[] });
    for problem in &problems {
        assert!(!problem.message.is_empty() && !problem.message.contains('\n'), "{problem:?}");
    }
    let article = || sayso_article::read(ARTICLE.as_bytes(), Format::Markdown, None);
    let reading = READING.get_or_init(|| Reader::new().read(article()));
    // One rule of the program's own and all of the pack.
    let held = PackSettings::of(Arc::new(pack));
    let settings = Settings { packs: vec![held.clone()], ..Settings::only(RULES[0]) };
    for finding in check(reading, &settings, &[]) {
        let span = finding.span;
        assert!(reading.article.text.get(span.start..span.end).is_some(), "{finding:?}");
        assert!(!finding.message.contains('\n') && !finding.help.contains('\n'), "{finding:?}");
    }
    Config { layers: vec![held.pack.settings.clone()] }.resolve(Some("/news/a.md"));
});
