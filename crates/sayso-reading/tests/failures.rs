//! The known failures of other tools, as their users report them (`CoreNLP`, spaCy, textacy and others), each with
//! articles written for it. That a tool cannot be run at all is the twelfth: every test here reads with what is in the
//! binary and nothing beside it.
//!
//! What the reader does not get right is in `known_shortfalls`, with the reason: `cargo test -- --ignored` runs them.

use std::sync::LazyLock;

use sayso_article::{Format, read};
use sayso_reading::{Attribution, AttributionId, Reader};
use sayso_text::Span;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

/// Reads a text. Each expectation is `kind: source / cue / content`, with ` | ` between pieces and `-` where there is none.
///
/// Sources and contents must be found to the word; a comma or a full stop at their edges decides nothing. Of a cue one word
/// is given, which the cue found must hold: trained readers differ in whether "told *the crowd*" is cue.
fn check(text: &str, expect: &[&str]) {
    let article = read(text.as_bytes(), Format::Text, None);
    let attributions = READER.read(article).attributions;
    let ids: Vec<_> = attributions.iter().map(|a| a.id).collect();
    assert_eq!(ids, (1..=ids.len() as u32).map(AttributionId).collect::<Vec<_>>(), "ids are in text order: {text}");
    // What lies inside a content is another test's.
    let found: Vec<String> = attributions
        .iter()
        .filter(|a| a.within.is_none())
        .enumerate()
        .map(|(i, a)| show(text, a, expect.get(i).copied()))
        .collect();
    let expect: Vec<String> = expect.iter().map(|e| (*e).to_owned()).collect();
    assert_eq!(found, expect, "{text}");
}

/// An attribution as an expectation is written; its cue is shown as the expected one where it holds that.
fn show(text: &str, attribution: &Attribution, expect: Option<&str>) -> String {
    let pieces = |spans: &[Span]| match spans {
        [] => "-".to_owned(),
        spans => spans.iter().map(|s| without_edges(s.of(text))).collect::<Vec<_>>().join(" | "),
    };
    let cue = pieces(&attribution.cue);
    let expected_cue = expect.and_then(|e| e.split(" / ").nth(1)).unwrap_or("-");
    let holds = cue.split([' ', ':']).any(|word| word == expected_cue) || (expected_cue == ":" && cue.contains(':'));
    let cue = if holds { expected_cue } else { &cue };
    format!("{}: {} / {cue} / {}", attribution.kind.name(), pieces(&attribution.source), pieces(&attribution.content))
}

fn without_edges(piece: &str) -> &str {
    match piece.trim_matches([',', '.', ' ']) {
        "" => piece,
        inner => inner,
    }
}

/// 1: a mark at each paragraph's opening, one at the end.
#[test]
fn speeches_over_several_paragraphs() {
    check(
        "The head of the Harwick ferry company wrote to its staff on Monday.\n\n\
         “We have lost two boats in a year,” Marta Quill said in the letter. “Nobody could have foreseen the second of them.\n\n\
         “The insurers will pay for the first boat only. We will have to find the rest ourselves.\n\n\
         “I ask all of you to be patient until the spring.”\n\n\
         The company employs 80 people.",
        &[
            "direct: Marta Quill / said / “We have lost two boats in a year,” | “Nobody could have foreseen the second of them | “The insurers will pay for the first boat only. We will have to find the rest ourselves | “I ask all of you to be patient until the spring.”",
        ],
    );
    check(
        "The council met until midnight.\n\n\
         Tom Ardley, who leads the council, told reporters: \"The bridge was built for carts and not for lorries.\n\n\
         \"It has carried them for sixty years.\n\n\
         \"It cannot carry them for another winter.\"\n\n\
         Work begins in May.",
        &[
            "direct: Tom Ardley / told / \"The bridge was built for carts and not for lorries | \"It has carried them for sixty years | \"It cannot carry them for another winter.\"",
        ],
    );
    check(
        "Ines Halloran spoke for ten minutes at the inquiry.\n\n\
         “The engineers told us in March that the dam was safe,” Halloran said. “We believed them.\n\n\
         “In June the same engineers told us that it would have to be emptied.\n\n\
         “That is all I know.”",
        &[
            "direct: Halloran / said / “The engineers told us in March that the dam was safe,” | “We believed them | “In June the same engineers told us that it would have to be emptied | “That is all I know.”",
        ],
    );
}

