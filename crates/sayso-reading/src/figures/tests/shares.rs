//! Shares, changes, votes, areas, rates and things.

use super::check;

#[test]
fn shares_and_changes() {
    check(
        "Prices rose by a third to 3,100 crowns.",
        &["a third = 0.333 share, exactly; rose", "3,100 crowns = 3100 crowns, exactly; rose"],
    );
    check("Sales fell 12 percent.", &["12 percent = 12 percent, exactly; fell"]);
    check("Exports grew by 5 to 7 percent.", &["5 to 7 percent = 5..7 percent, between; rose"]);
    check("A 5-percent rise was agreed.", &["5-percent = 5 percent, exactly; rose"]);
    check("Rates went up by 25 basis points.", &["25 basis points = 25 basis points, exactly; rose"]);
    check("More than half of the homes are empty.", &["More than half of the homes = 0.5 share, more_than"]);
    check("One in five people has no water.", &["One in five people = 0.2 share, exactly"]);
    check(
        "Three-quarters of the crop was destroyed.",
        &["Three-quarters of the crop = 0.75 share, exactly; destroyed"],
    );
    check(
        "Two thirds of members want a strike.",
        &["Two thirds of members = 0.667 share, exactly; supported; members"],
    );
    check("9 of 10 members would back a levy.", &["9 of 10 members = 0.9 share, exactly; supported; members"]);
    check("About 1 in 4,000 phones would swell.", &["About 1 in 4,000 phones = 0 share, about"]);
    check("The club's trust owns 12 per cent of the club.", &["12 per cent of the club = 12 percent, exactly"]);
    check("71 per cent were in favour of a change.", &["71 per cent = 71 percent, exactly; supported"]);
    check(
        "The party stands 4 percentage points higher.",
        &["4 percentage points = 4 percentage points, exactly; rose"],
    );
    check("The shares closed 11 per cent higher.", &["11 per cent = 11 percent, exactly; rose"]);
}

#[test]
fn amounts() {
    check("The share index lost 40 points.", &["40 points = 40 points, exactly; fell"]);
    check("Turnout was 61.4%.", &["61.4% = 61.4 percent, exactly; voted"]);
    check("The fire burned more than 18,000 acres.", &["more than 18,000 acres = 18000 acres, more_than; destroyed"]);
    check(
        "The reservoir holds 3.2 million cubic meters of water.",
        &["3.2 million cubic meters = 3200000 cubic meters, exactly"],
    );
    check("The park covers 12 square kilometres.", &["12 square kilometres = 12 square kilometres, exactly"]);
    check("The wind reached 120 km/h.", &["120 km/h = 120 kilometres per hour, exactly"]);
    check("Gusts of 80 miles per hour were measured.", &["80 miles per hour = 80 miles per hour, exactly"]);
    check("The wall is 90m long.", &["90m = 90 metres, exactly"]);
    check(
        "The level stood at 5.4 metres, up 1.2 metres since Saturday.",
        &["5.4 metres = 5.4 metres, exactly", "1.2 metres = 1.2 metres, exactly; rose"],
    );
    check("There were 12 cases per 100,000 people.", &["12 cases = 12 cases, exactly"]);
    check("The mine produced 40,000 tonnes of coal.", &["40,000 tonnes = 40000 tonnes, exactly; produced"]);
    check("Temperatures reached 41 degrees Celsius.", &["41 degrees Celsius = 41 degrees Celsius, exactly"]);
    check(
        "The council voted by 31 votes to 12.",
        &["31 votes = 31 votes, exactly; supported", "12 = 12 votes, exactly; opposed"],
    );
    check(
        "The board voted 6-3 to close the school.",
        &["6 = 6 votes, exactly; supported", "3 = 3 votes, exactly; opposed"],
    );
    check(
        "Members threw out the offer by 1,206 votes to 318.",
        &["1,206 votes = 1206 votes, exactly; opposed", "318 = 318 votes, exactly; supported"],
    );
}

#[test]
fn votes_and_things() {
    check(
        "The motion was passed by 21 to 14 in a vote on Tuesday.",
        &["21 = 21 votes, exactly; supported", "14 = 14 votes, exactly; opposed"],
    );
    check(
        "An audit found that 31 of the province's 58 schools did not meet the rules.",
        &["31 of the province's 58 schools = 31 schools, exactly; of f2", "58 schools = 58 schools, exactly"],
    );
    check("The true number may be two or three times higher.", &["two or three times = 2..3 times, between; rose"]);
    check("Between 30 and 20 houses burned.", &["Between 30 and 20 houses = 20..30 houses, between; destroyed"]);
    check("About half of the staff are on leave.", &["About half of the staff = 0.5 share, about; staff"]);
    check("A fifth of fresh fruit is lost.", &["A fifth of fresh fruit = 0.2 share, exactly; lost"]);
    check(
        "At least a tenth of the fleet was damaged.",
        &["At least a tenth of the fleet = 0.1 share, at_least; damaged"],
    );
    check("The storm left 40,000 homes without power.", &["40,000 homes = 40000 homes, exactly; affected"]);
    check("The bridge carries 61,000 vehicles a day.", &["61,000 vehicles = 61000 vehicles, exactly"]);
    check("The factory sold 1.3 million copies.", &["1.3 million copies = 1300000 copies, exactly; sold"]);
    check("The plant will build 300 to 400 buses.", &["300 to 400 buses = 300..400 buses, between; built"]);
    check(
        "The army has 3,000 troops and 12 tanks.",
        &["3,000 troops = 3000 people, exactly; troops", "12 tanks = 12 tanks, exactly"],
    );
    check("The book has appeared in nine languages.", &["nine languages = 9 languages, exactly"]);
    check("A ship with 2,300 tons of grain sank.", &["2,300 tons = 2300 tons, exactly"]);
    check("The quake struck at a depth of 11 km.", &["11 km = 11 kilometres, exactly"]);
}

#[test]
fn more_things() {
    check("The convoy stopped within 2 kilometres of the market.", &["within 2 kilometres = 2 kilometres, up_to"]);
    check("12,000 hectares of forest burned.", &["12,000 hectares = 12000 hectares, exactly; destroyed"]);
}
