//! What configurations say, and what is said of broken ones.

use std::fmt::Write;
use std::sync::Arc;

use crate::config::{Config, FailOn, Flags, Layer, Problem, Text, parse};
use crate::{RULES, Settings, Severity, Value, rule};

fn read(text: &str) -> (Layer, Vec<String>) {
    let formats = ["full", "concise"];
    let text = Text { text, name: "sayso.toml", folder: "/news", is_file: true, output_formats: &formats };
    let (layer, problems) = parse(text);
    let level = |is_error| if is_error { "error" } else { "warning" };
    (layer, problems.iter().map(|problem| format!("{}: {problem}", level(problem.is_error))).collect())
}

/// What is said of a configuration.
fn says(text: &str, expect: &[&str]) {
    assert_eq!(read(text).1, expect, "{text}");
}

/// Layers of these texts, the weakest first.
fn config(texts: &[&str]) -> Config {
    let layer = |text: &&str| {
        let (layer, problems) = read(text);
        assert_eq!(problems, [""; 0], "{text}");
        layer
    };
    Config { layers: texts.iter().map(layer).collect() }
}

fn codes(settings: &Settings) -> Vec<&'static str> {
    RULES.iter().zip(&settings.rules).filter(|(_, setting)| setting.on).map(|(rule, _)| rule.code).collect()
}

/// Whether the first rule of all holds.
fn holds(texts: &[&str], path: Option<&str>, expect: bool) {
    let found = codes(&config(texts).resolve(path).settings).contains(&"ANO001");
    assert_eq!(found, expect, "{texts:?} {path:?}");
}

#[test]
fn without_a_word_the_defaults_hold() {
    let resolved = config(&[""]).resolve(Some("/news/a.md"));
    assert_eq!(resolved.settings, Settings::default());
    assert_eq!(resolved.fail_on.value, FailOn::Severity(Severity::Warning));
    assert!(resolved.fail_on.from.is_default() && resolved.from.iter().all(|from| from.on.is_default()));
}

#[test]
fn the_exacter_selector_goes_before_and_ignoring_goes_before_selecting() {
    holds(&["ignore = ['ANO']"], None, false);
    holds(&["ignore = ['ano001']"], None, false);
    holds(&["ignore = ['bare-source']"], None, false);
    holds(&["ignore = ['correctness']"], None, false);
    holds(&["ignore = ['ALL']\nselect = ['ANO']"], None, true);
    holds(&["ignore = ['ANO']\nselect = ['ANO001']"], None, true);
    holds(&["ignore = ['ANO']\nextend-select = ['bare-source']"], None, true);
    holds(&["ignore = ['ANO001']\nselect = ['ANO']"], None, false);
    holds(&["ignore = ['ANO']\nselect = ['ANO']"], None, false);
    holds(&["select = []"], None, false);
}

#[test]
fn a_layer_speaks_over_those_below_it() {
    holds(&["ignore = ['ANO001']", "extend-select = ['ANO']"], None, true);
    holds(&["ignore = ['ANO001']", ""], None, false);
    holds(&["select = ['ANO']", "select = []"], None, false);
    holds(&["select = []", "select = ['ALL']", "ignore = ['ANO']"], None, false);
    let resolved =
        config(&["fail-on = 'never'\npacks = ['wire']\noutput-format = 'full'", "fail-on = 'error'"]).resolve(None);
    assert_eq!(resolved.fail_on.value, FailOn::Severity(Severity::Error));
    assert_eq!(resolved.packs.value, ["wire"]);
    assert_eq!(resolved.output_format.map(|held| held.value).as_deref(), Some("full"));
    let pages = |texts: &[&str]| config(texts).resolve(None).rule_pages.map(|held| held.value.page("ANO001"));
    assert_eq!(pages(&["fail-on = 'never'"]), None);
    let far = "rule-pages = 'https://desk.example/rules/'";
    assert_eq!(pages(&[far, ""]).as_deref(), Some("https://desk.example/rules/ANO001.md"));
    assert_eq!(pages(&[far, "rule-pages = 'http://near/{code}'"]).as_deref(), Some("http://near/ANO001"));
}

