//! A folder of articles and annotations → texts and gold attributions.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sayso_eval::{Attribution, gold};

use crate::message::Message;

/// One article with its annotations.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GoldFiles {
    /// The article's name: its file's, without ending.
    pub(crate) name: String,
    text: PathBuf,
    annotations: PathBuf,
}

/// An article's text and what trained readers marked in it.
pub(crate) struct Gold {
    pub(crate) text: String,
    pub(crate) attributions: Vec<Attribution>,
}

/// The articles of `FOLDER/text` that have annotations in `FOLDER/attributions`, by name; the first annotator's, by name.
pub(crate) fn gold_files(folder: &Path) -> Result<Vec<GoldFiles>, Message> {
    let mut annotations = BTreeMap::new();
    let in_folder = folder.join("attributions");
    for file in file_names(&in_folder)? {
        if let Some((article, _)) = gold::article_and_annotator(&file) {
            annotations.entry(article.to_owned()).or_insert_with(|| in_folder.join(&file));
        }
    }
    let in_folder = folder.join("text");
    let mut found = Vec::new();
    for file in file_names(&in_folder)? {
        let Some(name) = file.strip_suffix(".txt") else { continue };
        if let Some(annotations) = annotations.remove(name) {
            found.push(GoldFiles { name: name.to_owned(), text: in_folder.join(&file), annotations });
        }
    }
    if found.is_empty() {
        let what = "no article with annotations: give a folder with `text/NAME.txt` and `attributions/NAME_1a2b.ann`";
        return Err(Message::error_at(folder.display(), what));
    }
    Ok(found)
}

impl GoldFiles {
    /// The file of the article.
    pub(crate) fn text_path(&self) -> String {
        self.text.to_string_lossy().into_owned()
    }

    /// Reads both files.
    pub(crate) fn read(&self) -> Result<Gold, Message> {
        let text = read_utf8(&self.text)?;
        let annotations = read_utf8(&self.annotations)?;
        let attributions = gold::parse(&annotations, &text);
        let attributions = attributions.map_err(|error| Message::error_at(self.annotations.display(), error))?;
        Ok(Gold { text, attributions })
    }
}

/// A file's text.
pub(crate) fn read_utf8(path: &Path) -> Result<String, Message> {
    fs::read_to_string(path).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => Message::error_at(path.display(), "not UTF-8: save it as UTF-8"),
        _ => Message::cannot_read(path.display(), &error),
    })
}

/// The names of a folder's files, sorted.
pub(crate) fn file_names(folder: &Path) -> Result<Vec<String>, Message> {
    let cannot_read = |error| Message::cannot_read(folder.display(), &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot_read)? {
        names.push(entry.map_err(cannot_read)?.file_name().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    Ok(names)
}
