//! Sums of money.

use super::check;

#[test]
fn sums() {
    check("The repairs cost £19m.", &["£19m = 19000000 GBP, exactly; cost"]);
    check("The fund raised €2.5 million for the school.", &["€2.5 million = 2500000 EUR, exactly; raised"]);
    check("She was fined $40,000.", &["$40,000 = 40000 USD, exactly; fined"]);
    check(
        "The treasurer stole more than £410,000 and spent a tenth of it on horses.",
        &["more than £410,000 = 410000 GBP, more_than; stolen", "a tenth of it = 0.1 share, exactly; spent; of f1"],
    );
    check("The club turned down a €9m bid.", &["€9m = 9000000 EUR, exactly"]);
    check("Officials requested 50 million crowns.", &["50 million crowns = 50000000 crowns, exactly; requested"]);
    check("The state approved $300 million in grants.", &["$300 million = 300000000 USD, exactly; approved"]);
    check("He owes the bank 12,000 euros.", &["12,000 euros = 12000 EUR, exactly; owed"]);
    check(
        "Net profit fell 38 percent to $212 million.",
        &["38 percent = 38 percent, exactly; fell", "$212 million = 212000000 USD, exactly; earned"],
    );
    check("The bill would rise by at least £30 a year.", &["at least £30 = 30 GBP, at_least; rose"]);
    check("It paid $14 a battery, down from $19.", &["$14 = 14 USD, exactly; paid", "$19 = 19 USD, exactly; paid"]);
    check("The bridge cost a record $1.2bn.", &["$1.2bn = 1200000000 USD, exactly; cost"]);
    check("The house sold for half a million pounds.", &["half a million pounds = 500000 GBP, exactly; sold"]);
    check("The firm lost Rs 500 crore.", &["Rs 500 crore = 5000000000 INR, exactly; lost"]);
    check(
        "They spent between $1.1 million and $1.4 million.",
        &["between $1.1 million and $1.4 million = 1100000..1400000 USD, between; spent"],
    );
}

#[test]
fn sums_with_codes_and_bounds() {
    check("The fine was $2-3 billion.", &["$2-3 billion = 2000000000..3000000000 USD, between; fined"]);
    check("The ministry spent SEK 40m on boats.", &["SEK 40m = 40000000 SEK, exactly; spent"]);
    check("The tax brings in 3 billion kronor.", &["3 billion kronor = 3000000000 kronor, exactly"]);
    check("Tickets cost 45p.", &["45p = 45 pence, exactly; cost"]);
    check(
        "Revenue was $3.1 billion, compared with $2.9 billion.",
        &["$3.1 billion = 3100000000 USD, exactly; earned", "$2.9 billion = 2900000000 USD, exactly; earned"],
    );
    check(
        "The deal is worth up to 20 to 30 million dollars.",
        &["20 to 30 million dollars = 20000000..30000000 USD, between"],
    );
    check("He paid 250 Australian dollars.", &["250 Australian dollars = 250 AUD, exactly; paid"]);
    check("The lottery paid ¥5 million.", &["¥5 million = 5000000 JPY, exactly; paid"]);
    check("It was stolen for 12 pounds of flour.", &["12 pounds = 12 pounds, exactly"]);
    check("Thousands of dollars were stolen.", &["Thousands of dollars = 2000.. USD, unstated; stolen"]);
    check("The grant, of £480,000, was approved.", &["£480,000 = 480000 GBP, exactly; approved"]);
    check("The budget exceeded $48 billion.", &["$48 billion = 48000000000 USD, more_than"]);
}
