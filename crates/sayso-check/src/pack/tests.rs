//! Packs that come with the program, packs of the documentation, and packs that are wrong.

use std::fmt::Write;
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use sayso_article::Format;
use sayso_reading::Reader;

use crate::config::{Config, Layer, Problem, Text};
use crate::pack::condition::{BESIDE, CONDITIONS, has_piece};
use crate::pack::names::{Named, Of, Piece, kebab};
use crate::pack::{Pack, SHIPPED, parse, shipped, try_out};
use crate::{Finding, PackSettings, Settings, check};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn read(text: &str) -> (Pack, Vec<Problem>) {
    parse(Text { text, name: "pack.toml", folder: "", is_file: true, output_formats: &[] })
}

fn passes(pack: &Pack) {
    for trial in try_out(pack, &READER) {
        assert!(trial.failure.is_none(), "{} {}: {:#?}", trial.at, trial.rule.code, trial.failure);
    }
}

/// A pack of one rule with these conditions.
fn rule(conditions: &str) -> String {
    format!(
        "name = 'house'\n[words]\nvague = ['experts']\n[[rule]]\ncode = 'HSE001'\nname = 'one'\nmessage = '“{{source}}”'\n\
         help = 'Do'\n[rule.match]\nof = 'attribution'\n{conditions}\n"
    )
}

/// What is said of a pack.
fn says(text: &str, expect: &[&str]) {
    let (_, problems) = read(text);
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, expect, "{text}");
}

/// What is said of conditions that stand in line 11.
fn of_conditions(conditions: &str, expect: &str) {
    says(&rule(conditions), &[&format!("pack.toml:{expect}")]);
}

fn findings(pack: Pack, article: &str) -> Vec<Finding> {
    let settings = Settings { packs: vec![PackSettings::of(Arc::new(pack))], ..Settings::only(crate::RULES[0]) };
    let article = sayso_article::read(article.as_bytes(), Format::Text, None);
    let own = |finding: &Finding| finding.code != crate::RULES[0].code;
    check(&READER.read(article), &settings, &[]).into_iter().filter(own).collect()
}

#[test]
fn shipped_packs_pass_their_own_tests() {
    for (name, text) in SHIPPED {
        let (pack, problems) = read(text);
        assert_eq!(problems, [], "{name}");
        assert_eq!(pack.name, *name);
        assert!(pack.rules.len() >= 5, "{name}");
        assert!(pack.version.is_some() && pack.licence.is_some() && pack.description.is_some(), "{name}");
        for rule in &pack.rules {
            let (fires, silent) = rule.tests();
            assert!(fires > 0 && silent > 0, "{name}: {} has tests of both kinds", rule.code);
            assert!(rule.authority.is_some() && rule.why.is_some(), "{name}: {}", rule.code);
        }
        passes(&pack);
        assert_eq!(shipped(name).map(|pack| pack.rules.len()), Some(pack.rules.len()));
    }
    assert!(shipped("no-such-pack").is_none());
}

#[test]
fn shipped_packs_can_all_be_used_at_once() {
    let mut config = Config { layers: vec![naming(&["wire", "broadcaster", "local", "wiki"])] };
    assert_eq!(config.load_packs(|named, _| Err(named.to_owned())), []);
    let resolved = config.resolve(None);
    assert_eq!(resolved.settings.packs.len(), 4);
    assert!(resolved.settings.pack_rule("WIR003").is_some_and(|rule| rule.name == "credit-pick-ups"));
}

// The page.

const PAGE: &str = include_str!("../../../../docs/packs.md");

