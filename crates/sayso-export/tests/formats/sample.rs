//! Articles and a trace made by hand, with all that is awkward: letters beyond the BMP, pieces, formulas, quotation marks, keys that
//! are no addresses.

use std::sync::Arc;

use sayso_export::{Cited, Copied, Exported, Part, Stated};
use sayso_lineage::claim::{Form, Match};
use sayso_lineage::record::{ArticleRecord, FigureRecord, SourceRecord, StatementRecord, Telling};
use sayso_lineage::series::FigureReport;
use sayso_lineage::trace::{Appearance, Edge, EdgeKind, Root, Trace, Why};
use sayso_reading::figures::Bound;
use sayso_reading::{Act, Kind, SourceType, Stance, Terms};

/// An article that owns what an export borrows.
#[derive(Clone, Debug)]
pub(crate) struct Owned {
    pub(crate) record: Arc<ArticleRecord>,
    pub(crate) text: String,
    pub(crate) parts: Vec<(String, [usize; 2])>,
    pub(crate) sources: Vec<Cited>,
    pub(crate) statements: Vec<Stated>,
    pub(crate) figures: Vec<FigureReport>,
    pub(crate) copy: Option<(Arc<ArticleRecord>, f64)>,
    pub(crate) revises: Option<Arc<ArticleRecord>>,
}

impl Owned {
    pub(crate) fn new(record: ArticleRecord, text: &str) -> Self {
        Self {
            record: Arc::new(record),
            text: text.to_owned(),
            parts: vec![("body".to_owned(), [0, text.chars().count()])],
            sources: Vec::new(),
            statements: Vec::new(),
            figures: Vec::new(),
            copy: None,
            revises: None,
        }
    }

