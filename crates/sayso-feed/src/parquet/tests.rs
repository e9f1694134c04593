use std::sync::Arc;

use ::parquet::arrow::ArrowWriter;
use ::parquet::data_type::{ByteArray, ByteArrayType};
use ::parquet::file::properties::{WriterProperties, WriterVersion};
use ::parquet::file::writer::SerializedFileWriter;
use arrow_array::builder::{ListBuilder, StringBuilder, StringDictionaryBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, Date32Array, Date64Array, Int64Array, LargeStringArray, RecordBatch,
    StringArray, StringViewArray, TimestampMicrosecondArray, TimestampMillisecondArray, TimestampNanosecondArray,
    TimestampSecondArray,
};
use bytes::Bytes;
use proptest::prelude::*;

use super::kind::{Zone, day, moment};
use super::*;
use crate::record::testing::all;

fn file(columns: Vec<(&str, ArrayRef)>) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)));
    let batch = batch.unwrap();
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    out
}

fn read(bytes: Vec<u8>) -> (Vec<Raw>, Vec<String>, Tally) {
    all(|give| read_parquet("wire.parquet", Bytes::from(bytes), give))
}

fn texts(texts: &[Option<&str>]) -> ArrayRef {
    Arc::new(StringArray::from(texts.to_vec()))
}

#[test]
fn rows_are_articles() {
    let mut bylines = ListBuilder::new(StringBuilder::new());
    bylines.append_value([Some("Ann Lee"), None, Some("Tom Okoro")]);
    bylines.append_null();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("text", texts(&[Some("It is shut, the mayor said."), Some("It is open, “so far”.")])),
        ("id", Arc::new(Int64Array::from(vec![7, 8]))),
        ("title", texts(&[Some("Bridge shut"), None])),
        ("byline", Arc::new(bylines.finish())),
        ("published", Arc::new(TimestampMicrosecondArray::from(vec![1_795_503_600_000_000, -1]).with_timezone("UTC"))),
        ("modified", Arc::new(Date32Array::from(vec![Some(20_781), None]))),
        ("embedding", Arc::new(BooleanArray::from(vec![true, false]))),
    ];
    let (raws, troubles, _) = read(file(columns));
    assert_eq!((raws.len(), &troubles[..]), (2, &[][..]));
    assert_eq!((&*raws[1].place, raws[1].kind), ("wire.parquet:row 2", Kind::Json));
    let [first, second] = [0, 1].map(|at| raws[at].article().unwrap());
    assert_eq!((first.id.as_deref(), first.title.as_deref()), (Some("7"), Some("Bridge shut")));
    assert_eq!(first.byline, ["Ann Lee", "Tom Okoro"]);
    assert_eq!(first.published.as_deref(), Some("2026-11-24T07:00:00Z"));
    assert_eq!(first.modified.as_deref(), Some("2026-11-24"));
    assert_eq!((&*first.text, first.path.as_deref()), ("It is shut, the mayor said.", Some("wire.parquet:row 1")));
    assert_eq!((second.text.as_str(), second.byline.len()), ("It is open, “so far”.", 0));
    assert_eq!((second.published.as_deref(), second.modified), (Some("1969-12-31T23:59:59Z"), None));
}

#[test]
fn texts_may_be_of_any_kind() {
    let words = "It is shut, the “mayor” said.";
    let mut dictionary = StringDictionaryBuilder::<Int32Type>::new();
    dictionary.append_value(words);
    let kinds: Vec<ArrayRef> = vec![
        texts(&[Some(words)]),
        Arc::new(LargeStringArray::from(vec![words])),
        Arc::new(StringViewArray::from(vec![words])),
        Arc::new(BinaryArray::from(vec![words.as_bytes()])),
        Arc::new(dictionary.finish()),
    ];
    for kind in kinds {
        let what = kind.data_type().clone();
        let (raws, troubles, _) = read(file(vec![("text", kind)]));
        assert_eq!(troubles, [""; 0], "{what}");
        assert_eq!(raws[0].article().unwrap().text, words, "{what}");
    }
}

