//! `robots.txt` as RFC 9309 has it: which of a site's pages a robot may fetch.
//!
//! Forgiving as its section 2.2 asks: lines that are none of its own are passed over, the usual misspellings are understood, and
//! whatever the bytes are, an answer comes out. Of `crawl-delay`, which is no part of it, the number can be read.

use std::time::Duration;

/// Bytes that are read, the least that RFC 9309 (section 2.5) asks for; the rest is passed over.
const MOST: usize = 500 << 10;

/// The longest delay that is believed.
const MAX_DELAY: f64 = 86_400.0;

/// What a site says to robots.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Robots {
    groups: Vec<Group>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Group {
    /// Product tokens in lower case; `*` is all.
    agents: Vec<String>,
    rules: Vec<Rule>,
    delay: Option<Duration>,
}

#[derive(Clone, Debug, PartialEq)]
struct Rule {
    allows: bool,
    /// In the normal form of [`normal`].
    pattern: String,
}

#[derive(Clone, Copy)]
enum Key {
    Agent,
    Allow,
    Disallow,
    Delay,
}

/// Names of lines in lower case, with those that are misspelt often enough.
const KEYS: &[(&str, Key)] = &[
    ("user-agent", Key::Agent),
    ("useragent", Key::Agent),
    ("user agent", Key::Agent),
    ("allow", Key::Allow),
    ("disallow", Key::Disallow),
    ("dissallow", Key::Disallow),
    ("dissalow", Key::Disallow),
    ("disalow", Key::Disallow),
    ("disallaw", Key::Disallow),
    ("crawl-delay", Key::Delay),
    ("crawldelay", Key::Delay),
];

impl Robots {
    /// Reads a `robots.txt`. Anything can be read; what says nothing allows all.
    pub fn parse(bytes: &[u8]) -> Self {
        let bytes = &bytes[..bytes.len().min(MOST)];
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
        let mut groups: Vec<Group> = Vec::new();
        let mut is_heading = false;
        for (key, value) in text.split(['\r', '\n']).filter_map(line) {
            match (key, groups.last_mut()) {
                (Key::Agent, last) => {
                    let agent = product_token(value).to_ascii_lowercase();
                    match last.filter(|_| is_heading) {
                        Some(group) => group.agents.push(agent),
                        None => groups.push(Group { agents: vec![agent], ..Group::default() }),
                    }
                    is_heading = true;
                }
                // A rule before any group is nobody's.
                (_, None) => {}
                (Key::Allow | Key::Disallow, Some(group)) => {
                    is_heading = false;
                    if !value.is_empty() {
                        group.rules.push(Rule { allows: matches!(key, Key::Allow), pattern: normal(value, true) });
                    }
                }
                // It is no line of the RFC's and does not end a group's heading.
                (Key::Delay, Some(group)) => group.delay = delay(value).or(group.delay),
            }
        }
        Self { groups }
    }

    /// What it says to a robot of this product token (`sayso`): the rules of all groups that name it, else of those for all.
    pub fn rules_for(&self, product: &str) -> Rules<'_> {
        let product = product.to_ascii_lowercase();
        let naming = |name: &str| -> Vec<&Group> {
            self.groups.iter().filter(|group| group.agents.iter().any(|agent| agent == name)).collect()
        };
        let mut groups = naming(&product);
        if groups.is_empty() {
            groups = naming("*");
        }
        Rules { groups }
    }
}

/// What a site says to one robot.
#[derive(Clone, Debug)]
pub struct Rules<'r> {
    groups: Vec<&'r Group>,
}

impl Rules<'_> {
    /// Whether a page may be fetched. `target` is its path and query (`/a/b?c=d`). The rule with the longest pattern that matches
    /// decides; of two as long, the one that allows; `/robots.txt` itself is always allowed.
    pub fn allows(&self, target: &str) -> bool {
        let target = target.split('#').next().unwrap_or_default();
        let target = if target.starts_with('/') { normal(target, false) } else { normal(&format!("/{target}"), false) };
        if target == "/robots.txt" {
            return true;
        }
        let rules = self.groups.iter().flat_map(|group| &group.rules);
        rules
            .filter(|rule| matches(&rule.pattern, &target))
            .max_by_key(|rule| (rule.pattern.len(), rule.allows))
            .is_none_or(|rule| rule.allows)
    }

    /// How long it asks to wait between two requests; the longest where it says so twice.
    pub fn crawl_delay(&self) -> Option<Duration> {
        self.groups.iter().filter_map(|group| group.delay).max()
    }
}

/// What a line says; nothing for one that is none of ours.
fn line(line: &str) -> Option<(Key, &str)> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let (name, value) = line.split_once(':').or_else(|| line.split_once(char::is_whitespace))?;
    let name = name.trim();
    KEYS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, key)| (*key, value.trim()))
}

/// The product token at the beginning of a value: `sayso/1.0 (…)` → `sayso`.
fn product_token(value: &str) -> &str {
    if value == "*" || value.strip_prefix('*').is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
        return "*";
    }
    let end = value.find(|c: char| !(c.is_ascii_alphabetic() || matches!(c, '-' | '_')));
    &value[..end.unwrap_or(value.len())]
}

