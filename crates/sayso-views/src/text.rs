//! A reading for a terminal, as an editor marks an article up.
//!
//! Each source stands in braces behind its letter, each cue between low lines, each content in numbered brackets; under
//! each paragraph is who says what. The marks are characters, and colour only repeats them, so that the view means the
//! same in a file, on paper, with `NO_COLOR`, and to an eye that sees no colours. Nothing of an article acts on the
//! terminal (see [`sayso_text::safe`]).

mod panels;

use anstyle::{AnsiColor, Style};
use sayso_article::Part;
use sayso_reading::{Attribution, Chain, Kind, Reading};

use crate::blocks::{blocks, lines};
use crate::chains::{by_attribution, hands, line};
use crate::facts::facts;
use crate::glyphs::Glyphs;
use crate::json::sureness;
use crate::marks::{Layout, Mark, Role, Step, marks};
use crate::nesting::{Told, told};
use crate::sources::{Sources, plain};
use crate::voice::shares;
use crate::when::day;
use crate::wrap::{Page, Run, TIE};

/// What the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Its columns. Lines get no longer than 100 and are not made for fewer than 24.
    pub width: usize,
    /// Whether to write styles and colours as escapes; without them there is none in the output.
    pub color: bool,
    /// Whether it shows more than ASCII. Without, punctuation and accents are brought down to ASCII, `?` for the rest.
    pub unicode: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 80, color: false, unicode: true }
    }
}

/// One reading, marked up. Ends in a line end.
pub fn text(reading: &Reading, options: Options) -> String {
    let mut view = View {
        reading,
        sources: Sources::of(reading),
        chains: by_attribution(reading),
        page: Page::new(options.width, options.color),
        glyphs: Glyphs::of(options.unicode),
    };
    view.head();
    view.article();
    view.rule();
    view.sources();
    view.figures();
    view.summary();
    view.notes();
    view.key();
    view.page.out
}

struct View<'r> {
    reading: &'r Reading,
    sources: Sources<'r>,
    /// For each attribution its chain, where it is an innermost one.
    chains: Vec<Option<&'r Chain>>,
    page: Page,
    glyphs: Glyphs,
}

const PLAIN: Style = Style::new();
const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

/// A source's colour goes by its letter; the next round begins again.
const COLORS: [AnsiColor; 6] =
    [AnsiColor::Blue, AnsiColor::Red, AnsiColor::Green, AnsiColor::Magenta, AnsiColor::Cyan, AnsiColor::Yellow];

/// What lies in more others than this is indented no further.
const DEEPEST: usize = 4;

