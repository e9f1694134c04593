//! Any text as a configuration, after the path that it is asked about: what is wrong with it is told in lines, and something holds
//! all the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_check::RULES;
use sayso_check::config::{Config, Text, parse};

fuzz_target!(|input: &str| {
    let (path, text) = input.split_once('\0').unwrap_or(("/news/a.md", input));
    for is_file in [true, false] {
        let text = Text { text, name: "sayso.toml", folder: "/news", is_file, output_formats: &["full", "concise"] };
        let (layer, problems) = parse(text);
        for problem in &problems {
            assert!(!problem.message.is_empty() && !problem.message.contains('\n'), "{problem:?}");
            assert_eq!(problem.origin.place.is_some(), is_file, "{problem:?}");
        }
        // What it says, over what it says: the second time nothing is new.
        let mut config = Config { layers: vec![layer.clone(), layer] };
        config.load_packs(|named, _| Err(format!("`{named}` is none")));
        config.unknown_rules();
        for path in [Some(path), None] {
            let resolved = config.resolve(path);
            assert_eq!((resolved.settings.rules.len(), resolved.from.len()), (RULES.len(), RULES.len()));
            assert!(resolved.rule_pages.is_none_or(|held| held.value.page("ANO001").contains("ANO001")));
        }
    }
});
