//! The page: well formed, faithful, closed to the outside, readable by everyone.

use std::collections::{HashMap, HashSet};

use sayso_reading::{Kind, Reading};
use sayso_text::Span;
use sayso_views::html;
use sha2::{Digest, Sha256};

use crate::HOSTILE;
use crate::article::{reading, small};

const STYLE: &str = include_str!("../../src/html/page.css");

/// A piece of a page.
#[derive(Debug)]
enum Piece<'p> {
    Open { name: &'p str, attributes: HashMap<&'p str, String> },
    Close,
    Text(String),
}

/// Elements without content.
const VOID: [&str; 2] = ["meta", "br"];

/// Reads a page as a strict reader would: every attribute in double quotes, every element closed in its order.
fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").expect("a document type");
    while !rest.is_empty() {
        let (text, tag) = rest.split_once('<').unwrap_or((rest, ""));
        if !text.is_empty() {
            out.push(Piece::Text(unescaped(text)));
        }
        if tag.is_empty() {
            break;
        }
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "what opened last closes first, before {after:.80}");
            out.push(Piece::Close);
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        out.push(Piece::Open { name, attributes: read_attributes(attributes) });
        if !VOID.contains(&name) {
            open.push(name);
        }
        if name == "style" {
            rest = &rest[rest.find("</style>").expect("the style sheet ends")..];
        }
    }
    assert!(open.is_empty(), "{open:?}");
    out
}

