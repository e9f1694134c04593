//! Texts that no newsroom writes: read in linear time, without a panic, and what is good in them is still found.

use std::fmt::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use sayso_article::{Article, Format, read};
use sayso_reading::{Reader, Reading};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn reading_of(text: &str) -> Reading {
    READER.read(article(text))
}

fn article(text: &str) -> Article {
    read(text.as_bytes(), Format::Text, None)
}

/// A sentence that any reader finds, put before or behind what is bad.
const GOOD: &str = "“The bridge will stay shut until June,” said Ada Orr, the mayor.";

/// How many of something are many: the encoder reads a thousand words a second in a build without optimisation.
const fn many(count: usize) -> usize {
    if cfg!(debug_assertions) { count / 20 } else { count }
}

/// Reads a text; `expect` are the sources that are found, in text order.
fn check(name: &str, text: &str, expect: &[&str]) -> Reading {
    let start = Instant::now();
    let reading = reading_of(text);
    // A hang takes hours; this much is left for a slow machine that has other work.
    assert!(start.elapsed() < Duration::from_mins(5), "{name} took {:?}", start.elapsed());
    assert_eq!(sources(&reading), expect, "{name}");
    reading
}

fn sources(reading: &Reading) -> Vec<&str> {
    reading
        .attributions
        .iter()
        .flat_map(|a| &a.source)
        .map(|s| s.of(&reading.article.text).trim_end_matches('.'))
        .collect()
}

#[test]
fn nothing_to_read() {
    for text in ["", " \n\t\r\n ", "“", "”\n“\n\"", "—", "\u{301}", "\u{feff}", ".", "said", ":"] {
        assert_eq!(reading_of(text).attributions, [], "{text:?}");
    }
}

#[test]
fn three_megabytes_in_one_word() {
    check("3 MB in one word", &format!("{}\n\n{GOOD}", "a".repeat(3 << 20)), &["Ada Orr, the mayor"]);
    check("3 MB of one accent", &format!("{GOOD}\n\n{}", "é".repeat(3 << 19)), &["Ada Orr, the mayor"]);
}

#[test]
fn many_quotation_marks() {
    // What a hundred thousand marks quote, nobody can say; what stands in other paragraphs keeps its source.
    for mark in ["\"", "“", "' "] {
        let reading =
            check(mark, &format!("{GOOD}\n\n{}\n\n{GOOD}", mark.repeat(many(100_000))), &["Ada Orr, the mayor"; 2]);
        assert!(reading.notes.len() < 40, "notes stay few: {}", reading.notes.len());
    }
    check(
        "paragraphs of one mark",
        &format!("{GOOD}\n\n{}{GOOD}", "“\n\n".repeat(many(30_000))),
        &["Ada Orr, the mayor"; 2],
    );
}

#[test]
fn five_thousand_combining_marks_on_one_letter() {
    let name = format!("Zoe{} Orr", "\u{308}".repeat(5000));
    let text = format!("{GOOD}\n\nThe mayor of Esk, {name}, did not.\n\n{GOOD}");
    let reading = reading_of(&text);
    let found = sources(&reading);
    assert!(
        found.len() >= 2 && found[0] == "Ada Orr, the mayor" && found.last() == Some(&"Ada Orr, the mayor"),
        "{found:?}"
    );
}

#[test]
fn line_ends_and_controls() {
    let lines = ["The mayor spoke on Monday.", GOOD, "It rained.", GOOD];
    for (name, end) in [("LF", "\n\n"), ("CRLF", "\r\n\r\n"), ("CR", "\r\r")] {
        check(name, &lines.join(end), &["Ada Orr, the mayor"; 2]);
    }
    let bidi =
        "\u{202b}It rained on Sunday.\u{202c}\n\n\u{2066}“The bridge will stay shut,” said Ada Orr, the mayor.\u{2069}";
    check("bidirectional controls", bidi, &["Ada Orr, the mayor"]);
    let zero = GOOD.replace("said", "said\u{200b}");
    check("zero-width space", &format!("It rained on Sunday.\n\n{zero}"), &["Ada Orr, the mayor"]);
}

#[test]
fn one_paragraph_of_twenty_thousand_words() {
    let mut text = String::new();
    let days = many(1400);
    for day in 1..=days {
        write!(text, "On day {day} the mayor said that the bridge would stay shut for a while. ").expect("a string");
    }
    let reading = reading_of(&text);
    assert_eq!(reading.article.parts.len(), 1);
    let found = sources(&reading).iter().filter(|s| **s == "the mayor").count();
    // A window ends where it must, so a few sentences are cut in two.
    assert!(found > days * 9 / 10, "{found} of {days}");
}

#[test]
fn other_languages_are_noted_and_get_no_attributions() {
    for (name, text) in [
        (
            "French",
            "« Le pont restera fermé jusqu’en juin », a déclaré lundi le maire de Harvique, qui a précisé que la région \
            paierait les travaux. Le ministère n’a pas répondu aux questions du journal, selon lequel rien n’est prévu.",
        ),
        (
            "German",
            "„Die Brücke bleibt bis Juni gesperrt“, sagte der Bürgermeister am Montag. Das Land werde die Arbeiten \
            bezahlen, hieß es aus dem Ministerium, das sich zunächst nicht weiter äußern wollte.",
        ),
        (
            "Spanish",
            "«El puente seguirá cerrado hasta junio», dijo el lunes la alcaldesa de Harvique, y añadió que la región \
            pagaría las obras. El ministerio no quiso hacer declaraciones a este periódico sobre los plazos.",
        ),
        (
            "Russian",
            "«Мост останется закрытым до июня», — заявил в понедельник мэр города, сославшись на инженеров области.",
        ),
        ("Arabic", "قال رئيس البلدية يوم الاثنين إن الجسر سيبقى مغلقا حتى يونيو، وإن المنطقة ستدفع تكاليف الأشغال كلها."),
        (
            "Chinese",
            "市长星期一说：“这座桥在六月之前不会开放。”他补充说，费用将由省政府承担，工程师们已经检查了所有的桥墩。",
        ),
    ] {
        let reading = check(name, text, &[]);
        assert_eq!(reading.attributions, [], "{name}");
        assert!(reading.notes.iter().any(|note| note.code == "not-english"), "{name}: {:?}", reading.notes);
    }
    let reading =
        check("English", &format!("{GOOD} It rained on Sunday, and the river rose."), &["Ada Orr, the mayor"]);
    assert!(reading.notes.is_empty(), "{:?}", reading.notes);
}

#[test]
fn thousands_of_denials() {
    let denials = format!("{GOOD} {}", "The clerk denied the claim in a statement. ".repeat(many(20_000)));
    let start = Instant::now();
    let reading = reading_of(&denials);
    assert!(start.elapsed() < Duration::from_mins(5), "took {:?}", start.elapsed());
    let stances = reading.attributions.iter().filter(|a| a.stance.is_some()).count();
    assert!(stances > many(2_000), "{stances}");
}
