//! How the week's claim was told.

use sayso_lineage::claim::{Form, Match};
use sayso_lineage::record::Telling;
use sayso_lineage::trace::{Appearance, Change, Edge, EdgeKind, Root, Trace, Why};
use sayso_lineage::wording::Piece;
use sayso_reading::SourceType;

use super::{article, own, source, telling};

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
