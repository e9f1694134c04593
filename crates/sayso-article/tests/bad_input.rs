//! Every bad input that concerns the article: what is noted, what is lost, how much is read nevertheless.

use std::time::{Duration, Instant};

use sayso_article::{Article, Format, MAX_ARTICLE_BYTES, Part, read};

/// What must come of an input.
struct Expect {
    /// The notes' codes.
    codes: &'static [&'static str],
    /// Whether the exit status says that something was lost.
    lost: bool,
    /// Whether there is any text.
    text: bool,
}

const FINE: Expect = Expect { codes: &[], lost: false, text: true };

fn lost(codes: &'static [&'static str], text: bool) -> Expect {
    Expect { codes, lost: true, text }
}

fn check(name: &str, bytes: &[u8], format: Format, expect: &Expect) -> Article {
    let start = Instant::now();
    let article = read(bytes, format, Some(name));
    // A hang takes minutes; this much is left for a slow machine and a build without optimisation.
    assert!(start.elapsed() < Duration::from_mins(1), "{name} took {:?}", start.elapsed());
    let codes: Vec<_> = article.notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, expect.codes, "{name}: {:?}", article.notes);
    assert_eq!(article.notes.iter().any(|note| note.lost), expect.lost, "{name}");
    assert_eq!(!article.text.is_empty(), expect.text, "{name}");
    assert_eq!(article.path.as_deref(), Some(name));
    for note in &article.notes {
        assert!(!note.message.ends_with('.') && !note.message.contains('\n'), "{name}: {}", note.message);
        assert!(note.message.contains(": "), "{name} says what to do: {}", note.message);
    }
    article
}

#[test]
fn nothing_and_binary_data() {
    let random: Vec<u8> = (0u32..5000).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for format in [Format::Text, Format::Markdown, Format::Html] {
        check("empty", b"", format, &lost(&["empty"], false));
        check("white", b" \r\n\t ", format, &lost(&["empty"], false));
        check("nul", &[0; 5000], format, &lost(&["not-text"], false));
        check("random", &random, format, &lost(&["not-text"], false));
        check("pdf", b"%PDF-1.4\n1 0 obj", format, &lost(&["not-text"], false));
        check("zip", b"PK\x03\x04\x14\0", format, &lost(&["not-text"], false));
        check("large", &vec![b'a'; MAX_ARTICLE_BYTES + 1], format, &lost(&["too-large"], false));
    }
    check("empty.jsonl", b"", Format::JsonLines, &lost(&["json-line"], false));
}

#[test]
fn plain_texts_of_one_kind() {
    let text = |name: &str, text: &str| {
        let article = check(name, text.as_bytes(), Format::Text, &FINE);
        assert_eq!(article.text, text, "{name} is not changed");
        article
    };
    let letters = format!("The mayor said no. a{} was the answer.", "\u{301}".repeat(5000));
    assert_eq!(text("5,000 combining marks", &letters).parts.len(), 1);
    let bidi = "The mayor said \u{202e}on\u{202c} to the\u{200f} plan.\u{ad}\u{a0}";
    assert_eq!(text("bidirectional controls", bidi).parts[0].span.of(bidi), bidi.trim_end());
    assert_eq!(text("3 MB in one word", &"a".repeat(3 << 20)).parts.len(), 1);
    assert_eq!(text("100,000 quotation marks", &"\"".repeat(100_000)).parts[0].part, Part::Body);
    assert_eq!(text("100,000 lines", &"“\n".repeat(100_000)).parts.len(), 100_000);
    assert_eq!(text("15 MB in one line", &"He said no. ".repeat(1_300_000)).parts.len(), 1);
    assert_eq!(text("blank lines", &format!("He said no.{}She said yes.", "\r\n".repeat(500_000))).parts.len(), 2);
    let crlf = "Bridge over the Esk shut\r\n\r\nThe bridge is shut, the mayor said on Monday.\r\n\r\nIt will be for weeks.\r\n";
    let parts: Vec<_> = text("CRLF", crlf).parts.iter().map(|part| part.part.name()).collect();
    assert_eq!(parts, ["headline", "body", "body"]);
    let nul = "The mayor\0 said no to it.";
    let noted = Expect { codes: &["nul"], lost: false, text: true };
    assert_eq!(check("NUL", nul.as_bytes(), Format::Text, &noted).text, nul);
}