/// 2: an odd mark, and the rest of the article is still read.
#[test]
fn a_stray_mark_costs_one_paragraph() {
    check(
        "The river rose again on Sunday.\n\n\
         The 24\" pipe under Mill Lane burst at noon, the fire service said.\n\n\
         “We pumped for nine hours,” said Pell Adair, the fire chief.\n\n\
         The water had gone by Monday, residents said.",
        &[
            "indirect: the fire service / said / The 24\" pipe under Mill Lane burst at noon",
            "direct: Pell Adair, the fire chief / said / “We pumped for nine hours,”",
            "indirect: residents / said / The water had gone by Monday",
        ],
    );
    check(
        "The board met on Tuesday.\n\n\
         “The school will not close, the mayor said on Tuesday.\n\n\
         It has 80 pupils.\n\n\
         “They said that about the library,” said Orla Finch, a mother of three.\n\n\
         “I have seen the plans,” said Dev Marsh, a teacher.",
        &[
            "direct: the mayor / said / “The school will not close",
            "direct: Orla Finch, a mother of three / said / “They said that about the library,”",
            "direct: Dev Marsh, a teacher / said / “I have seen the plans,”",
        ],
    );
    check(
        "» Bus fares to rise\n\n\
         » Tram line to close\n\n\
         Fares in Harwick will rise on Friday. \"Costs have doubled,\" said the director of the buses, Lena Voss.",
        &["direct: the director of the buses, Lena Voss / said / \"Costs have doubled,\""],
    );
}

/// 3: apostrophes are no marks, single marks may be, and quotations lie in quotations.
#[test]
fn apostrophes_single_and_nested_marks() {
    check(
        "The farmers' union said its members' losses weren't covered by the county's fund.",
        &["indirect: The farmers' union / said / its members' losses weren't covered by the county's fund"],
    );
    check(
        "'We couldn't have done it without the neighbours' help,' said Nora Beck. 'They're heroes, all of 'em.'\n\n\
         'It's the boys' doing,' said her brother.",
        &[
            "direct: Nora Beck / said / 'We couldn't have done it without the neighbours' help,' | 'They're heroes, all of 'em.'",
            "direct: her brother / said / 'It's the boys' doing,'",
        ],
    );
    check(
        "“He looked at me and said ‘not today’, and that was all,” said Ruth Amory, who was in the queue.",
        &["direct: Ruth Amory / said / “He looked at me and said ‘not today’, and that was all,”"],
    );
    check(
        "\"The sign says 'No boats', but they don't read it,\" said harbour master Colin Reyes.",
        &["direct: harbour master Colin Reyes / said / \"The sign says 'No boats', but they don't read it,\""],
    );
}

/// 4: curly, straight and mixed, guillemets, low and high marks, two apostrophes for one mark.
#[test]
fn marks_of_every_style() {
    check(
        "“We start on Monday,\" said Ada Thorne, the contractor. \"It will take a year.”",
        &["direct: Ada Thorne, the contractor / said / “We start on Monday,\" | \"It will take a year.”"],
    );
    check(
        "«The harbour is closed to all ships,» said the minister, Pavel Orsk.",
        &["direct: the minister, Pavel Orsk / said / «The harbour is closed to all ships,»"],
    );
    check(
        "„The harbour is closed to all ships,“ said the minister, Pavel Orsk.",
        &["direct: the minister, Pavel Orsk / said / „The harbour is closed to all ships,“"],
    );
    check(
        "''The harbour is closed to all ships,'' said the minister, Pavel Orsk.",
        &["direct: the minister, Pavel Orsk / said / ''The harbour is closed to all ships,''"],
    );
}

/// 5: a sentence that ends inside the marks, or at an initial, does not part cue and content.
#[test]
fn a_question_or_exclamation_before_the_mark() {
    check("“Who will pay for it?” he said.", &["direct: he / said / “Who will pay for it?”"]);
    check("“Never!” cried Halloran. “It is ours!”", &["direct: Halloran / cried / “Never!” | “It is ours!”"]);
    check(
        "“Who will pay for it?” he said.\n\n“Not the town!” shouted a woman.",
        &["direct: he / said / “Who will pay for it?”", "direct: a woman / shouted / “Not the town!”"],
    );
    check(
        "“Is that all?” asked Judge Miriam Sowe. “Then we are done.”",
        &["direct: Judge Miriam Sowe / asked / “Is that all?” | “Then we are done.”"],
    );
    check(
        "\"Where were the police?\" Mr. Dale said. \"I called them at 9 p.m. and nobody came.\"",
        &["direct: Mr. Dale / said / \"Where were the police?\" | \"I called them at 9 p.m. and nobody came.\""],
    );
    check(
        "Mrs. Halloran of St. John’s said Dr. J. K. Orr had left Harwick Ltd. in 2019.",
        &["indirect: Mrs. Halloran of St. John’s / said / Dr. J. K. Orr had left Harwick Ltd. in 2019"],
    );
}

