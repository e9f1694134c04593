//! Whatever comes in: a message with place and advice, everything else still read, no panic, no hang, bounded memory.

use std::fs;

use crate::support::{Desk, Run, article, gzip, json_line};

/// Runs `read` on what is named, with a good article before and after, and checks that both are read.
fn among_good(desk: &Desk, named: &[&str]) -> Run {
    desk.put("good-1.txt", article(1).as_bytes());
    desk.put("good-2.txt", article(2).as_bytes());
    let run = desk.run(&[&["read", "--format", "jsonl", "good-1.txt"], named, &["good-2.txt"]].concat());
    let paths = run.paths();
    assert_eq!((paths[0].as_str(), paths[paths.len() - 1].as_str()), ("good-1.txt", "good-2.txt"), "{named:?}");
    run
}

/// One article of these bytes: nothing is said about it, or it is named and `says` is said.
fn check(name: &str, bytes: &[u8], says: Option<&str>) {
    let desk = Desk::new(&[(name, bytes)]);
    let run = among_good(&desk, &[name]);
    match (says, run.messages().as_slice()) {
        (None, []) => assert_eq!(run.status, 0, "{name}"),
        (Some(says), [message]) => {
            let rest = message.strip_prefix(&format!("sayso: error: {name}")).unwrap_or_else(|| panic!("{message}"));
            assert!(rest.contains(says), "{message}");
            assert_eq!(run.status, 2, "{name}");
        }
        (expect, found) => panic!("{name}: expected {expect:?}, found {found:?}"),
    }
    // The views for people must stand it too.
    for format in ["text", "html"] {
        let run = desk.run(&["read", "--format", format, name]);
        assert_eq!(run.status, if says.is_some() { 2 } else { 0 }, "{name} as {format}");
        assert!(!run.out.contains('\x1b') && !run.out.contains('\u{202e}'), "{name} as {format}");
    }
}

/// The same bytes on every run, of no meaning.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..count).map(|_| byte()).collect()
}

#[test]
fn bytes_that_are_hardly_text() {
    let text = article(1);
    let utf_16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let cp1252 = text.replace('“', "\u{93}").replace('”', "\u{94}").replace('—', "\u{97}");
    let cp1252: Vec<u8> = cp1252.chars().map(|c| c as u8).collect();
    check("empty.txt", b"", Some("empty"));
    check("white.txt", b" \r\n\t", Some("white space"));
    check("noise.txt", &noise(20_000), Some("not text"));
    check("noise", &noise(20_000), Some("not text"));
    check("utf-16.txt", &utf_16, None);
    let utf_32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    check("utf-32.txt", &utf_32, Some("UTF-32"));
    check("cp1252.txt", &cp1252, None);
    check("crlf.txt", text.replace('\n', "\r\n").as_bytes(), None);
    check("bidi.txt", text.replace("Odile", "\u{202e}Odile\u{2066}").as_bytes(), None);
    check("escape.txt", text.replace("Odile", "\x1b[31mOdile").as_bytes(), None);
    check("marks.txt", text.replace("Odile", &("O".to_owned() + &"\u{301}".repeat(5000))).as_bytes(), None);
}

#[test]
fn a_text_with_nul_bytes_is_read_and_said() {
    let text = article(1).replace("Odile", "Odi\0le");
    let run = among_good(&Desk::new(&[("nul.txt", text.as_bytes())]), &["nul.txt"]);
    assert_eq!(run.readings()[1]["document"]["text"].as_str().unwrap().replace('\0', "").len(), text.len() - 1);
    let notes = run.readings()[1]["notes"].to_string();
    assert!(notes.contains("NUL"), "{notes}");
}

#[test]
fn text_of_unusual_size() {
    check("word.txt", &vec![b'a'; 3_000_000], None);
    check("marks.txt", "\"".repeat(100_000).as_bytes(), None);
    // Each of these is two words for the encoder, which a build for tests runs slowly.
    check("curly.txt", "“a ".repeat(10_000).as_bytes(), None);
}

#[test]
fn web_pages_that_are_broken() {
    let paragraph =
        "<p>The ferry to Lower Marl will not sail before noon, harbour master Odile Marsh said on Tuesday.</p>";
    let nested = format!("<html><body>{}{paragraph}", "<div>".repeat(200_000));
    let page = format!("<html><head><title>Ferry stays in port</title></head><body><article>{}", paragraph.repeat(4));
    let desk = Desk::new(&[("nested.html", nested.as_bytes())]);
    // What a page nested like this holds may be lost, the articles beside it may not.
    among_good(&desk, &["nested.html"]);
    check("cut.html", &page.as_bytes()[..page.len() - 40], None);
}