#[test]
fn patterns_are_of_names_or_count_from_the_folder() {
    for (pattern, path, expect) in [
        ("*.md", "/news/opinion/a.md", false),
        ("a.*", "/news/a.md", false),
        ("*.md", "/news/a.txt", true),
        ("opinion/**", "/news/opinion/2026/a.md", false),
        ("opinion/", "/news/opinion/2026/a.md", false),
        ("opinion/*", "/news/opinion/2026/a.md", true),
        ("opinion/**", "/news/a.md", true),
        ("opinion/**", "/other/opinion/a.md", true),
        ("**/opinion/*.{md,txt}", "/news/uk/opinion/a.txt", false),
    ] {
        holds(&[&format!("per-file-ignores = {{ '{pattern}' = ['ANO'] }}")], Some(path), expect);
    }
    // Even over what the command line selects.
    holds(&["[per-file-ignores]\n'*.md' = ['ANO']", "select = ['ANO001']"], Some("/news/a.md"), false);
    holds(&["[per-file-ignores]\n'*.md' = ['ANO']"], None, true);
}

#[test]
fn rules_have_severities_and_options_by_code_or_name() {
    let texts =
        ["[rules.bare-source]\nseverity = 'error'\nnouns = ['Aide', 'envoy']", "[rules.ano001]\nseverity = 'info'"];
    let mut resolved = config(&texts).resolve(None);
    let bare = rule("ANO001").unwrap();
    let setting = resolved.settings.of_mut(bare).unwrap();
    assert_eq!(setting.severity, Severity::Info);
    assert_eq!(setting.options.set["nouns"], Value::Words(vec!["aide".to_owned(), "envoy".to_owned()]));
    let place = RULES.iter().position(|rule| rule.code == "ANO001").unwrap();
    assert_eq!(resolved.from[place].severity.to_string(), "sayso.toml:2:1");
    assert_eq!(resolved.from[place].options["nouns"].to_string(), "sayso.toml:3:1");
}

#[test]
fn an_unknown_key_is_a_warning_with_its_place_and_the_nearest_name() {
    says("slect = ['ANO']", &["warning: sayso.toml:1:1: unknown key `slect` is passed over: did you mean `select`"]);
    says(
        "[rules.ANO001]\nnoun = []\n\n[rules.single-source]\nseverty = 'error'",
        &[
            "warning: sayso.toml:2:1: unknown key `rules.ANO001.noun` is passed over: did you mean `nouns`",
            "warning: sayso.toml:5:1: unknown key `rules.single-source.severty` is passed over: did you mean `severity`",
        ],
    );
    says(
        "[photographs]\nwidth = 3",
        &[
            "warning: sayso.toml:1:2: unknown key `photographs` is passed over: the keys are `extend`, `packs`, `select`, \
           `extend-select`, `ignore`, `per-file-ignores`, `fail-on`, `output-format`, `rule-pages`, `rules`",
        ],
    );
}

