//! What Arrow's schema, which many writers leave in a file's metadata, says beyond Parquet's own: a zone, seconds, milliseconds of a
//! day.
//!
//! It is a message of Arrow IPC, a table of `FlatBuffers` in base64. Few of its fields are of use here, and what does not hold
//! together is passed over: it is a hint.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// Milliseconds since 1970 at midnight.
    DayMillis,
    /// How many of its units make a second, and the zone.
    Moment(i64, Option<String>),
    /// A time of day, or a while.
    Time,
    /// Of its items.
    List(Option<Box<Hint>>),
}

/// The hints of a schema's fields, each with the field's name.
pub(super) struct Hints<'b> {
    fields: Vec<Table<'b>>,
}

/// The message of `ARROW:schema`.
pub(super) fn decode(base64: &str) -> Option<Vec<u8>> {
    STANDARD.decode(base64).ok()
}

impl<'b> Hints<'b> {
    /// Those of a message.
    pub(super) fn of(message: &'b [u8]) -> Option<Self> {
        const SCHEMA: u8 = 1;
        // The length stands before it, and before this, with newer writers, four bytes of ones.
        let bytes = message.strip_prefix(&[0xff; 4]).unwrap_or(message).get(4..)?;
        let root = Table { bytes, at: number(bytes, 0)? };
        (root.byte(1)? == SCHEMA).then_some(())?;
        Some(Self { fields: root.table(2)?.tables(1) })
    }

    /// The hint of the field in this place, if it has this name.
    pub(super) fn get(&self, at: usize, name: &str) -> Option<Hint> {
        let field = self.fields.get(at).filter(|field| field.text(0).as_deref() == Some(name))?;
        hint(field, true)
    }
}

fn hint(field: &Table<'_>, is_outermost: bool) -> Option<Hint> {
    let kind = field.table(3);
    let short = |default: u8| kind.and_then(|kind| kind.byte(0)).unwrap_or(default);
    Some(match field.byte(2)? {
        // Date: of days, or of milliseconds, which need not be said.
        8 if short(1) == 1 => Hint::DayMillis,
        9 | 18 => Hint::Time,
        10 => {
            let units = 1_000_i64.checked_pow(u32::from(short(0)))?;
            Hint::Moment(units, kind.and_then(|kind| kind.text(1)))
        }
        // Lists: plain, of a fixed size, large, and both views.
        12 | 16 | 21 | 25 | 26 if is_outermost => {
            let items = field.tables(5).first().and_then(|item| hint(item, false));
            Hint::List(items.map(Box::new))
        }
        _ => return None,
    })
}

/// A table of `FlatBuffers`.
#[derive(Clone, Copy)]
struct Table<'b> {
    bytes: &'b [u8],
    at: usize,
}

/// Four bytes as a number.
fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
}

impl Table<'_> {
    /// Where a field stands. Before a table is how far back the list of its fields' places begins.
    fn field(self, field: usize) -> Option<usize> {
        let back = i32::from_le_bytes(self.bytes.get(self.at..self.at.checked_add(4)?)?.try_into().ok()?);
        let places = usize::try_from(i64::try_from(self.at).ok()? - i64::from(back)).ok()?;
        let short = |at: usize| {
            let bytes = self.bytes.get(at..at.checked_add(2)?)?;
            Some(usize::from(u16::from_le_bytes(bytes.try_into().ok()?)))
        };
        let place = 4 + 2 * field;
        (place + 2 <= short(places)?).then_some(())?;
        let within = short(places.checked_add(place)?)?;
        (within != 0).then(|| self.at.checked_add(within))?
    }

    fn byte(self, field: usize) -> Option<u8> {
        self.bytes.get(self.field(field)?).copied()
    }

    /// What a field points to.
    fn pointed(self, field: usize) -> Option<usize> {
        let at = self.field(field)?;
        at.checked_add(number(self.bytes, at)?)
    }

    fn table(self, field: usize) -> Option<Self> {
        Some(Self { bytes: self.bytes, at: self.pointed(field)? })
    }

    fn text(self, field: usize) -> Option<String> {
        let at = self.pointed(field)?;
        let begin = at.checked_add(4)?;
        let text = self.bytes.get(begin..begin.checked_add(number(self.bytes, at)?)?)?;
        Some(std::str::from_utf8(text).ok()?.to_owned())
    }

    /// The tables of a list, none where there is none; no more than there are places for.
    fn tables(self, field: usize) -> Vec<Self> {
        let all = || -> Option<Vec<Self>> {
            let at = self.pointed(field)?;
            let begin = at.checked_add(4)?;
            let places = self.bytes.get(begin..begin.checked_add(number(self.bytes, at)?.checked_mul(4)?)?)?;
            let place = |i: usize| {
                let at = begin + 4 * i;
                Some(Self { bytes: self.bytes, at: at.checked_add(number(self.bytes, at)?)? })
            };
            (0..places.len() / 4).map(place).collect()
        };
        all().unwrap_or_default()
    }
}
