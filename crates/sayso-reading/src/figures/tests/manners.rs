//! More manners of writing.

use super::check;

#[test]
fn disasters() {
    check("Flooding has forced 4,500 people from their homes.", &["4,500 people = 4500 people, exactly; evacuated"]);
    check("More than 200 people were taken to hospital.", &["More than 200 people = 200 people, more_than; treated"]);
    check(
        "The attack left 14 people dead and dozens wounded.",
        &["14 people = 14 people, exactly; killed", "dozens wounded = 24.. people, unstated; injured"],
    );
    check("Rescuers have recovered 31 bodies from the sea.", &["31 bodies = 31 bodies, exactly; killed"]);
    check("The explosion claimed 8 lives.", &["8 lives = 8 people, exactly; killed"]);
    check("Firefighters rescued 12 people from the roof.", &["12 people = 12 people, exactly; rescued"]);
    check(
        "The outbreak has sickened 74 people and killed nine.",
        &["74 people = 74 people, exactly; infected", "nine = 9 people, exactly; killed"],
    );
    check("The union says 5,000 workers walked out.", &["5,000 workers = 5000 people, exactly; workers"]);
    check("The ministry will pay 400 crowns to each family.", &["400 crowns = 400 crowns, exactly; paid"]);
    check("The council has set aside £2m for repairs.", &["£2m = 2000000 GBP, exactly; approved"]);
    check("The firm made a profit of $40 million.", &["$40 million = 40000000 USD, exactly; earned"]);
    check("The firm made a loss of $40 million.", &["$40 million = 40000000 USD, exactly; lost"]);
    check(
        "The government plans to spend 3 billion crowns on roads.",
        &["3 billion crowns = 3000000000 crowns, exactly; spent"],
    );
    check("A court ordered the bank to pay $5 million in damages.", &["$5 million = 5000000 USD, exactly; paid"]);
    check("The charity wants the state to give £3m.", &["£3m = 3000000 GBP, exactly; requested"]);
}

#[test]
fn money_and_economy() {
    check(
        "The crash killed a driver and injured 22 passengers, five of them seriously.",
        &[
            "22 passengers = 22 people, exactly; injured; passengers",
            "five of them = 5 people, exactly; injured; passengers; of f1",
        ],
    );
    check("The number of cases has risen to 1,204.", &["1,204 = 1204 cases, exactly; rose"]);
    check(
        "Unemployment fell to 4.1 percent in May from 4.4 percent in April.",
        &["4.1 percent = 4.1 percent, exactly; fell", "4.4 percent = 4.4 percent, exactly; fell"],
    );
    check("Inflation was 3.2 percent in June.", &["3.2 percent = 3.2 percent, exactly"]);
    check(
        "The party won 41 percent of the vote and 112 seats.",
        &["41 percent of the vote = 41 percent, exactly", "112 seats = 112 seats, exactly"],
    );
    check(
        "The storm destroyed 300 homes and damaged 1,200 more.",
        &["300 homes = 300 homes, exactly; destroyed", "1,200 = 1200 homes, exactly; damaged"],
    );
    check("Crews built 40 bridges.", &["40 bridges = 40 bridges, exactly; built"]);
    check(
        "Police said 30 people had been charged and 12 convicted.",
        &["30 people = 30 people, exactly; charged", "12 = 12 people, exactly; convicted"],
    );
    check(
        "In all, 61 people were killed, 12 of them children.",
        &["61 people = 61 people, exactly; killed", "12 of them = 12 people, exactly; killed; children; of f1"],
    );
    check("At least 20 were killed, officials said.", &["At least 20 = 20 people, at_least; killed"]);
    check("Mudslides buried 90 houses.", &["90 houses = 90 houses, exactly; destroyed"]);
    check("Some 6,000 attended the funeral.", &["Some 6,000 = 6000 people, about; attended"]);
    check("An estimated 10,000 marched through the capital.", &["An estimated 10,000 = 10000 people, about; attended"]);
    check("The strike has cost the port 12 million euros.", &["12 million euros = 12000000 EUR, exactly; cost"]);
    check("He was robbed of 3,000 crowns.", &["3,000 crowns = 3000 crowns, exactly; stolen"]);
}

