//! `sayso test`.

use clap::Args;

/// Try the rules of house packs on the articles that stand beside them
///
/// A rule of a pack has articles in which it must find what is marked with ⟦…⟧ (`fires`), and articles in which it must find
/// nothing (`silent`). `docs/packs.md` says how a pack is written.
///
/// Exit status: 0 when every test passes; 1 when one fails; 2 when a pack could not be read or something in it is wrong,
/// which messages on the error output name.
#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// Packs: a folder with a `pack.toml`, such a file, or the name of one that comes with Sayso [default: `pack.toml` here]
    pub(crate) packs: Vec<String>,

    /// Write how many tests each rule has, and which has none
    #[arg(long)]
    pub(crate) coverage: bool,
}
