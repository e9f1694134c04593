//! The page: well formed, closed to the outside.

use sayso_report::{Format, Options};
use sha2::{Digest, Sha256};

use crate::desk::{Draft, drafts, report};
use crate::hostile::hostile;

const STYLE: &str = include_str!("../../src/html/page.css");

/// The page as strict XML: what HTML writes without an end gets one.
fn strict(page: &str) -> String {
    let page = page.strip_prefix("<!DOCTYPE html>").expect("a document type");
    let (before, rest) = page.split_once("<style>").expect("a style sheet");
    let before = before.replace("\">", "\"/>").replace("lang=\"en\"/>", "lang=\"en\">");
    format!("{before}<style>{rest}")
}

fn page(drafts: &[Draft]) -> String {
    report(Format::Html, Options::default(), drafts)
}

#[test]
fn every_page_is_well_formed_and_its_links_lead_somewhere() {
    for drafts in [vec![], drafts(), vec![hostile()]] {
        let page = page(&drafts);
        let page = strict(&page);
        let document = roxmltree::Document::parse(&page).unwrap_or_else(|error| panic!("{error}: {page}"));
        let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert!(ids.iter().enumerate().all(|(i, id)| !ids[..i].contains(id)), "{ids:?}");
        for node in document.descendants() {
            let name = node.tag_name().name();
            assert!(!["script", "img", "link", "iframe", "object", "form"].contains(&name), "{name}");
            assert!(node.attributes().all(|a| !a.name().starts_with("on") && a.name() != "style" && a.name() != "src"));
            let Some(link) = node.attribute("href") else { continue };
            let leads = link.strip_prefix('#').map_or(link.starts_with("https://example.org/"), |id| ids.contains(&id));
            assert!(leads, "{link} leads nowhere");
        }
    }
}

#[test]
fn each_finding_stands_with_its_words_its_help_and_its_rule() {
    let page = page(&drafts());
    assert!(page.contains("<mark>Officials</mark> said on Monday"));
    assert!(page.contains("Say which: the office, the agency, or how the speaker knows"));
    assert!(page.contains("href=\"#rule-ANO001\"") && page.contains("id=\"rule-ANO001\"><h3>ANO001 bare-source</h3>"));
    assert!(page.contains("<h4>Why it matters</h4>"));
    assert!(page.contains("approved by the desk editor: the source’s safety"));
}

#[test]
fn the_policy_allows_this_style_sheet_and_nothing_else() {
    let hash = base64(&Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert!(page(&[]).contains(&format!("content=\"{policy}\"")), "put this hash into POLICY: {hash}");
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
