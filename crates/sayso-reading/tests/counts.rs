//! Counts as reports give them: the number, what befell those counted, as of when, and whose number it is.

use std::sync::LazyLock;

use sayso_article::{Format, read};
use sayso_reading::Reader;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

/// Reads a sentence below a dateline. Each figure is expected as `words; measure; giver`, with `as of 2026-11-26` or `said
/// 2026-11-26` where the sentence has a day, which counts back from 28 November 2026.
#[track_caller]
fn check(sentence: &str, expect: &[&str]) {
    let text = format!(
        "---\ntitle: News\noutlet: The Valley Courier\npublished: 2026-11-28T09:00:00Z\n---\n\n\
         HARWICK, Nov. 28 — Snow fell on the hills again in the morning.\n\n{sentence}\n"
    );
    let reading = READER.read(read(text.as_bytes(), Format::Markdown, None));
    let text = &reading.article.text;
    let found: Vec<String> = reading
        .figures
        .iter()
        .map(|figure| {
            let by = figure.attribution.and_then(|id| reading.attributions.iter().find(|a| a.id == id));
            let source = by.and_then(|by| reading.sources.iter().find(|source| Some(source.id) == by.source_id));
            let called = source.map_or("nobody", |source| source.name.unwrap_or(source.mentions[0]).of(text));
            let measure = figure.measure.map_or("none", |measure| measure.value);
            let as_of = figure.as_of.map_or(String::new(), |when| format!("; as of {}", when.days));
            let said = by.and_then(|by| by.when).map_or(String::new(), |when| format!("; said {}", when.days));
            format!("{}; {measure}; {called}{as_of}{said}", figure.span.of(text))
        })
        .collect();
    assert_eq!(found, expect, "{sentence}");
}

#[test]
fn somebody_puts_a_number_at() {
    check(
        "Kesterby police put the number of people arrested at the shipyard in Kesterby at 12 on Thursday.",
        &["12; arrested; Kesterby police; as of 2026-11-26"],
    );
    check(
        "The union put the number of people who attended the march in Kesterby at 26,000 on Saturday.",
        &["26,000; attended; The union; as of 2026-11-28"],
    );
    check(
        "On Friday, the hospital gave the number of dead in Norhoe as 23.",
        &["23; killed; the hospital; said 2026-11-27"],
    );
    check(
        "Hospital director Lena Orm put the number of injured at 54 on Sunday.",
        &["54; injured; Lena Orm; as of 2026-11-22"],
    );
    check(
        "The insurer put the value of the paintings stolen from the museum in Ostwick at about 9 million crowns on Monday.",
        &["about 9 million crowns; stolen; The insurer; as of 2026-11-23"],
    );
    check("The county put losses to farmers at 7.5 million crowns.", &["7.5 million crowns; lost; The county"]);
}

#[test]
fn a_number_is_put_at_by_somebody() {
    check(
        "The cost of the salt contract in Osterby was put at 3.4 million crowns on Tuesday by the county audit office.",
        &["3.4 million crowns; cost; county audit office; as of 2026-11-24"],
    );
    check(
        "The value of the paintings stolen in Ostwick was put at 4.2 million crowns on Friday by the insurer, Northern \
         Mutual.",
        &["4.2 million crowns; stolen; Northern Mutual; as of 2026-11-27"],
    );
    check(
        "Damage to roads and bridges was put at $40 million by the transport ministry.",
        &["$40 million; damaged; transport ministry"],
    );
    check("The number of dead was given as 14 by Northern Railways.", &["14; killed; Northern Railways"]);
}

#[test]
fn a_count_rises_and_falls() {
    check(
        "The number of people infected with listeria had risen to 47, the public health institute said on Thursday.",
        &["47; infected; public health institute; said 2026-11-26"],
    );
    check(
        "The death toll in the Lund Cold fire rose to 17 as of Tuesday night, the fire service said.",
        &["17; killed; fire service; as of 2026-11-24"],
    );
    check(
        "The health ministry raised the death toll to 112 on Wednesday.",
        &["112; killed; health ministry; as of 2026-11-25"],
    );
    check(
        "Authorities in Lower Drenov said the number of missing had fallen to nine.",
        &["nine; missing; Authorities in Lower Drenov"],
    );
    check(
        "Officials revised the number of missing down to 12 on Thursday.",
        &["12; missing; Officials; as of 2026-11-26"],
    );
    check(
        "Kesterby police said late Thursday that 112 people had been arrested, up from 51 a day earlier.",
        &[
            "112 people; arrested; Kesterby police; said 2026-11-26",
            "51; arrested; Kesterby police; as of 2026-11-25; said 2026-11-26",
        ],
    );
}

#[test]
fn numbers_stay_apart_in_one_sentence() {
    check(
        "The flooding killed at least 23 people and left 41 missing in the Kesterby valley, the civil guard said on Tuesday \
         night.",
        &[
            "at least 23 people; killed; civil guard; said 2026-11-24",
            "41 missing; missing; civil guard; said 2026-11-24",
        ],
    );
    check(
        "Organisers said 26,000 people had attended the march; the police put the figure at 9,000.",
        &["26,000 people; attended; Organisers", "9,000; attended; the police"],
    );
    check(
        "The blast killed seven people and injured 33 others, a hospital official who was not authorised to speak to the \
         press said.",
        &["seven people; killed; a hospital official", "33 others; injured; a hospital official"],
    );
}

#[test]
fn who_gives_it_is_called_by_what_it_is_and_by_name() {
    check(
        "As of Tuesday, 219 people had been rescued from the ferry off Ames, according to the operator, Sound Lines.",
        &["219 people; rescued; Sound Lines; as of 2026-11-24"],
    );
    // A dateline is a town, and no company.
    check("The company said it would cut 1,200 jobs at its plant in Fenmouth.", &["1,200 jobs; laid off; The company"]);
    check(
        "The police chief, Ada Roe, told reporters on Friday that 44 people had been arrested at the shipyard.",
        &["44 people; arrested; Ada Roe; said 2026-11-27"],
    );
    check(
        "Between 50 and 60 people were injured in the crash near Uvrin, an ambulance service spokesman said.",
        &["Between 50 and 60 people; injured; an ambulance service spokesman"],
    );
    check(
        "At least two dozen people were arrested at the port in Merrow, according to police.",
        &["At least two dozen people; arrested; police"],
    );
    check(
        "Turnout was 61.4 percent, the electoral commission said on Sunday.",
        &["61.4 percent; voted; electoral commission; said 2026-11-22"],
    );
}
