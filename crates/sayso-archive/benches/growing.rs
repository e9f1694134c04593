//! What an archive costs as it grows: `cargo bench -p sayso-archive -- [ARTICLES]` (100,000 unless told).
//!
//! Articles of `examples/week`, which a generator wrote (`cargo xtask week`), are read once, which says what reading costs; then each
//! is added again and again with its longer words changed for others as long, and its names for made-up ones, few of them frequent and
//! most of them rare (Zipf's law), so that every article is another one, none is a near copy, stories have names of their own, and the
//! spans of the reading hold. On the way it measures what adding an article costs near the 10,000th and near the last; at the
//! end the size beside the raw text, and how long searches and traces take. `SAYSO_BENCH_KEEP=FILE` keeps the archive, and asks one that is
//! there already. Times are this thread's processor time, but those of traces, which use all processors; each floor is a ratio or a bound of the issue's.

#![expect(clippy::print_stdout, reason = "a bench prints what it measures")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use sayso_archive::{Among, Archive, Form, Incoming, Order, Query};
use sayso_article::Format;
use sayso_lineage::claim::Matcher;
use sayso_reading::{Reader, Reading};
use sayso_text::{Span, words};

/// As `sayso` has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Articles that are kept together, as `sayso add` does.
const AT_ONCE: usize = 50;
/// Articles over which the cost of one is measured.
const WINDOW: usize = 2000;

fn main() {
    let asked = std::env::args().skip(1).find_map(|arg| arg.parse().ok());
    let articles: usize = asked.unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let keep = std::env::var_os("SAYSO_BENCH_KEEP");
    let path = keep.map_or_else(|| folder.path().join("growing.db"), Into::into);
    let (seeds, reading) = seeds();
    let words = seeds.iter().map(|seed| seed.article.text.split_whitespace().count()).sum::<usize>() / seeds.len();
    println!("{} articles read, {words} words each: {:.2} ms to read one", seeds.len(), ms(reading));
    let disguise = Disguise::of(&seeds);

    if !path.exists() {
        grow(&path, articles, &seeds, reading, &disguise);
    }
    ask(&path, articles, &seeds, &disguise);
}

/// Makes the archive and tells what that cost.
fn grow(path: &Path, articles: usize, seeds: &[Reading], reading: Duration, disguise: &Disguise) {
    let archive = Archive::create(path).unwrap();
    let mut raw = 0_usize;
    let mut statements = 0;
    let mut costs: BTreeMap<usize, Duration> = BTreeMap::new();
    let marks = [WINDOW, 10_000, articles / 2, articles];
    let mut spent = Duration::ZERO;
    for number in 0..articles {
        let article = disguise.put_on(&seeds[number % seeds.len()], number);
        raw += article.article.text.len();
        statements += article.attributions.len();
        let told = &article.article;
        let line = serde_json::json!({ "url": told.url, "outlet": told.outlet, "published": told.published, "text": told.text });
        let bytes = line.to_string();
        let begun = now();
        if number % AT_ONCE == 0 {
            archive.begin().unwrap();
        }
        archive
            .add(&Incoming {
                reading: &article,
                form: &Form::File(Format::JsonLines),
                bytes: bytes.as_bytes(),
                reader: "bench",
            })
            .unwrap();
        if number % AT_ONCE == AT_ONCE - 1 || number + 1 == articles {
            archive.keep().unwrap();
        }
        spent += since(begun);
        if (number + 1) % WINDOW == 0 {
            costs.insert(number + 1, spent / WINDOW as u32);
            spent = Duration::ZERO;
        }
    }
    println!("{articles} articles, {statements} statements added");
    for mark in marks {
        if let Some(cost) = costs.get(&mark) {
            println!("  {:.3} ms to add an article near the {mark}th", ms(*cost));
        }
    }
    let last = costs.range(..=articles).next_back().map(|(_, cost)| *cost);
    if let (Some(early), Some(last)) = (costs.get(&10_000), last) {
        report("adding the last beside the 10,000th", last.as_secs_f64() / early.as_secs_f64(), 1.3);
        report("adding beside reading and adding", last.as_secs_f64() / (last + reading).as_secs_f64(), 0.3);
    }
    drop(archive);
    let size = fs::metadata(path).unwrap().len();
    report("file beside raw text", size as f64 / raw as f64, 3.0);
}

