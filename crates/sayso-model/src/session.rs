//! What is kept between readings of one text that somebody is writing.
//!
//! A change touches one window of many, and the encoder says the same of the same window every time: so what it said is kept,
//! and only what changed is run again. What comes out is the same to the last bit.

use std::cell::{Cell, RefCell};

use rustc_hash::FxHashMap;

use crate::tags::Tags;
use crate::window::Window;

/// Windows that are kept at most: some 15,000 words with their contents, in 100 MB.
const MOST_WINDOWS: usize = 160;

/// What one tagger said of the windows of one text, and whether anybody still waits for what it says.
pub struct Session<'m> {
    known: RefCell<FxHashMap<Window, Known<'m>>>,
    reading: Cell<u32>,
    goes_on: Box<dyn Fn() -> bool + 'm>,
    keeps: usize,
}

struct Known<'m> {
    tags: Tags<'m>,
    /// The last reading that asked for it.
    asked: u32,
}

impl<'m> Session<'m> {
    /// A session that has read nothing yet. `goes_on` is asked before each window: once it says no, the reading ends there.
    pub fn new(goes_on: impl Fn() -> bool + 'm) -> Self {
        let (known, reading) = (RefCell::default(), Cell::default());
        Self { known, reading, goes_on: Box::new(goes_on), keeps: MOST_WINDOWS }
    }

    /// A session for one reading: nothing is kept and nothing ends it.
    pub fn once() -> Self {
        Self { keeps: 0, ..Self::new(|| true) }
    }

    /// Whether anybody still waits.
    pub fn goes_on(&self) -> bool {
        (self.goes_on)()
    }

    /// Begins another reading. What neither of the last two asked for is forgotten; undoing a change brings it back to one that
    /// the last but one did ask for.
    pub fn begin(&self) {
        let now = self.reading.get().wrapping_add(1);
        self.reading.set(now);
        self.known.borrow_mut().retain(|_, known| now.wrapping_sub(known.asked) <= 2);
    }

    /// What the tagger says of a window, said by `run` if it is not known.
    pub(crate) fn tags(&self, mut window: Window, run: impl FnOnce(&Window) -> Tags<'m>) -> Tags<'m> {
        if self.keeps == 0 {
            return run(&window);
        }
        // The same words may stand elsewhere now.
        let words = std::mem::replace(&mut window.words, 0..0);
        window.words = 0..words.len();
        let mut known = self.known.borrow_mut();
        let mut tags = if let Some(known) = known.get_mut(&window) {
            known.asked = self.reading.get();
            known.tags.clone()
        } else {
            let tags = run(&window);
            if known.len() < self.keeps {
                known.insert(window, Known { tags: tags.clone(), asked: self.reading.get() });
            }
            tags
        };
        tags.words = words;
        tags
    }
}