fn delay(value: &str) -> Option<Duration> {
    let seconds = value.parse::<f64>().ok().filter(|seconds| seconds.is_finite() && *seconds >= 0.0)?;
    Duration::try_from_secs_f64(seconds.min(MAX_DELAY)).ok()
}

/// The form in which patterns and targets are compared (RFC 9309, section 2.2.2): what need not be percent-encoded is not, all
/// else beyond ASCII is, in upper case. `*` and a last `$` of a pattern stay; elsewhere they are encoded, since they stand for
/// themselves.
fn normal(text: &str, is_pattern: bool) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        let hex = bytes.get(at + 1..at + 3).filter(|_| byte == b'%');
        let encoded = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        // `u8::from_str_radix` takes a sign.
        let encoded = encoded.filter(|_| bytes[at + 1] != b'+');
        at += if encoded.is_some() { 3 } else { 1 };
        let is_plain = match (byte, encoded) {
            (_, Some(byte)) => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~'),
            (b'*', None) => is_pattern,
            (b'$', None) => is_pattern && at == bytes.len(),
            (byte, None) => byte.is_ascii_graphic(),
        };
        let byte = encoded.unwrap_or(byte);
        if is_plain {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
            }
        }
    }
    out
}

/// Whether a pattern matches the beginning of a target, or all of it where it ends in `$`. Each piece between stars is looked for
/// from the left once, which suffices since a later place leaves less for the pieces after it.
fn matches(pattern: &str, target: &str) -> bool {
    let (pattern, is_whole) = pattern.strip_suffix('$').map_or((pattern, false), |pattern| (pattern, true));
    let mut pieces = pattern.split('*');
    let Some(mut rest) = target.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, inner)) = pieces.split_last() else { return !is_whole || rest.is_empty() };
    for piece in inner {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    if is_whole { rest.ends_with(last) } else { rest.contains(last) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(robots: &str, agent: &str, expect: &[(&str, bool)]) {
        let robots = Robots::parse(robots.as_bytes());
        for (target, allowed) in expect {
            assert_eq!(robots.rules_for(agent).allows(target), *allowed, "{agent} {target}: {robots:?}");
        }
    }

    /// After the example of RFC 9309, section 5.1.
    #[test]
    fn a_group_of_ones_own_is_all_that_counts() {
        let robots = "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\n\
            User-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n\n\
            User-Agent: barbot\nUser-Agent: bazbot\nDisallow: /example/page.html\n\nUser-Agent: quxbot\n";
        check(
            robots,
            "anybot",
            &[("/a.gif", false), ("/a.gif?b", true), ("/example/x", false), ("/publications/", true)],
        );
        check(robots, "FooBot", &[("/", false), ("/example/page.html", true), ("/example/allowed.gif", true)]);
        check(robots, "barbot", &[("/example/page.html", false), ("/example/", true), ("/a.gif", true)]);
        check(robots, "bazbot", &[("/example/page.html", false), ("/a.gif", true)]);
        check(robots, "quxbot", &[("/example/page.html", true), ("/a.gif", true)]);
        check(robots, "foo", &[("/publications/", true), ("/example/page.html", false)]);
    }

    /// After the example of section 5.2.
    #[test]
    fn the_longest_match_decides_and_to_allow_wins_ties() {
        let robots = "User-agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n";
        check(robots, "foobot", &[("/example/page/disallowed.gif", false), ("/example/page/", true)]);
        let robots =
            "User-agent: *\nDisallow: /page\nAllow: /page\nDisallow: /p\nAllow: /x/index.html\nDisallow: /x/\n";
        check(robots, "foobot", &[("/page", true), ("/pa", false), ("/x/", false), ("/x/index.html", true)]);
    }

    #[test]
    fn nothing_said_is_all_allowed() {
        for robots in
            ["", "User-agent: foobot\nDisallow:\n", "Disallow: /\n", "nonsense", "User-agent: barbot\nDisallow: /"]
        {
            check(robots, "foobot", &[("/", true), ("/a", true), ("", true)]);
        }
        check("User-agent: *\nDisallow: /", "foobot", &[("/robots.txt", true), ("/", false), ("", false)]);
    }

    #[test]
    fn groups_of_one_name_are_one() {
        let robots = "user-agent: foobot\ndisallow: /a\n\nuser-agent: barbot\ndisallow: /b\n\nUSER-AGENT: FOOBOT/2.1 (x)\nDISALLOW: /c";
        check(robots, "foobot", &[("/a", false), ("/b", true), ("/c", false)]);
        // Other lines and blank ones end no group.
        let robots = "User-agent: foobot\nSitemap: https://x.example/s.xml\n\nUser-agent: barbot\nCrawl-delay: 2\nDisallow: /a\n";
        check(robots, "foobot", &[("/a", false)]);
        check(robots, "barbot", &[("/a", false), ("/b", true)]);
    }

    #[test]
    fn lines_are_read_however_they_are_written() {
        for robots in [
            "\u{feff}User-agent: *\r\nDisallow: /a\r\n",
            "User-agent: *\rDisallow: /a\r",
            "  user-agent :  * # all\n\tdisallow : /a # not this\n",
            "User-agent *\nDisallow /a\n",
            "useragent: *\nDissalow: /a\n",
            "user-agent: * all\nfoo: bar\n: \ndisallow: /a",
        ] {
            check(robots, "foobot", &[("/a", false), ("/ab/c?d", false), ("/b", true), ("/A", true)]);
        }
    }

    /// After section 2.2.3's table of special characters.
    #[test]
    fn stars_and_ends_are_matched() {
        let one = |rule: &str, target: &str, matches: bool| {
            check(&format!("User-agent: *\nDisallow: {rule}\n"), "foobot", &[(target, !matches)]);
        };
        for (rule, target, matches) in [
            ("/fish", "/fish", true),
            ("/fish", "/fishheads/yummy.html", true),
            ("/fish", "/Fish.asp", false),
            ("/fish", "/catfish", false),
            ("/fish*", "/fish.html", true),
            ("/fish/", "/fish", false),
            ("/fish/", "/fish/?id=1", true),
            ("fish", "/fish", false),
            ("*fish", "/catfish", true),
            ("/*.php", "/folder/a.php?b=c", true),
            ("/*.php", "/windows.PHP", false),
            ("/*.php$", "/a/b.php", true),
            ("/*.php$", "/a.php?b", false),
            ("/*.php$", "/a.php/", false),
            ("/a*b*c$", "/abcc", true),
            ("/a*b*c$", "/acb", false),
            ("/a**c", "/abc", true),
            ("/$", "/", true),
            ("/$", "/a", false),
            ("/a$b", "/a$b", true),
            ("/a$b", "/ab", false),
            ("*", "/", true),
            ("$", "/", false),
            ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true),
            ("/path/file-with-a-%2a.html", "/path/file-with-a-x.html", false),
            ("/path/foo-%24", "/path/foo-$", true),
        ] {
            one(rule, target, matches);
        }
    }

    /// After section 2.2.2's table of encodings.
    #[test]
    fn what_is_encoded_is_compared_as_one() {
        for (rule, target, matches) in [
            ("/foo/bar?baz=quz", "/foo/bar?baz=quz", true),
            ("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http://foo.bar", true),
            ("/foo/bar?baz=http%3A%2F%2Ffoo.bar", "/foo/bar?baz=http%3a%2f%2ffoo.bar", true),
            ("/foo/bar/\u{30c4}", "/foo/bar/%E3%83%84", true),
            ("/foo/bar/%e3%83%84", "/foo/bar/\u{30c4}", true),
            ("/foo/bar/%62%61%7A", "/foo/bar/baz", true),
            ("/foo/bar/baz", "/foo/bar/%62%61%7A", true),
            ("/a%2Fb", "/a/b", false),
            ("/a%", "/a%", true),
            ("/a%+1", "/a%+1", true),
        ] {
            check(&format!("User-agent: *\nDisallow: {rule}\n"), "foobot", &[(target, !matches)]);
        }
    }

    #[test]
    fn no_more_than_the_limit_is_read() {
        let mut robots = String::from("User-agent: *\nDisallow: /a\n");
        robots.push_str(&"#\n".repeat(MOST / 2));
        robots.push_str("Disallow: /b\n");
        check(&robots, "foobot", &[("/a", false), ("/b", true)]);
    }

    #[test]
    fn a_delay_can_be_read() {
        let of = |robots: &str| Robots::parse(robots.as_bytes()).rules_for("foobot").crawl_delay();
        assert_eq!(of("User-agent: *\nCrawl-delay: 2.5\nDisallow: /a\n"), Some(Duration::from_millis(2500)));
        assert_eq!(of("User-agent: *\nCrawl-delay: 2\nUser-agent: foobot\nDisallow: /"), Some(Duration::from_secs(2)));
        for none in ["-1", "NaN", "inf", "soon", ""] {
            assert_eq!(of(&format!("User-agent: *\nCrawl-delay: {none}\n")), None, "{none}");
        }
        assert_eq!(of("User-agent: *\nCrawl-delay: 1e300\n"), Some(Duration::from_hours(24)));
    }

    proptest! {
        #[test]
        fn anything_gets_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400), target in ".{0,60}") {
            Robots::parse(&bytes).rules_for("foobot").allows(&target);
        }

        #[test]
        fn what_looks_like_rules_gets_an_answer(
            rules in prop::collection::vec("(User-agent|Allow|Disallow|Crawl-delay): ?[a*$%/2é]{0,8}", 0..12),
            target in "/[a*$%/2é]{0,12}",
        ) {
            Robots::parse(format!("User-agent: *\n{}", rules.join("\n")).as_bytes()).rules_for("a").allows(&target);
        }
    }
}