#[test]
fn courts_and_votes() {
    check("The museum had 120,000 visitors last year.", &["120,000 visitors = 120000 people, exactly; visitors"]);
    check("The plant makes 500 cars a day.", &["500 cars = 500 cars, exactly; produced"]);
    check("Its debts stand at 1.4 billion euros.", &["1.4 billion euros = 1400000000 EUR, exactly; owed"]);
    check("The levy would raise $8 million.", &["$8 million = 8000000 USD, exactly; raised"]);
    check(
        "Support for the mayor fell 6 points to 38 percent.",
        &["6 points = 6 percentage points, exactly; fell", "38 percent = 38 percent, exactly; fell"],
    );
    check("Sixty-two percent said they opposed the plan.", &["Sixty-two percent = 62 percent, exactly; opposed"]);
    check("38 percent back the mayor, a poll found.", &["38 percent = 38 percent, exactly; supported"]);
    check("Two thirds of those asked approve.", &["Two thirds of those = 0.667 share, exactly; supported"]);
    check("The reserve shrank by 40 hectares.", &["40 hectares = 40 hectares, exactly; fell"]);
    check("The flood affected 12,000 people.", &["12,000 people = 12000 people, exactly; affected"]);
    check("The gang stole 14 cars.", &["14 cars = 14 cars, exactly; stolen"]);
    check("A judge sentenced 9 men on Friday.", &["9 men = 9 people, exactly; sentenced; men"]);
    check("More than 1,000 flights were cancelled.", &["More than 1,000 flights = 1000 flights, more_than; affected"]);
    check(
        "The fund has given $20 million to 300 clinics.",
        &["$20 million = 20000000 USD, exactly", "300 clinics = 300 clinics, exactly"],
    );
    check("They seized 40 kilograms of gold.", &["40 kilograms = 40 kilograms, exactly"]);
}

#[test]
fn places_and_things() {
    check("The army lost 300 soldiers.", &["300 soldiers = 300 people, exactly; soldiers"]);
    check("A further 2,000 troops will be sent.", &["A further 2,000 troops = 2000 people, exactly; troops"]);
    check("It was the worst storm in 40 years, with winds of 150 mph.", &["150 mph = 150 miles per hour, exactly"]);
    check("The region lost 4,000 jobs.", &["4,000 jobs = 4000 jobs, exactly; lost"]);
    check("The population has grown to 1.2 million.", &["1.2 million = 1200000 people, exactly; rose"]);
    check(
        "The virus has infected 31, killing two.",
        &["31 = 31 people, exactly; infected", "two = 2 people, exactly; killed"],
    );
    check(
        "Of the 120 passengers, 14 were hurt.",
        &["120 passengers = 120 people, exactly; passengers", "14 = 14 people, exactly; injured; passengers; of f1"],
    );
    check(
        "Twelve of the 40 crew were saved.",
        &["Twelve of the 40 crew = 12 people, exactly; rescued; crew; of f2", "40 crew = 40 people, exactly; crew"],
    );
    check("The hospital has 400 beds.", &["400 beds = 400 beds, exactly"]);
    check("Thirty-one people remain in hospital.", &["Thirty-one people = 31 people, exactly; treated"]);
    check("Prices have more than doubled, to 40 crowns.", &["40 crowns = 40 crowns, exactly"]);
    check("The council approved the plan 5-2.", &["5 = 5 votes, exactly; supported", "2 = 2 votes, exactly; opposed"]);
    check("The bill passed 212 to 207.", &["212 = 212 votes, exactly; supported", "207 = 207 votes, exactly; opposed"]);
    check(
        "The bill passed with 212 votes in favour and 207 against.",
        &["212 votes = 212 votes, exactly; supported", "207 = 207 votes, exactly; opposed"],
    );
    check("He has written 12 books.", &["12 books = 12 books, exactly"]);
}