/// 6: a speaker is who the article says, with what it says of them.
#[test]
fn speakers_with_appositions() {
    check(
        "“The child will walk again,” Hugh Farrow, a doctor at the clinic, said on Friday.\n\n\
         “She is out of danger,” he added.",
        &[
            "direct: Hugh Farrow, a doctor at the clinic / said / “The child will walk again,”",
            "direct: he / added / “She is out of danger,”",
        ],
    );
    check(
        "Lena Osei, 43, a nurse who has worked there since 2009, said the ward had no heating.",
        &["indirect: Lena Osei, 43, a nurse who has worked there since 2009 / said / the ward had no heating"],
    );
    check(
        "“They never asked us,” said Bram Tolliver, the spokesman for the Esk Valley Anglers’ Club.",
        &["direct: Bram Tolliver, the spokesman for the Esk Valley Anglers’ Club / said / “They never asked us,”"],
    );
}

/// 7: each has their own words, in any order, with any verb.
#[test]
fn several_speakers_inversion_and_rare_verbs() {
    check(
        "“It is a scandal,” fumed Greta Moll, who runs the bakery.\n\n\
         “It is the law,” countered the inspector, Jan Prys.\n\n\
         “Then change the law,” sighed Moll.",
        &[
            "direct: Greta Moll / fumed / “It is a scandal,”",
            "direct: the inspector, Jan Prys / countered / “It is the law,”",
            "direct: Moll / sighed / “Then change the law,”",
        ],
    );
    check(
        "Councillor Beth Aram told Simon Lake that the road would be widened, and Lake replied that nobody wanted it.",
        &[
            "indirect: Councillor Beth Aram / told / that the road would be widened",
            "indirect: Lake / replied / that nobody wanted it",
        ],
    );
    check(
        "The strike will go on, the union’s leader, Petra Holm, said.\n\n\
         “We ran out of patience in May,” grumbled Otto Quist, a driver.",
        &[
            "indirect: the union’s leader, Petra Holm / said / The strike will go on",
            "direct: Otto Quist, a driver / grumbled / “We ran out of patience in May,”",
        ],
    );
    check(
        "“You will see it finished,” the mayor told the crowd. “When?” grumbled an old man.",
        &["direct: the mayor / told / “You will see it finished,”", "direct: an old man / grumbled / “When?”"],
    );
}

/// 8: colons, dashes, headlines and press releases, where no verb says it.
#[test]
fn colons_dashes_and_statements() {
    check(
        "“This is the best thing to happen to Harwick in twenty years.” — Ines Halloran, mayor",
        &["direct: Ines Halloran, mayor / — / “This is the best thing to happen to Harwick in twenty years.”"],
    );
    check(
        "Letters to the editor\n\n\
         \"The lights on Mill Lane have been out since March.\"\n- Peter Ansell, Harwick",
        &["direct: Peter Ansell, Harwick / - / \"The lights on Mill Lane have been out since March.\""],
    );
    check(
        "Okoro: “The money is there, and it will be spent.”",
        &["direct: Okoro / : / “The money is there, and it will be spent.”"],
    );
    check(
        "Okoro: “The money is there, and it will be spent.”\n\nPell: “Nobody has seen it.”",
        &[
            "direct: Okoro / : / “The money is there, and it will be spent.”",
            "direct: Pell / : / “Nobody has seen it.”",
        ],
    );
    check(
        "HARWICK, May 3 — Esk Water today announced the sale of its reservoirs to the county.\n\n\
         “This is a good day for our customers,” said Dana Hollis, chief executive of Esk Water. “Bills will fall.”",
        &[
            "indirect: Esk Water / announced / the sale of its reservoirs to the county",
            "direct: Dana Hollis, chief executive of Esk Water / said / “This is a good day for our customers,” | “Bills will fall.”",
        ],
    );
    check(
        "In a statement, the Ministry of Works said: “The tunnel is safe. It was inspected in April.”",
        &["direct: the Ministry of Works / said / “The tunnel is safe. It was inspected in April.”"],
    );
    check(
        "Bridge unsafe, engineers say\n\n\
         The bridge over the Esk is unsafe, engineers said on Monday.",
        &[
            "indirect: engineers / say / Bridge unsafe",
            "indirect: engineers / said / The bridge over the Esk is unsafe",
        ],
    );
    check(
        "Mayor: ‘We were lied to’\n\nThe mayor of Harwick, Ines Halloran, spoke on Monday.",
        &["direct: Mayor / : / ‘We were lied to’"],
    );
    check(
        "Harwick Ferries welcomes new boat\n\n\
         “The boat is here,” said Otto Quist, director of Harwick Ferries. “She sails in May.”\n\n\
         Notes to editors: Harwick Ferries was founded in 1911.",
        &["direct: Otto Quist, director of Harwick Ferries / said / “The boat is here,” | “She sails in May.”"],
    );
}

