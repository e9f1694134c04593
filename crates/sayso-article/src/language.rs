//! Which language an article is in, and a note where it isn't English.
//!
//! The detector misjudges short English texts full of names, so English is first looked for by its commonest words, and
//! another language is believed only where there is text enough.

use sayso_text::Note;

use crate::{Article, Part};

/// Bytes of body that are looked at.
const SAMPLE: usize = 3000;

/// Letters that another language than English takes to be believed.
const ENOUGH: usize = 120;

/// English words that other languages don't have, or seldom.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "with", "was", "said", "from", "have", "has", "were", "which", "they", "this",
    "by", "will", "not", "is", "it", "for", "at",
];

/// Fills in the language, keeping a declared one where the text says nothing against it, and notes another than English.
pub(crate) fn tell(article: &mut Article) {
    let declared = article.language.take().and_then(|declared| code_of(&declared));
    let sample = sample(article);
    let written = || is_in_other_letters(&sample).then(|| UNDETERMINED.to_owned());
    article.language = spoken(&sample).or_else(|| match declared {
        Some(declared) if declared == "en" => written().or(Some(declared)),
        declared => declared.or_else(written),
    });
    let Some(language) = article.language.as_deref().filter(|language| *language != "en") else { return };
    let name = LANGUAGES.iter().find(|(_, code, _)| *code == language).map_or("another language", |(_, _, name)| name);
    let message = format!(
        "the article is in {name} (`{language}`) and attributions are read in English only, so none are read: give its translation"
    );
    article.notes.push(Note::new("not-english", message));
}

/// The beginning of the body; of the whole text where no body is marked.
fn sample(article: &Article) -> String {
    let mut sample = String::new();
    for part in article.parts.iter().filter(|part| matches!(part.part, Part::Body | Part::Headline | Part::Deck)) {
        let text = part.span.of(&article.text);
        sample.push_str(&text[..text.floor_char_boundary(SAMPLE - sample.len().min(SAMPLE))]);
        sample.push('\n');
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

/// What stands for a language that is not English and cannot be told (BCP 47).
const UNDETERMINED: &str = "und";

/// Letters that it takes to be sure of another script.
const SURE: usize = 12;

/// Whether a text is written in other letters than Latin ones, in which there is no English.
fn is_in_other_letters(text: &str) -> bool {
    let (mut letters, mut latin) = (0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        latin += usize::from(c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c));
    }
    letters >= SURE && latin * 10 < letters
}

fn spoken(text: &str) -> Option<String> {
    let (mut words, mut the, mut common) = (0usize, 0usize, 0usize);
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        if word.len() <= 5 {
            let lower = word.to_ascii_lowercase();
            the += usize::from(lower == "the");
            common += usize::from(ENGLISH.contains(&lower.as_str()));
        }
    }
    if words >= 8 && the * 100 >= words * 2 && common * 100 >= words * 12 {
        return Some("en".to_owned());
    }
    let info = whatlang::detect(text)?;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    // A script that only a few languages share says more in less text.
    let enough = if info.script() == whatlang::Script::Latin { ENOUGH } else { ENOUGH / 4 };
    (letters >= enough && info.is_reliable()).then(|| code_of(info.lang().code())).flatten()
}

/// The ISO 639-1 code of what a page or a field declares: `en-US`, `eng`, `English`.
fn code_of(declared: &str) -> Option<String> {
    let first = declared.trim().split(['-', '_', ' ', ',']).next()?.to_ascii_lowercase();
    let known = LANGUAGES
        .iter()
        .find(|(three, two, name)| first == *two || first == *three || first.eq_ignore_ascii_case(name))
        .map(|(_, two, _)| (*two).to_owned());
    known.or_else(|| (first.len() == 2 && first.bytes().all(|b| b.is_ascii_lowercase())).then_some(first))
}

