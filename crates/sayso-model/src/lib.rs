//! Words → tags: word pieces, an encoder and the heads that say which words are source, cue or content, and which belong
//! together.
//!
//! Does no I/O; the weights are part of the binary (`data/`, made by `training/`). The same words give the same numbers on
//! every processor: products are exact integers, sums in floating point have one order.

mod encoder;
mod kernels;
mod meanings;
#[cfg(target_arch = "x86_64")]
mod pairs;
mod product;
mod sentences;
mod session;
mod tags;
mod weights;
pub mod window;
pub mod wordpiece;

use std::sync::OnceLock;

use rustc_hash::FxHashSet;
use sayso_text::Span;

pub use meanings::{Meanings, WIDTH, dot};
pub use sentences::{Sentence, Sentences};
pub use session::Session;
pub use tags::{TAGS, Tags};
pub use weights::WeightsError;
pub use window::Reads;

use encoder::{Encoder, Pieces, Scratch};
use tags::Heads;
use window::Window;
use wordpiece::WordPiece;

static WEIGHTS: &[u8] = include_bytes!("../data/tagger.safetensors");
static VOCABULARY: &str = include_str!("../data/vocabulary.txt");
static CUES: &str = include_str!("../data/cues.txt");

/// Which weights and words are in this build, in eight letters: others have another. FNV-1a (Fowler, Noll, Vo) of their bytes, which
/// takes some milliseconds the first time.
pub fn weights_id() -> &'static str {
    static ID: OnceLock<String> = OnceLock::new();
    ID.get_or_init(|| {
        let bytes = [WEIGHTS, VOCABULARY.as_bytes(), CUES.as_bytes()].into_iter().flatten();
        let hash = bytes
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3));
        format!("{:08x}", (hash >> 32) ^ (hash & 0xFFFF_FFFF))
    })
}

/// Tags words. Made once, used from any thread: `Send` and `Sync`, as a test says.
pub struct Tagger {
    pieces: WordPiece,
    encoder: Encoder,
    heads: Heads,
    cues: FxHashSet<&'static str>,
}

impl Tagger {
    /// The tagger whose weights are in this build.
    pub fn new() -> Self {
        Self::from_weights(WEIGHTS).expect("the weights in the build are those that its tests read")
    }

    /// A tagger with other weights of the same shape, for trying an own training.
    pub fn from_weights(bytes: &[u8]) -> Result<Self, WeightsError> {
        let file = weights::File::parse(bytes)?;
        let encoder = Encoder::load(&file, Pieces::load(&file)?)?;
        let heads = Heads::load(&file)?;
        Ok(Self { pieces: WordPiece::new(VOCABULARY), encoder, heads, cues: CUES.lines().collect() })
    }

    /// Whether a word is often part of a cue. A content without any such word holds no attribution that training knew of.
    pub fn may_be_cue(&self, word: &str) -> bool {
        let runs = |word: &str| word.split(|c: char| !c.is_ascii_lowercase()).any(|run| self.cues.contains(run));
        if word.bytes().any(|b| b.is_ascii_uppercase()) { runs(&word.to_ascii_lowercase()) } else { runs(word) }
    }

    /// Tags `words` of `text`, window by window. `paragraph` tells for each word whether a paragraph begins with it. A window
    /// without a letter says nothing and is left out.
    pub fn tag<'m>(
        &'m self,
        text: &str,
        words: &[Span],
        paragraph: &[bool],
        reads: Reads,
    ) -> impl Iterator<Item = Tags<'m>> + use<'m> {
        let once = Session::once();
        let windows = self.windows(text, words, paragraph, reads);
        let mut scratch = Scratch::default();
        windows.into_iter().map(move |window| self.of_window(window, &mut scratch, &once))
    }

    /// As [`Tagger::tag`], in a session: what it knows is not run again, and nothing more comes once nobody waits.
    pub fn tag_again<'m, 's>(
        &'m self,
        text: &str,
        words: &[Span],
        paragraph: &[bool],
        reads: Reads,
        session: &'s Session<'m>,
    ) -> impl Iterator<Item = Tags<'m>> + use<'m, 's> {
        let windows = self.windows(text, words, paragraph, reads);
        let mut scratch = Scratch::default();
        let wanted = windows.into_iter().take_while(|_| session.goes_on());
        wanted.map(move |window| self.of_window(window, &mut scratch, session))
    }

    fn windows(&self, text: &str, words: &[Span], paragraph: &[bool], reads: Reads) -> Vec<Window> {
        let mut windows = window::windows(&self.pieces, text, words, paragraph, reads);
        windows.retain(|w| words[w.words.clone()].iter().any(|word| word.of(text).contains(char::is_alphabetic)));
        windows
    }

    fn of_window<'m>(&'m self, window: Window, scratch: &mut Scratch, session: &Session<'m>) -> Tags<'m> {
        session.tags(window, |window| {
            self.encoder.run(window, scratch);
            self.heads.run(window, scratch)
        })
    }
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}