#[test]
fn gzip_that_is_damaged_is_read_as_far_as_it_goes() {
    let text: String = (0..120).map(article).collect();
    let whole = gzip(text.as_bytes());
    let mut damaged = whole.clone();
    damaged[whole.len() / 2..][..64].fill(0xFF);
    let mut wrong_sum = whole.clone();
    let last = wrong_sum.len() - 6;
    wrong_sum[last] ^= 0xFF;
    let followed = [&whole[..], b"more bytes than a header has"].concat();
    for (name, bytes, says, at_least) in [
        ("cut.txt.gz", &whole[..whole.len() / 2], "gzip data ends early", 1000),
        ("damaged.txt.gz", &damaged, "gzip data is damaged", 1000),
        ("sum.txt.gz", &wrong_sum, "gzip data is damaged", text.len()),
        ("followed.txt.gz", &followed, "gzip data is whole, but what follows its end is none", text.len()),
    ] {
        let run = among_good(&Desk::new(&[(name, bytes)]), &[name]);
        assert_eq!(run.status, 2, "{name}");
        // Before it may come what was unpacked wrongly and is no text.
        let message = *run.messages().last().unwrap();
        assert!(message.starts_with(&format!("sayso: error: {name}: {says}")), "{message}");
        let read = run.readings()[1]["document"]["text"].as_str().unwrap().to_owned();
        let same = read.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
        assert!(same >= at_least, "{name}: {same} bytes");
    }
    check("header.txt.gz", &whole[..5], Some("gzip data ends early"));
    check("filled.txt.gz", &[&whole[..], &[0; 700]].concat(), None);
    check("two.txt.gz", &[&whole[..], &[0; 3], &whole].concat(), None);
}

#[test]
fn lines_without_an_article_are_told_of() {
    for bytes in [&b""[..], b"\n\r\n  \n"] {
        let run = Desk::new(&[("feed.jsonl", bytes)]).run(&["check", "feed.jsonl"]);
        assert_eq!(run.status, 0);
        assert_eq!(run.messages(), ["sayso: warning: feed.jsonl: holds no article: check where it came from"]);
    }
}

#[test]
fn lines_that_are_broken_are_named_and_passed_over() {
    let lines = [
        &json_line(1),
        "{\"text\": \"cut",
        "",
        "[1, 2]",
        "{\"title\": \"no text\"}",
        &json_line(2),
        "not JSON at all",
        &json_line(3),
    ];
    let desk =
        Desk::new(&[("a.jsonl", lines.join("\n").as_bytes()), ("b.jsonl.gz", &gzip(lines.join("\r\n").as_bytes()))]);
    let run = among_good(&desk, &["a.jsonl", "b.jsonl.gz"]);
    let good = ["a.jsonl:1", "a.jsonl:6", "a.jsonl:8", "b.jsonl.gz:1", "b.jsonl.gz:6", "b.jsonl.gz:8"];
    assert_eq!(run.paths()[1..7], good);
    let places: Vec<&str> = run.messages().iter().map(|m| m.split(": ").nth(2).unwrap()).collect();
    let bad = [2, 4, 5, 7];
    let expect: Vec<String> = ["a.jsonl", "b.jsonl.gz"].iter().flat_map(|f| bad.map(|n| format!("{f}:{n}"))).collect();
    assert_eq!(places, expect);
    assert_eq!(run.status, 2);
}

#[test]
fn two_hundred_megabytes_in_one_line_are_refused_within_little_memory() {
    let fill = |stdin: &mut dyn std::io::Write| {
        let piece = vec![b'a'; 1_000_000];
        (0..200).all(|_| stdin.write_all(&piece).is_ok())
    };
    let text = Desk::new(&[]).run_with(&["read", "--jobs", "1"], move |stdin| {
        fill(stdin);
    });
    assert_eq!((text.status, text.out.as_str()), (2, ""));
    assert_eq!(
        text.messages(),
        ["sayso: error: -: file holds more than the 16 MiB that an article can have: split it into articles"]
    );
    assert!(text.peak <= 100, "{} MiB", text.peak);

    let lines = Desk::new(&[]).run_with(&["read", "--jobs", "1"], move |stdin| {
        stdin.write_all(format!("{}\n{{\"text\": \"", json_line(1)).as_bytes()).unwrap();
        assert!(fill(stdin));
        stdin.write_all(format!("\"}}\n{}", json_line(3)).as_bytes()).unwrap();
    });
    assert_eq!((lines.status, lines.paths()), (2, vec!["-:1".to_owned(), "-:3".to_owned()]));
    assert_eq!(lines.messages().len(), 1);
    assert!(lines.messages()[0].starts_with("sayso: error: -:2: line holds more than"), "{}", lines.err);
}