/// The detector's codes (ISO 639-3), ISO 639-1 and names.
const LANGUAGES: &[(&str, &str, &str)] = &[
    ("afr", "af", "Afrikaans"),
    ("aka", "ak", "Akan"),
    ("amh", "am", "Amharic"),
    ("ara", "ar", "Arabic"),
    ("aze", "az", "Azerbaijani"),
    ("bel", "be", "Belarusian"),
    ("ben", "bn", "Bengali"),
    ("bul", "bg", "Bulgarian"),
    ("cat", "ca", "Catalan"),
    ("ces", "cs", "Czech"),
    ("cmn", "zh", "Chinese"),
    ("cym", "cy", "Welsh"),
    ("dan", "da", "Danish"),
    ("deu", "de", "German"),
    ("ell", "el", "Greek"),
    ("eng", "en", "English"),
    ("epo", "eo", "Esperanto"),
    ("est", "et", "Estonian"),
    ("fin", "fi", "Finnish"),
    ("fra", "fr", "French"),
    ("guj", "gu", "Gujarati"),
    ("heb", "he", "Hebrew"),
    ("hin", "hi", "Hindi"),
    ("hrv", "hr", "Croatian"),
    ("hun", "hu", "Hungarian"),
    ("hye", "hy", "Armenian"),
    ("ind", "id", "Indonesian"),
    ("ita", "it", "Italian"),
    ("jav", "jv", "Javanese"),
    ("jpn", "ja", "Japanese"),
    ("kan", "kn", "Kannada"),
    ("kat", "ka", "Georgian"),
    ("khm", "km", "Khmer"),
    ("kor", "ko", "Korean"),
    ("lat", "la", "Latin"),
    ("lav", "lv", "Latvian"),
    ("lit", "lt", "Lithuanian"),
    ("mal", "ml", "Malayalam"),
    ("mar", "mr", "Marathi"),
    ("mkd", "mk", "Macedonian"),
    ("mya", "my", "Burmese"),
    ("nep", "ne", "Nepali"),
    ("nld", "nl", "Dutch"),
    ("nob", "nb", "Norwegian"),
    ("ori", "or", "Oriya"),
    ("pan", "pa", "Punjabi"),
    ("pes", "fa", "Persian"),
    ("pol", "pl", "Polish"),
    ("por", "pt", "Portuguese"),
    ("ron", "ro", "Romanian"),
    ("rus", "ru", "Russian"),
    ("sin", "si", "Sinhala"),
    ("slk", "sk", "Slovak"),
    ("slv", "sl", "Slovene"),
    ("sna", "sn", "Shona"),
    ("spa", "es", "Spanish"),
    ("srp", "sr", "Serbian"),
    ("swe", "sv", "Swedish"),
    ("tam", "ta", "Tamil"),
    ("tel", "te", "Telugu"),
    ("tgl", "tl", "Tagalog"),
    ("tha", "th", "Thai"),
    ("tuk", "tk", "Turkmen"),
    ("tur", "tr", "Turkish"),
    ("ukr", "uk", "Ukrainian"),
    ("urd", "ur", "Urdu"),
    ("uzb", "uz", "Uzbek"),
    ("vie", "vi", "Vietnamese"),
    ("yid", "yi", "Yiddish"),
    ("zul", "zu", "Zulu"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, read};

    fn check(text: &str, declared: Option<&str>, expect: Option<&str>) {
        let mut article = read(text.as_bytes(), Format::Text, None);
        article.notes.clear();
        article.language = declared.map(str::to_owned);
        tell(&mut article);
        assert_eq!(article.language.as_deref(), expect, "{text}");
        assert_eq!(article.notes.iter().any(|n| n.code == "not-english"), expect.is_some_and(|e| e != "en"), "{text}");
        assert!(article.notes.iter().all(|n| !n.lost));
    }

    #[test]
    fn languages_are_told_apart() {
        let french = "Le maire de Harvique a déclaré lundi que le pont resterait fermé jusqu’en juin, et que la région paierait \
            les travaux. Le ministère n’a pas répondu aux questions du journal.";
        let german = "Die Brücke bleibt bis Juni gesperrt, sagte der Bürgermeister am Montag. Das Land werde die Arbeiten bezahlen, \
            hieß es aus dem Ministerium, das sich zunächst nicht weiter äußern wollte.";
        let russian = "Мост останется закрытым до июня, заявил в понедельник мэр города, сославшись на инженеров.";
        check(french, None, Some("fr"));
        check(french, Some("en"), Some("fr"));
        check(german, None, Some("de"));
        check(russian, None, Some("ru"));
        check("The bridge will stay closed until June, the mayor of Harwick said on Monday.", None, Some("en"));
        check("The bridge will stay closed until June, the mayor of Harwick said on Monday.", Some("fr"), Some("en"));
    }

    #[test]
    fn little_text_leaves_it_open() {
        check("Harwick mayor resigns", None, None);
        check("Okoro: “Enough.”", None, None);
        check("Harwick mayor resigns", Some("en-GB"), Some("en"));
        check("Le maire démissionne", Some("fr_FR"), Some("fr"));
        check("Harwick mayor resigns", Some("eng"), Some("en"));
        check("Harwick mayor resigns", Some("French"), Some("fr"));
        check("Harwick mayor resigns", Some("???"), None);
    }

    #[test]
    fn other_letters_are_no_english_however_few_or_repetitive() {
        let again = "Порт знал об этом с января, заявили чиновники во вторник. ".repeat(20);
        for text in [&again, "Порт закрыт, заявил мэр.", "הנמל סגור, אמר ראש העיר.", "الميناء مغلق، قال رئيس البلدية."]
        {
            let article = read(text.as_bytes(), Format::Text, None);
            assert!(article.language.as_deref().is_some_and(|language| language != "en"), "{text}");
            assert!(article.notes.iter().any(|note| note.code == "not-english"), "{text}");
        }
        check("Порт закрыт, заявил мэр.", Some("en"), Some("und"));
        check("Порт закрыт, заявил мэр.", Some("bg"), Some("bg"));
        check("Порт — “Port”, Okoro said.", None, None);
    }

    #[test]
    fn every_language_of_the_detector_has_a_code_and_a_name() {
        for lang in whatlang::Lang::all() {
            assert!(LANGUAGES.iter().any(|(three, _, _)| *three == lang.code()), "{lang:?}");
        }
    }
}
