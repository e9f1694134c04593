//! Streams of a web archive's bytes that know where they are in the file.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

/// What every gzip member begins with.
pub(super) const GZIP: [u8; 2] = [0x1F, 0x8B];

/// A stream that can go on after damage.
pub(super) trait Stream: BufRead {
    /// Where the next byte is in the file, or the gzip member that it is in.
    fn offset(&self) -> u64;

    /// Looks for the next place after damage where a record can begin; whether there is one.
    fn resume(&mut self) -> bool;
}

/// An archive that is not packed.
pub(super) struct Plain<S> {
    stream: S,
    at: u64,
}

impl<S: BufRead> Plain<S> {
    pub(super) fn of(stream: S) -> Self {
        Self { stream, at: 0 }
    }
}

impl<S: BufRead> Read for Plain<S> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        read(self, to)
    }
}

impl<S: BufRead> BufRead for Plain<S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.stream.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.at += count as u64;
        self.stream.consume(count);
    }
}

impl<S: BufRead> Stream for Plain<S> {
    fn offset(&self) -> u64 {
        self.at
    }

    fn resume(&mut self) -> bool {
        false
    }
}

/// An archive in gzip members.
pub(super) struct Packed<S> {
    /// None once there is no further member.
    member: Option<GzDecoder<Source<S>>>,
    /// Where the member begins that the bytes held are of.
    member_at: u64,
    /// Bytes of one member: those of two are never held at once, so that each byte's member is known.
    held: Vec<u8>,
    from: usize,
}

/// Unpacked bytes that are held at once.
const HELD: usize = 1 << 15;

impl<S: Read> Packed<S> {
    pub(super) fn of(stream: S) -> Self {
        let source = Source { stream, piece: Vec::new(), from: 0, at: 0 };
        Self { member: Some(GzDecoder::new(source)), member_at: 0, held: Vec::new(), from: 0 }
    }

    /// Holds the next bytes of this member; none at its end.
    fn unpack(&mut self, most: usize) -> io::Result<usize> {
        let Some(member) = &mut self.member else { return Ok(0) };
        self.held.resize(most, 0);
        self.from = 0;
        let read = loop {
            match member.read(&mut self.held) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.held.truncate(*read.as_ref().unwrap_or(&0));
        read
    }

    /// Goes on to the next member; nothing where there is none. Zeros may fill up the last block of a tape or a disk.
    fn next(&mut self) -> io::Result<()> {
        let Some(mut source) = self.member.take().map(GzDecoder::into_inner) else { return Ok(()) };
        let first = source.skip_until(|byte| byte != 0);
        self.member_at = source.offset();
        let is_member = match &first {
            Ok(first) => first.is_none_or(|first| first == GZIP[0]),
            Err(_) => true,
        };
        let is_end = matches!(first, Ok(None));
        // The source stays with the member, whatever is wrong.
        self.member = (!is_end).then(|| GzDecoder::new(source));
        first?;
        if is_member { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }
}

impl<S: Read> Read for Packed<S> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        read(self, to)
    }
}

impl<S: Read> BufRead for Packed<S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.from == self.held.len() && self.member.is_some() {
            if self.unpack(HELD)? == 0 {
                self.next()?;
            }
        }
        Ok(&self.held[self.from..])
    }

    fn consume(&mut self, count: usize) {
        self.from += count;
    }
}

impl<S: Read> Stream for Packed<S> {
    fn offset(&self) -> u64 {
        self.member_at
    }

    /// A member that begins with a record is looked for from the piece on that was being unpacked.
    fn resume(&mut self) -> bool {
        self.held.clear();
        self.from = 0;
        while let Some(mut source) = self.member.take().map(GzDecoder::into_inner) {
            source.back_to(self.member_at + 1);
            let Ok(true) = source.find([GZIP[0], GZIP[1], 8]) else { return false };
            self.member_at = source.offset();
            self.member = Some(GzDecoder::new(source));
            let is_record = self.unpack(HELD).is_ok() && self.held.starts_with(super::VERSION);
            if is_record {
                return true;
            }
            self.held.clear();
        }
        false
    }
}

/// The packed bytes, in small pieces of which the last can be gone back over: a decoder that meets damage has taken in more
/// than is damaged.
struct Source<S> {
    stream: S,
    piece: Vec<u8>,
    from: usize,
    /// Where the piece begins in the file.
    at: u64,
}

const PIECE: usize = 1 << 12;

impl<S: Read> Source<S> {
    fn offset(&self) -> u64 {
        self.at + self.from as u64
    }

    /// Goes back in the piece as far as to `offset`, or forward.
    fn back_to(&mut self, offset: u64) {
        self.from = usize::try_from(offset.saturating_sub(self.at)).unwrap_or(usize::MAX).min(self.piece.len());
    }

    /// Passes over bytes until one is wanted, which stays.
    fn skip_until(&mut self, is_wanted: impl Fn(u8) -> bool) -> io::Result<Option<u8>> {
        loop {
            let held = self.fill_buf()?;
            if held.is_empty() {
                return Ok(None);
            }
            let at = held.iter().position(|byte| is_wanted(*byte));
            let (count, wanted) = (at.unwrap_or(held.len()), at.map(|at| held[at]));
            self.consume(count);
            if wanted.is_some() {
                return Ok(wanted);
            }
        }
    }

    /// Goes forward to where these bytes stand; whether they do.
    fn find(&mut self, bytes: [u8; 3]) -> io::Result<bool> {
        while self.skip_until(|byte| byte == bytes[0])?.is_some() {
            // The next piece is put to this one where they could lie across its end.
            while self.piece.len() - self.from < bytes.len() && self.extend()? {}
            if self.piece[self.from..].starts_with(&bytes) {
                return Ok(true);
            }
            self.from += 1;
        }
        Ok(false)
    }

    /// Reads more behind what is left of the piece; whether there was more.
    fn extend(&mut self) -> io::Result<bool> {
        self.at += self.from as u64;
        self.piece.drain(..self.from);
        self.from = 0;
        let length = self.piece.len();
        self.piece.resize(length + PIECE, 0);
        let read = loop {
            match self.stream.read(&mut self.piece[length..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.piece.truncate(length + *read.as_ref().unwrap_or(&0));
        Ok(read? > 0)
    }
}

impl<S: Read> Read for Source<S> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        read(self, to)
    }
}

impl<S: Read> BufRead for Source<S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.from == self.piece.len() {
            self.extend()?;
        }
        Ok(&self.piece[self.from..])
    }

    fn consume(&mut self, count: usize) {
        self.from += count;
    }
}

/// Reads out of what is held.
fn read(from: &mut impl BufRead, to: &mut [u8]) -> io::Result<usize> {
    let held = from.fill_buf()?;
    let count = held.len().min(to.len());
    to[..count].copy_from_slice(&held[..count]);
    from.consume(count);
    Ok(count)
}
