//! Texts that no newsroom writes: read in linear time, without a panic, and what is good in them is still found.

mod invariants;

use std::fmt::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use sayso_article::{Article, Format, read};
use sayso_reading::{Reader, Reading};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

/// Reads a text; what holds for any reading holds for this one.
fn reading_of(text: &str) -> Reading {
    let reading = READER.read(article(text));
    invariants::check(&reading);
    reading
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

/// A text whose attributions don't matter: it is read, and what holds for any reading holds.
fn holds(name: &str, text: &str) -> Reading {
    let start = Instant::now();
    let reading = reading_of(text);
    assert!(start.elapsed() < Duration::from_mins(5), "{name} took {:?}", start.elapsed());
    reading
}

#[test]
fn dates_that_disagree_or_are_none() {
    let text =
        format!("{GOOD}\n\nThe clerk said on Monday that the road was shut. The day after, he said it was open.");
    for (published, modified, day, notes) in [
        (None, None, None, 0),
        (Some("2023-11-09"), Some("2023-11-02"), Some("2023-11-06"), 1),
        (Some("2023-11-09T23:59:00Z"), Some("2023-11-09"), Some("2023-11-06"), 0),
        (None, Some("2023-11-09"), Some("2023-11-06"), 0),
        (Some("2023-02-30"), None, None, 0),
        (Some("yesterday"), Some("99999-01-01"), None, 0),
        (Some("Ž".repeat(9).as_str()), Some("\u{661}\u{662}/\u{661}"), None, 0),
        (Some("0000-00-00"), Some("-9999-01-01"), None, 0),
        (Some("9999-12-31"), None, Some("9999-12-27"), 0),
    ] {
        let given = |date: Option<&str>| date.map(str::to_owned);
        let article = Article { published: given(published), modified: given(modified), ..article(&text) };
        let reading = READER.read(article);
        invariants::check(&reading);
        let found = reading.attributions.iter().find_map(|a| a.when).map(|when| when.days.to_string());
        assert_eq!(found.as_deref(), day, "{published:?} {modified:?}");
        let disagree = reading.notes.iter().filter(|note| note.code == "dates-disagree").count();
        assert_eq!(disagree, notes, "{published:?} {modified:?}");
    }
}

#[test]
fn an_article_in_the_first_person() {
    let text = "I went to Brask on Monday. I said the bridge was shut. We believe that it will open, and I told my \
        editor that we were wrong. “I saw it,” I said. My neighbour told me that I had said so.";
    let reading = holds("without a byline", text);
    // Who "I" is, nobody knows.
    assert!(reading.sources.iter().all(|source| source.name.is_none()), "{:?}", reading.sources);
    let reading = holds("with a byline", &format!("A day in Brask\n\nBy Ada Orr\n\n{text}"));
    assert!(reading.attributions.iter().any(|a| a.source_id.is_some()), "{:?}", reading.attributions);
}

#[test]
fn an_article_that_is_one_quotation() {
    let words = "The bridge is shut, the ministry said so, and Ada Orr told the Courier that it will open.";
    holds("one quotation", &format!("“{words}”"));
    holds("and nothing closes it", &format!("“{words}"));
    holds("over paragraphs", &format!("“{words}\n\n").repeat(20));
    holds("in a quotation in a quotation", &format!("“{words} ‘{words} “{words} ‘{words}’ {words}” {words}’ {words}”"));
}

#[test]
fn many_sources_of_one_name_and_of_as_many_names() {
    let count = many(10_000);
    let one = "“It rained,” said Ada Orr, the mayor. ".repeat(count);
    let reading = holds("of one name", &one);
    let named = |reading: &Reading| reading.sources.iter().filter(|source| source.name.is_some()).count();
    assert_eq!(named(&reading), 1);
    let mut names = String::new();
    for number in 0..count {
        let name: String = format!("{number:05}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        write!(names, "“It rained,” said Ada O{name}, the mayor. ").expect("a string");
    }
    let reading = holds("of as many names", &names);
    // Where a window ends, some are lost.
    assert!(named(&reading) > count * 3 / 4, "{} of {count}", named(&reading));
    // As many ministries.
    let titles = names.replace("said Ada O", "said Ada Orr, the O").replace(", the mayor", " minister");
    let reading = holds("of as many titles", &titles);
    assert!(reading.sources.iter().all(|source| source.titles.len() + source.affiliations.len() <= 100));
}

#[test]
fn numbers_that_are_none() {
    let long = "9".repeat(400);
    let text = format!(
        "The clerk said {long} people were killed, {long}.{long} percent, 0.{long} percent and ${long} million. He \
         counted 1,2,3,4 houses, ٣٠ people, ３０ people, 1,,2 dead, 1.2.3.4 votes, .5 percent, 5. percent, -3 degrees, \
         3e400 tonnes, 1/0 of them, ½ of the ½, 0 to 0, 20 to 3 people, NaN people and infinity people. {long} of \
         {long}. One hundred thousand million billion trillion thousand million billion trillion people died."
    );
    let reading = holds("numbers", &text);
    let arabic = reading.figures.iter().find(|figure| figure.span.of(&text).contains('٣'));
    assert_eq!(arabic.and_then(|figure| figure.value), Some(30.0), "{:?}", reading.figures);
    assert!(!reading.figures.iter().any(|figure| figure.span.of(&text).contains("1,2,3,4")), "{:?}", reading.figures);
    holds("numbers alone", &format!("{} ", "1,2,3,4 ٣٠ twenty ").repeat(many(4000)));
    holds("number words alone", &"hundred thousand ".repeat(many(10_000)));
}

#[test]
fn references_that_go_round() {
    for (name, text) in [
        ("he said she said", "he said she said ".repeat(200)),
        ("each denies the one before", "The clerk denied the claim. The mayor denied the denial. ".repeat(60)),
        ("each cites the other", "The Courier, citing the Mirror, citing the Courier, said it rained. ".repeat(60)),
        ("each in the other", format!("{}it rained.", "The Courier reported that the Mirror said that ".repeat(60))),
        ("each through the other", "Ada Orr told the Courier through the Mirror, according to Ada Orr. ".repeat(60)),
        ("he and he", "He said he said that he had said so. ".repeat(60)),
        ("a name that names itself", "Orr (Orr), known as Orr (Orr), said Orr was Orr. ".repeat(60)),
        ("each a part of the next", "Of the 3 of 4 of 5 of 6 of 7 people, including 2, of whom 1 died. ".repeat(60)),
    ] {
        let reading = holds(name, &text);
        assert!(reading.attributions.len() <= text.len() / 4, "{name}: {}", reading.attributions.len());
    }
}

#[test]
fn one_sentence_without_an_end() {
    let words = many(100_000);
    for (name, piece) in [
        ("words", "rain "),
        ("says", "he said it rained and "),
        ("names", "Ada Orr said Pell Marsh said "),
        ("ministers", "minister Ada Orr, who "),
        ("relays", "told the Courier, told the Brask Mirror, in an interview with Radio Brask, "),
        ("terms", "not authorised to speak because on condition of anonymity "),
        ("figures", "12 of 40 people and "),
        ("days", "on Monday in May last week "),
        ("capitals", "THE MAYOR SAID IT RAINED "),
        ("a title", "Mayor Says Bridge Is Shut As Storm Nears "),
    ] {
        let reading = holds(name, &piece.repeat(words / piece.split(' ').count()));
        let longest =
            reading.sources.iter().flat_map(|source| source.titles.iter().chain(&source.name)).map(|s| s.len());
        assert!(longest.max().unwrap_or(0) <= 2000, "{name}");
    }
}

#[test]
fn many_pronouns_without_an_antecedent_and_many_relays() {
    holds("pronouns", &"She said it rained. They denied it. It confirmed this. ".repeat(many(3500)));
    let reading =
        holds("relays", &"He told the Courier in an interview with Radio Brask that it rained. ".repeat(many(5000)));
    assert!(reading.chains.iter().all(|chain| chain.depth() <= 6), "no chain takes another's relays");
    let one =
        format!("He {}that it rained.", "told the Courier, told Radio Brask, told the Mirror, ".repeat(many(3000)));
    assert!(holds("relays of one", &one).chains.iter().all(|chain| chain.depth() <= 50));
}

#[test]
fn capitals_titles_and_no_stops() {
    for (name, text) in [
        ("capitals", GOOD.to_uppercase()),
        ("lower case", GOOD.to_lowercase()),
        (
            "title case",
            "“The Bridge Will Stay Shut,” Said Ada Orr, The Mayor Of Brask, Who Told The Courier It Rained.".into(),
        ),
        ("no stops", "The mayor said it rained The clerk said it did not Ada Orr told the Courier so".repeat(40)),
        ("a headline alone", "Storm will hit by Friday, agency says".into()),
        ("a headline of one colon", "Mayor: no".into()),
        ("a headline of colons", ":::: : :".into()),
        ("only stops", ". . . ? ! …".repeat(100)),
        ("only says", "said says told according to ".repeat(100)),
        ("only names", "Ada Orr Pell Marsh Ines Halloran ".repeat(100)),
    ] {
        holds(name, &text);
    }
}

#[test]
fn parts_that_hold_nothing() {
    use sayso_article::{Part, PartSpan};
    use sayso_text::Span;

    let text = format!("\n\n{GOOD}\n\n");
    let part = |part, start, end| PartSpan { part, span: Span::new(start, end) };
    for parts in [
        vec![],
        vec![part(Part::Headline, 0, 0), part(Part::Deck, 0, 0), part(Part::Body, 0, 0)],
        vec![part(Part::Headline, 0, 1), part(Part::Body, 2, 2), part(Part::Body, text.len(), text.len())],
        vec![part(Part::Headline, 2, text.len() - 2), part(Part::Body, text.len(), text.len())],
        vec![part(Part::Byline, 2, 2), part(Part::Body, 2, text.len() - 2)],
    ] {
        let byline = vec![String::new()];
        let article = Article { text: text.clone(), parts, byline, outlet: Some(String::new()), ..Article::default() };
        invariants::check(&READER.read(article));
    }
}

#[test]
fn names_and_marks_of_all_scripts() {
    for (name, source) in [
        ("a caron", "Žofia Žáková, the mayor of Ž"),
        ("one letter", "Ž"),
        ("Chinese", "李明"),
        ("Chinese with a title", "Minister 李"),
        ("Arabic", "العربية"),
        ("Arabic with an article", "the العربية channel"),
        ("Georgian", "ანა ბერიძე"),
        ("a title-case digraph", "ǅemal ǅ, the minister"),
        ("a sharp s", "Straße ẞ"),
        ("a dotted I", "İbrahim İ, the mayor"),
        ("a ligature", "ﬁona ﬁ"),
        ("emoji", "👩‍🚒 Ada Orr 🚒"),
        ("combining marks", "A\u{301}d\u{302}\u{303}a O\u{308}rr"),
        ("zero-width characters", "A\u{200b}da\u{200d} \u{feff}Orr\u{200b}"),
        ("a soft hyphen", "Ada O\u{ad}rr"),
        ("a bracket that nothing closes", "Ada Orr (the mayor"),
        ("a bracket that nothing opens", "Ada Orr), the mayor"),
        ("brackets", "Ada ((((Orr]]]], the) mayor("),
        ("an apostrophe", "’"),
        ("possessives", "Orr’s’s mayor’s’"),
        ("initials", "A. B. C. D. E. F."),
        ("a dash", "— — -"),
        ("a lone possessive", "’s"),
    ] {
        for text in [
            format!("“It rained,” said {source}. {GOOD} {source} told the Courier that the bridge was shut."),
            format!("{source}: no talks\r\n\r\n{source} denied on Monday that 3 {source} were killed.\r\n\r\n{GOOD}"),
            format!("{source}’s spokesman said, citing {source}, that {source} did not respond. {source}"),
        ] {
            let reading = holds(name, &text);
            assert!(
                !reading.attributions.is_empty() || !text.contains(GOOD) || !reading.notes.is_empty(),
                "{name}: {text}"
            );
        }
    }
}
