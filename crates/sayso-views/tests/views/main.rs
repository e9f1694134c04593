//! The views from outside, on articles written for these tests.

mod article;