fn fenced() -> impl Iterator<Item = &'static str> {
    PAGE.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```").map(|(block, _)| block))
}

#[test]
fn what_the_page_shows_works() {
    let mut packs = 0;
    for block in fenced() {
        if block.starts_with("packs =") {
            let text = Text { text: block, name: ".sayso.toml", folder: "", is_file: true, output_formats: &[] };
            assert_eq!(crate::config::parse(text).1, []);
            continue;
        }
        let text = if block.starts_with("name =") { block.to_owned() } else { format!("name = 'house'\n{block}") };
        let (pack, problems) = read(&text);
        assert_eq!(problems, [], "{block}");
        assert!(pack.rules.iter().all(|rule| rule.tests().0 > 0), "{block}");
        passes(&pack);
        packs += 1;
    }
    assert_eq!(packs, 3);
}

/// The row of a table that begins with a name.
fn row(name: &str) -> &'static str {
    let begins = |line: &&str| {
        let first = line.strip_prefix("| ").and_then(|line| line.split(" |").next()).unwrap_or_default();
        first.split(", ").any(|cell| cell == format!("`{name}`"))
    };
    PAGE.lines().rfind(begins).unwrap_or_else(|| panic!("`{name}` has no row"))
}

#[test]
fn the_page_has_a_row_for_each_condition_with_what_it_can_be_asked_of() {
    let letter = |of: Of| match of {
        Of::Attribution => "a",
        Of::Source => "s",
        Of::Figure => "f",
        Of::Sentence => "t",
        Of::Quotation => "q",
        Of::Headline => "h",
    };
    for known in CONDITIONS {
        let expect: Vec<&str> = known.of.iter().map(|of| letter(*of)).collect();
        // Names of conditions are names of pieces too, further down.
        let lines = PAGE.lines().filter(|line| line.starts_with(&format!("| `{}` | ", known.name)));
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split(" | ").nth(1).unwrap().split(' ').collect()).collect();
        assert!(rows.contains(&expect), "{}: {rows:?}", known.name);
    }
    for piece in Piece::ALL {
        let line = row(&kebab(*piece));
        let said: Vec<&str> = line.split(" | ").nth(1).unwrap().split(' ').collect();
        for of in Of::ALL {
            assert_eq!(said.contains(&letter(*of)), has_piece(*of, *piece), "{line}: {of:?}");
        }
    }
    for of in Of::ALL {
        row(&kebab(*of));
    }
    for key in crate::pack::parse::RULE_KEYS.iter().chain(&BESIDE) {
        assert!(PAGE.contains(&format!("`{key}`")) || PAGE.contains(&format!("`[rule.{key}]`")), "{key}");
    }
}

#[test]
fn the_page_names_all_values() {
    fn all<N: Named>(condition: &str) {
        let lines = PAGE.lines().filter(|line| line.starts_with(&format!("| `{condition}` | ")));
        let lines: String = lines.collect();
        for value in N::ALL {
            assert!(lines.contains(&format!("`{}`", kebab(*value))), "{condition}: {}", kebab(*value));
        }
    }
    all::<sayso_reading::SourceType>("source-type");
    all::<sayso_reading::Terms>("terms");
    all::<sayso_reading::Act>("act");
    all::<sayso_reading::Kind>("kind");
    all::<sayso_reading::Stance>("stance");
    all::<sayso_reading::Channel>("channel");
    all::<sayso_reading::figures::Bound>("bound");
    all::<crate::pack::names::Position>("position");
    all::<crate::pack::names::First>("first");
    all::<crate::pack::names::In>("in");
    all::<crate::pack::names::Voice>("voice");
}

// How conditions hold.

/// The rule with these conditions finds what is marked.
fn finds(conditions: &str, marked: &str) {
    let (mut pack, problems) = read(&rule(conditions));
    assert_eq!(problems, [], "{conditions}");
    let fires = marked.contains('⟦');
    pack.rules[0].tests = vec![super::Test { article: marked.to_owned(), fires, at: pack.rules[0].at.clone() }];
    passes(&pack);
}

#[test]
fn conditions_are_of_the_reading() {
    let two = "The road is shut, ⟦officials⟧ said. “It is not safe,” the engineer, Pim Lott, said.";
    finds("source-type = 'unnamed-group'", two);
    finds("kind = 'indirect'", two);
    finds("lacks = 'name'", two);
    finds("not = { has = 'name' }", two);
    finds("any = [{ kind = 'mixed' }, { lacks = ['name'] }]", two);
    finds("cue = 'said'\nin = 'content'\nwords = 'road'", two);
    finds("all = [{ in = 'source', words = 'OFFICIALS' }, { in = 'content', words = 'sh*' }]", two);
    let quote = "The road is shut, officials said. “It is not safe,” ⟦the engineer, Pim Lott⟧, said.";
    finds("position = 'first-quote'", quote);
    finds("kind = 'direct'\nfirst = 'content'\nnested = false\ndepth = 1\nnegated = false", quote);
    finds("has = ['title', 'name']\nterms = 'none'\nstance = 'none'\nchannel = 'none'\nact = 'says'", quote);
    finds("kind = 'direct'\npattern = '(?i)^“it.*safe'", quote);
    finds("cue = 'claimed'", &two.replace(['⟦', '⟧'], ""));
    finds("nested = true", "The Courier reported that ⟦officials⟧ said the road was shut.");
    finds(
        "source-type = 'anonymous-source'\nhas = 'reason'",
        "The deal is off, said ⟦a person close to the talks⟧ who asked not to be named because they were private.",
    );
}

#[test]
fn a_message_is_filled_with_the_articles_words() {
    let text = "name = 'house'\n[[rule]]\ncode = 'HSE001'\nname = 'one'\nmessage = '“{source}” {cue} “{content}”, {count}.'\n\
                help = 'Ask {source}'\n[rule.match]\nof = 'attribution'\nat = 'cue'";
    let (pack, problems) = read(text);
    assert_eq!(problems, []);
    let found = findings(pack, "Officials said the road was shut.");
    assert_eq!(found.len(), 1, "{found:?}");
    let Finding { code, name, message, help, .. } = &found[0];
    assert_eq!((code.as_str(), name.as_str()), ("HSE001", "one"));
    assert_eq!(message, "“Officials” said “the road was shut”, 1");
    assert_eq!(help, "Ask Officials");
}

// What configurations say of packs.

fn naming(packs: &[&str]) -> Layer {
    layer(&format!("packs = {packs:?}"))
}

fn layer(text: &str) -> Layer {
    let (layer, problems) =
        crate::config::parse(Text { text, name: "sayso.toml", folder: "/news", is_file: true, output_formats: &[] });
    assert_eq!(problems, [], "{text}");
    layer
}

/// A code, whether its rule holds, and how grave it is.
type Held = (String, bool, &'static str);

/// Which of the pack's rules hold by these configurations, and what is said of them.
fn resolved(pack: &str, layers: &[&str]) -> (Vec<Held>, Vec<String>, Settings) {
    let mut config = Config { layers: layers.iter().map(|text| layer(text)).collect() };
    let problems = config.load_packs(|_, folder| {
        assert_eq!(folder, "/news");
        let (pack, problems) = read(pack);
        Ok((Arc::new(pack), problems))
    });
    let unknown = config.unknown_rules();
    let problems: Vec<Problem> = [problems, unknown.of_packs, unknown.of_none].concat();
    let settings = config.resolve(Some("/news/a.md")).settings;
    let held = settings.packs.iter().flat_map(|held| held.pack.rules.iter().zip(&held.rules));
    let held = held.map(|(rule, setting)| (rule.code.clone(), setting.on, setting.severity.name())).collect();
    (held, problems.iter().map(ToString::to_string).collect(), settings)
}

#[test]
fn a_pack_lies_below_the_configuration_that_names_it() {
    let pack = rule("") + "[settings]\nignore = ['ANO']\nrules.HSE001.severity = 'info'\n";
    let held = |layers: &[&str]| {
        let (held, problems, settings) = resolved(&pack, layers);
        assert_eq!(problems, [""; 0], "{layers:?}");
        let place = crate::RULES.iter().position(|rule| rule.code == "ANO001").unwrap();
        (held[0].1, held[0].2, settings.rules[place].on)
    };
    assert_eq!(held(&["packs = ['p']"]), (true, "info", false));
    assert_eq!(held(&["packs = ['p']\nextend-select = ['ANO']"]), (true, "info", true));
    assert_eq!(held(&["extend-select = ['ANO']", "packs = ['p']"]), (true, "info", false));
    assert_eq!(
        held(&["packs = ['p']", "ignore = ['HSE001']\n[rules.HSE001]\nseverity = 'error'"]),
        (false, "error", false)
    );
    assert_eq!(held(&["packs = ['p']\nignore = ['HSE']"]), (false, "info", false));
    assert_eq!(held(&["packs = ['p']\nselect = ['ANO']"]), (false, "info", true));
    assert_eq!(held(&["packs = ['p']\n[per-file-ignores]\n'*.md' = ['HSE001']"]), (false, "info", false));
}

#[test]
fn what_no_pack_has_is_told_of() {
    let (_, problems, _) = resolved(&rule(""), &["packs = ['p']\nignore = ['HSE002']"]);
    assert_eq!(problems, ["sayso.toml:2:11: `HSE002` is no rule's code or name: did you mean `HSE001`"]);
    let (_, problems, _) = resolved(&rule(""), &["[rules.XYZ001]\nseverity = 'info'"]);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let mut config = Config { layers: vec![naming(&["wiree"])] };
    let problems = config.load_packs(|_, _| Err("no such file or folder: check the spelling".to_owned()));
    assert_eq!(problems[0].to_string(), "sayso.toml:1:10: there is no pack `wiree`: did you mean `wire`");
    let mut config = Config { layers: vec![naming(&["a", "b"])] };
    let text = |named: &str| rule("").replace("'house'", &format!("'{named}'"));
    let problems = config.load_packs(|named, _| Ok((Arc::new(read(&text(named)).0), Vec::new())));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("both have a rule HSE001 [one]"), "{problems:?}");
    let mut config = Config { layers: vec![naming(&["wire", "wire"])] };
    let problems = config.load_packs(|named, _| Err(named.to_owned()));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].to_string(), "sayso.toml:1:18: `wire` is named twice: take one of the two out");
    assert!(!problems[0].is_error && config.resolve(None).settings.packs.len() == 1);
}

// What is wrong.

#[test]
fn broken_toml_is_an_error_with_its_place() {
    for text in ["name = ", "name = 'a'\n[[rule]\n", "[[rule]]\ncode = 'A\n", "é", "name = 'a'\nname = 'b'"] {
        let (pack, problems) = read(text);
        assert!(pack.rules.is_empty());
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(
            problems[0].origin.place.is_some() && problems[0].message.starts_with("this is no TOML"),
            "{problems:?}"
        );
    }
    assert_eq!(read(&format!("name = {}", "[".repeat(200_000))).1.len(), 1);
    assert_eq!(read(&" ".repeat(2 << 20)).1[0].message, "a pack has at most 1048576 bytes: make two of it");
}

#[test]
fn what_is_unknown_or_of_a_wrong_type_says_what_would_be_right() {
    of_conditions(
        "sorce-type = 'document'",
        "11:1: unknown key `rule.match.sorce-type` is no condition: did you mean `source-type`",
    );
    of_conditions(
        "source-type = 'documents'",
        "11:15: `rule.match.source-type`: there is no `documents`: did you mean `document`",
    );
    of_conditions(
        "act = 3",
        "11:7: `rule.match.act` is a whole number where one of `says`, `thinks`, `wants` is expected",
    );
    of_conditions("act = []", "11:7: `rule.match.act`: a list of nothing never holds: write a value or take it out");
    of_conditions("nested = 'yes'", "11:10: `rule.match.nested` is a string where `true` or `false` is expected");
    of_conditions("value = 3", "11:1: `rule.match.value` cannot be asked of an attribution: it is of `figure`");
    of_conditions(
        "depth = { at-leest = 2 }",
        "11:11: unknown key `rule.match.depth.at-leest` is no end of a range: did you mean `at-least`",
    );
    of_conditions(
        "depth = { at-least = 3, at-most = 2 }",
        "11:9: `rule.match.depth`: no number lies in it: write `{ at-least = 2, at-most = 5 }`",
    );
    of_conditions(
        "in = 'source'",
        "11:1: `rule.match.in` says where words are looked for: write `words` or `pattern` beside it",
    );
    of_conditions("words = '$vage'", "11:9: `rule.match.words`: there is no list `$vage`: did you mean `vague`");
    of_conditions(
        "pattern = '$experts'",
        "11:11: `rule.match.pattern`: there is no list `$experts`: write it under `[words]`",
    );
    of_conditions(
        "words = ['*']",
        "11:9: `rule.match.words`: `*` has a `*` that stands alone: put letters before it, as in `expert*`",
    );
    of_conditions("not = {}", "11:7: `rule.match.not`: it holds no condition: write one or take it out");
    of_conditions(
        "has = 'giver'",
        "11:7: `rule.match.has`: `giver` cannot be asked of an attribution: what can is `title`, \
        `affiliation`, `justification`, `name`, `reason`, `date`, `source`, `cue`",
    );
}

#[test]
fn bad_patterns_are_errors_and_no_pattern_hangs() {
    for (pattern, expect) in [
        ("(a", "it is no regular expression (unclosed group): put `\\` before a mark that is meant as itself"),
        ("a(?=b)", "look-around, including look-ahead and look-behind, is not supported: write"),
        ("(a)\\\\1", "backreferences are not supported: write"),
        ("(?:a{1000}){1000}{1000}", "it is too large: use smaller numbers in `{…}`"),
        ("\\\\w{5000}", "it is too large"),
        (&"(".repeat(5000), "it is no regular expression"),
        (&"a|".repeat(50_000), "it is too large: at most 65536 bytes"),
    ] {
        let (pack, problems) = read(&rule(&format!("pattern = \"{pattern}\"")));
        assert!(pack.rules.is_empty(), "{pattern}");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].origin.place, Some((11, 11)));
        assert!(problems[0].message.starts_with(&format!("`rule.match.pattern`: {expect}")), "{}", problems[0]);
    }
    // What would never end elsewhere.
    let mut lists = super::phrases::Lists::default();
    let text = "a".repeat(1 << 20) + "!";
    for pattern in ["(a+)+$", "(a|a)*b", "(?:a?){50}a{50}$", "(.*)*x"] {
        let made = lists.pattern(pattern).unwrap();
        let start = Instant::now();
        assert!(!made.is_match(&text), "{pattern}");
        assert!(start.elapsed().as_secs() < 20, "{pattern}");
    }
}

#[test]
fn what_is_wrong_with_one_rule_leaves_the_others() {
    let good = "[[rule]]\ncode = 'HSE009'\nname = 'nine'\nmessage = 'M'\nhelp = 'H'\nmatch = { of = 'headline' }\n";
    for (bad, expect) in [
        (
            "code = 'ANO001'",
            "`ANO001` is no code for a pack's rule: `ANO` is for Sayso's own rules (Anonymity), take letters of your house",
        ),
        (
            "code = 'house1'",
            "`house1` is no code for a pack's rule: write three or four capitals and three digits, such as `HSE001`",
        ),
        ("code = 'HSE009'", "`HSE009` is taken by the rule in line 3: give this one another"),
        ("name = 'bare-source'", "`bare-source` is what Sayso's own rule ANO001 is called: call this one otherwise"),
        ("name = 'Nine'", "`rule.name`: `Nine` is no name: write it in small letters with `-` between words"),
        ("message = '{sourc}'", "`rule.message`: `{sourc}` is nothing: did you mean `source`"),
        ("message = '{source'", "`rule.message`: `{` is never closed: write `{source}`, or leave it out"),
        ("severity = 'fatal'", "`rule.severity` is `fatal` where `\"error\"`, `\"warning\"` or `\"info\"` is expected"),
        ("category = 'stile'", "`rule.category`: there is no `stile`: did you mean `style`"),
        ("match = 3", "`rule.match` is a whole number where a table, such as `{ of = \"attribution\" }`, is expected"),
        (
            "match = {}",
            "`rule.match` says not what it looks at: write `of = \"…\"`, one of `attribution`, `source`, `figure`, \
            `sentence`, `quotation`, `headline`",
        ),
    ] {
        let keys = [
            ("code", "'HSE001'"),
            ("name", "'one'"),
            ("message", "'M'"),
            ("help", "'H'"),
            ("match", "{ of = 'source' }"),
        ];
        let key = bad.split(' ').next().unwrap();
        let mut rule = "[[rule]]\n".to_owned();
        for (name, value) in keys.iter().filter(|(name, _)| *name != key) {
            writeln!(rule, "{name} = {value}").unwrap();
        }
        let (pack, problems) = read(&format!("name = 'house'\n{good}{rule}{bad}\n"));
        let said: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(said, [expect], "{bad}");
        assert!(problems[0].origin.place.is_some_and(|(line, _)| line > 7), "{problems:?}");
        assert_eq!(pack.rules.iter().map(|rule| rule.code.as_str()).collect::<Vec<_>>(), ["HSE009"], "{bad}");
    }
    let (pack, problems) = read(&format!("name = 'house'\nauthor = 'me'\n[[rule]]\n{good}colour = 'red'\n"));
    assert_eq!(pack.rules.len(), 1);
    assert_eq!(problems.len(), 7, "{problems:#?}");
    assert!(problems[0].message.ends_with("did you mean `authors`"));
    assert!(problems[1].message.starts_with("a rule has no `code`: write three letters"), "{}", problems[1]);
}

