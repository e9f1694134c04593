//! Files of an export, in memory.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use sayso_export::{By, Format};
use sayso_lineage::trace::Trace;

use crate::sample::Owned;

pub(crate) type Files = BTreeMap<String, Vec<u8>>;

struct File(Arc<Mutex<Files>>, String);

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().get_mut(&self.1).unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// All that an export writes. A path is opened once.
pub(crate) fn export_by(format: Format, articles: &[Owned], trace: Option<&Trace>, by: By) -> Files {
    let files = Arc::new(Mutex::new(Files::new()));
    let shared = files.clone();
    let open = move |path: &str| {
        let known = shared.lock().unwrap().insert(path.to_owned(), Vec::new());
        assert!(known.is_none(), "{path} is opened again");
        Ok(Box::new(File(shared.clone(), path.to_owned())) as Box<dyn Write + Send>)
    };
    let mut export = format.export(Box::new(open), by).unwrap();
    for article in articles {
        article.with(|exported| export.article(exported)).unwrap();
    }
    if let Some(trace) = trace {
        export.trace(trace).unwrap();
    }
    export.end().unwrap();
    drop(export);
    Arc::into_inner(files).unwrap().into_inner().unwrap()
}

pub(crate) fn export(format: Format, articles: &[Owned], trace: Option<&Trace>) -> Files {
    export_by(format, articles, trace, By::Day)
}

/// The one file of a format, as text.
pub(crate) fn one(format: Format, articles: &[Owned], trace: Option<&Trace>) -> String {
    let file = export(format, articles, trace).remove(format.file().unwrap()).unwrap();
    String::from_utf8(file).unwrap()
}