/// Searches it and traces in it.
fn ask(path: &Path, articles: usize, seeds: &[Reading], disguise: &Disguise) {
    let archive = Archive::open(path).unwrap();
    let queries = queries(seeds, disguise, articles);
    let mut times: Vec<(f64, &str)> = Vec::new();
    for query in &queries {
        let begun = now();
        archive.search(&Query::parse(query).unwrap(), Among::Statements, Order::Rank, 0, 20).unwrap();
        times.push((ms(since(begun)), query));
    }
    report("search, ms at the 95th of 100", p95(&mut times), 50.0);
    let slow: Vec<String> = times.iter().rev().take(5).map(|(ms, query)| format!("{query} {ms:.0}")).collect();
    println!("  the slowest: {}", slow.join("; "));
    let matcher = Matcher::new();
    let mut times: Vec<(f64, &str)> = Vec::new();
    for number in 0..TRACES {
        let Some((asked, kind)) = asked(number, articles, seeds, disguise) else { continue };
        let begun = Instant::now();
        archive.trace(&asked, &matcher).unwrap();
        times.push((ms(begun.elapsed()), kind));
    }
    report("trace, ms at the 95th of 100", p95(&mut times), 200.0);
    for kind in KINDS {
        let mut of: Vec<(f64, &str)> = times.iter().copied().filter(|(_, of)| *of == kind).collect();
        let p95 = p95(&mut of);
        println!("  {kind}: {p95:.0} ms; {:.0} ms at the 50th, {} traces", of[of.len() / 2].0, of.len());
    }
}

/// Traces that are timed.
const TRACES: usize = 400;
/// What is asked of statements that an article has, one kind after the other: their words, the first half of them, with every third long word
/// another one; and the words of an article that is not there.
const KINDS: [&str; 4] = ["as it stands", "a part of it", "in other words", "not in the archive"];

/// What is asked for, and of which kind it is.
fn asked(number: usize, articles: usize, seeds: &[Reading], disguise: &Disguise) -> Option<(String, &'static str)> {
    let kind = KINDS[number % KINDS.len()];
    let there = number * articles / TRACES;
    let of = if kind == "not in the archive" { there + articles } else { there };
    let article = disguise.put_on(&seeds[of % seeds.len()], of);
    let statement = article.attributions.get(number / KINDS.len() % 5)?;
    let content = statement.content.first()?.of(&article.article.text);
    let all: Vec<&str> = content.split_whitespace().collect();
    let mut long = 0;
    let mut other = |word: &str| {
        long += usize::from(Disguise::is_changed(word));
        let is_other = Disguise::is_changed(word) && long % 3 == 0;
        if is_other { disguise.word(word, articles * 2 + number) } else { word.to_owned() }
    };
    let words = match kind {
        "a part of it" => all[..all.len().div_ceil(2)].join(" "),
        "in other words" => all.iter().map(|word| other(word)).collect::<Vec<_>>().join(" "),
        _ => content.to_owned(),
    };
    Some((words, kind))
}

/// Processor time that this thread has had, so that a busy machine does not count.
fn now() -> Duration {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").expect("this bench runs on Linux");
    Duration::from_nanos(stat.split(' ').next().and_then(|ns| ns.parse().ok()).expect("the first number is time in ns"))
}

fn since(begun: Duration) -> Duration {
    now().saturating_sub(begun)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn report(what: &str, is: f64, bound: f64) {
    println!("{what}: {is:.2} (at most {bound}){}", if is <= bound { "" } else { "  TOO MUCH" });
}

fn p95(times: &mut [(f64, &str)]) -> f64 {
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    times[times.len() * 95 / 100].0
}

/// Articles of our own, read, and how long one takes.
fn seeds() -> (Vec<Reading>, Duration) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/week");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let reader = Reader::new();
    let mut articles = Vec::new();
    for file in &files {
        let bytes = fs::read(file).unwrap();
        let named = format!("examples/week/{}", file.file_name().unwrap().to_string_lossy());
        let path = Some(named.as_str());
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("md") => articles.push(sayso_article::read(&bytes, Format::Markdown, path)),
            Some("html") => articles.push(sayso_article::read(&bytes, Format::Html, path)),
            Some("jsonl") => {
                let lines = bytes.split(|b| *b == b'\n').filter(|line| !line.is_empty());
                articles.extend(lines.map(|line| sayso_article::read_json_line(line, path).unwrap()));
            }
            _ => {}
        }
    }
    let begun = now();
    let readings: Vec<Reading> = articles.into_iter().map(|article| reader.read(article)).collect();
    let each = since(begun) / readings.len() as u32;
    (readings, each)
}

