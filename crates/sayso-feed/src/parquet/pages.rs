//! Pages whose counts can be: the library makes room for as many values as a page says that it has.

use parquet::basic::Encoding;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::schema::types::ColumnDescriptor;

/// Values that a page of lists may have; what writers put in one is a thousandth of it.
const MAX_ITEMS: u32 = 1 << 24;

/// A reader that gives no page with a count that its bytes do not bear out.
pub(super) struct Checked {
    pages: Box<dyn PageReader>,
    max_rep_level: i16,
    max_def_level: i16,
}

impl Checked {
    pub(super) fn new(pages: Box<dyn PageReader>, column: &ColumnDescriptor) -> Self {
        Self { pages, max_rep_level: column.max_rep_level(), max_def_level: column.max_def_level() }
    }

    fn check(&self, page: &Page) -> Result<()> {
        let wrong = |what: &str| Err(ParquetError::General(what.to_owned()));
        if let Page::DictionaryPage { buf, num_values, .. } = page {
            // A value takes a byte at least; of the only one that takes less, yes and no, nobody makes a dictionary.
            if *num_values as usize > buf.len() {
                return wrong("a dictionary with more values than bytes");
            }
            return Ok(());
        }
        if self.max_rep_level > 0 && page.num_values() > MAX_ITEMS {
            return wrong("a page with too many values");
        }
        if matches!(page.encoding(), Encoding::DELTA_LENGTH_BYTE_ARRAY | Encoding::DELTA_BYTE_ARRAY)
            && self.lengths(page).is_some_and(|lengths| lengths > u64::from(page.num_values()))
        {
            return wrong("more lengths than values");
        }
        Ok(())
    }

    /// How many lengths of values stand at the beginning of a page's values, as the page says.
    fn lengths(&self, page: &Page) -> Option<u64> {
        let mut values = match page {
            Page::DataPageV2 { buf, def_levels_byte_len, rep_levels_byte_len, .. } => {
                buf.get((*def_levels_byte_len as usize).checked_add(*rep_levels_byte_len as usize)?..)?
            }
            page => {
                let mut rest: &[u8] = page.buffer();
                for level in [self.max_rep_level, self.max_def_level] {
                    if level > 0 {
                        let (length, after) = rest.split_at_checked(4)?;
                        rest = after.get(u32::from_le_bytes(length.try_into().ok()?) as usize..)?;
                    }
                }
                rest
            }
        };
        // The size of a block, how many blocks are in one, how many numbers.
        let mut number = || {
            let mut number = 0_u64;
            for shift in (0..64).step_by(7) {
                let (first, rest) = values.split_first()?;
                values = rest;
                number |= u64::from(first & 0x7f) << shift;
                if first & 0x80 == 0 {
                    return Some(number);
                }
            }
            None
        };
        number()?;
        number()?;
        number()
    }
}

impl Iterator for Checked {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Result<Page>> {
        self.get_next_page().transpose()
    }
}

impl PageReader for Checked {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        page.as_ref().map_or(Ok(()), |page| self.check(page))?;
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}
