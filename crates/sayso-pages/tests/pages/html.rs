//! The pages: well formed, closed to the outside, readable by everyone.

use std::collections::HashMap;

use sayso_pages::trace;
use sha2::{Digest, Sha256};

use crate::hostile::hostile;
use crate::{Answers, samples};

const STYLE: &str = include_str!("../../src/page.css");

/// The page as strict XML: what HTML writes without an end gets one.
fn strict(page: &str) -> String {
    let page = page.strip_prefix("<!DOCTYPE html>").expect("a document type");
    let (before, rest) = page.split_once("<title>").expect("a title");
    let before = before.replace("\">", "\"/>").replace("lang=\"en\"/>", "lang=\"en\">");
    format!("{before}<title>{rest}")
}

fn all() -> Vec<String> {
    let crowds =
        [(1, 1), (40, 1), (40, 12), (500, 3)].map(|(count, lanes)| trace::html(&samples::crowded(count, lanes)));
    [Answers::samples(), Answers::empty(), hostile()].iter().flat_map(Answers::pages).chain(crowds).collect()
}

#[test]
fn every_page_is_well_formed_and_its_links_lead_somewhere() {
    for page in all() {
        let page = strict(&page);
        let document = roxmltree::Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {page}"));
        let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert!(ids.iter().enumerate().all(|(i, id)| !ids[..i].contains(id)), "{ids:?}");
        for node in document.descendants() {
            let name = node.tag_name().name();
            assert!(!["script", "img", "link", "iframe", "object", "form"].contains(&name), "{name}");
            assert!(node.attributes().all(|a| !a.name().starts_with("on") && a.name() != "style" && a.name() != "src"));
            let Some(link) = node.attribute("href") else { continue };
            let leads = link.strip_prefix('#').map_or(link.starts_with("https://"), |id| ids.contains(&id));
            assert!(leads, "{link} leads nowhere");
        }
    }
}

#[test]
fn the_policy_allows_this_style_sheet_and_nothing_else() {
    let hash = base64(&Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    for page in all() {
        assert!(page.contains(&format!("content=\"{policy}\"")), "put this hash into POLICY: {hash}");
    }
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains('<'));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let digits = (0..4).map(|i| char::from(DIGITS[(bits >> (18 - 6 * i) & 63) as usize]));
        out.extend(digits.take(three.len() + 1));
        out.push_str(&"=".repeat(3 - three.len()));
    }
    out
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
        assert_eq!(colors.len(), 8 + 8, "{:?}", colors.keys());
        let inks: Vec<String> = (0..8).map(|i| format!("ink{i}")).collect();
        let texts = ["body", "quiet", "link", "gone", "new"].into_iter().chain(inks.iter().map(String::as_str));
        for (text, ground) in texts.map(|text| (text, "paper")).chain([("body", "mark")]) {
            let found = contrast(colors[text], colors[ground]);
            assert!(found >= 4.5, "{text} on {ground}: {found:.2}");
        }
    }
}

/// Middle and half of every dot of a trace's picture, and the picture's width.
fn dots(page: &str) -> (Vec<(f64, f64)>, f64) {
    let page = strict(page);
    let document = roxmltree::Document::parse(&page).unwrap();
    let number = |node: roxmltree::Node, name: &str| node.attribute(name).and_then(|n| n.parse::<f64>().ok()).unwrap();
    let svg =
        document.descendants().find(|n| n.tag_name().name() == "svg" && n.attribute("viewBox").is_some()).unwrap();
    let circles = svg.descendants().filter(|n| n.tag_name().name() == "circle" && n.attribute("class") == Some("dot"));
    (circles.map(|n| (number(n, "cx"), number(n, "cy"))).collect(), number(svg, "width"))
}

/// Where the days' labels of a trace's picture begin.
fn labels(page: &str) -> Vec<f64> {
    let labels = page.split("<text class=\"tick\" x=\"").skip(1);
    labels.map(|rest| rest.split_once('"').unwrap().0.parse().unwrap()).collect()
}

#[test]
fn no_two_dots_of_a_trace_overlap_and_forty_fit_a_usual_page() {
    for (count, lanes) in [(1, 1), (6, 2), (40, 1), (40, 12), (300, 3)] {
        let (dots, width) = dots(&trace::html(&samples::crowded(count, lanes)));
        assert_eq!(dots.len(), count);
        for (i, a) in dots.iter().enumerate() {
            assert!(dots[..i].iter().all(|b| (a.0 - b.0).hypot(a.1 - b.1) >= 17.0), "{i} of {count}");
            assert!(a.0 + 9.0 < width);
        }
        assert!(width <= 930.0 || count > 40, "{count}: {width}");
        let mut labels = labels(&trace::html(&samples::crowded(count, lanes)));
        assert!(!labels.is_empty() && labels.windows(2).all(|two| two[1] - two[0] >= 76.0), "{labels:?}");
        assert!(labels.pop().is_some_and(|last| last + 76.0 <= width));
    }
}

#[test]
fn a_trace_shows_the_same_in_the_picture_and_in_the_list() {
    let page = trace::html(&samples::trace());
    for number in 1..=7 {
        assert!(page.contains(&format!("<a href=\"#n{number}\" aria-label=")), "{number} in the picture");
        assert!(page.contains(&format!("id=\"n{number}\"")), "{number} in the list");
    }
    assert_eq!(page.matches("<polygon class=\"tip\"").count(), 5 + 4, "an arrow for each edge and each kind");
    assert!(page.contains("<del>damp</del> <ins>wet</ins>"));
    assert!(
        page.contains("Earliest in this archive: 24 Nov 2026, 06:00 UTC, Northern Wire") && !page.contains("origin")
    );
}

#[test]
fn a_chart_marks_its_conflict_and_names_each_giver() {
    let page = sayso_pages::figures::html(&samples::figures(), &[]);
    assert_eq!(page.matches("<path class=\"step\"").count(), 4);
    assert_eq!(page.matches("<path class=\"clash\"").count(), 1);
    assert_eq!(page.matches("<line class=\"bar\" x1=\"10\"").count(), 1, "a legend for the range");
    for words in
        ["Osterby harbour office", "mountain rescue se", "writer’s voice", "does not begin at 0", "cannot both hold"]
    {
        assert!(page.contains(words), "{words}");
    }
}