impl View<'_> {
    /// What the text itself does not say about the article.
    fn head(&mut self) {
        let article = &self.reading.article;
        let has = |part: Part| article.parts.iter().any(|p| p.part == part);
        if let Some(title) = article.title.as_deref().filter(|_| !has(Part::Headline)) {
            self.line("", BOLD, title);
        }
        let byline = article.byline.join(", ");
        let byline = Some(byline).filter(|names| !names.is_empty() && !has(Part::Byline));
        let published = article.published.as_deref().map(day);
        let facts = [byline, article.outlet.clone(), published, article.path.clone()];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        if !facts.is_empty() {
            self.line("", DIM, &facts.join(self.glyphs.dot));
            self.rule();
        }
    }

    fn article(&mut self) {
        let reading = self.reading;
        let text = &reading.article.text;
        let marks = marks(reading, &self.sources);
        let blocks = blocks(&reading.article);
        let mut layout = Layout::of(&marks);
        let lines = lines(text, &blocks);
        for (line, told) in lines.iter().zip(told(reading, &lines)) {
            let mut runs = Vec::new();
            for block in *line {
                if !runs.is_empty() {
                    runs.push(run(PLAIN, " "));
                }
                self.block(block.part, &layout.paragraph(block.span), &mut runs);
            }
            self.page.paragraph("", &runs);
            for told in told {
                self.says(told);
            }
            self.page.gap();
        }
    }

    /// The runs of one block.
    fn block(&self, part: Part, steps: &[Step], runs: &mut Vec<Run>) {
        let (base, label) = match part {
            Part::Headline => (BOLD, None),
            Part::Deck => (Style::new().italic(), None),
            Part::Byline | Part::Dateline => (DIM, None),
            Part::Caption | Part::Bio | Part::Other => (DIM, Some(part.name())),
            Part::Body => (PLAIN, None),
        };
        if let Some(label) = label {
            runs.push(run(DIM, &format!("{label}:{TIE}")));
        }
        let mut styles = vec![base];
        for step in steps {
            match *step {
                Step::Text(span) => {
                    let words = self.glyphs.show(span.of(&self.reading.article.text));
                    runs.push(run(styles[styles.len() - 1], &words));
                }
                Step::Open { mark, .. } => {
                    let style = self.style(mark, styles[styles.len() - 1]);
                    styles.push(style);
                    runs.push(run(style, &self.open(mark)));
                }
                Step::Close(mark) => {
                    runs.push(run(styles[styles.len() - 1], self.close(mark)));
                    styles.pop();
                }
            }
        }
    }

    fn open(&self, mark: Mark) -> String {
        match mark.role {
            Role::Content => format!("{}{}{TIE}", self.glyphs.open, self.reading.attributions[mark.attribution].id.0),
            Role::Source(source) => format!("{{{}{TIE}", self.sources.list[source].letter),
            Role::Cue => "_".to_owned(),
            Role::Quoted => String::new(),
        }
    }

    fn close(&self, mark: Mark) -> &'static str {
        match mark.role {
            Role::Content => self.glyphs.close,
            Role::Source(_) => "}",
            Role::Cue => "_",
            Role::Quoted => "",
        }
    }

    fn style(&self, mark: Mark, outer: Style) -> Style {
        let color = |source: Option<usize>| source.map(|s| COLORS[s % COLORS.len()].into());
        match mark.role {
            Role::Content => outer.fg_color(color(self.sources.of[mark.attribution])),
            Role::Source(source) => Style::new().bold().fg_color(color(Some(source))),
            Role::Cue => Style::new().italic().fg_color(color(self.sources.of[mark.attribution])),
            Role::Quoted => outer,
        }
    }

    /// The line under a paragraph: who says what begins in it; indented where that lies in another's content.
    fn says(&mut self, told: Told) {
        let index = told.attribution;
        let a = &self.reading.attributions[index];
        let dot = self.glyphs.dot;
        let number = format!("{}{:>3}  ", " ".repeat(2 + 2 * told.depth.min(DEEPEST)), a.id.0);
        let mut runs = match self.sources.of[index] {
            Some(source) => vec![self.source(source)],
            None => vec![run(PLAIN, &format!("{}{TIE}no source named", self.glyphs.none))],
        };
        let cue = plain(&self.reading.article.text, &a.cue);
        let cue = if cue.is_empty() { "no cue".to_owned() } else { self.glyphs.show(&cue) };
        runs.push(run(DIM, &format!("{dot}{cue}{dot}{}", how(a, dot))));
        self.page.paragraph(&number, &runs);
        self.chain(index, number.len());
    }

    /// The hands that an attribution came through, where they are several, and what else is known of it.
    fn chain(&mut self, index: usize, indent: usize) {
        let facts = facts(&self.reading.article.text, &self.reading.attributions[index]);
        let chain = self.chains[index].filter(|chain| chain.links.len() > 2 || !facts.is_empty());
        let chain = chain.map(|chain| line(&hands(self.reading, &self.sources, chain), self.glyphs.from));
        let known: Vec<String> = chain.into_iter().chain(facts).map(|known| self.glyphs.show(&known)).collect();
        if !known.is_empty() {
            self.page.paragraph(&" ".repeat(indent), &[run(PLAIN, &known.join(self.glyphs.dot))]);
        }
    }

    /// A source's letter and name.
    fn source(&self, place: usize) -> Run {
        let source = &self.sources.list[place];
        let style = BOLD.fg_color(Some(COLORS[place % COLORS.len()].into()));
        run(style, &format!("{}{TIE}{}", source.letter, self.glyphs.show(&source.words)))
    }

    fn summary(&mut self) {
        let attributions = &self.reading.attributions;
        let of = |kind: Kind| attributions.iter().filter(|a| a.kind == kind).count();
        let nobody = attributions.iter().filter(|a| a.source.is_empty()).count();
        let line = match attributions.len() {
            0 => "No attributions".to_owned(),
            n => format!(
                "{n} {}: {} direct, {} indirect, {} mixed; {nobody} without a source",
                if n == 1 { "attribution" } else { "attributions" },
                of(Kind::Direct),
                of(Kind::Indirect),
                of(Kind::Mixed),
            ),
        };
        self.line("", PLAIN, &line);
        let [direct, paraphrase, naming, writer] = shares(self.reading).percent();
        if direct + paraphrase + naming + writer > 0 {
            let line = format!(
                "{direct}\u{A0}% direct, {paraphrase}\u{A0}% paraphrase, {naming}\u{A0}% saying who says so, \
                 {writer}\u{A0}% writer's voice"
            );
            self.line("", PLAIN, &line);
        }
    }

    fn notes(&mut self) {
        if self.reading.notes.is_empty() {
            return;
        }
        self.page.gap();
        self.line("", BOLD, "Notes");
        for note in &self.reading.notes {
            let line = format!("{} ({})", self.glyphs.show(&note.message), note.code);
            self.page.paragraph("  ", &[run(PLAIN, &line)]);
        }
    }

    fn key(&mut self) {
        if self.reading.attributions.is_empty() {
            return;
        }
        let Glyphs { open, close, .. } = self.glyphs;
        self.page.gap();
        let key = format!("Key: {{A{TIE}source}} _cue_ {open}1{TIE}content{close}; % is how sure the reading is");
        self.page.paragraph("", &[run(DIM, &key)]);
    }

    fn rule(&mut self) {
        let rule = self.glyphs.rule.repeat(self.page.width.min(60));
        self.page.paragraph("", &[run(DIM, &rule)]);
    }

    fn line(&mut self, first: &str, style: Style, words: &str) {
        let words = self.glyphs.show(words);
        self.page.paragraph(first, &[run(style, &words)]);
    }
}

/// Kind, confidence and nesting of an attribution; of one in a headline, what it rests on.
fn how(a: &Attribution, dot: &str) -> String {
    let within = a.within.map(|id| format!("{dot}inside{TIE}{}", id.0)).unwrap_or_default();
    let rests = a.rests_on.map(|id| format!("{dot}rests on{TIE}{}", id.0)).unwrap_or_default();
    format!("{}{dot}{}{within}{rests}", a.kind.name(), sureness(a))
}

fn run(style: Style, text: &str) -> Run {
    Run { style, text: text.to_owned() }
}