#[test]
fn what_cannot_be_meant_is_an_error_that_says_what_would_be_right() {
    for (text, expect) in [
        (
            "select = 'ANO'",
            "1:10: `select` is a string where a list of rules, such as `[\"ANO\", \"ATT001\"]`, is expected",
        ),
        (
            "ignore = [\n  1]",
            "2:3: `ignore` holds a whole number where a list of rules, such as `[\"ANO\", \"ATT001\"]`, is expected",
        ),
        ("select = ['ano0001']", "1:11: `select`: `ano0001` is no rule's code or name: did you mean `ANO001`"),
        ("select = ['é', 'weather']", "1:11: `select`: `é` is no rule's code or name: `sayso rule --all` lists them"),
        ("[rules.ano01]", "1:8: `rules`: `ano01` is no rule's code or name: did you mean `ANO001`"),
        (
            "[rules.ANO001]\n[rules.bare-source]",
            "2:8: `rules.bare-source` is the same rule as `rules.ANO001`: make one table of the two",
        ),
        (
            "rules.BAL001.words = -5",
            "1:22: `rules.BAL001.words` is -5 where a whole number from 0, such as `2` is expected",
        ),
        (
            "rules.ANO001 = 3",
            "1:16: `rules.ANO001` is a whole number where a table, such as `{ severity = \"error\" }`, is expected",
        ),
        (
            "rules = true",
            "1:9: `rules` is true or false where a table for each rule, such as `[rules.ANO001]`, is expected",
        ),
        (
            "rules.ANO001.severity = 'fatal'",
            "1:25: `rules.ANO001.severity` is `fatal` where `\"error\"`, `\"warning\"` or `\"info\"` is expected",
        ),
        (
            "rules.ANO001.nouns = 'aide'",
            "1:22: `rules.ANO001.nouns` is a string where a list of words, such as `[\"aide\", \"insider\"]` is expected",
        ),
        (
            "fail-on = 'always'",
            "1:11: `fail-on` is `always` where `\"error\"`, `\"warning\"`, `\"info\"` or `\"never\"` is expected",
        ),
        ("output-format = 'concice'", "1:17: `output-format` is `concice`, which is none: did you mean `concise`"),
        ("output-format = 'docx'", "1:17: `output-format` is `docx`, which is none: the formats are full, concise"),
        (
            "rule-pages = 'file:///rules/'",
            "1:14: `rule-pages` is no address of rules' pages: write one that begins with `https://` or `http://`, ends in `/` or \
             has `{code}` where a rule's code stands, and has no white space",
        ),
        (
            "rule-pages = 3",
            "1:14: `rule-pages` is a whole number where an address, such as `\"https://desk.example/rules/\"`, is expected",
        ),
        ("extend = 2026-01-01", "1:10: `extend` is a date where a file, such as `\"../house.toml\"`, is expected"),
        ("packs = 'wire'", "1:9: `packs` is a string where a list of packs, such as `[\"wire\"]`, is expected"),
        (
            "per-file-ignores = ['a']",
            "1:20: `per-file-ignores` is a list where a table of patterns, such as `\"opinion/**\" = [\"ATT\"]`, is expected",
        ),
        (
            "[per-file-ignores]\n'a[' = []",
            "2:1: `a[` is no pattern (unclosed character class; missing ']'): write it as `opinion/**`",
        ),
    ] {
        let found = read(text).1;
        assert_eq!(found.first().map(String::as_str), Some(format!("error: sayso.toml:{expect}").as_str()), "{text}");
    }
}

#[test]
fn what_is_no_toml_is_an_error_with_line_and_column() {
    for (text, place) in [("select = [", "1:11"), ("\nselect == 1", "2:9"), ("a = 1\na = 2", "2:1"), ("é", "1:2")] {
        let found = read(text).1;
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].starts_with(&format!("error: sayso.toml:{place}: this is no TOML: ")), "{text}: {found:?}");
        assert!(!found[0].contains('\n') && !found[0].ends_with('.'), "{found:?}");
    }
}

#[test]
fn a_file_that_is_no_configuration_does_not_flood() {
    let mut text = String::new();
    for n in 0..5000 {
        writeln!(text, "word{n} = {n}").unwrap();
    }
    let found = read(&text).1;
    assert_eq!(found.len(), 20);
    assert!(found[19].ends_with("(and 4980 more)"), "{}", found[19]);
    // An error is told of even behind many warnings.
    assert!(read(&format!("{text}select = 1")).1.iter().any(|problem| problem.starts_with("error: ")));
    // Nor does depth end it.
    assert_eq!(read(&format!("select = {}", "[".repeat(100_000))).1.len(), 1);
}