fn read_attributes(mut rest: &str) -> HashMap<&str, String> {
    let mut out = HashMap::new();
    while let Some((name, value)) = rest.split_once("=\"") {
        let (value, after) = value.split_once('"').expect("a value ends");
        assert!(out.insert(name.trim(), unescaped(value)).is_none(), "{name} twice");
        rest = after;
    }
    assert_eq!(rest.trim(), "");
    out
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn hostile() -> Reading {
    let rows = [("漢字", "𝛼", "e\u{301}\u{323}", Kind::Mixed), ("<script>", "alert", "(\"x\")</script>", Kind::Direct)];
    let mut reading = small(HOSTILE, &rows);
    for field in [&mut reading.article.title, &mut reading.article.url, &mut reading.article.outlet] {
        *field = Some(HOSTILE.to_owned());
    }
    reading.article.language = Some("en\" onload=\"x".to_owned());
    reading.notes = vec![sayso_text::Note::new("odd", HOSTILE)];
    reading
}

/// Spans that cross each other in every way.
fn crossing() -> Reading {
    let text = "one two three\n\nfour five six";
    let rows = [("", "", "one two three\n\nfour", Kind::Direct), ("", "", "two three\n\nfour five", Kind::Indirect)];
    let mut reading = small(text, &rows);
    reading.attributions[1].source = vec![Span::new(0, 6)];
    reading.attributions[1].cue = vec![Span::new(5, text.len())];
    reading
}

fn pages() -> Vec<String> {
    let all = [reading(), hostile(), crossing(), Reading::default()];
    let mut pages: Vec<String> = all.iter().map(|r| html(std::slice::from_ref(r))).collect();
    pages.extend([html(&all), html(&[])]);
    pages
}

#[test]
fn every_page_is_well_formed_and_its_links_lead_somewhere() {
    for page in pages() {
        let mut ids = HashSet::new();
        let mut links = Vec::new();
        for piece in pieces(&page) {
            let Piece::Open { attributes, .. } = piece else { continue };
            if let Some(id) = attributes.get("id") {
                assert!(ids.insert(id.clone()), "{id} twice");
            }
            links.extend(attributes.get("href").cloned());
            links.extend(attributes.get("aria-labelledby").map(|id| format!("#{id}")));
        }
        for link in links {
            let target = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads out of the page"));
            assert!(ids.contains(target), "{link} leads nowhere");
        }
    }
}

#[test]
fn each_number_and_its_note_lead_to_each_other() {
    let page = html(&[reading()]);
    for n in 1..=reading().attributions.len() {
        assert!(
            page.contains(&format!("<a class=\"chip\" id=\"r1-t{n}\" href=\"#r1-a{n}\">{n}</a>")),
            "{n} in the text"
        );
        assert!(page.contains(&format!("<a class=\"chip\" href=\"#r1-t{n}\">{n}</a>")), "{n} in the margin");
    }
}

/// The words of the article's paragraphs on a page, without the numbers and letters that the page adds.
fn story(page: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<bool> = Vec::new();
    let mut added = 0;
    let mut paragraph = 0;
    for piece in pieces(page) {
        match piece {
            Piece::Open { name, attributes } if !VOID.contains(&name) => {
                let class = attributes.get("class").map_or("", String::as_str);
                let adds = matches!(class, "chip" | "letter" | "label" | "margin");
                added += usize::from(adds);
                open.push(adds);
                if class == "p" {
                    paragraph = open.len();
                    out.push(' ');
                }
            }
            Piece::Close => {
                added -= usize::from(open.pop() == Some(true));
                if open.len() < paragraph {
                    paragraph = 0;
                }
            }
            Piece::Text(text) if paragraph > 0 && added == 0 => out.push_str(&text),
            Piece::Open { .. } | Piece::Text(_) => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn not_one_word_of_the_article_changes() {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(story(&html(&[reading()])), words(&reading().article.text));
    let crossed = story(&html(&[crossing()]));
    assert_eq!(crossed, format!("An article without a headline {}", words(&crossing().article.text)));
}

#[test]
fn nothing_of_an_article_acts_on_the_page() {
    let page = html(&[hostile()]);
    assert!(!page.contains("<script"));
    assert!(!page.contains(|c: char| c.is_control() && c != '\n'));
    assert!(!page.contains(['\u{202e}', '\u{202c}']));
    assert!(page.contains("<span class=\"control\">&lt;U+202E&gt;</span>desrever"));
    for piece in pieces(&page) {
        if let Piece::Open { name, attributes } = piece {
            let plain = |a: &str| !a.starts_with("on") && !["style", "src", "srcset", "title"].contains(&a);
            assert!(attributes.keys().all(|a| plain(a)), "{name} {attributes:?}");
            assert!(!["script", "img", "link", "iframe", "object", "form"].contains(&name), "{name}");
        }
    }
}

#[test]
fn the_policy_allows_this_style_sheet_and_nothing_else() {
    let hash = base64(&Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    for page in pages() {
        let found = pieces(&page).into_iter().find_map(|piece| match piece {
            Piece::Open { attributes, .. } if attributes.contains_key("http-equiv") => {
                attributes.get("content").cloned()
            }
            _ => None,
        });
        assert_eq!(found.as_deref(), Some(policy.as_str()), "put this hash into POLICY");
    }
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains("</"));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0u32, |bits, i| bits << 8 | u32::from(*chunk.get(i).unwrap_or(&0)));
        for i in 0..4 {
            out.push(if i > chunk.len() { '=' } else { char::from(DIGITS[(bits >> (18 - 6 * i) & 63) as usize]) });
        }
    }
    out
}

#[test]
fn headings_and_landmarks_are_in_order() {
    for page in pages() {
        let pieces = pieces(&page);
        let names: Vec<&str> =
            pieces.iter().filter_map(|p| if let Piece::Open { name, .. } = p { Some(*name) } else { None }).collect();
        let levels: Vec<u32> =
            names.iter().filter_map(|n| n.strip_prefix('h').and_then(|level| level.parse().ok())).collect();
        assert_eq!(levels.first(), Some(&1));
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "one first heading");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is left out: {levels:?}");
        for landmark in ["header", "main", "footer"] {
            assert!(names.contains(&landmark), "{landmark}");
        }
        assert!(page.contains("<html lang=\"en\">"));
        assert!(page.contains("<title>"));
    }
}

/// The colours of one scheme: the custom properties of one block of the style sheet.
fn colors(block: &str) -> HashMap<&str, [f64; 3]> {
    let mut out = HashMap::new();
    for declaration in block.split(';') {
        let Some((name, value)) = declaration.split_once(": #") else { continue };
        let Some((_, name)) = name.rsplit_once("--") else { continue };
        let value = u32::from_str_radix(value.trim(), 16).unwrap();
        out.insert(name, [16, 8, 0].map(|shift| f64::from(value >> shift & 255) / 255.0));
    }
    out
}

/// Contrast of two colours as WCAG 2.2 defines it.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let light = |color: [f64; 3]| {
        let [r, g, b] = color.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_text_can_be_read_on_its_ground_in_both_schemes() {
    let (light, rest) = STYLE.split_once("@media screen and (prefers-color-scheme: dark)").unwrap();
    let dark = rest.split_once("*, *::before").unwrap().0;
    for scheme in [light, dark] {
        let colors = colors(scheme);
        assert_eq!(colors.len(), 5 + 16, "{:?}", colors.keys());
        let check = |text: &str, ground: &str| {
            let found = contrast(colors[text], colors[ground]);
            assert!(found >= 4.5, "{text} on {ground}: {found:.2}");
        };
        for text in ["body", "quiet", "link"] {
            check(text, "paper");
        }
        for hue in 0..8 {
            let ink = format!("ink{hue}");
            check(&ink, "paper");
            // A source's words can stand in another's quotation.
            for other in 0..8 {
                check(&ink, &format!("tint{other}"));
            }
            check("body", &format!("tint{hue}"));
            check("quiet", &format!("tint{hue}"));
        }
    }
}

#[test]
fn several_articles_have_an_index() {
    let page = html(&[reading(), hostile()]);
    assert!(page.contains("<nav class=\"index\" aria-label=\"Articles\">"));
    for (link, id) in [("href=\"#r1\"", "id=\"r1\""), ("href=\"#r2\"", "id=\"r2\"")] {
        assert!(page.contains(link) && page.contains(id));
    }
    assert!(!html(&[reading()]).contains("<nav"));
}

#[test]
fn each_chain_is_a_picture_with_its_text() {
    let page = html(&[reading()]);
    assert_eq!(page.matches("<svg class=\"chain\" role=\"img\"").count(), reading().chains.len());
    assert!(page.contains(
        "<title>Chain of statement 9</title><desc>From the article to its root: article, then Lowmere Courier, then Piet Okonjo</desc>"
    ));
    assert!(page.contains("<bdi>article ← Lowmere Courier ← Piet Okonjo</bdi>"));
}

#[test]
fn figures_stand_in_a_table_with_who_gives_them() {
    let page = html(&[reading()]);
    let row = page.split("<tr id=\"r1-f1\">").nth(1).unwrap().split("</tr>").next().unwrap();
    for cell in
        ["at least 14 million crowns", ">14,000,000<", ">at least<", ">crowns<", ">cost<", "Piet Okonjo", "#r1-a9"]
    {
        assert!(row.contains(cell), "{cell}: {row}");
    }
    let own = page.split("In the writer’s voice: nobody is said to give them").nth(1).unwrap();
    assert!(own.contains("some 9,000 vehicles") && !own.contains("41 percent"));
    assert!(!html(&[small("plain", &[])]).contains("<table"));
}