/// 8: questions and answers.
#[test]
fn an_interview_in_turns() {
    check(
        "The council met the Courier on Friday.\n\nCourier: When will the bridge open?\n\nHalloran: We hope that it will open in June.\n\nCourier: Who pays?\n\nHalloran: The county pays for all of it.",
        &[
            "indirect: Courier / : / When will the bridge open?",
            "indirect: Halloran / : / We hope that it will open in June",
            "indirect: Courier / : / Who pays?",
            "indirect: Halloran / : / The county pays for all of it",
        ],
    );
}

/// 9: what a paragraph ending in a colon introduces.
#[test]
fn quotations_after_their_cue_in_a_paragraph_of_their_own() {
    check(
        "Then the widow, Anna Brandt, read from her husband’s last letter:\n\n\
         “I am well and the food is not bad. Do not sell the boat before I come home.”\n\n\
         The boat was sold in March.",
        &[
            "direct: the widow, Anna Brandt / read / “I am well and the food is not bad. Do not sell the boat before I come home.”",
        ],
    );
    check(
        "Harwick Ferries has lost two boats. Its director, Omar Lund, wrote on its website on Friday:\n\n\
         “We are looking at every part of the business and will tell our people first.”",
        &[
            "direct: Its director, Omar Lund / wrote / “We are looking at every part of the business and will tell our people first.”",
        ],
    );
}

/// 9: a quotation in the sentence or the paragraph after the speaker's.
#[test]
fn quotations_that_stand_alone_go_on_with_their_speaker() {
    check(
        "“We heard a bang and then the lights went out,” said Sara Keel, who lives above the shop.\n\n\
         “My son ran down to the street to see what had happened.”\n\n\
         Nobody was hurt.",
        &[
            "direct: Sara Keel, who lives above the shop / said / “We heard a bang and then the lights went out,” | “My son ran down to the street to see what had happened.”",
        ],
    );
    check(
        "“We heard a bang and then the lights went out,” said Sara Keel.\n\n\
         “My son ran down to the street to see what had happened.”\n\n\
         “There was glass everywhere, and the car was on its roof.”\n\n\
         Nobody was hurt.",
        &[
            "direct: Sara Keel / said / “We heard a bang and then the lights went out,” | “My son ran down to the street to see what had happened.” | “There was glass everywhere, and the car was on its roof.”",
        ],
    );
    check(
        "Sara Keel said she had heard a bang before the lights went out. “It was like the end of the world. I ran.”",
        &[
            "mixed: Sara Keel / said / she had heard a bang before the lights went out | “It was like the end of the world. I ran.”",
        ],
    );
    check(
        "Sara Keel said she had heard a bang before the lights went out.\n\n\
         “It was like the end of the world. I ran down the stairs.”\n\n\
         Nobody was hurt.",
        &[
            "mixed: Sara Keel / said / she had heard a bang before the lights went out | “It was like the end of the world. I ran down the stairs.”",
        ],
    );
}

/// 10: nicknames, titles, names and words held at arm's length.
#[test]
fn marks_that_quote_nobody() {
    check("Frank “Shorty” Malone, who played for Harwick Town in the 1960s, has died. He was 84.", &[]);
    check("The film “The Lamplighter” opens the festival on Friday. It was shot in Harwick in two weeks.", &[]);
    check(
        "Her novel “A Winter on the Esk” won the prize in 2019. The so-called “tunnel of love” is closed for repairs.",
        &[],
    );
    check("The band “The Night Porters” plays on Friday at the “Old Forge”. Tickets cost £5.", &[]);
    check("Maria “the Baker” Olsen was born in Norhaven in 1931. She baked until she was ninety.", &[]);
    check("The county’s “fast” bus takes two hours.", &[]);
}

