//! Those who are counted: the dead, the injured, the displaced, the employed.

use super::check;

#[test]
fn the_dead_and_the_missing() {
    check("Twelve people died when the roof fell in.", &["Twelve people = 12 people, exactly; killed"]);
    check(
        "The quake killed 40 and injured 112.",
        &["40 = 40 people, exactly; killed", "112 = 112 people, exactly; injured"],
    );
    check("Four children were hurt in the blast.", &["Four children = 4 people, exactly; injured; children"]);
    check("The death toll rose to 312 on Sunday.", &["312 = 312 people, exactly; killed; as of 2023-11-05"]);
    check("The ministry put the number of dead at 340.", &["340 = 340 people, exactly; killed"]);
    check("The toll passed 300.", &["300 = 300 people, more_than; killed"]);
    check("As many as 60 villagers are missing.", &["As many as 60 villagers = 60 people, up_to; missing; villagers"]);
    check(
        "No fewer than 25 miners were pulled out alive.",
        &["No fewer than 25 miners = 25 people, at_least; rescued; miners"],
    );
    check("Hundreds were moved from their homes.", &["Hundreds = 200.. people, unstated; evacuated"]);
    check(
        "Scores of passengers were treated for smoke.",
        &["Scores of passengers = 40.. people, unstated; treated; passengers"],
    );
    check(
        "Police arrested 17 protesters in Dunmore.",
        &["17 protesters = 17 people, exactly; arrested; protesters; @Dunmore"],
    );
    check("Officers detained 83 people in the capital.", &["83 people = 83 people, exactly; detained; @the capital"]);
    check("A dozen soldiers were wounded.", &["A dozen soldiers = 12 people, exactly; injured; soldiers"]);
    check(
        "She said they would pay no more than 40 percent of the bill.",
        &["no more than 40 percent of the bill = 40 percent, up_to"],
    );
    check(
        "The trust found that 72 percent of season tickets were not renewed.",
        &["72 percent of season tickets = 72 percent, exactly"],
    );
    check(
        "The ministry put illegal entries in April at more than 2,300.",
        &["more than 2,300 = 2300 entries, more_than"],
    );
    check(
        "They will sue the trustees over the 12 million euros paid.",
        &["12 million euros = 12000000 EUR, exactly; paid"],
    );
    check("Cracks were found in the wings of 23 aircraft.", &["23 aircraft = 23 aircraft, exactly"]);
    check("The guards handed over 60 prisoners.", &["60 prisoners = 60 people, exactly; prisoners"]);
    check("Union men fear that almost 900 clerks will go.", &["almost 900 clerks = 900 people, less_than; clerks"]);
    check("Half a dozen nurses fell ill.", &["Half a dozen nurses = 6 people, exactly; infected; nurses"]);
    check(
        "Nearly 9,000 buildings were damaged, a quarter of them beyond repair.",
        &[
            "Nearly 9,000 buildings = 9000 buildings, less_than; damaged",
            "a quarter of them = 0.25 share, exactly; destroyed; of f1",
        ],
    );
}

#[test]
fn those_who_came_or_were_counted_before() {
    check(
        "Six people remained unaccounted for, down from 19 a day earlier.",
        &["Six people = 6 people, exactly; missing", "19 = 19 people, exactly; missing"],
    );
    check(
        "The council said 140 homes were under water and a further 85 were at risk.",
        &["140 homes = 140 homes, exactly; affected", "a further 85 = 85 homes, exactly; affected"],
    );
    check("Nine of the dead were women.", &["Nine of the dead = 9 people, exactly; killed; women"]);
    check(
        "The shelling killed 23 people, eight of them fighters.",
        &["23 people = 23 people, exactly; killed", "eight of them = 8 people, exactly; killed; fighters; of f1"],
    );
    check(
        "Twelve people died, two of whom were children.",
        &["Twelve people = 12 people, exactly; killed", "two of whom = 2 people, exactly; killed; children; of f1"],
    );
    check("By Friday 47 people had died.", &["47 people = 47 people, exactly; killed; as of 2023-11-03"]);
    check(
        "As of noon Monday, 31 infections had been confirmed.",
        &["31 infections = 31 infections, exactly; infected; as of 2023-11-06"],
    );
    check(
        "Some 20,000 protesters gathered in the square.",
        &["Some 20,000 protesters = 20000 people, about; attended; protesters"],
    );
    check("Only 14,200 watched on Saturday.", &["Only 14,200 = 14200 people, exactly; attended"]);
    check("The survey was carried out among 1,508 voters.", &["1,508 voters = 1508 people, exactly; surveyed; voters"]);
    check("The company employs 3,400 people.", &["3,400 people = 3400 people, exactly; employed"]);
    check("It will lay off 250 workers.", &["250 workers = 250 people, exactly; laid off; workers"]);
    check(
        "The firm will cut 1,400 jobs, or about 6 percent of its workforce.",
        &["1,400 jobs = 1400 jobs, exactly; laid off", "about 6 percent of its workforce = 6 percent, about; laid off"],
    );
    check(
        "Eleven members of the ruling party abstained.",
        &["Eleven members of the ruling party = 11 people, exactly; members"],
    );
    check(
        "Doctors treated 31 patients, and another 12 were sent home.",
        &["31 patients = 31 people, exactly; treated; patients", "another 12 = 12 people, exactly; treated; patients"],
    );
}

