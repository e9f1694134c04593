//! What is said of articles, sources and changes in plain words, the same in every view.

use sayso_lineage::record::{ArticleRecord, SourceRecord, Telling};
use sayso_lineage::series::{Remark, Series, Thing};
use sayso_lineage::trace::{Change, Edge, EdgeKind, Why};
use sayso_reading::Terms;

/// A number with its word.
pub(crate) fn counted(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}

/// A name as the JSON has it, in words.
pub(crate) fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

/// Words in one line, white space made single.
pub(crate) fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2026-11-24` as `24 Nov 2026`, `2026-11` as `Nov 2026`, a range with "to" between; as given where it is none of these.
pub(crate) fn day(given: &str) -> String {
    match given.split_once('/') {
        Some((from, to)) => format!("{} to {}", one_day(from), one_day(to)),
        None => one_day(given),
    }
}

fn one_day(given: &str) -> String {
    let mut fields = given.splitn(3, '-');
    let (year, month, date) = (fields.next().unwrap_or(""), fields.next(), fields.next());
    let name = month.and_then(|m| m.parse::<usize>().ok()).and_then(|m| MONTHS.get(m.checked_sub(1)?));
    match (name, date.map(str::parse::<u8>)) {
        (Some(month), Some(Ok(date))) => format!("{date} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => given.to_owned(),
    }
}

/// When an article was published: `24 Nov 2026, 06:00 UTC`, or the day alone.
pub(crate) fn moment(article: &ArticleRecord) -> String {
    let Some(moment) = article.moment.as_deref().or(article.day.as_deref()) else { return "undated".to_owned() };
    match moment.split_once('T') {
        Some((date, clock)) => match clock.get(..5) {
            Some(clock) => format!("{}, {clock} UTC", day(date)),
            None => day(date),
        },
        None => day(moment),
    }
}

/// Who published an article: as it says, else the host of its address.
pub(crate) fn outlet(article: &ArticleRecord) -> String {
    let host = || {
        let url = article.url.as_deref()?;
        let host = url.split_once("://")?.1.split('/').next()?;
        Some(host.trim_start_matches("www.").to_owned()).filter(|host| !host.is_empty())
    };
    article.outlet.as_deref().map(plain).filter(|o| !o.is_empty()).or_else(host).unwrap_or("no outlet named".to_owned())
}

/// An article's headline.
pub(crate) fn title(article: &ArticleRecord) -> String {
    article.title.as_deref().map(plain).filter(|t| !t.is_empty()).unwrap_or("no headline".to_owned())
}

/// When, who and what: the line that an article is told by.
pub(crate) fn head(article: &ArticleRecord) -> String {
    format!("{} · {} · {}", moment(article), outlet(article), title(article))
}

/// Where an article was read from: its address, else its path.
pub(crate) fn address(article: &ArticleRecord) -> &str {
    article.url.as_deref().unwrap_or(&article.path)
}

/// Where words stand: address, revision where it is a later one, code points.
pub(crate) fn place(article: &ArticleRecord, [start, end]: [usize; 2]) -> String {
    let revision = if article.revision > 1 { format!(", revision {}", article.revision) } else { String::new() };
    format!("{}{revision}, characters {start} to {end}", address(article))
}

/// What a source is called.
pub(crate) fn called(source: &SourceRecord) -> String {
    plain(source.name.as_deref().unwrap_or(&source.description))
}

/// What is known of a source in its article, a phrase each.
pub(crate) fn known(source: &SourceRecord) -> Vec<String> {
    let mut known = vec![spoken(source.kind.name())];
    let name = called(source);
    known.extend(source.titles.iter().map(|title| plain(title)).filter(|title| !name.contains(title.as_str())));
    known.extend(source.justification.as_deref().map(plain));
    known
}

/// On what terms, with the reason given.
pub(crate) fn terms(terms: Option<Terms>, reason: Option<&str>) -> Option<String> {
    let words = match terms? {
        Terms::Anonymity => "on condition of anonymity".to_owned(),
        Terms::Background => "on background".to_owned(),
        terms => spoken(terms.name()),
    };
    let reason = reason.map(plain).filter(|reason| !reason.is_empty());
    Some(reason.map_or(words.clone(), |reason| format!("{words}: “{reason}”")))
}

/// The hands that a telling came through, from the article to the root.
pub(crate) fn chain(telling: &Telling) -> Vec<String> {
    let mut hands = vec!["article".to_owned()];
    let Some(statement) = &telling.statement else {
        hands.push("writer’s voice".to_owned());
        return hands;
    };
    let name = |source: Option<&SourceRecord>| source.map_or("no source named".to_owned(), called);
    if statement.chain.is_empty() {
        hands.push(name(statement.source.as_deref()));
    }
    hands.extend(statement.chain.iter().map(|source| name(source.as_deref())));
    hands
}

/// How one follows another, in one line without its number; `from` is the earlier one's article.
pub(crate) fn followed(edge: &Edge, from: &ArticleRecord) -> String {
    let how = edge_kind(edge.kind);
    match &edge.why {
        Why::Copy if edge.kind == EdgeKind::Copy => how.to_owned(),
        Why::Copy => format!("{how}; near copy of the article"),
        Why::Names(words) => format!("{how}; names {}: “{}”", outlet(from), plain(words)),
        Why::Own => format!("{how}; {} had it before", outlet(from)),
        Why::Wording => format!("{how}; by the wording alone"),
    }
}

/// A kind of edge in a graph's or a legend's words.
pub(crate) fn edge_kind(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Quoted => "quoted",
        EdgeKind::Reworded => "reworded",
        EdgeKind::Copy => "same wire copy",
        EdgeKind::Similar => "similar only",
    }
}

/// A change's name in JSON, what was and what is.
pub(crate) fn parts(change: &Change) -> (&'static str, Option<&str>, Option<&str>) {
    match change {
        Change::AttributionDropped { was } => ("attribution_dropped", Some(was), None),
        Change::Hardened { was, is } => ("hardened", Some(was), Some(is)),
        Change::Softened { was, is } => ("softened", Some(was), Some(is)),
        Change::SourceChanged { was, is } => ("source_changed", Some(was), Some(is)),
        Change::RelayDropped { was } => ("relay_dropped", Some(was), None),
        Change::TermsDropped { was } => ("terms_dropped", Some(was), None),
        Change::ReasonDropped { was } => ("reason_dropped", Some(was), None),
        Change::FigureChanged { was, is } => ("figure_changed", Some(was), Some(is)),
        Change::BoundChanged { was, is } => ("bound_changed", Some(was), Some(is)),
        Change::QuotationDropped => ("quotation_dropped", None, None),
        Change::QuotationAltered { was, is } => ("quotation_altered", Some(was), Some(is)),
        Change::Trimmed => ("trimmed", None, None),
        Change::Extended => ("extended", None, None),
    }
}

/// What a change is called, by its name in JSON.
const CHANGES: [(&str, &str); 13] = [
    ("attribution_dropped", "attribution dropped"),
    ("hardened", "hardened"),
    ("softened", "softened"),
    ("source_changed", "another source"),
    ("relay_dropped", "relay no longer named"),
    ("terms_dropped", "terms no longer stated"),
    ("reason_dropped", "reason for anonymity gone"),
    ("figure_changed", "another number"),
    ("bound_changed", "the number is bounded otherwise"),
    ("quotation_dropped", "no longer in quotation marks"),
    ("quotation_altered", "quotation altered"),
    ("trimmed", "less of it is told"),
    ("extended", "more of it is told"),
];

/// A change in plain words: "attribution dropped: “officials believe” → writer’s voice".
pub(crate) fn change(change: &Change) -> String {
    let (name, was, is) = parts(change);
    let what = CHANGES.iter().find(|(known, _)| *known == name).map_or(name, |(_, what)| *what);
    let in_its_place = matches!(change, Change::AttributionDropped { .. }).then_some("writer’s voice".to_owned());
    let is = is.map(|is| format!("“{}”", plain(is))).or(in_its_place);
    match (was.map(plain), is) {
        (Some(was), Some(is)) => format!("{what}: “{was}” → {is}"),
        (Some(was), None) => format!("{what}: “{was}”"),
        _ => what.to_owned(),
    }
}

/// What is counted: "people killed, residents, Osterby".
pub(crate) fn thing(thing: &Thing) -> String {
    let measured = [Some(thing.unit.as_str()), thing.measure.as_deref()];
    let measured: Vec<String> = measured.into_iter().flatten().map(spoken).collect();
    let parts = [Some(measured.join(" ")), thing.who.clone(), thing.place.clone()];
    parts.into_iter().flatten().map(|part| plain(&part)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Who gives a series.
pub(crate) fn giver(series: &Series) -> String {
    series.giver.as_deref().map_or("writer’s voice".to_owned(), plain)
}

/// A remark on a number in plain words, with what the articles are called.
pub(crate) fn remark(remark: &Remark, outlet_of: &dyn Fn(i64) -> String) -> String {
    match remark {
        Remark::Rounds { exact, article } => format!("rounds “{}” ({})", plain(exact), outlet_of(*article)),
        Remark::Stale { article, newer, newer_in } => {
            format!("stale in {}: “{}” stood in {}", outlet_of(*article), plain(newer), outlet_of(*newer_in))
        }
    }
}

/// Numbers from 1 in one line: "1, 2, 5".
pub(crate) fn numbers(places: &[usize]) -> String {
    places.iter().map(|place| (place + 1).to_string()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_as_people_say_them_and_left_where_they_are_none() {
        for (given, expect) in [
            ("2026-11-24", "24 Nov 2026"),
            ("2026-11", "Nov 2026"),
            ("2026", "2026"),
            ("2026-11-01/2026-11-03", "1 Nov 2026 to 3 Nov 2026"),
            ("a/b/c", "a to b/c"),
            ("2026-13-01", "2026-13-01"),
            ("soon", "soon"),
            ("", ""),
        ] {
            assert_eq!(day(given), expect);
        }
    }

    #[test]
    fn an_article_says_when_and_by_whom_as_far_as_is_known() {
        let known = |moment: Option<&str>, outlet: Option<&str>, url: Option<&str>| {
            let own = |text: Option<&str>| text.map(str::to_owned);
            let article = ArticleRecord {
                moment: own(moment),
                outlet: own(outlet),
                url: own(url),
                title: own(Some("Wall\n wet")),
                ..ArticleRecord::default()
            };
            head(&article)
        };
        let full = known(Some("2026-11-24T06:00:00Z"), Some("the Courier"), None);
        assert_eq!(full, "24 Nov 2026, 06:00 UTC · the Courier · Wall wet");
        let host = known(Some("2026-11-24"), None, Some("https://www.courier.example/a"));
        assert_eq!(host, "24 Nov 2026 · courier.example · Wall wet");
        assert_eq!(known(None, Some(" "), Some("é")), "undated · no outlet named · Wall wet");
        assert_eq!(known(Some("2026-11-24Té"), None, None), "24 Nov 2026 · no outlet named · Wall wet");
    }

    #[test]
    fn changes_say_what_was_and_what_is() {
        let own = str::to_owned;
        let hardened = Change::Hardened { was: own("officials believe"), is: own("officials said") };
        for (given, expect) in [
            (
                Change::AttributionDropped { was: own("officials believe") },
                "attribution dropped: “officials believe” → writer’s voice",
            ),
            (hardened, "hardened: “officials believe” → “officials said”"),
            (Change::RelayDropped { was: own("the Courier") }, "relay no longer named: “the Courier”"),
            (Change::Trimmed, "less of it is told"),
        ] {
            assert_eq!(change(&given), expect);
        }
    }
}
