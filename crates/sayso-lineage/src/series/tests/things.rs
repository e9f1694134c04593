use super::{check, report};
use crate::series::about;
use crate::series::place::told;

#[test]
fn places_are_one_by_the_names_in_them() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 | in:Osterby",
            "2 Argus 4.08 | org:interior ministry | 14 | in:the cold store in Osterby",
            "3 Argus 5.08 | org:interior ministry | 15",
        ],
        &["interior ministry, people @the cold store in Osterby: 03 12 first [1]; 04 14 raised [2]; 05 15 raised [3]"],
    );
    // Of two places a number without one takes that of its sentence, of its article, of its headline, or none.
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 | in:Osterby",
            "2 Argus 3.09 | org:interior ministry | 200 | in:Kesterby",
            "3 Globe 4.08 | org:interior ministry | 14 | sentence:A fire at a cold store in Osterby killed 14.",
            "4 Globe 4.09 | org:interior ministry | 201 | headline:Kesterby quake toll rises",
            "1 Courier 3.08 | man:Tom Harl | 13",
            "5 Globe 4.10 | org:interior ministry | 15",
        ],
        &[
            "interior ministry, people @Osterby: 03 12 first [1]; 04 14 raised [3]",
            "Tom Harl, people @Osterby: 03 13 first [1]",
            "interior ministry, people @Kesterby: 03 200 first [2]; 04 201 raised [4]",
            "interior ministry, people: 04 15 first [5]",
            "03: interior ministry 12 ≠ Tom Harl 13",
        ],
    );
    // A part is the whole where there is no other part.
    check(
        &["1 Courier 3.08 | voice | 12 | in:Drenov", "2 Courier 4.08 | voice | 14 | in:Upper Drenov"],
        &["voice, people @Upper Drenov: 03 12 first [1]; 04 14 raised [2]"],
    );
    check(
        &[
            "1 Courier 3.08 | voice | 12 | in:Drenov",
            "2 Courier 4.08 | voice | 14 | in:Upper Drenov",
            "3 Courier 5.08 | voice | 15 | in:Lower Drenov",
        ],
        &[
            "voice, people @Drenov: 03 12 first [1]",
            "voice, people @Lower Drenov: 05 15 first [3]",
            "voice, people @Upper Drenov: 04 14 first [2]",
        ],
    );
}

#[test]
fn who_is_counted_stays_apart() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 people",
            "1 Courier 3.08 | org:interior ministry | 4 | who:women and children",
            "2 Argus 4.08 | org:interior ministry | 14 | who:the people",
            "3 Argus 5.08 | org:interior ministry | 15 deaths",
        ],
        &[
            "interior ministry, people: 03 12 people first [1]; 04 14 raised [2]; 05 15 deaths raised [3]",
            "interior ministry, people women and children: 03 4 first [1]",
        ],
    );
}

#[test]
fn a_part_is_no_number_of_the_whole() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 240",
            "1 Courier 3.08 | org:interior ministry | 38 | part:1",
            "2 Argus 4.08 | org:interior ministry | 250",
            "2 Argus 4.08 | org:interior ministry | 20 | part:3",
            "3 Globe 4.09 | man:Tom Harl | 14 | part:9 | measure:injured",
        ],
        &[
            "interior ministry, people: 03 240 first [1]; 04 250 raised [2]",
            "interior ministry, people part of them: 03 38 first [1]; 04 20 open [2]",
            "Tom Harl, people: 04 14 first [3]",
        ],
    );
}

#[test]
fn a_question_is_taken_apart() {
    for (query, measure, who, words) in [
        ("killed in Osterby", Some("killed"), &[][..], &["Osterby"][..]),
        ("people injured in the Lund Cold fire", Some("injured"), &[], &["Lund", "Cold", "fire"]),
        ("displaced", Some("displaced"), &[], &[]),
        ("death toll in Osterby", Some("killed"), &[], &["Osterby"]),
        ("How many children were killed at Kesterby?", Some("killed"), &["children"], &["Kesterby"]),
        ("workers laid off by Ostrey Steel", Some("laid off"), &["workers"], &["Ostrey", "Steel"]),
        ("the Dead Sea evacuated", Some("evacuated"), &[], &["Dead", "Sea"]),
        ("killed or injured in Osterby", None, &[], &["Osterby"]),
        ("cost of rescuing Brill Savings", Some("cost"), &[], &["rescuing", "Brill", "Savings"]),
        ("", None, &[], &[]),
    ] {
        let found = about(query);
        assert_eq!((found.measure, found.who, found.words), (measure, to_strings(who), to_strings(words)), "{query}");
    }
}

fn to_strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Where a figure is from that has this place, if any, in this sentence.
#[track_caller]
fn check_place(place: Option<&str>, sentence: &str, expect: Option<&str>) {
    let place = place.map_or(String::new(), |place| format!(" | in:{place}"));
    let line = format!("1 Courier 3.08 | voice | 12{place} | sentence:{sentence}");
    assert_eq!(told(&report(1, &line)).as_deref(), expect, "{sentence}");
}

#[test]
fn a_sentence_tells_the_place_where_it_names_one() {
    check_place(None, "A fire at a cold store in Osterby killed 12.", Some("Osterby"));
    check_place(None, "A quake in the Kesterby valley, in the north, killed 12.", Some("Kesterby"));
    check_place(None, "A flood in northern Sundra on Tuesday killed 12.", Some("northern Sundra"));
    check_place(
        None,
        "12 died at the Lund Cold warehouse in the port of Osterby.",
        Some("Lund Cold warehouse in the port of Osterby"),
    );
    check_place(Some("Lund Cold"), "12 died at Lund Cold in Osterby.", Some("Lund Cold in Osterby"));
    check_place(Some("Osterby"), "Unlike in Kesterby, 12 died in Osterby.", Some("Osterby"));
    check_place(None, "The minister said in Sundrel that 12 died.", None);
    check_place(None, "12 died in November.", None);
    check_place(None, "12 died in fires in Osterby, and others in Kesterby.", None);
    check_place(None, "12 died in the capital.", None);
    check_place(None, "in", None);
}

#[test]
fn an_article_that_names_a_place_once_is_about_it() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12 | in:Osterby",
            "2 Argus 3.09 | org:interior ministry | 200 | in:Kesterby",
            "3 Globe 4.08 | org:interior ministry | 14 | sentence:It raised the toll of the Osterby fire to 14.",
            "3 Globe 4.08 | man:Tom Harl | 19 | sentence:Tom Harl said 19 had died.",
            // The place of who speaks is none of the number's.
            "4 Globe 4.09 | org:Kesterby rescue service | 15 | sentence:The Kesterby rescue service said 15 had died.",
        ],
        &[
            "interior ministry, people @Osterby: 03 12 first [1]; 04 14 raised [3]",
            "Tom Harl, people @Osterby: 04 19 first [3]",
            "Kesterby rescue service, people: 04 15 first [4]",
            "interior ministry, people @Kesterby: 03 200 first [2]",
            "04: interior ministry 14 ≠ Tom Harl 19",
        ],
    );
}