#[test]
fn ten_thousand_rules_are_too_many_and_the_first_ones_work() {
    let mut text = "name = 'house'\n".to_owned();
    for number in 0..10_000 {
        let letters = if number < 1000 { "HSE" } else { "HSF" };
        writeln!(
            text,
            "[[rule]]\ncode='{letters}{:03}'\nname='r{number}'\nmessage='M'\nhelp='H'\nmatch={{of='source'}}",
            number % 1000
        )
        .unwrap();
    }
    let (pack, problems) = read(&text);
    assert_eq!(pack.rules.len(), 500);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].origin.place.map(|(line, _)| line), Some(2 + 500 * 6));
}

#[test]
fn large_lists_are_bounded() {
    let mut words = String::new();
    for number in 0..20_000 {
        write!(words, "'word{number}',").unwrap();
    }
    let (_, problems) = read(&format!("name = 'a'\n[words]\nmany = [{words}]\n"));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].origin.to_string(), "pack.toml:3:1");
    // A list many times over in a pattern.
    let many = "$vague|".repeat(20_000);
    let (_, problems) = read(&rule(&format!("pattern = '{many}x'")));
    assert!(problems.len() == 1 && problems[0].message.contains("too large"), "{problems:?}");
    // Depth.
    let deep = "not = {".repeat(40) + "nested = true" + &"}".repeat(40);
    let (pack, problems) = read(&rule(&deep));
    assert!(pack.rules.is_empty() && problems.len() == 1, "{problems:?}");
}

