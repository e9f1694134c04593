//! Answers about an invented week: a wet wall above Osterby, and how it was told.

use std::sync::Arc;

use sayso_lineage::claim::{Form, Match};
use sayso_lineage::people::{Again, Merge, Named, SourceInArticle, Sources, Title};
use sayso_lineage::record::{ArticleRecord, FigureRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::revision::{Difference, Revised};
use sayso_lineage::series::{Conflict, FigureReport, Figures, Point, Remark, Series, Step, Thing};
use sayso_lineage::trace::{Appearance, Change, Edge, EdgeKind, Root, Trace, Why};
use sayso_lineage::wording::Piece;
use sayso_pages::search::{Hit, Hits};
use sayso_reading::figures::Bound;
use sayso_reading::{Act, Kind, SourceType, Terms};

fn own(text: &str) -> String {
    text.to_owned()
}

/// An article: row, outlet, moment, headline.
pub fn article(id: i64, outlet: &str, moment: &str, title: &str) -> Arc<ArticleRecord> {
    Arc::new(ArticleRecord {
        id,
        key: format!("key-{id}"),
        revision: 1,
        url: Some(format!("https://{}.example/{id}", outlet.to_lowercase().replace(' ', "-"))),
        outlet: Some(own(outlet)),
        title: Some(own(title)),
        byline: None,
        published: Some(own(moment)),
        moment: Some(own(moment)),
        day: moment.get(..10).map(own),
        path: format!("week/{id}.txt"),
        copy_of: None,
    })
}

/// A source: row, kind, name, description.
pub fn source(id: i64, kind: SourceType, name: Option<&str>, description: &str) -> Arc<SourceRecord> {
    Arc::new(SourceRecord {
        id,
        number: id as u32,
        kind,
        name: name.map(own),
        description: own(description),
        titles: Vec::new(),
        affiliations: Vec::new(),
        justification: None,
        terms: None,
        reason: None,
    })
}

/// A telling by the last of a chain, or in the writer's voice where the chain is empty.
pub fn telling(article: &Arc<ArticleRecord>, chain: &[&Arc<SourceRecord>], words: &str, sentence: &str) -> Telling {
    let statement = chain.last().map(|root| StatementRecord {
        id: 100 + article.id,
        number: 2,
        kind: Kind::Mixed,
        act: Act::Says,
        negated: false,
        stance: None,
        cue: own("said"),
        source: Some((*root).clone()),
        chain: chain.iter().map(|source| Some((*source).clone())).collect(),
        terms: (root.kind == SourceType::AnonymousSource).then_some(Terms::Anonymity),
        reason: (root.kind == SourceType::AnonymousSource).then(|| own("the inquiry is not public")),
        said_on: None,
        confidence: 0.9,
    });
    Telling {
        article: article.clone(),
        statement,
        span: [120, 160],
        words: own(words),
        sentence: own(sentence),
        figures: Vec::new(),
    }
}

fn appearance(telling: Telling, form: Form) -> Appearance {
    let found = Match { form, likeness: 0.912_345, shared: vec![own("wall"), own("wet")] };
    Appearance { telling, found, revisions: Vec::new() }
}

fn edge(from: usize, to: usize, kind: EdgeKind, why: Why, changes: Vec<Change>) -> Edge {
    let wording = if kind == EdgeKind::Copy {
        vec![Piece::Same(own("the wall had been wet since March"))]
    } else {
        vec![
            Piece::Same(own("the wall had been")),
            Piece::Gone(own("damp")),
            Piece::New(own("wet")),
            Piece::Same(own("since March")),
        ]
    };
    Edge { from, to, kind, why, wording, changes }
}

pub fn trace() -> Trace {
    let wire = article(1, "Northern Wire", "2026-11-24T06:00:00Z", "Dam wall above Osterby was wet for months");
    let courier = article(2, "the Courier", "2026-11-24T06:40:00Z", "Officials knew of wet wall");
    let argus = article(3, "the Argus", "2026-11-24T09:15:00Z", "Wall was wet since March, wire reports");
    let again = article(4, "the Courier", "2026-11-25T07:00:00Z", "What we know about the wall");
    let mirror = article(5, "Kesterby Evening Mirror and Advertiser", "2026-11-25T18:30:00Z", "Wet wall");
    let board = article(6, "the Argus", "2026-11-26", "Board rejects report on wall");
    let ledger = article(7, "Lowmere Ledger", "2026-11-26T11:00:00Z", "Engineer: I wrote it down");
    let officials = source(1, SourceType::AnonymousSource, None, "two officials");
    let relay = source(2, SourceType::NamedOrganization, Some("Northern Wire"), "the wire");
    let engineer = source(3, SourceType::NamedPerson, Some("Ines Falk"), "Ms Falk");
    let chair = source(4, SourceType::NamedPerson, Some("Anselm Krail"), "Mr Krail");
    let content = "the wall had been wet since March";
    let mut first = appearance(
        telling(
            &wire,
            &[&officials],
            "the wall had been damp since March",
            "Two officials believe the wall had been damp since March.",
        ),
        Form::Verbatim,
    );
    first.revisions = vec![2, 3];
    Trace {
        asked: own("the wall had been wet since March"),
        appearances: vec![
            first,
            appearance(
                telling(
                    &courier,
                    &[&relay, &officials],
                    content,
                    "Two officials said, Northern Wire reported, that the wall had been wet since March.",
                ),
                Form::Verbatim,
            ),
            appearance(
                telling(&argus, &[&relay], content, "Northern Wire reported that the wall had been wet since March."),
                Form::Verbatim,
            ),
            appearance(telling(&again, &[], content, "By then the wall had been wet since March."), Form::Verbatim),
            appearance(telling(&mirror, &[], content, "By then the wall had been wet since March."), Form::Verbatim),
            appearance(
                telling(
                    &ledger,
                    &[&engineer],
                    "water came through from March on",
                    "“Water came through from March on,” said Ines Falk, who inspected the wall.",
                ),
                Form::Reworded,
            ),
        ],
        edges: vec![
            edge(
                0,
                1,
                EdgeKind::Quoted,
                Why::Names(own("Northern Wire reported")),
                vec![Change::Hardened { was: own("two officials believe"), is: own("two officials said") }],
            ),
            edge(
                0,
                2,
                EdgeKind::Reworded,
                Why::Wording,
                vec![Change::TermsDropped { was: own("on condition of anonymity") }],
            ),
            edge(
                1,
                3,
                EdgeKind::Quoted,
                Why::Wording,
                vec![Change::AttributionDropped { was: own("two officials said") }, Change::Trimmed],
            ),
            edge(3, 4, EdgeKind::Copy, Why::Copy, vec![]),
            edge(2, 5, EdgeKind::Similar, Why::Wording, vec![]),
        ],
        fullest: Some(1),
        roots: vec![
            Root { name: Some(own("two officials")), is_named: false, appearances: vec![0, 1, 2, 3, 4] },
            Root { name: Some(own("Ines Falk")), is_named: true, appearances: vec![5] },
        ],
        against: vec![appearance(
            telling(&board, &[&chair], "the wall was dry", "“The wall was dry,” Anselm Krail told the board."),
            Form::Contradicted,
        )],
    }
}

/// A trace of so many appearances, all in one lane or in several, close in time.
pub fn crowded(count: usize, lanes: usize) -> Trace {
    let one = |i: usize| {
        let moment = format!("2026-11-{:02}T{:02}:{:02}:00Z", 24 + i / 16, i % 16, i % 60);
        let article = article(i as i64 + 1, &format!("Outlet {}", i % lanes), &moment, &format!("Story {i}"));
        appearance(telling(&article, &[], "the wall was wet", "The wall was wet."), Form::Verbatim)
    };
    let kinds = [EdgeKind::Quoted, EdgeKind::Reworded, EdgeKind::Copy, EdgeKind::Similar];
    let edges = (1..count).map(|i| edge(i * 2 / 3, i, kinds[i % 4], Why::Wording, vec![]));
    Trace {
        asked: own("the wall was wet"),
        edges: edges.collect(),
        appearances: (0..count).map(one).collect(),
        ..Trace::default()
    }
}

fn figure(id: i64, words: &str, bound: Bound, low: Option<f64>, high: Option<f64>) -> Arc<FigureRecord> {
    let value = if bound == Bound::Between || bound == Bound::Unstated { None } else { low.or(high) };
    Arc::new(FigureRecord {
        id,
        number: id as u32,
        span: [40, 58],
        words: own(words),
        value,
        low,
        high,
        bound,
        unit: own("people"),
        measure: Some(own("killed")),
        who: None,
        place: Some(own("Osterby")),
        as_of: None,
    })
}

fn point(
    day: &str,
    figure: &Arc<FigureRecord>,
    carriers: &[&Arc<ArticleRecord>],
    step: Step,
    remarks: Vec<Remark>,
) -> Point {
    let carrier = |article: &&Arc<ArticleRecord>| FigureReport {
        article: (*article).clone(),
        figure: figure.clone(),
        statement: None,
        sentence: format!("The office put the toll at {} on that day.", figure.words),
    };
    Point {
        day: Some(own(day)),
        is_stated: step != Step::First,
        carriers: carriers.iter().map(carrier).collect(),
        step,
        remarks,
    }
}

pub fn figures() -> Figures {
    let wire = article(1, "Northern Wire", "2026-11-24T06:00:00Z", "Twelve dead at Osterby");
    let courier = article(2, "the Courier", "2026-11-25T06:40:00Z", "Toll rises");
    let argus = article(3, "the Argus", "2026-11-27T09:15:00Z", "Toll rises again");
    let thing = Thing { measure: Some(own("killed")), unit: own("people"), who: None, place: Some(own("Osterby")) };
    let hurt = Thing { measure: Some(own("injured")), ..thing.clone() };
    let number = |id, words, bound, low: f64, high: f64| {
        let open = |value: f64| value.is_finite().then_some(value);
        figure(id, words, bound, open(low), open(high))
    };
    let none = f64::NAN;
    let series = |thing: &Thing, giver: Option<&str>, is_named, points| Series {
        thing: thing.clone(),
        giver: giver.map(own),
        is_named,
        points,
    };
    Figures {
        asked: own("killed in Osterby"),
        series: vec![
            series(
                &thing,
                Some("Osterby harbour office"),
                true,
                vec![
                    point(
                        "2026-11-24",
                        &number(1, "at least 12 people", Bound::AtLeast, 12.0, none),
                        &[&wire, &courier, &argus],
                        Step::First,
                        vec![],
                    ),
                    point(
                        "2026-11-25",
                        &number(2, "14 people", Bound::Exactly, 14.0, 14.0),
                        &[&courier],
                        Step::Raised,
                        vec![],
                    ),
                    point(
                        "2026-11-26",
                        &number(3, "13 people", Bound::Exactly, 13.0, 13.0),
                        &[&argus],
                        Step::Lowered,
                        vec![Remark::Stale { article: 1, newer: own("14 people"), newer_in: 2 }],
                    ),
                    point(
                        "2026-11-28",
                        &number(4, "between 15 and 19 people", Bound::Between, 15.0, 19.0),
                        &[&argus],
                        Step::Raised,
                        vec![],
                    ),
                ],
            ),
            series(
                &thing,
                Some("mountain rescue service"),
                true,
                vec![
                    point(
                        "2026-11-25",
                        &number(5, "more than 20 people", Bound::MoreThan, 20.0, none),
                        &[&wire],
                        Step::First,
                        vec![],
                    ),
                    point(
                        "2026-11-27",
                        &number(6, "up to 24 people", Bound::UpTo, none, 24.0),
                        &[&argus],
                        Step::Open,
                        vec![],
                    ),
                ],
            ),
            series(
                &thing,
                None,
                false,
                vec![point(
                    "2026-11-26",
                    &number(7, "nearly 20 people", Bound::About, 20.0, 20.0),
                    &[&courier],
                    Step::First,
                    vec![Remark::Rounds { exact: own("19 people"), article: 3 }],
                )],
            ),
            series(
                &hurt,
                Some("Ines Falk"),
                true,
                vec![
                    point(
                        "2026-11-24",
                        &number(8, "dozens", Bound::Unstated, none, none),
                        &[&wire],
                        Step::First,
                        vec![],
                    ),
                    point(
                        "2026-11-25",
                        &number(9, "9,770 people", Bound::Exactly, 9_770.0, 9_770.0),
                        &[&wire],
                        Step::Open,
                        vec![],
                    ),
                    point(
                        "2026-11-26",
                        &number(10, "9,812 people", Bound::Exactly, 9_812.0, 9_812.0),
                        &[&wire],
                        Step::Raised,
                        vec![],
                    ),
                ],
            ),
        ],
        conflicts: vec![Conflict { thing, day: own("2026-11-25"), one: [0, 1], other: [1, 0] }],
    }
}

pub fn sources() -> Sources {
    let wire = article(1, "Northern Wire", "2026-11-24T06:00:00Z", "Wall was wet");
    let ledger = article(7, "Lowmere Ledger", "2026-11-26T11:00:00Z", "Engineer: I wrote it down");
    let mut falk = (*source(3, SourceType::NamedPerson, Some("Ines Falk"), "Ms Falk")).clone();
    falk.titles = vec![own("dam engineer")];
    let falk = Arc::new(falk);
    let officials = source(1, SourceType::AnonymousSource, None, "two officials");
    let mut said = telling(&wire, &[&falk], "the wall held", "Ines Falk said the wall held for 14 people to cross.");
    said.figures = vec![figure(1, "14 people", Bound::Exactly, Some(14.0), Some(14.0))];
    let later = telling(&ledger, &[&falk], "the wall did not hold", "“It did not hold,” said Ms Falk.");
    let place = |article: &Arc<ArticleRecord>, source: &Arc<SourceRecord>, tellings| SourceInArticle {
        article: article.clone(),
        source: source.clone(),
        tellings,
    };
    let anonymous = |article: &Arc<ArticleRecord>| {
        place(
            article,
            &officials,
            vec![telling(article, &[&officials], "nobody looked", "Two officials said nobody looked.")],
        )
    };
    Sources {
        named: vec![Named {
            name: own("Ines Falk"),
            aliases: vec![own("Ms Falk")],
            places: vec![place(&wire, &falk, vec![said]), place(&ledger, &falk, vec![later])],
            titles: vec![Title {
                title: own("dam engineer"),
                first: Some(own("2026-11-24")),
                last: Some(own("2026-11-26")),
            }],
            merges: vec![Merge { source: 31, to: 3, why: own("surname and the title ‘dam engineer’") }],
            again: vec![Again { before: [0, 0], after: [1, 0], contradicts: true }],
        }],
        unnamed: vec![anonymous(&wire), anonymous(&ledger)],
    }
}

pub fn differences() -> Vec<Difference> {
    let before = article(1, "Northern Wire", "2026-11-24T06:00:00Z", "Wall was wet");
    let mut after = (*article(9, "Northern Wire", "2026-11-24T09:30:00Z", "Wall was wet")).clone();
    (after.revision, after.url) = (2, before.url.clone());
    let after = Arc::new(after);
    let officials = source(1, SourceType::AnonymousSource, None, "two officials");
    let old = telling(&before, &[&officials], "the wall was wet", "Two officials said the wall was wet.");
    let new = telling(&after, &[], "the wall was wet", "The wall was wet.");
    let toll =
        |article: &Arc<ArticleRecord>, words: &str| telling(article, &[], words, &format!("The flood killed {words}."));
    vec![Difference {
        before: before.clone(),
        after: after.clone(),
        changes: vec![
            Revised {
                before: Some(old),
                after: Some(new),
                wording: vec![Piece::Same(own("the wall was wet"))],
                changes: vec![Change::AttributionDropped { was: own("two officials said") }],
                is_silent: false,
            },
            Revised {
                before: Some(toll(&before, "12 people")),
                after: Some(toll(&after, "14 people")),
                wording: vec![Piece::Gone(own("12")), Piece::New(own("14")), Piece::Same(own("people"))],
                changes: vec![Change::FigureChanged { was: own("12 people"), is: own("14 people") }],
                is_silent: true,
            },
            Revised {
                before: None,
                after: Some(toll(&after, "two dogs")),
                wording: vec![],
                changes: vec![],
                is_silent: false,
            },
        ],
    }]
}

pub fn hits() -> Hits {
    let wire = article(1, "Northern Wire", "2026-11-24T06:00:00Z", "Wall was wet");
    let officials = source(1, SourceType::AnonymousSource, None, "two officials");
    let text = "Two officials said the wall, wet since March, would hold.";
    let place = |words: &str| text.find(words).map(|at| [at, at + words.len()]).unwrap_or_default();
    let hit = |statement| Hit {
        article: wire.clone(),
        statement,
        span: [12, 69],
        text: own(text),
        marks: vec![place("wall"), place("wet")],
        rank: 3.214_159,
    };
    let statement = telling(&wire, &[&officials], "", "").statement;
    Hits { asked: own("wall wet"), total: 12, before: 2, hits: vec![hit(statement), hit(None)] }
}
