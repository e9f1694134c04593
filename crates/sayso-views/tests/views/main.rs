//! The views from outside, on articles written for these tests.

mod article;
mod bad_input;
mod brat;
mod csv;
mod html;
mod json;
mod parts;
mod text;

/// A text that tries to act: markup, escapes, controls that reorder, quotes, letters of one to four bytes and two marks
/// on one letter.
const HOSTILE: &str = "<script>alert(\"x\")</script> & 'so' \u{1b}[31m\u{202e}desrever\u{202c}\u{0}\u{9b}2J café e\u{301}\u{323} 漢字 𝛼 👩‍🚒 =1+1";
