//! What the week is made of, written by hand: events, outlets, and pieces that have nothing to do with them (`xtask/week/*.toml`).

use std::collections::BTreeMap;

use anyhow::Context;
use serde::Deserialize;

/// The events' files, in the order of which a small week takes the first.
const EVENTS: &[(&str, &str)] = &[
    ("cold-store", include_str!("../../week/cold-store.toml")),
    ("footbridge", include_str!("../../week/footbridge.toml")),
    ("ferry", include_str!("../../week/ferry.toml")),
    ("drips", include_str!("../../week/drips.toml")),
    ("prison", include_str!("../../week/prison.toml")),
    ("flood", include_str!("../../week/flood.toml")),
    ("count", include_str!("../../week/count.toml")),
    ("bank", include_str!("../../week/bank.toml")),
    ("mine", include_str!("../../week/mine.toml")),
    ("truce", include_str!("../../week/truce.toml")),
    ("school", include_str!("../../week/school.toml")),
    ("train", include_str!("../../week/train.toml")),
    ("march", include_str!("../../week/march.toml")),
    ("dairy", include_str!("../../week/dairy.toml")),
    ("museum", include_str!("../../week/museum.toml")),
    ("contract", include_str!("../../week/contract.toml")),
    ("storm", include_str!("../../week/storm.toml")),
];
const OUTLETS: &str = include_str!("../../week/outlets.toml");
const OTHER: &str = include_str!("../../week/other.toml");

/// Everything.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// What happened.
    pub(crate) events: Vec<Event>,
    /// Who reports it.
    pub(crate) outlets: Vec<Outlet>,
    /// What has nothing to do with it.
    pub(crate) others: Vec<Other>,
    /// Sentences of opinion that fit any event.
    pub(crate) opinion: Vec<String>,
}

/// An outlet and its manner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outlet {
    /// Its name in full: `The Courier`.
    pub(crate) name: String,
    /// What others call it in a sentence: `the Courier`.
    pub(crate) short: String,
    /// Its host.
    pub(crate) host: String,
    /// What it is.
    pub(crate) kind: OutletKind,
    /// The format of its files.
    pub(crate) file: File,
    /// Whether it writes `neighbor` and `said Monday`.
    #[serde(default)]
    pub(crate) american: bool,
    /// Its quotation marks.
    #[serde(default)]
    pub(crate) marks: Marks,
    /// How it begins: `town` (“KESTERBY, Nov. 24 — ”), `wire` (“KESTERBY (Northern Wire) — ”), `none`.
    #[serde(default)]
    pub(crate) dateline: Dateline,
    /// Hours that its clock is ahead of UTC.
    #[serde(default)]
    pub(crate) zone: u8,
    /// Who writes for it.
    #[serde(default)]
    pub(crate) reporters: Vec<String>,
}

/// What an outlet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OutletKind {
    Agency,
    National,
    Local,
    Site,
    Broadcaster,
}

/// The format of an outlet's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum File {
    Markdown,
    Html,
    Lines,
    Feed,
}

/// An outlet's quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Marks {
    #[default]
    Double,
    Straight,
    Single,
}

/// How an outlet's reports begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Dateline {
    Town,
    Wire,
    #[default]
    None,
}

/// Something that happened, and what is said of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Event {
    /// Where: one word.
    pub(crate) place: String,
    /// Headlines that tell none of the claims.
    pub(crate) headlines: Vec<String>,
    /// First paragraphs that tell none of the claims; `{day}` is the weekday.
    pub(crate) leads: Vec<String>,
    /// Paragraphs in the writer's voice; the last is short and can end a report.
    pub(crate) background: Vec<String>,
    /// Who speaks.
    pub(crate) who: BTreeMap<String, Who>,
    /// What is said.
    pub(crate) claim: Vec<Claim>,
    /// What is counted.
    #[serde(default)]
    pub(crate) figure: Vec<Figure>,
    /// Paragraphs that an article has at first, and what stands there later.
    #[serde(default)]
    pub(crate) revision: Vec<Revised>,
}

/// A source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Who {
    /// Its name, where it has one.
    pub(crate) name: Option<String>,
    /// How an article introduces it; may end in a comma that closes an apposition.
    pub(crate) intro: Vec<String>,
    /// What an article calls it afterwards.
    pub(crate) short: String,
    /// `he`, `she`, `it` or `they`.
    #[serde(default = "it")]
    pub(crate) he: String,
    /// On what terms, as a relative clause: `who asked not to be named because …`.
    pub(crate) terms: Option<String>,
    /// What others call an unnamed source.
    pub(crate) relayed: Option<String>,
    /// Whether it is a text: it has no telephone and gives no press conference.
    #[serde(default)]
    pub(crate) is_document: bool,
}

fn it() -> String {
    "it".to_owned()
}

