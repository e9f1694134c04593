//! Every format, read back by a parser that the field has.

mod annotations;
mod brat;
mod docs;
mod files;
mod linked;
mod provenance;
mod read;
mod sample;
mod schema_org;
mod tables;

use sayso_export::Format;

#[test]
fn the_same_articles_give_the_same_bytes() {
    let (articles, trace) = (sample::articles(), sample::trace());
    for format in Format::ALL {
        let one = files::export(format, &articles, Some(&trace));
        assert_eq!(one, files::export(format, &articles, Some(&trace)), "{}", format.name());
        assert!(!one.is_empty());
    }
}

#[test]
fn a_format_of_one_file_writes_that_one_and_no_other() {
    for format in Format::ALL {
        let files = files::export(format, &sample::articles(), None);
        match format.file() {
            Some(name) => assert_eq!(files.into_keys().collect::<Vec<_>>(), [name]),
            None => assert!(files.len() > 1),
        }
    }
}

/// An archive without articles is an export without articles, in a form that parsers take.
#[test]
fn nothing_is_exported_whole_as_well() {
    for format in Format::ALL {
        let files = files::export(format, &[], None);
        let Some(name) = format.file() else { continue };
        match format {
            Format::ProvTurtle => assert!(linked::turtle(&files[name]).is_empty()),
            Format::ProvJson | Format::SchemaOrg => assert!(linked::json_ld(&files[name]).is_empty()),
            _ => assert!(files[name].is_empty()),
        }
    }
}

/// Leaves all formats where `validate.py` finds them.
#[test]
fn what_was_exported_is_left_for_validators_that_are_run_by_hand() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sayso-export");
    for format in Format::ALL {
        for (path, bytes) in files::export(format, &sample::articles(), Some(&sample::trace())) {
            let path = folder.join(format.name()).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, bytes).unwrap();
            assert!(path.exists());
        }
    }
}
