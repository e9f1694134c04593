//! Answers about an invented week: a wet wall above Osterby, and how it was told.

mod figures;
mod trace;

use std::sync::Arc;

use sayso_lineage::people::{Again, Merge, Named, SourceInArticle, Sources, Title};
use sayso_lineage::record::{ArticleRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::revision::{Difference, Revised};
use sayso_lineage::trace::Change;
use sayso_lineage::wording::Piece;
use sayso_pages::search::{Hit, Hits};
use sayso_reading::figures::Bound;
use sayso_reading::{Act, Kind, SourceType, Terms};

pub use figures::figures;
pub use trace::{crowded, trace};

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
        interposed: None,
        sentence: own(sentence),
        figures: Vec::new(),
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
    said.figures = vec![figures::figure(1, "14 people", Bound::Exactly, Some(14.0), Some(14.0))];
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
    Hits {
        asked: own("wall wet"),
        total: 12,
        total_is_at_least: false,
        before: 2,
        hits: vec![hit(statement), hit(None)],
    }
}