/// Something that is said.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claim {
    /// Its name in the event.
    pub(crate) id: String,
    /// Who says it.
    pub(crate) by: String,
    /// In full, without a closing stop.
    pub(crate) quote: Option<String>,
    /// Whole clauses out of the quotation.
    #[serde(default)]
    pub(crate) trims: Vec<String>,
    /// As a clause, as the first to report it would write it.
    pub(crate) words: String,
    /// As clauses in other words.
    pub(crate) reworded: Vec<String>,
    /// A sentence that states it as a fact.
    pub(crate) voice: String,
    /// Whether the source believes it rather than knows it.
    #[serde(default)]
    pub(crate) is_belief: bool,
    /// Whether it is said before all of the press.
    #[serde(default)]
    pub(crate) is_public: bool,
    /// Headlines that tell it.
    pub(crate) heads: Vec<String>,
    /// Another who says the same, on their own.
    pub(crate) second: Option<Reply>,
    /// Another who says no to it.
    pub(crate) denial: Option<Reply>,
}

/// What another says of a claim.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reply {
    /// Who.
    pub(crate) by: String,
    /// As a clause: what is said instead, or, of a second source, the same in its words.
    pub(crate) words: String,
    /// In full, without a closing stop.
    pub(crate) quote: Option<String>,
    /// From whom that one says to have it, as the words have it: the last link of the chain, who has no name.
    pub(crate) from: Option<String>,
}

/// Something that is counted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figure {
    /// What befell those counted, as the reader calls it; none for sums.
    pub(crate) measure: Option<String>,
    /// What one would ask.
    pub(crate) ask: String,
    /// What is counted: `people`.
    pub(crate) noun: String,
    /// How it came about, with the place: `in the fire at the Ostrey mill`.
    #[serde(default)]
    pub(crate) cause: String,
    /// Sentences for it; where there are none, those of its measure serve.
    #[serde(default)]
    pub(crate) frames: Vec<String>,
    /// Who gives which numbers.
    pub(crate) series: Vec<Series>,
    /// A number that somebody rounds.
    pub(crate) round: Option<Round>,
}

/// One giver's numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Series {
    /// Who.
    pub(crate) by: String,
    /// Days after the first, the number, its bound.
    pub(crate) points: Vec<(usize, f64, String)>,
}

/// A number that an article rounds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Round {
    /// Whose number.
    pub(crate) by: String,
    /// Days after the first.
    pub(crate) day: usize,
    /// As the article has it, with the noun.
    pub(crate) words: String,
}

/// A paragraph that changes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Revised {
    /// As it stands at first.
    pub(crate) before: String,
    /// As it stands later.
    pub(crate) after: String,
    /// What changed: `figure_changed`, `bound_changed`, `reason_dropped`, `terms_dropped`, `source_changed`, `attribution_dropped`, `hardened`.
    pub(crate) kinds: Vec<String>,
    /// What the later text says of the change.
    pub(crate) correction: Option<String>,
}

/// A piece that has nothing to do with the events.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Other {
    /// Its headline.
    pub(crate) headline: String,
    /// Its town, where it has one.
    pub(crate) place: Option<String>,
    /// Its paragraphs.
    pub(crate) text: Vec<String>,
}

impl World {
    /// Reads it.
    pub(crate) fn load() -> anyhow::Result<Self> {
        #[derive(Deserialize)]
        struct Outlets {
            outlet: Vec<Outlet>,
        }
        #[derive(Deserialize)]
        struct Others {
            opinion: Vec<String>,
            article: Vec<Other>,
        }
        let events = EVENTS.iter().map(|(name, text)| {
            let event: Event = toml::from_str(text).with_context(|| format!("`xtask/week/{name}.toml`"))?;
            event.check().with_context(|| format!("`xtask/week/{name}.toml`"))?;
            Ok(event)
        });
        let events = events.collect::<anyhow::Result<Vec<_>>>()?;
        let outlets: Outlets = toml::from_str(OUTLETS).context("`xtask/week/outlets.toml`")?;
        let others: Others = toml::from_str(OTHER).context("`xtask/week/other.toml`")?;
        Ok(Self { events, outlets: outlets.outlet, others: others.article, opinion: others.opinion })
    }
}

impl Event {
    /// Whether everybody who says something is among `who`, and each trim is in its quotation.
    fn check(&self) -> anyhow::Result<()> {
        let replies =
            self.claim.iter().flat_map(|claim| claim.second.iter().chain(&claim.denial)).map(|reply| &reply.by);
        let givers = self.figure.iter().flat_map(|figure| &figure.series).map(|series| &series.by);
        for by in self.claim.iter().map(|claim| &claim.by).chain(replies).chain(givers) {
            anyhow::ensure!(self.who.contains_key(by), "nobody is called `{by}`: add `[who.{by}]`");
        }
        for claim in &self.claim {
            let quote = claim.quote.as_deref().unwrap_or_default().to_lowercase();
            for trim in &claim.trims {
                anyhow::ensure!(
                    quote.contains(&trim.to_lowercase()),
                    "`{trim}` is no part of the quotation of `{}`",
                    claim.id
                );
            }
            anyhow::ensure!(claim.reworded.len() >= 2, "`{}` has fewer than two rewordings", claim.id);
        }
        Ok(())
    }
}