#[test]
fn moments_are_told_in_their_zone() {
    let second = 1_795_503_600;
    let kinds: Vec<(ArrayRef, &str)> = vec![
        (Arc::new(TimestampSecondArray::from(vec![second])), "2026-11-24T07:00:00"),
        (Arc::new(TimestampMillisecondArray::from(vec![second * 1000 + 999])), "2026-11-24T07:00:00"),
        (
            Arc::new(TimestampNanosecondArray::from(vec![second * 1_000_000_000]).with_timezone("+05:30")),
            "2026-11-24T12:30:00+05:30",
        ),
        (
            Arc::new(TimestampMillisecondArray::from(vec![second * 1000]).with_timezone("-0800")),
            "2026-11-23T23:00:00-08:00",
        ),
        (
            Arc::new(TimestampMillisecondArray::from(vec![second * 1000]).with_timezone("Europe/Oslo")),
            "2026-11-24T07:00:00Z",
        ),
        (Arc::new(Date64Array::from(vec![second * 1000])), "2026-11-24"),
        (texts(&[Some("24 Nov 2026")]), "24 Nov 2026"),
        (Arc::new(Int64Array::from(vec![2026])), "2026"),
    ];
    for (kind, expect) in kinds {
        let (raws, ..) = read(file(vec![("text", texts(&[Some("Shut.")])), ("published", kind)]));
        assert_eq!(raws[0].article().unwrap().published.as_deref(), Some(expect));
    }
    assert_eq!((day(-719_162).as_deref(), day(2_932_896).as_deref()), (Some("0001-01-01"), Some("9999-12-31")));
    assert_eq!((day(11_016).as_deref(), day(19_782).as_deref()), (Some("2000-02-29"), Some("2024-02-29")));
    assert_eq!((day(i64::MAX), moment(i64::MAX, Some(Zone(60)))), (None, None));
}

/// A file with a column `text` and one more, whose levels and values are written as they are given.
fn raw(schema: &str, levels: &[(i16, i16)], names: &[&str]) -> Vec<u8> {
    let schema = format!("message schema {{ required binary text (UTF8); {schema} }}");
    let schema = Arc::new(::parquet::schema::parser::parse_message_type(&schema).unwrap());
    let mut out = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut out, schema, Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let rows = levels.iter().filter(|(_, repeated)| *repeated == 0).count();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<ByteArrayType>().write_batch(&vec![ByteArray::from("Shut."); rows], None, None).unwrap();
    column.close().unwrap();
    let (defined, repeated): (Vec<i16>, Vec<i16>) = levels.iter().copied().unzip();
    let names: Vec<ByteArray> = names.iter().copied().map(ByteArray::from).collect();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<ByteArrayType>().write_batch(&names, Some(&defined), Some(&repeated)).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
    out
}

#[test]
fn a_list_may_be_written_as_it_was_of_old() {
    let check = |schema: &str, levels: &[(i16, i16)], names: &[&str], expect: &[&[&str]]| {
        let (raws, troubles, _) = read(raw(schema, levels, names));
        assert_eq!(troubles, [""; 0], "{schema}");
        let bylines: Vec<Vec<String>> = raws.iter().map(|raw| raw.article().unwrap().byline).collect();
        assert_eq!(bylines, expect, "{schema}");
    };
    let names = ["Ann Lee", "Tom Okoro", "Ida Marsh"];
    let two: &[&[&str]] = &[&["Ann Lee", "Tom Okoro"], &[], &["Ida Marsh"]];
    check(
        "optional group byline (LIST) { repeated group list { optional binary element (UTF8); } }",
        &[(3, 0), (2, 1), (3, 1), (1, 0), (3, 0)],
        &names,
        two,
    );
    check(
        "required group byline (LIST) { repeated group bag { required binary array_element; } }",
        &[(1, 0), (1, 1), (0, 0), (1, 0)],
        &names,
        two,
    );
    check(
        "optional group byline (LIST) { repeated binary array (UTF8); }",
        &[(2, 0), (2, 1), (0, 0), (2, 0)],
        &names,
        two,
    );
    check("repeated binary byline (UTF8);", &[(1, 0), (1, 1), (0, 0), (1, 0)], &names, two);
    // Records and lists in a list are no names.
    check(
        "optional group byline (LIST) { repeated group array { optional binary name (UTF8); } }",
        &[(3, 0), (3, 1), (1, 0), (3, 0)],
        &names,
        &[&[], &[], &[]],
    );
    check(
        "optional group byline (LIST) { repeated group list { optional group element (LIST) { repeated group list { \
         optional binary element (UTF8); } } } }",
        &[(5, 0), (5, 2), (1, 0), (5, 0)],
        &names,
        &[&[], &[], &[]],
    );
}

#[test]
fn all_compressions_and_encodings_are_read() {
    use ::parquet::basic::{BrotliLevel, Compression as C, Encoding, GzipLevel, ZstdLevel};
    let words: Vec<String> = (0..500).map(|number| format!("It is number {number}, he said.")).collect();
    let batch = RecordBatch::try_from_iter([("text", Arc::new(StringArray::from(words)) as ArrayRef)]).unwrap();
    let plain = || WriterProperties::builder().set_dictionary_enabled(false);
    let of = |compression: C| WriterProperties::builder().set_compression(compression);
    let all = [
        of(C::UNCOMPRESSED),
        of(C::SNAPPY),
        of(C::GZIP(GzipLevel::default())),
        of(C::BROTLI(BrotliLevel::default())),
        of(C::LZ4),
        of(C::LZ4_RAW),
        of(C::ZSTD(ZstdLevel::default())),
        of(C::SNAPPY).set_writer_version(WriterVersion::PARQUET_2_0),
        plain().set_encoding(Encoding::PLAIN),
        plain().set_encoding(Encoding::DELTA_BYTE_ARRAY),
        plain().set_encoding(Encoding::DELTA_LENGTH_BYTE_ARRAY),
    ];
    for properties in all {
        let properties = properties.set_max_row_group_row_count(Some(300)).build();
        let mut out = Vec::new();
        let mut writer = ArrowWriter::try_new(&mut out, batch.schema(), Some(properties.clone())).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
        let (raws, troubles, _) = read(out);
        assert_eq!((raws.len(), &troubles[..]), (500, &[][..]), "{properties:?}");
        assert_eq!(raws[499].article().unwrap().text, "It is number 499, he said.");
    }
}