#[test]
fn a_packs_rule_is_suppressed_like_any_other() {
    let settings = |text: &str| {
        let packs = vec![PackSettings::of(Arc::new(read(&rule(text)).0))];
        Settings { packs, ..Settings::only(crate::rule("unknown-rule-in-suppression").unwrap()) }
    };
    let found = |text: &str, article: &str| {
        let article = sayso_article::read(article.as_bytes(), Format::Markdown, None);
        let found = check(&READER.read(article), &settings(text), &[]);
        found.into_iter().map(|finding| (finding.code, finding.suppressed.is_some())).collect::<Vec<_>>()
    };
    let article = "<!-- sayso: ignore[HSE001] the desk knows them -->\nThe road is shut, officials said.\n";
    assert_eq!(found("", article), [("HSE001".to_owned(), true)]);
    // One that finds nothing is known all the same.
    assert_eq!(found("words = 'mayor'", article), []);
}

#[test]
fn what_can_never_hold_or_means_nothing_is_told_of() {
    of_conditions("depth = -1", "11:9: `rule.match.depth`: no count is such: write whole numbers from 0");
    of_conditions("depth = 1.5", "11:9: `rule.match.depth`: no count is such: write whole numbers from 0");
    of_conditions(
        "count = { at-least = -1 }",
        "11:9: `rule.match.count`: no count is such: write whole numbers from 0",
    );
    of_conditions(
        "at = 'words'",
        "11:6: `rule.match.at`: no words are looked for: write `words` or `pattern` beside it",
    );
    of_conditions(
        "pattern = ''",
        "11:11: `rule.match.pattern`: it fits where nothing is written: write what must be there",
    );
    of_conditions(
        "pattern = 'x*'",
        "11:11: `rule.match.pattern`: it fits where nothing is written: write what must be there",
    );
    for right in ["at = 'words'\nall = [{ words = 'experts' }]", "depth = { at-least = 2 }\ncount = 0"] {
        says(&rule(right), &[]);
    }
    let when = "[rule.when]\nof = 'attribution'\nat = 'cue'";
    of_conditions(when, "13:1: `rule.when.at` means nothing: what a finding points at is said under `[rule.match]`");
    says(
        "name = 'a'\n[words]\nb = ['c', '$d']\nd = 3",
        &[
            "pack.toml:3:11: `words.b`: `$d` names a list, which a list cannot hold: write its words",
            "pack.toml:4:5: `words.d` is a whole number where a list of words, such as `[\"analysts\", \"observers\"]`, is expected",
        ],
    );
    let (_, problems) = read("name = 'wire'");
    assert_eq!(
        problems[0].to_string(),
        "pack.toml:1:8: `wire` is what a pack is called that comes with Sayso: call this one otherwise"
    );
    assert!(!problems[0].is_error);
}