#[test]
fn what_unpacks_to_more_than_an_article_is_refused() {
    let desk = Desk::new(&[("bomb.txt.gz", &gzip(&vec![0; 64 << 20]))]);
    let run = among_good(&desk, &["bomb.txt.gz"]);
    assert_eq!(run.status, 2);
    assert!(run.messages()[0].starts_with("sayso: error: bomb.txt.gz: file holds more than"), "{}", run.err);
}

/// Names something that is not there, in a folder where other things are.
fn check_missing(named: &str, says: &str) {
    let desk = Desk::new(&[("empty/photo.jpg", b"\xFF\xD8")]);
    let run = among_good(&desk, &[named]);
    assert_eq!((run.paths().len(), run.status), (2, 2), "{named}");
    assert_eq!(run.messages(), [format!("sayso: error: {says}")], "{named}");
}

#[test]
fn what_is_not_there_is_named() {
    check_missing("away.txt", "away.txt: no such file or folder: check the spelling");
    check_missing("away/a.txt", "away/a.txt: no such file or folder: check the spelling");
    check_missing("*.html", "*.html: no such file, and as a pattern it matches none: check the spelling");
    check_missing(
        "https://courier.example/a?b=*",
        "https://courier.example/a?b=*: is an address, and only `sayso add` fetches: add it to an archive, or name a file",
    );
    check_missing("away/*.html", "away: no such file or folder: check the spelling");
    check_missing("a[.txt", "a[.txt: no such file, and as a pattern: invalid range pattern at character 2");
    check_missing(
        "empty",
        "empty: folder holds no file with a known ending, such as `.txt`, `.html` or `.jsonl`: name the files themselves",
    );
    check_missing(
        "a\x1b]2J\n\u{202e}b.txt",
        "a<U+001B>]2J<U+000A><U+202E>b.txt: no such file or folder: check the spelling",
    );
    let long = "a".repeat(3000);
    check_missing(&long, &format!("{long}: no such file, its name is too long: check the spelling"));
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_or_nowhere_are_named_and_the_rest_is_read() {
    let desk = Desk::new(&[("news/b.txt", article(3).as_bytes())]);
    std::os::unix::fs::symlink("../news", desk.path("news/again")).unwrap();
    std::os::unix::fs::symlink("gone.txt", desk.path("news/c.txt")).unwrap();
    std::os::unix::fs::symlink("self.txt", desk.path("self.txt")).unwrap();
    let run = among_good(&desk, &["news", "self.txt"]);
    assert_eq!(run.paths(), ["good-1.txt", "news/b.txt", "good-2.txt"]);
    assert_eq!(run.status, 2);
    let starts = ["news/again: link leads back to `", "news/c.txt: link leads to nothing", "self.txt: "];
    assert_eq!(run.messages().len(), starts.len(), "{}", run.err);
    for (message, start) in run.messages().iter().zip(starts) {
        assert!(message.starts_with(&format!("sayso: error: {start}")), "{message}");
    }
    // A pattern finds its files on the straight way.
    let run = among_good(&desk, &["news/**/b.*"]);
    assert_eq!(run.paths(), ["good-1.txt", "news/b.txt", "good-2.txt"]);
    assert_eq!(run.err, "");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new(&[("news/a.txt", b"a"), ("news/shut/b.txt", b"b"), ("news/z.txt", article(3).as_bytes())]);
    let rights = |name: &str, mode| fs::set_permissions(desk.path(name), fs::Permissions::from_mode(mode)).unwrap();
    rights("news/a.txt", 0);
    rights("news/shut", 0);
    let is_above_rights = fs::read(desk.path("news/a.txt")).is_ok();
    let run = among_good(&desk, &["news"]);
    rights("news/shut", 0o755);
    assert!(run.paths().contains(&"news/z.txt".to_owned()));
    if is_above_rights {
        return; // The superuser may read everything: nothing to be named.
    }
    let what = "no permission to read it: change its rights or read it as its owner";
    assert_eq!(
        run.messages(),
        [format!("sayso: error: news/a.txt: {what}"), format!("sayso: error: news/shut: {what}")]
    );
    assert_eq!(run.status, 2);
}
