//! Tellings in few words.

use super::*;

/// A telling to be changed by the methods below.
#[derive(Clone, Debug)]
pub(in crate::trace) struct Told {
    telling: Telling,
    found: Match,
}

/// A telling in the writer's voice: the article's row (also its hour), its outlet, the sentence.
pub(in crate::trace) fn voice(id: i64, outlet: &str, words: &str) -> Told {
    let article = ArticleRecord {
        id,
        key: format!("https://{id}.example/story"),
        revision: 1,
        outlet: Some(outlet.into()),
        title: Some(format!("A headline of {outlet}")),
        moment: Some(format!("2026-11-24T{id:02}:00:00Z")),
        ..ArticleRecord::default()
    };
    let telling = Telling {
        article: Arc::new(article),
        statement: None,
        span: [100, 100 + words.chars().count()],
        words: words.into(),
        interposed: None,
        sentence: words.into(),
        figures: Vec::new(),
    };
    Told { telling, found: Match { form: Form::Reworded, likeness: 0.8, shared: Vec::new() } }
}

/// A statement: article, outlet, source, cue, content. Quotation marks in the content make it direct or mixed.
pub(in crate::trace) fn said(id: i64, outlet: &str, source: SourceRecord, cue: &str, words: &str) -> Told {
    let kind = match (words.contains('“'), words.starts_with('“') && words.ends_with('”')) {
        (true, true) => Kind::Direct,
        (true, false) => Kind::Mixed,
        _ => Kind::Indirect,
    };
    let source = Arc::new(source);
    let statement = StatementRecord {
        id: id * 10,
        number: 1,
        kind,
        act: Act::Says,
        negated: false,
        stance: None,
        cue: cue.into(),
        source: Some(Arc::clone(&source)),
        chain: vec![Some(Arc::clone(&source))],
        terms: None,
        reason: None,
        said_on: None,
        confidence: 0.9,
    };
    let mut told = voice(id, outlet, words);
    told.telling.sentence = format!("{words} {cue} {}.", source.description);
    told.telling.statement = Some(statement);
    told
}

pub(in crate::trace) fn source(kind: SourceType, name: Option<&str>, description: &str) -> SourceRecord {
    SourceRecord {
        id: 1,
        number: 1,
        kind,
        name: name.map(Into::into),
        description: description.into(),
        titles: Vec::new(),
        affiliations: Vec::new(),
        justification: None,
        terms: None,
        reason: None,
    }
}

pub(in crate::trace) fn person(name: &str) -> SourceRecord {
    source(SourceType::NamedPerson, Some(name), name)
}

pub(in crate::trace) fn titled(title: &str, name: &str) -> SourceRecord {
    SourceRecord { titles: vec![title.into()], ..person(name) }
}

pub(in crate::trace) fn body(name: &str) -> SourceRecord {
    source(SourceType::NamedOrganization, Some(name), &format!("the {name}"))
}

pub(in crate::trace) fn some(description: &str) -> SourceRecord {
    source(SourceType::UnnamedGroup, None, description)
}

pub(super) fn figure(words: &str, value: f64, bound: Bound) -> FigureRecord {
    FigureRecord {
        id: 1,
        number: 1,
        span: [100, 110],
        words: words.into(),
        value: Some(value),
        low: None,
        high: None,
        bound,
        unit: "people".into(),
        measure: Some("injured".into()),
        who: None,
        place: None,
        as_of: None,
        part_of: None,
    }
}

impl Told {
    pub(in crate::trace) fn telling(&self) -> &Telling {
        &self.telling
    }

    pub(super) fn form(mut self, form: Form, likeness: f64) -> Self {
        self.found = Match { form, likeness, ..self.found };
        self
    }

    pub(super) fn article(mut self, change: impl FnOnce(&mut ArticleRecord)) -> Self {
        change(Arc::make_mut(&mut self.telling.article));
        self
    }

    pub(super) fn statement(mut self, change: impl FnOnce(&mut StatementRecord)) -> Self {
        change(self.telling.statement.as_mut().unwrap());
        self
    }

    pub(super) fn copy_of(self, id: i64) -> Self {
        self.article(|article| article.copy_of = Some(id))
    }

    pub(super) fn byline(self, byline: &str) -> Self {
        self.article(|article| article.byline = Some(byline.into()))
    }

    /// The statement's source passes on what the last of these says.
    pub(super) fn through(self, relays: &[SourceRecord]) -> Self {
        self.statement(|statement| {
            let mut chain: Vec<_> = relays.iter().map(|relay| Some(Arc::new(relay.clone()))).collect();
            chain.append(&mut statement.chain);
            statement.chain = chain;
        })
    }

    pub(in crate::trace) fn sentence(mut self, sentence: &str) -> Self {
        self.telling.sentence = sentence.into();
        self
    }

    pub(super) fn span(mut self, span: [usize; 2]) -> Self {
        self.telling.span = span;
        self
    }

    pub(super) fn figure(mut self, figure: FigureRecord) -> Self {
        self.telling.figures.push(Arc::new(figure));
        self
    }

    pub(super) fn pair(self) -> (Telling, Match) {
        (self.telling, self.found)
    }
}

/// Stands for the matching of claims: by the share of words that the shorter has in the longer, in the same order.
pub(super) fn overlap(earlier: &Telling, later: &Telling) -> Option<Match> {
    let (one, other) = (crate::words::plain(&earlier.words), crate::words::plain(&later.words));
    let has = |words: &[String], word: &String| words.contains(word);
    let shared = other.iter().filter(|word| has(&one, word)).count();
    let least = one.len().min(other.len()).max(1);
    let likeness = (shared.min(least) as f64 / least as f64 * 1000.0).round() / 1000.0;
    let form = match () {
        () if one == other => Form::Verbatim,
        () if likeness > 0.95 => Form::Partial,
        () if likeness > 0.4 => Form::Reworded,
        () if likeness > 0.2 => Form::Similar,
        () => return None,
    };
    Some(Match { form, likeness, shared: Vec::new() })
}

pub(super) fn traced(told: impl IntoIterator<Item = Told>) -> Trace {
    trace("asked", told.into_iter().map(Told::pair).collect(), &overlap)
}

/// Edges in short: "1→2 quoted copy", "1→3 reworded names ‘the Courier’".
pub(super) fn edges_of(trace: &Trace) -> Vec<String> {
    let why = |why: &Why| match why {
        Why::Copy => "copy".to_owned(),
        Why::Names(words) => format!("names ‘{words}’"),
        Why::Own => "own".to_owned(),
        Why::Wording => "wording".to_owned(),
    };
    trace.edges.iter().map(|e| format!("{}→{} {} {}", e.from + 1, e.to + 1, e.kind.name(), why(&e.why))).collect()
}

/// Roots in short: "Ida Roe: 1 2", the unnamed in parentheses.
pub(super) fn roots_of(trace: &Trace) -> Vec<String> {
    let shown = |root: &Root| {
        let name = root.name.clone().unwrap_or_else(|| "–".into());
        let name = if root.is_named { name } else { format!("({name})") };
        let numbers: Vec<String> = root.appearances.iter().map(|at| (at + 1).to_string()).collect();
        format!("{name}: {}", numbers.join(" "))
    };
    trace.roots.iter().map(shown).collect()
}