#[test]
fn the_rest() {
    check("The talks between the 27 nations failed.", &["27 nations = 27 nations, exactly"]);
    check("A group of 40 scientists signed the letter.", &["40 scientists = 40 people, exactly; scientists"]);
    check("The earthquake measured 6.1.", &[]);
    check("It is 300 metres above the sea.", &["300 metres = 300 metres, exactly"]);
    check("She ran 10 km in 41 minutes.", &["10 km = 10 kilometres, exactly"]);
    check("They drove for 200 miles.", &["200 miles = 200 miles, exactly"]);
    check("About one in three homes was built before 1950.", &["About one in three homes = 0.333 share, about; built"]);
    check("The company has offices in 14 countries.", &["14 countries = 14 countries, exactly"]);
    check("The river was two metres above its normal level.", &["two metres = 2 metres, exactly"]);
    check("The team lost 4-0 after a 2-2 draw.", &[]);
    check("He came 17th in a race of 60 riders.", &["60 riders = 60 people, exactly; riders"]);
    check("The price is $3.50 a litre.", &["$3.50 = 3.5 USD, exactly; cost"]);
    check("He pleaded guilty to three counts of theft.", &["three counts = 3 counts, exactly"]);
    check("Up to 70 per cent of the reef has died.", &["Up to 70 per cent of the reef = 70 percent, up_to"]);
    check("The suspect fired 14 shots.", &["14 shots = 14 shots, exactly"]);
}

#[test]
fn more_5() {
    check("The budget is 5% higher than last year.", &["5% = 5 percent, exactly; rose"]);
}

#[test]
fn measures_by_other_words() {
    check("Thieves got away with £90,000.", &["£90,000 = 90000 GBP, exactly; stolen"]);
    check(
        "It sold 900 units at $399 each.",
        &["900 units = 900 units, exactly; sold", "$399 = 399 USD, exactly; cost"],
    );
    check("It has some 9,000 workers.", &["some 9,000 workers = 9000 people, about; employed; workers"]);
    check("The number of missing fell to 260.", &["260 = 260 people, exactly; missing"]);
    check(
        "About 70% of buildings were destroyed or damaged.",
        &["About 70% of buildings = 70 percent, about; damaged"],
    );
    check("The firm rebuilt 400 metres of wall.", &["400 metres = 400 metres, exactly; built"]);
    check("Two men, aged 19 and 23, were held.", &["Two men = 2 people, exactly; detained; men"]);
    check(
        "Four of the patients, all under 10, remain in intensive care.",
        &["Four of the patients = 4 people, exactly; treated; patients"],
    );
}

#[test]
fn what_describes_a_plural_is_not_counted() {
    check("Wexcombe has more than 100 measles cases.", &["more than 100 measles cases = 100 cases, more_than"]);
    check("They gathered 260 dead birds.", &["260 dead birds = 260 birds, exactly"]);
    check("There are 31 dead.", &["31 dead = 31 people, exactly; killed"]);
}

#[test]
fn ranges_and_counts_in_other_words() {
    check(
        "Insurers will pay anywhere from $80 million to $95 million.",
        &["anywhere from $80 million to $95 million = 80000000..95000000 USD, between; paid"],
    );
    check("The council voted on a budget for 2025-26.", &[]);
    check("The six-kilometre waterfront was idle.", &["six-kilometre = 6 kilometres, exactly"]);
    check("20.20 Negotiators said the gate was shut.", &[]);
    check("9,500 season tickets had been sold.", &["9,500 season tickets = 9500 tickets, exactly; sold"]);
    check("Attendance averaged 11,900 last season.", &["11,900 = 11900 people, exactly; attended"]);
    check(
        "The raid killed 43 civilians, wounding scores more.",
        &["43 civilians = 43 people, exactly; killed; civilians", "scores = 40.. people, unstated; injured; civilians"],
    );
}