#[test]
fn flags_speak_as_a_layer_of_their_own() {
    let of = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let flags = Flags { select: Some(of(&["ANO"])), ignore: of(&["ANO001"]), ..Flags::default() };
    let (layer, problems) = Layer::of_flags(flags);
    assert_eq!(problems, []);
    let resolved = Config { layers: vec![layer] }.resolve(None);
    let place = RULES.iter().position(|rule| rule.code == "ANO001").unwrap();
    assert!(!resolved.settings.rules[place].on);
    assert_eq!(resolved.from[place].on.to_string(), "--ignore");
    let (_, problems) = Layer::of_flags(Flags { extend_select: of(&["ANO0001"]), ..Flags::default() });
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["--extend-select: `ANO0001` is no rule's code or name: did you mean `ANO001`"]
    );
}

#[test]
fn what_no_rule_of_a_pack_is_called_either_is_told_of_once_packs_are_there() {
    for (text, of_none, of_packs) in [
        ("select = ['weather']", "2:11: `weather` is no rule's code or name: `sayso rule --all` lists them", ""),
        ("[rules.bare-sorce]", "2:8: `bare-sorce` is no rule's code or name: did you mean `bare-source`", ""),
        (
            "ignore = ['which-expert']",
            "2:11: `which-expert` is no rule's code or name: did you mean `which-experts`",
            "",
        ),
        ("ignore = ['which-experts', 'HSE']\n[rules.hse001]\nseverity = 'error'", "", ""),
        ("ignore = ['HSE007']", "", "2:11: `HSE007` is no rule's code or name: did you mean `HSE001`"),
        (
            "ignore = ['XYZ007']",
            "",
            "2:11: `XYZ007` is no rule's code or name: name its pack in `packs`, or take it out",
        ),
        (
            "ignore = ['WIR001']",
            "",
            "2:11: `WIR001` is of the pack `wire`, which is not named here: add `\"wire\"` to `packs`, or take it out",
        ),
    ] {
        let mut config = config(&[&format!("packs = ['house']\n{text}")]);
        let pack = "name = 'house'\n[[rule]]\ncode = 'HSE001'\nname = 'which-experts'\nmessage = 'M'\nhelp = 'H'\n\
                    match = { of = 'source' }";
        let pack = Text { text: pack, name: "pack.toml", folder: "", is_file: true, output_formats: &[] };
        assert_eq!(config.load_packs(|_, _| Ok((Arc::new(crate::pack::parse(pack).0), Vec::new()))), []);
        let unknown = config.unknown_rules();
        let said = |problems: Vec<Problem>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let place = |expect: &str| if expect.is_empty() { String::new() } else { format!("sayso.toml:{expect}") };
        assert_eq!((said(unknown.of_none), said(unknown.of_packs)), (place(of_none), place(of_packs)), "{text}");
        // What may be a pack's that cannot be had is not told of twice.
        config.layers.retain(|layer| !layer.name.starts_with("pack"));
        config.load_packs(|_, _| Err("no such file".to_owned()));
        assert!(config.unknown_rules().of_none.is_empty() && config.unknown_rules().of_packs.is_empty(), "{text}");
    }
}

#[test]
fn a_packs_rule_is_named_like_any_other() {
    let held = |text: &str| {
        let mut config = config(&[&format!("packs = ['wire']\n{text}")]);
        config.load_packs(|_, _| Err(String::new()));
        assert!(config.unknown_rules().of_none.is_empty(), "{text}");
        let settings = config.resolve(Some("/news/a.md")).settings;
        (settings.packs[0].rules[2].on, settings.packs[0].rules[2].severity)
    };
    assert_eq!(held(""), (true, Severity::Error));
    assert_eq!(held("ignore = ['credit-pick-ups']"), (false, Severity::Error));
    assert_eq!(held("ignore = ['WIR']\nextend-select = ['Credit-Pick-Ups']"), (true, Severity::Error));
    assert_eq!(held("[rules.credit-pick-ups]\nseverity = 'info'"), (true, Severity::Info));
    assert_eq!(held("[per-file-ignores]\n'*.md' = ['credit-pick-ups']"), (false, Severity::Error));
}