    pub(crate) fn with<R>(&self, f: impl FnOnce(&Exported<'_>) -> R) -> R {
        let parts: Vec<Part<'_>> = self.parts.iter().map(|(name, span)| Part { name, span: *span }).collect();
        f(&Exported {
            article: &self.record,
            text: &self.text,
            modified: None,
            language: Some("en"),
            reader: Some("0.1.0"),
            parts: &parts,
            sources: &self.sources,
            statements: &self.statements,
            figures: &self.figures,
            copy: self.copy.as_ref().map(|(of, likeness)| Copied { of, likeness: *likeness }),
            revises: self.revises.as_deref(),
        })
    }

    /// Where words stand first, in code points.
    pub(crate) fn at(&self, words: &str) -> [usize; 2] {
        let byte = self.text.find(words).unwrap_or_else(|| panic!("{words} in {}", self.text));
        let start = self.text[..byte].chars().count();
        [start, start + words.chars().count()]
    }

    pub(crate) fn source(&mut self, words: &str, kind: SourceType) -> Arc<SourceRecord> {
        let number = self.sources.len() as u32 + 1;
        let record = Arc::new(SourceRecord {
            id: self.record.id * 100 + i64::from(number),
            number,
            kind,
            name: kind.is_named().then(|| words.to_owned()),
            description: words.to_owned(),
            titles: Vec::new(),
            affiliations: Vec::new(),
            justification: None,
            terms: None,
            reason: None,
        });
        self.sources.push(Cited { record: record.clone(), mentions: vec![self.at(words)] });
        record
    }

    /// A statement by its words; a content in pieces has ` … ` between them.
    pub(crate) fn says(&mut self, who: &[Arc<SourceRecord>], cue: &str, content: &str, kind: Kind) -> &mut Stated {
        let number = self.statements.len() as u32 + 1;
        let pieces: Vec<[usize; 2]> = content.split(" … ").map(|piece| self.at(piece)).collect();
        let span = [pieces[0][0], pieces[pieces.len() - 1][1]];
        let source = who.last().cloned();
        let record = StatementRecord {
            id: self.record.id * 100 + i64::from(number),
            number,
            kind,
            act: Act::Says,
            negated: false,
            stance: None,
            cue: cue.to_owned(),
            source: source.clone(),
            chain: who.iter().cloned().map(Some).collect(),
            terms: None,
            reason: None,
            said_on: None,
            confidence: 0.912_345,
        };
        let telling = Telling {
            article: self.record.clone(),
            statement: Some(record),
            span,
            words: self.text.chars().skip(span[0]).take(span[1] - span[0]).collect(),
            interposed: None,
            sentence: self.text.clone(),
            figures: Vec::new(),
        };
        let stated = Stated {
            telling,
            pieces: if pieces.len() > 1 { pieces } else { Vec::new() },
            source_at: source.map(|source| vec![self.at(&source.description)]).unwrap_or_default(),
            cue_at: if cue.is_empty() { Vec::new() } else { vec![self.at(cue)] },
            within: None,
            stance_of: None,
            rests_on: None,
            channel: None,
        };
        self.statements.push(stated);
        self.statements.last_mut().unwrap()
    }
}

pub(crate) fn record(id: i64, key: &str, outlet: &str, moment: Option<&str>) -> ArticleRecord {
    ArticleRecord {
        id,
        key: key.to_owned(),
        revision: 1,
        url: key.starts_with("https:").then(|| key.to_owned()),
        outlet: Some(outlet.to_owned()),
        title: Some(format!("“Harbour 𝛼 shut” \\ {outlet}")),
        byline: Some("Ida Marsh".to_owned()),
        published: moment.map(str::to_owned),
        moment: moment.map(str::to_owned),
        day: moment.map(|moment| moment[..10].to_owned()),
        path: format!("week/{id}.txt"),
        ..ArticleRecord::default()
    }
}

/// The Argus quotes the harbour master and an unnamed source; the Courier has it from the Argus; Northern Wire copies the Argus; a
/// sheet without a day says the opposite. The Argus has a revision.
pub(crate) fn articles() -> Vec<Owned> {
    let mut argus = Owned::new(
        record(1, "https://argus.example/a b?x=1#q", "The Argus", Some("2026-11-24T06:00:00Z")),
        "𝛼 “The harbour,” Ana Petrel said, “is shut.”\n=At least 40 boats are stuck, officials said on condition of anonymity.\r\n\
         The port’s log says the gate failed.",
    );
    let petrel = argus.source("Ana Petrel", SourceType::NamedPerson);
    let officials = argus.source("officials", SourceType::AnonymousSource);
    let log = argus.source("The port’s log", SourceType::Document);
    argus.says(&[petrel], "said,", "“The harbour,” … “is shut.”", Kind::Direct);
    let stated = argus.says(&[officials], "said on", "=At least 40 boats are stuck", Kind::Indirect);
    let statement = stated.telling.statement.as_mut().unwrap();
    statement.terms = Some(Terms::Anonymity);
    statement.reason = Some("not allowed to \"speak\"".to_owned());
    statement.stance = Some(Stance::Confirms);
    statement.said_on = Some("2026-11-23".to_owned());
    let statement = statement.clone();
    let figure = FigureRecord {
        id: 1,
        number: 1,
        span: argus.at("At least 40 boats"),
        words: "At least 40 boats".to_owned(),
        value: Some(40.0),
        low: Some(40.0),
        high: None,
        bound: Bound::AtLeast,
        unit: "boats".to_owned(),
        measure: None,
        who: None,
        place: None,
        as_of: None,
        part_of: None,
    };
    argus.figures.push(FigureReport {
        article: argus.record.clone(),
        figure: Arc::new(figure),
        statement: Some(statement),
        sentence: "=At least 40 boats are stuck, officials said on condition of anonymity.".to_owned(),
    });
    argus.says(&[log], "says", "the gate failed", Kind::Indirect);

    let mut revised = argus.clone();
    let first = argus.record.clone();
    revised.record = Arc::new(ArticleRecord { id: 2, revision: 2, ..(*first).clone() });
    revised.statements.clear();
    revised.figures.clear();
    revised.sources.clear();
    revised.revises = Some(first.clone());

    let mut courier = Owned::new(
        record(3, "feed.jsonl:7 {é}", "The Courier", Some("2026-11-24")),
        "“The harbour is shut,” Ana Petrel told the Argus. She did not say the gate failed. Officials said 40 boats are stuck.",
    );
    let paper = courier.source("the Argus", SourceType::NamedOrganization);
    let petrel = courier.source("Ana Petrel", SourceType::NamedPerson);
    let officials = courier.source("Officials", SourceType::UnnamedGroup);
    courier.says(&[paper, petrel.clone()], "told", "“The harbour is shut,”", Kind::Direct);
    let stated = courier.says(&[petrel], "did not say", "the gate failed", Kind::Indirect);
    stated.telling.statement.as_mut().unwrap().negated = true;
    stated.within = Some(301);
    courier.says(&[officials], "said", "40 boats are stuck", Kind::Indirect);

    let mut wire = argus.clone();
    let same =
        ArticleRecord { id: 4, copy_of: Some(1), ..record(4, "wire:4", "Northern Wire", Some("2026-11-25T07:00:00Z")) };
    wire.record = Arc::new(same);
    for stated in &mut wire.statements {
        stated.telling.article = wire.record.clone();
        stated.telling.statement.as_mut().unwrap().id += 300;
    }
    for report in &mut wire.figures {
        report.article = wire.record.clone();
    }
    wire.copy = Some((argus.record.clone(), 0.987_654));

    let mut sheet = Owned::new(record(5, "sheet", "Quay Sheet", None), "The harbour is open.");
    let mut voice = sheet.says(&[], "", "The harbour is open", Kind::Indirect).clone();
    voice.telling.statement = None;
    sheet.statements = vec![voice];
    vec![argus, revised, courier, wire, sheet]
}

fn appearance(article: &Owned, statement: usize) -> Appearance {
    let found = Match { form: Form::Verbatim, likeness: 1.0, shared: Vec::new() };
    Appearance { telling: article.statements[statement].telling.clone(), found, revisions: Vec::new() }
}

/// What [`articles`] have of the harbour.
pub(crate) fn trace() -> Trace {
    let all = articles();
    let [argus, _, courier, wire, sheet] = &all[..] else { panic!("five articles") };
    let edge = |from, to, kind, why| Edge { from, to, kind, why, wording: Vec::new(), changes: Vec::new() };
    let root = |name: &str, is_named, appearances| Root { name: Some(name.to_owned()), is_named, appearances };
    Trace {
        asked: "the harbour is shut".to_owned(),
        appearances: vec![
            appearance(argus, 0),
            appearance(argus, 1),
            appearance(courier, 0),
            appearance(courier, 2),
            appearance(wire, 1),
            appearance(argus, 2),
        ],
        edges: vec![
            edge(0, 2, EdgeKind::Quoted, Why::Names("told the Argus".to_owned())),
            edge(1, 3, EdgeKind::Reworded, Why::Wording),
            edge(1, 4, EdgeKind::Copy, Why::Copy),
            edge(0, 5, EdgeKind::Similar, Why::Wording),
        ],
        fullest: Some(0),
        roots: vec![
            root("Ana Petrel", true, vec![0, 2]),
            root("officials", false, vec![1, 4]),
            root("Officials", false, vec![3]),
            root("The port’s log", true, vec![5]),
            Root { name: None, is_named: false, appearances: vec![0] },
        ],
        against: vec![appearance(sheet, 0)],
    }
}