/// 11: what stands in no marks, or partly.
#[test]
fn indirect_and_mixed() {
    check(
        "The road will stay shut until June, according to the county.",
        &["indirect: the county / according to / The road will stay shut until June"],
    );
    check(
        "The minister denied that he had met the contractor.",
        &["indirect: The minister / denied / that he had met the contractor"],
    );
    check(
        "Adair said the town had been “left to drown” by the county.",
        &["mixed: Adair / said / the town had been “left to drown” by the county"],
    );
    check(
        "Police believe that the boat was stolen in Norhaven, and its owner fears that it has been sunk.",
        &[
            "indirect: Police / believe / that the boat was stolen in Norhaven",
            "indirect: its owner / fears / that it has been sunk",
        ],
    );
    check(
        "Three people were killed and at least nine were hurt when the roof fell in, the hospital’s director told Radio Esk.",
        &[
            "indirect: the hospital’s director / told / Three people were killed and at least nine were hurt when the roof fell in",
        ],
    );
    check(
        "The engineers’ report found that the beams had rusted through.",
        &["indirect: The engineers’ report / found / that the beams had rusted through"],
    );
    check(
        "Halloran asked why the gates had been locked.",
        &["indirect: Halloran / asked / why the gates had been locked"],
    );
    check("It was reported that the mine would close.", &["indirect: - / reported / that the mine would close"]);
}

/// 13: a quotation that nothing introduces is somebody's, and the article does not say whose.
#[test]
fn quotations_without_a_cue() {
    check(
        "The river Esk rose by two metres in one night.\n\n\
         “I stood on the table with the cat in my arms until morning.”\n\n\
         Mill Lane was rebuilt after the flood.",
        &["direct: - / - / “I stood on the table with the cat in my arms until morning.”"],
    );
}

/// 13: who says two things is the source of both; several who say one are one source.
#[test]
fn one_source_for_several_cues_and_several_sources() {
    check(
        "The coroner said the men had drowned and added that none of them had worn a life jacket.",
        &[
            "indirect: The coroner / said / the men had drowned",
            "indirect: The coroner / added / that none of them had worn a life jacket",
        ],
    );
    check(
        "The mayor of Harwick and the fire chief said the dam would hold.",
        &["indirect: The mayor of Harwick and the fire chief / said / the dam would hold"],
    );
    check(
        "Two officials, a nurse and a survivor said the guards had fired first.",
        &["indirect: Two officials, a nurse and a survivor / said / the guards had fired first"],
    );
    check(
        "The letter said the wall was cracked. It also warned that the tower might fall.",
        &["indirect: The letter / said / the wall was cracked", "indirect: It / warned / that the tower might fall"],
    );
}

/// What source and cue interrupt is one attribution.
#[test]
fn discontinuous_contents() {
    check(
        "“We waited for an hour,” she said. “Then we walked home.”",
        &["direct: she / said / “We waited for an hour,” | “Then we walked home.”"],
    );
    check(
        "“The wall,” said Idris Vane, a mason, “was never meant to hold water.”",
        &["direct: Idris Vane, a mason / said / “The wall,” | “was never meant to hold water.”"],
    );
    check(
        "The bridge, the engineers said, would last another century.",
        &["indirect: the engineers / said / The bridge | would last another century"],
    );
}

mod known_shortfalls {
    use super::check;

    #[test]
    #[ignore = "the tagger takes `is remembered by everybody` for a cue"]
    fn nobody_says_what_is_remembered() {
        check(
            "The night of the flood is remembered by everybody in Mill Lane.\n\n“I stood on the table with the cat in my arms until morning.”",
            &["direct: - / - / “I stood on the table with the cat in my arms until morning.”"],
        );
    }

    #[test]
    #[ignore = "the tagger takes a sentence about people's minds for the beginning of what the next speaker says"]
    fn a_sentence_of_the_writers_before_a_quotation() {
        check(
            "“The school will not close, the mayor said on Tuesday.\n\n\
             Parents were not convinced.\n\n\
             “They said that about the library,” said Orla Finch, a mother of three.",
            &[
                "direct: the mayor / said / “The school will not close",
                "direct: Orla Finch, a mother of three / said / “They said that about the library,”",
            ],
        );
    }

    #[test]
    #[ignore = "the tagger ends a source without a name before `at the back`"]
    fn a_speaker_told_by_the_place() {
        check(
            "“Who will pay for it?” he said.\n\n\
             “Not the town!” shouted a man at the back.",
            &["direct: he / said / “Who will pay for it?”", "direct: a man at the back / shouted / “Not the town!”"],
        );
    }

    #[test]
    #[ignore = "the tagger takes `paper` for content"]
    fn a_headlines_source() {
        check(
            "Minister resigns, says paper\n\nThe minister for ports, Pavel Orsk, has resigned, the Harwick Courier reported.",
            &[
                "indirect: paper / says / Minister resigns",
                "indirect: the Harwick Courier / reported / The minister for ports, Pavel Orsk, has resigned",
            ],
        );
    }
}
