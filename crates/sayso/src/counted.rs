//! How many bytes of a stream are used up.

use std::io::{self, BufRead, Read};
use std::sync::atomic::{AtomicU64, Ordering};

/// A stream whose used bytes are added up.
pub(crate) struct Counted<'c, S> {
    stream: S,
    count: &'c AtomicU64,
}

impl<'c, S> Counted<'c, S> {
    pub(crate) fn of(stream: S, count: &'c AtomicU64) -> Self {
        Self { stream, count }
    }

    fn add(&self, bytes: usize) {
        self.count.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}

impl<S: Read> Read for Counted<'_, S> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let bytes = self.stream.read(to)?;
        self.add(bytes);
        Ok(bytes)
    }
}

impl<S: BufRead> BufRead for Counted<'_, S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.stream.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.stream.consume(bytes);
        self.add(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_is_not_used_yet() {
        let count = AtomicU64::new(0);
        let mut stream = Counted::of(&b"a line\nand another"[..], &count);
        let so_far = || count.load(Ordering::Relaxed);
        assert_eq!((stream.fill_buf().unwrap().len(), so_far()), (18, 0));
        stream.read_until(b'\n', &mut Vec::new()).unwrap();
        assert_eq!(so_far(), 7);
        stream.read_to_end(&mut Vec::new()).unwrap();
        assert_eq!(so_far(), 18);
    }
}