#[test]
fn of_people_in_other_ways() {
    check("Two to three hundred people came.", &["Two to three hundred people = 200..300 people, between"]);
    check(
        "Between 400 and 500 families have fled.",
        &["Between 400 and 500 families = 400..500 families, between; displaced"],
    );
    check(
        "More than a dozen firefighters were hurt.",
        &["More than a dozen firefighters = 12 people, more_than; injured; firefighters"],
    );
    check("٣٠ people were killed in Sarat.", &["٣٠ people = 30 people, exactly; killed; @Sarat"]);
    check("A crowd of 3,000 filled the square.", &["3,000 = 3000 people, exactly; attended"]);
    check("Dozens more were injured.", &["Dozens = 24.. people, unstated; injured"]);
    check("The strike killed seven Americans.", &["seven Americans = 7 people, exactly; killed; Americans"]);
    check("Twenty-two sailors drowned.", &["Twenty-two sailors = 22 people, exactly; killed; sailors"]);
    check("At least one person was killed.", &["At least one person = 1 people, at_least; killed"]);
    check("At least one meeting was held.", &["At least one meeting = 1 meetings, at_least"]);
    check("They found 11 bodies.", &["11 bodies = 11 bodies, exactly; killed"]);
    check("There were 12 deaths in March.", &["12 deaths = 12 deaths, exactly; killed"]);
    check("2,000 families have left since last week.", &["2,000 families = 2000 families, exactly; displaced"]);
    check("Fewer than 50 families came back.", &["Fewer than 50 families = 50 families, less_than"]);
    check(
        "The blaze killed 5 and left 30 homeless.",
        &["5 = 5 people, exactly; killed", "30 = 30 people, exactly; displaced"],
    );
}

#[test]
fn bare_numbers_of_what_was_counted_before() {
    check(
        "Thirty-four people were hurt, nine seriously.",
        &["Thirty-four people = 34 people, exactly; injured", "nine = 9 people, exactly; injured"],
    );
    check(
        "The fleet has shrunk from nine ships to four.",
        &["nine ships = 9 ships, exactly; fell", "four = 4 ships, exactly; fell"],
    );
    check(
        "The union said 18,000 members walked out of 64 hospitals. The ministry had counted 9,300.",
        &[
            "18,000 members = 18000 people, exactly; members",
            "64 hospitals = 64 hospitals, exactly",
            "9,300 = 9300 people, exactly; members",
        ],
    );
    check("Kidnappings rose to 312.", &["312 = 312 kidnappings, exactly; rose"]);
    check("Dovrin is a town of 21,000.", &["21,000 = 21000 people, exactly"]);
    check("It was built for a crew of ten.", &["ten = 10 people, exactly; built"]);
    check("He had a town of friends and a son of ten.", &[]);
}

#[test]
fn few_that_tell_the_news_are_none() {
    check("Two other titles had parts of it, and three accounts differ.", &[]);
    check("Police had 4,000 reports of theft.", &["4,000 reports = 4000 reports, exactly"]);
    check("Two brokers who did not want their names used were there.", &[]);
}
