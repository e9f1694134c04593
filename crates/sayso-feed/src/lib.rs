//! Feeds, web archives and Parquet → the articles in them, for `sayso add`; and two questions to be asked before a page is
//! fetched: whether its site's `robots.txt` allows it, and whether its address is a private one.
//!
//! Opens no file and no connection: it takes bytes and streams. A file is cut up here, record by record, and each record is handed
//! on as a [`Raw`] before anything costly is done with it: [`Raw::article`] reads it and is for a worker thread. What cannot
//! be read is handed on as [`Trouble`] with its place, and the rest goes on; nothing panics and nothing is unbounded.
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! let feed = "<rss><channel><title>The Courier</title><item><title>Bridge shut</title><description>The bridge is shut, \
//!     the mayor said.</description></item></channel></rss>";
//! let mut titles = Vec::new();
//! sayso_feed::read_feed("feed.xml", feed.as_bytes(), &mut |record| {
//!     if let sayso_feed::Record::Article(raw) = record {
//!         titles.extend(raw.article().ok().and_then(|article| article.title));
//!     }
//!     ControlFlow::Continue(())
//! });
//! assert_eq!(titles, ["Bridge shut"]);
//! ```

pub mod address;
mod feed;
mod parquet;
mod record;
pub mod robots;
mod warc;

pub use feed::{MAX_FEED_BYTES, is_feed, read_feed};
pub use parquet::{is_parquet, read_parquet};
pub use record::{Give, Kind, Raw, Record, Tally, Trouble};
pub use warc::{is_warc, read_warc};