#[test]
fn encodings() {
    let text = "“No,” the mayor’s aide said — twice.";
    let wide = |unit: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        format!("{mark}{text}").encode_utf16().flat_map(unit).collect()
    };
    for (name, bytes) in [
        ("UTF-16LE", wide(u16::to_le_bytes, "")),
        ("UTF-16BE", wide(u16::to_be_bytes, "")),
        ("UTF-16LE, marked", wide(u16::to_le_bytes, "\u{feff}")),
        ("UTF-16BE, marked", wide(u16::to_be_bytes, "\u{feff}")),
        ("cp1252", b"\x93No,\x94 the mayor\x92s aide said \x97 twice.".to_vec()),
    ] {
        assert_eq!(check(name, &bytes, Format::Text, &FINE).text, text, "{name}");
    }
    let marked = check("UTF-8, marked", format!("\u{feff}{text}").as_bytes(), Format::Text, &FINE);
    assert_eq!((marked.text.chars().next(), marked.parts[0].span.start), (Some('\u{feff}'), 3));
    let cut = check("cut off", &text.as_bytes()[..text.len() - 8], Format::Text, &lost(&["undecodable"], true));
    assert!(cut.notes[0].message.contains("`UTF-8` at byte"), "{}", cut.notes[0].message);
}

fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

#[test]
fn tangled_pages() {
    let words = "The mayor said no to the plan, and the clerk said yes.";
    let pages = [
        ("200,000 nested tags", format!("{}{words}{}", "<div>".repeat(200_000), "</div>".repeat(200_000))),
        ("nested and left open", format!("{}{words}", "<b><i>".repeat(100_000))),
        ("nested in a drawing", format!("<svg>{}</svg>{words}", "<li>".repeat(100_000))),
        ("opened again and again", format!("{words}{}", each(60_000, |n| format!("<b id={n}><p>")))),
        ("attributes", format!("<a {}>{words}</a>", each(100_000, |n| format!("a{n}=1 ")))),
        ("references", format!("{words}{}", "&".repeat(500_000))),
        ("deep and wide", format!("{}{}", "<div>".repeat(250), format!("<p>{words}</p>").repeat(20_000))),
        ("angles", format!("{words}{}", "<".repeat(500_000))),
    ];
    for (name, page) in &pages {
        let article = check(name, page.as_bytes(), Format::Html, &lost(&["tangled-page"], true));
        assert!(article.text.contains(words), "{name}");
    }
}

#[test]
fn pages_that_are_odd() {
    let noted = lost(&["no-article"], true);
    check("links only", b"<ul><li><a href=1>Home</a><li><a href=2>News</a></ul>", Format::Html, &noted);
    let nothing = check(
        "scripts only",
        b"<script>alert(1)</script><style>p{}</style>",
        Format::Html,
        &lost(&["no-article"], false),
    );
    assert!(nothing.parts.is_empty());
    check("open comment", b"<!--".repeat(200_000).as_slice(), Format::Html, &lost(&["no-article"], false));
    check("open scripts", "<script>".repeat(200_000).as_bytes(), Format::Html, &lost(&["no-article"], false));
    check("no page", b"The mayor said no to the plan.", Format::Html, &FINE);
    let page = "<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1>\
        <p>The bridge over the Esk is shut, the county said on Monday.</p><p>It will stay so until June, said To";
    for length in (2..=page.len()).step_by(3) {
        let article = read(&page.as_bytes()[..length], Format::Html, None);
        assert!(!article.text.contains('>'), "{length}: {}", article.text);
    }
    let truncated = check("truncated", page.as_bytes(), Format::Html, &FINE);
    assert!(truncated.text.ends_with("said To"), "{}", truncated.text);
}

#[test]
fn another_language_is_noted_and_not_lost() {
    let text = "Le maire de Harvique a déclaré lundi que le pont resterait fermé jusqu’en juin, et que la région paierait les travaux. \
        Le ministère n’a pas répondu aux questions du journal.";
    let expect = Expect { codes: &["not-english"], lost: false, text: true };
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let article = check("french", text.as_bytes(), format, &expect);
        assert!(
            article.notes[0].message.starts_with("the article is in French (`fr`)"),
            "{}",
            article.notes[0].message
        );
    }
}
