//! House packs: tried by themselves, and in what is checked.

use crate::support::{Desk, Run};

const PACK: &str = "\
name = 'house'
[[rule]]
code = 'HSE001'
name = 'which-experts'
message = '“{source}” names nobody'
help = 'Name one'
fires = ['The price will fall, ⟦experts⟧ said.']
silent = ['The price will fall, Ilse Marn, an analyst at Tarn Bank, said.']
[rule.match]
of = 'attribution'
in = 'source'
words = 'experts'
";

fn desk(pack: &str) -> Desk {
    Desk::new(&[
        ("desk/house/pack.toml", pack.as_bytes()),
        ("news/.sayso.toml", b"packs = ['../desk/house']\nselect = ['HSE']\n"),
        ("news/a.txt", b"The price of coal will fall again this year, experts said on Monday.\n"),
    ])
}

fn ends(run: &Run, status: i32, out: &str, err: &str) {
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (status, out, err));
}

#[test]
fn a_pack_is_tried_on_its_own_tests() {
    let desk = desk(PACK);
    let passed = "house: rules: 1, tests: 2, failed: 0\n";
    ends(&desk.run(&["test", "desk/house"]), 0, passed, "");
    ends(&desk.run(&["test", "desk/house/pack.toml"]), 0, passed, "");
    let covered = "  HSE001 [which-experts]  fires: 1  silent: 1\n  rules with tests of both kinds: 1 of 1\n";
    ends(&desk.run(&["test", "--coverage", "desk/house"]), 0, &format!("{passed}{covered}"), "");
    assert_eq!(desk.run(&["test", "wire", "broadcaster", "local", "wiki"]).status, 0);
}

#[test]
fn a_failed_test_shows_the_article_twice() {
    let desk = desk(&PACK.replace("⟦experts⟧ said", "experts ⟦said⟧"));
    let run = desk.run(&["test", "desk/house"]);
    let expect = "desk/house/pack.toml:7:10: HSE001 [which-experts] what is found is not what is marked\n  \
                  expected  The price will fall, experts ⟦said⟧.\n  \
                  found     The price will fall, ⟦experts⟧ said.\n\n\
                  house: rules: 1, tests: 2, failed: 1\n";
    ends(&run, 1, expect, "");
}

#[test]
fn what_is_wrong_with_a_pack_is_told_of_and_the_rest_is_tried() {
    let desk = desk(&format!("{PACK}\n[[rule]]\ncode = 'ANO001'\n"));
    let run = desk.run(&["test", "desk/house", "no-such"]);
    assert_eq!((run.status, run.out.as_str()), (2, "house: rules: 1, tests: 2, failed: 0\n"));
    let messages = run.messages();
    assert!(messages[0].starts_with("sayso: error: desk/house/pack.toml:14:1: a rule has no"), "{messages:?}");
    assert!(messages.iter().any(|message| message.contains("no-such/pack.toml: no such file")), "{messages:?}");
    assert!(desk.run(&["test"]).err.contains("there is no `pack.toml` in this folder"));
}

#[test]
fn what_is_checked_is_checked_by_the_packs_that_its_configuration_names() {
    let desk = desk(PACK);
    let concise = ["check", "--output-format", "concise", "--no-cache", "news"];
    let found = "news/a.txt:1:46: warning HSE001 [which-experts] “experts” names nobody\n";
    ends(&desk.run(&concise), 1, found, "");
    desk.put("news/.sayso.toml", b"packs = ['../desk/house', 'wire']\nignore = ['HSE001', 'WIR', 'ANO', 'VAG']\n");
    ends(&desk.run(&concise), 0, "", "");
    // A changed pack is another one to the cache.
    desk.put("news/.sayso.toml", b"packs = ['../desk/house']\nselect = ['HSE']\n");
    let cached = ["check", "--output-format", "concise", "news"];
    ends(&desk.run(&cached), 1, found, "");
    ends(&desk.run(&cached), 1, found, "");
    desk.put("desk/house/pack.toml", PACK.replace("names nobody", "is nobody").as_bytes());
    assert!(desk.run(&cached).out.ends_with("“experts” is nobody\n"));
}

