//! An archive's articles as inputs, so that whatever takes files takes an archive: each from the bytes that it was added from.

use std::fs::File;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::Path;

use sayso_archive::Archive;

use super::kept::unread_of;
use crate::articles::Unread;
use crate::inputs::Input;
use crate::message::Message;
use crate::paths::name_of;

/// What every `SQLite` file begins with.
pub(crate) const SQLITE: [u8; 16] = *b"SQLite format 3\0";

/// Whether a file is an archive, or a database of another program.
pub(crate) fn is_database(path: &Path) -> bool {
    let mut head = [0; SQLITE.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok_and(|()| head == SQLITE)
}

/// Hands on the newest text of each article, in the order in which they were added.
pub(crate) fn feed(path: &Path, give: &mut dyn FnMut(Input) -> ControlFlow<()>) -> ControlFlow<()> {
    let name = name_of(path);
    let opened = Archive::open(path).and_then(|archive| Ok((archive.newest()?, archive)));
    let (rows, archive) = match opened {
        Ok(opened) => opened,
        Err(error) => return give(Input::Trouble(Message::error_at(name, error))),
    };
    if rows.is_empty() {
        let what = format!("{name}: holds no article: add some with `sayso add`");
        return give(Input::Trouble(Message::warning(what)));
    }
    for row in rows {
        let path = format!("{name}#{row}");
        give(match archive.raw(row) {
            Ok(Some(raw)) => Input::Article(Unread { path, row: Some(row), ..unread_of(raw) }),
            // It was there a moment ago: another program has taken it out.
            Ok(None) => continue,
            Err(error) => Input::Trouble(Message::error_at(path, error)),
        })?;
    }
    ControlFlow::Continue(())
}
