//! brat standoff: `12.txt` and `12.ann` for the article of row 12, with an `annotation.conf` that tells brat what they hold.
//!
//! The layout is that of [`sayso_views::brat()`], which writes it: the records are turned back into spans for it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use sayso_reading::{Attribution, AttributionId, Reading};
use sayso_text::Span;

use crate::exported::Words;
use crate::{Export, Exported, Open};

/// What brat is told of the annotations.
const CONFIGURATION: &str = "\
[entities]
Source
Cue
Content
Attribution
Attribution-no-source

[relations]

[events]
Attribution\tSource:Source, Cue?:Cue, Content?:Content
Attribution-no-source\tCue?:Cue, Content?:Content

[attributes]
";

pub(crate) struct Brat<'o> {
    open: Open<'o>,
}

impl<'o> Brat<'o> {
    pub(crate) fn new(mut open: Open<'o>) -> io::Result<Self> {
        write(&mut open, "annotation.conf", CONFIGURATION)?;
        Ok(Self { open })
    }
}

impl Export for Brat<'_> {
    fn article(&mut self, article: &Exported<'_>) -> io::Result<()> {
        let id = article.article.id;
        write(&mut self.open, &format!("{id}.txt"), article.text)?;
        write(&mut self.open, &format!("{id}.ann"), &sayso_views::brat(&reading(article)))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn write(open: &mut Open<'_>, path: &str, words: &str) -> io::Result<()> {
    let mut file = open(path)?;
    file.write_all(words.as_bytes())?;
    file.flush()
}

/// As much of a reading as the layout shows.
fn reading(article: &Exported<'_>) -> Reading {
    let words = Words::of(article.text);
    let spans = |at: &[[usize; 2]]| -> Vec<Span> {
        at.iter().map(|at| words.bytes(*at)).map(|[start, end]| Span::new(start, end)).collect()
    };
    let numbers: BTreeMap<i64, u32> = article.attributions().map(|(_, record)| (record.id, record.number)).collect();
    let mut reading = Reading::default();
    article.text.clone_into(&mut reading.article.text);
    reading.attributions = article
        .attributions()
        .map(|(stated, record)| Attribution {
            id: AttributionId(record.number),
            within: stated.within.and_then(|row| numbers.get(&row).copied()).map(AttributionId),
            source: spans(&stated.source_at),
            cue: spans(&stated.cue_at),
            content: spans(&stated.content()),
            kind: record.kind,
            confidence: record.confidence as f32,
            ..Attribution::default()
        })
        .collect();
    reading
}
