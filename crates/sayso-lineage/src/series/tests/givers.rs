use super::check;

#[test]
fn a_givers_numbers_stand_in_time_with_their_carriers() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | at least 12",
            "2 Argus 3.10 | org:interior ministry | at least 12",
            "3 Argus 4.08 | org:the Interior Ministry | 17",
            "4 Herald 5.08 | org:interior ministry | 15",
        ],
        &["interior ministry, people: 03 at least 12 first [1 2]; 04 17 raised [3]; 05 15 lowered [4]"],
    );
}

#[test]
fn a_relayed_number_is_its_roots() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Argus 3.10 | org:Courier > org:interior ministry | 12",
            "3 Herald 3.11 | org:the Courier | 12",
        ],
        &["interior ministry, people: 03 12 first [1 2 3]"],
    );
    // The outlet's own count is the outlet's.
    check(&["1 Courier 3.08 | voice | 12", "2 Argus 3.10 | org:Courier | 12"], &["Courier, people: 03 12 first [1 2]"]);
}

#[test]
fn a_headline_repeats_what_its_article_attributes() {
    check(
        &[
            "1 Courier 3.08 | voice | at least 12",
            "1 Courier 3.08 | org:interior ministry | at least 12 people",
            "1 Courier 3.08 | org:interior ministry | 12",
        ],
        &["interior ministry, people: 03 12 first [1]"],
    );
    check(
        &["1 Courier 3.08 | voice | 12", "2 Argus 3.09 | org:interior ministry | 12"],
        &["voice, people: 03 12 first [1]", "interior ministry, people: 03 12 first [2]"],
    );
}

#[test]
fn a_spokesman_is_his_body() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Argus 4.08 | man:Lena Orm | 14 | title:spokeswoman for the interior ministry | of:interior ministry",
            "3 Argus 5.08 | one:a spokesman for the Interior Ministry | 15 | title:spokesman | of:Interior Ministry",
        ],
        &["interior ministry, people: 03 12 first [1]; 04 14 raised [2]; 05 15 raised [3]"],
    );
    // Not where the name is kept back, and no body is "the ministry".
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "2 Argus 4.08 | anon:a spokesman | 14 | title:spokesman for the interior ministry | of:interior ministry",
            "3 Argus 5.08 | man:Lena Orm | 15 | title:spokeswoman for the ministry | of:ministry",
        ],
        &[
            "interior ministry, people: 03 12 first [1]",
            "<a spokesman>, people: 04 14 first [2]",
            "Lena Orm, people: 05 15 first [3]",
        ],
    );
}

#[test]
fn unnamed_givers_are_of_one_article_and_its_copies() {
    check(
        &[
            "1 Courier 3.08 | anon:a senior official | 12",
            "2 Argus 3.09 | anon:a senior official | 12",
            "3 Herald 3.10 | anon:a senior official | 12 | copy:1",
            "4 Courier 3.11 | anon:a senior official | 12 | key:1",
            "5 Herald 3.12 | org:Courier > anon:a senior official | 12",
            "6 Globe 3.12 | org:Courier | 12",
        ],
        &[
            "<a senior official>, people: 03 12 first [1 3]",
            "<a senior official>, people: 03 12 first [2]",
            "<a senior official>, people: 03 12 first [5]",
            "Courier, people: 03 12 first [6]",
        ],
    );
    check(
        &["1 Courier 3.08 | man:Lena Orm | 12 | terms:x", "2 Argus 3.09 | man:Lena Orm | 12"],
        &["<Lena Orm>, people: 03 12 first [1]", "Lena Orm, people: 03 12 first [2]"],
    );
}

#[test]
fn what_is_denied_or_added_is_no_number() {
    check(
        &[
            "1 Courier 3.08 | org:interior ministry | 12",
            "1 Courier 3.08 | org:interior ministry | 31 | cue:denied",
            "2 Argus 4.08 | org:interior ministry | another 5 | sentence:On Wednesday another 5 died.",
            "3 Argus 4.08 | org:interior ministry | another 40 | measure:injured | sentence:It killed 12, and hurt another 40.",
            "4 Argus 5.08 | org:interior ministry | more than 14",
        ],
        &[
            "interior ministry, people: 03 12 first [1]; 05 more than 14 raised [4]",
            "interior ministry, people: 04 another 40 first [3]",
        ],
    );
}

#[test]
fn a_body_that_is_called_by_what_it_is_gives_one_series() {
    check(
        &[
            "1 Courier 3.08 | one:the county police | 12",
            "2 Argus 3.10 | one:The county police | 12",
            "3 Argus 4.10 | one:a county police spokeswoman | 14",
            "4 Herald 4.11 | one:Osterby town hall | 14",
            "5 Globe 4.12 | one:Osterby town hall | 14",
        ],
        &["county police, people: 03 12 first [1 2]; 04 14 raised [3]", "Osterby town hall, people: 04 14 first [4 5]"],
    );
    // Of many, of somebody in it, or kept back.
    check(
        &[
            "1 Courier 3.08 | one:a local hospital | 12",
            "2 Argus 3.09 | one:a local hospital | 12",
            "3 Courier 3.10 | one:a police officer | 12",
            "4 Argus 3.11 | one:a police officer | 12",
            "5 Courier 3.12 | anon:the county police | 12",
            "6 Argus 3.13 | anon:the county police | 12",
        ],
        &[
            "<a local hospital>, people: 03 12 first [1]",
            "<a local hospital>, people: 03 12 first [2]",
            "<a police officer>, people: 03 12 first [3]",
            "<a police officer>, people: 03 12 first [4]",
            "<the county police>, people: 03 12 first [5]",
            "<the county police>, people: 03 12 first [6]",
        ],
    );
}

#[test]
fn a_body_is_one_in_two_spellings_and_where_it_is_taken_for_a_man() {
    check(
        &["1 Courier 3.08 | org:defence ministry | 12", "2 Argus 3.09 | org:the Defense Ministry | 12"],
        &["Defense Ministry, people: 03 12 first [1 2]"],
    );
    check(
        &["1 Courier 3.08 | org:Deep Zinc | 12", "2 Argus 3.09 | man:Deep Zinc | 12"],
        &["Deep Zinc, people: 03 12 first [1 2]"],
    );
}