#[test]
fn what_arrow_says_of_its_columns_is_a_hint() {
    let words = texts(&[Some("Shut.")]);
    let dates: ArrayRef = Arc::new(TimestampSecondArray::from(vec![1_795_503_600]).with_timezone("+05:30"));
    let bytes = file(vec![("text", words), ("published", dates)]);
    let reader = SerializedFileReader::new(Bytes::from(bytes)).unwrap();
    let told = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let message = hint::decode(told[0].value.as_deref().unwrap()).unwrap();
    let hint = |message: &[u8], at: usize, name: &str| hint::Hints::of(message).and_then(|hints| hints.get(at, name));
    let expect = hint::Hint::Moment(1, Some("+05:30".to_owned()));
    assert_eq!(hint(&message, 1, "published"), Some(expect));
    assert_eq!((hint(&message, 0, "text"), hint(&message, 1, "modified"), hint(&message, 2, "")), (None, None, None));
    for at in 0..message.len() {
        let _ = hint(&message[..at], 1, "published");
        for byte in [0x00, 0x7f, 0xff] {
            let mut damaged = message.clone();
            damaged[at] = byte;
            let _ = hint(&damaged, 1, "published");
        }
    }
}

#[test]
fn a_bad_row_costs_itself_alone() {
    let (raws, troubles, _) = read(file(vec![("text", texts(&[Some("One."), None, Some("Three.")]))]));
    assert_eq!(raws.iter().map(|raw| &*raw.place).collect::<Vec<_>>(), ["wire.parquet:row 1", "wire.parquet:row 3"]);
    assert_eq!(troubles, ["wire.parquet:row 2: row has no `text`: give the article's text in it"]);
    let bytes: ArrayRef = Arc::new(BinaryArray::from(vec![&b"caf\xe9"[..], b"Two."]));
    let (raws, troubles, _) = read(file(vec![("text", bytes)]));
    assert_eq!(raws.len(), 1);
    let expect = "wire.parquet:row 1: column `text` holds bytes that are not UTF-8, at byte 3: save it as UTF-8";
    assert_eq!(troubles, [expect]);
    let (raws, troubles, _) = read(file(vec![("text", Arc::new(BooleanArray::from(vec![true])))]));
    assert_eq!(
        (raws.len(), &*troubles[0]),
        (0, "wire.parquet:row 1: column `text` is no text: give the article's text in it")
    );
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let check = |bytes: Vec<u8>, expect: &str| {
        let (raws, troubles, _) = read(bytes);
        assert_eq!((raws.len(), troubles.len()), (0, 1));
        assert!(troubles[0].starts_with(expect), "{troubles:?}");
    };
    let others = file(vec![("body", texts(&[Some("One.")])), ("headline", texts(&[None]))]);
    check(
        others,
        "wire.parquet: Parquet file has no column `text` (its columns: `body`, `headline`): rename the one with",
    );
    check(file(vec![("text", texts(&[]))]), "wire.parquet: Parquet file holds no row");
    check(Vec::new(), "wire.parquet: Parquet file cannot be read (");
    check(b"PAR1 nonsense PAR1".to_vec(), "wire.parquet: Parquet file cannot be read (");
}

#[test]
fn many_rows_are_read_in_order_until_no_more_are_wanted() {
    let words: Vec<String> = (0..500).map(|number| format!("Number {number}.")).collect();
    let bytes = file(vec![("text", Arc::new(StringArray::from(words)))]);
    let (raws, ..) = read(bytes.clone());
    assert_eq!((raws.len(), &*raws[499].place), (500, "wire.parquet:row 500"));
    assert_eq!(raws[499].article().unwrap().text, "Number 499.");
    let tally = read_parquet("a", Bytes::from(bytes), &mut |_| ControlFlow::Break(()));
    assert_eq!((tally.articles, tally.is_stopped), (1, true));
}

proptest! {
    #[test]
    fn damaged_files_are_read_to_their_end(at in 0..2000_usize, put in prop::collection::vec(any::<u8>(), 1..4)) {
        let mut bytes = file(vec![("text", texts(&[Some("It is shut."), Some("It is open.")]))]);
        let at = at % bytes.len();
        let end = (at + put.len()).min(bytes.len());
        bytes.splice(at..end, put);
        prop_assert!(read(bytes).0.len() <= 10_000);
    }
}