#[test]
fn a_pack_that_cannot_be_had_is_trouble_and_the_rest_is_checked() {
    let desk = desk(PACK);
    desk.put("news/.sayso.toml", b"packs = ['../desk/house', '../desk/huose']\nselect = ['HSE']\n");
    let run = desk.run(&["check", "--output-format", "concise", "--no-cache", "news"]);
    assert_eq!(run.status, 2);
    assert!(run.out.contains("HSE001"), "{}", run.out);
    assert!(
        run.err.starts_with("sayso: error: news/.sayso.toml:1:27: there is no pack `../desk/huose`: "),
        "{}",
        run.err
    );
    // A rule of no pack.
    desk.put("news/.sayso.toml", b"packs = ['../desk/house']\nselect = ['HSE002']\n");
    let run = desk.run(&["check", "--no-cache", "news"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("news/.sayso.toml:2:11: `HSE002` is no rule's code"), "{}", run.err);
}

#[test]
fn a_packs_rule_has_its_page_and_its_place_in_the_configuration() {
    let desk = desk(PACK);
    desk.put("sayso.toml", b"packs = ['desk/house']\n[rules.HSE001]\nseverity = 'error'\n");
    let run = desk.run(&["rule", "hse001"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(
        run.out.starts_with("HSE001 [which-experts]\nHouse pack, desk/house/pack.toml:2:1 · style · warning\n"),
        "{}",
        run.out
    );
    assert!(run.out.contains("Example\n    The price will fall, experts said.\n"), "{}", run.out);
    assert!(desk.run(&["rule", "credit-pick-ups", "--output-format", "json"]).out.contains("\"WIR003\""));
    let run = desk.run(&["config"]);
    assert!(run.out.contains("HSE001 [which-experts] error"), "{}", run.out);
    assert!(run.out.contains("  severity = \"error\""), "{}", run.out);
}

#[test]
fn a_pack_is_named_as_seen_from_the_file_that_names_it() {
    let desk = desk(PACK);
    desk.put("desk/base.toml", b"packs = ['./house']\nselect = ['HSE']\n");
    desk.put("news/.sayso.toml", b"extend = '../desk/base.toml'\n");
    let found = "news/a.txt:1:46: warning HSE001 [which-experts] “experts” names nobody\n";
    let concise = ["check", "--output-format", "concise", "--no-cache", "news/a.txt"];
    ends(&desk.run(&concise), 1, found, "");
    ends(&desk.run(&[&concise[..], &["--config", "desk/base.toml"]].concat()), 1, found, "");
    ends(&desk.run_alone(&concise, &[("SAYSO_CONFIG", "desk/base.toml")]), 1, found, "");
    // And is called in messages as seen from here.
    desk.put("desk/house/pack.toml", format!("{PACK}\n[[rule]]\ncode = 'ANO001'\n").as_bytes());
    let run = desk.run(&concise);
    assert_eq!((run.status, run.out.as_str()), (2, found));
    assert!(run.messages()[0].starts_with("sayso: error: desk/house/pack.toml:14:1: "), "{}", run.err);
    desk.put("desk/base.toml", b"packs = ['./huose', 'wire', 'wire']\n");
    let run = desk.run(&concise);
    assert_eq!(
        run.messages(),
        [
            "sayso: error: desk/base.toml:1:10: there is no pack `./huose`: desk/huose/pack.toml: no such file or folder: \
             check the spelling",
            "sayso: warning: desk/base.toml:1:29: `wire` is named twice: take one of the two out",
        ]
    );
}

#[test]
fn a_packs_rule_goes_by_its_name_too() {
    let desk = desk(PACK);
    let check =
        |args: &[&str]| desk.run(&[&["check", "--output-format", "concise", "--no-cache", "news"], args].concat());
    ends(&check(&["--ignore", "which-experts"]), 0, "", "");
    desk.put(
        "news/.sayso.toml",
        b"packs = ['../desk/house']\nselect = ['which-experts']\nrules.which-experts.severity = 'error'",
    );
    ends(&check(&[]), 1, "news/a.txt:1:46: error HSE001 [which-experts] “experts” names nobody\n", "");
    let run = check(&["--ignore", "which-expert"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.messages()[0].ends_with("`which-expert` is no rule's code or name: did you mean `which-experts`"),
        "{}",
        run.err
    );
    let run = check(&["--ignore", "WIR001"]);
    assert_eq!(run.status, 2);
    assert!(
        run.out.contains("HSE001") && run.err.contains("`WIR001` is of the pack `wire`"),
        "{} {}",
        run.out,
        run.err
    );
}

#[test]
fn what_is_no_pack_is_told_of() {
    let desk = desk(PACK);
    let says = |named: &str, says: &str| {
        let run = desk.run(&["test", named]);
        assert_eq!((run.status, run.messages()[0]), (2, format!("sayso: error: {says}").as_str()));
    };
    says("wir", "there is no pack `wir`: did you mean `wire`");
    says("news/a.txt", "news/a.txt:1:5: this is no TOML: key with no value, expected `=`");
    says(
        "news/a.txt/deep",
        "news/a.txt/deep/pack.toml: no such file or folder, a file stands in its path: check the spelling",
    );
    #[cfg(unix)]
    {
        let pipe = desk.path("pipe");
        std::fs::create_dir(&pipe).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(pipe.join("pack.toml")).status().unwrap().success());
        says("pipe", "pipe/pack.toml: no ordinary file, and is not read: put one in its place");
    }
    // What a later Sayso may know costs nothing now.
    desk.put("desk/house/pack.toml", format!("nme = 1\n{PACK}").as_bytes());
    let run = desk.run(&["test", "desk/house"]);
    assert_eq!(run.status, 0);
    assert_eq!(
        run.messages(),
        ["sayso: warning: desk/house/pack.toml:1:1: unknown key `nme` is passed over: did you mean `name`"]
    );
}