/// Words that can stand for each other: as many bytes, by length. Names are made up.
struct Disguise {
    words: BTreeMap<usize, Vec<String>>,
}

/// Words of fewer bytes stay: they are what a language has most of.
const LEAST: usize = 5;
/// Names of one length.
const NAMES: f64 = 20_000.0;

impl Disguise {
    fn of(seeds: &[Reading]) -> Self {
        let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for seed in seeds {
            let text = &seed.article.text;
            let words = words(text).into_iter().map(|word| word.of(text));
            for word in words.filter(|word| Self::is_changed(word) && !Self::is_name(word)) {
                found.entry(word.len()).or_default().push(word.to_owned());
            }
        }
        for words in found.values_mut() {
            words.sort();
            words.dedup();
        }
        Self { words: found }
    }

    fn is_changed(word: &str) -> bool {
        word.len() >= LEAST && word.bytes().all(|b| b.is_ascii_alphabetic())
    }

    fn is_name(word: &str) -> bool {
        word.starts_with(char::is_uppercase)
    }

    fn word(&self, word: &str, number: usize) -> String {
        let hash = word.bytes().fold(number as u64 ^ 0x9E37_79B9_7F4A_7C15, |hash, b| {
            (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3).rotate_left(23)
        });
        // Early words are taken more often than late ones, as a language does.
        let share = (hash >> 11) as f64 / (1_u64 << 53) as f64;
        if Self::is_name(word) {
            return Self::name(NAMES.powf(share) as usize, word.len());
        }
        let all = &self.words[&word.len()];
        all[((all.len() as f64 * share * share) as usize).min(all.len() - 1)].clone()
    }

    /// The name with a number, of so many letters.
    fn name(number: usize, length: usize) -> String {
        let mut left = number;
        let mut next = |letters: &[u8]| {
            let letter = char::from(letters[left % letters.len()]);
            left /= letters.len();
            letter
        };
        let name: String = (0..length).map(|at| next(if at % 2 == 0 { b"kmtrlsnbdvgh" } else { b"aeiou" })).collect();
        name[..1].to_uppercase() + &name[1..]
    }

    /// The reading with other words.
    fn put_on(&self, seed: &Reading, number: usize) -> Reading {
        let mut reading = seed.clone();
        let text = &mut reading.article.text;
        let all: Vec<Span> = words(text);
        for span in all {
            let word = span.of(text).to_owned();
            if Self::is_changed(&word) {
                text.replace_range(span.start..span.end, &self.word(&word, number));
            }
        }
        reading.article.url = Some(format!("https://paper{}.example/{number}", number % 40));
        reading.article.outlet = Some(format!("Paper {}", number % 40));
        let day = number * 7 % (28 * 12);
        reading.article.published =
            Some(format!("2026-{:02}-{:02}T{:02}:00:00Z", day / 28 + 1, day % 28 + 1, number % 24));
        reading
    }
}

/// Searches: one to three words of an article, some with a field.
fn queries(seeds: &[Reading], disguise: &Disguise, articles: usize) -> Vec<String> {
    (0..400)
        .map(|number| {
            let article = disguise.put_on(&seeds[number * 13 % seeds.len()], number * articles / 400);
            let text = &article.article.text;
            let content = article.attributions.get(number % 7).and_then(|a| a.content.first());
            let all = content.map_or(text.as_str(), |content| content.of(text));
            let long = all.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3);
            let mut asked: Vec<&str> = long.take(1 + number % 3).collect();
            let field =
                ["", "", "after:2026-06", "outlet:\"Paper 7\"", "has:figure", "type:person", "has:quote"][number % 7];
            asked.push(field);
            asked.join(" ")
        })
        .filter(|query| !query.trim().is_empty())
        .collect()
}
