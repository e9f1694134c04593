//! The numbers of one thing as a step chart: days from left to right, a line for each giver.
//!
//! A giver is told by the line's dashes, its marks and the name at its end, not by colour alone. What a bound leaves open is drawn
//! open: an upward stroke for "at least", a downward one for "up to", a bar for a range, a hollow mark for "about".

use maud::{Markup, html as markup};
use sayso_lineage::record::FigureRecord;
use sayso_lineage::series::{Figures, Thing};
use sayso_reading::figures::Bound;

use super::{Line, side};
use crate::page::line as safe_line;
use crate::svg::{cut, day_number, number, px, scale};
use crate::words::{day, giver, plain, thing};

const WIDTH: f64 = 930.0;
const LEFT: f64 = 76.0;
/// Room for the names at the lines' ends.
const RIGHT: f64 = 225.0;
const TOP: f64 = 20.0;
const FLOOR: f64 = 34.0;
/// From one name to the next.
const NAME: f64 = 16.0;
/// So many series are drawn; the table has all.
const MOST: usize = 12;
/// A label of a day takes so much.
const LABEL: f64 = 80.0;
/// Length of an open stroke.
const STROKE: f64 = 16.0;

/// A number that can be drawn.
struct Mark<'f> {
    day: i64,
    given: &'f str,
    figure: &'f FigureRecord,
    /// Where the line goes through.
    value: f64,
}

/// Where days and values stand.
struct Field {
    days: [i64; 2],
    values: [f64; 2],
    height: f64,
}

impl Field {
    fn x(&self, day: i64) -> f64 {
        let [first, last] = self.days;
        let share = if last > first { (day - first) as f64 / (last - first) as f64 } else { 0.5 };
        LEFT + 14.0 + share * (WIDTH - LEFT - RIGHT - 28.0)
    }

    fn at(&self, day: i64, value: f64) -> (f64, f64) {
        (self.x(day), self.y(value))
    }

    fn y(&self, value: f64) -> f64 {
        let [low, high] = self.values;
        self.height - FLOOR - (value - low) / (high - low) * (self.height - FLOOR - TOP)
    }
}

/// A number that stands for a figure on the chart: a range by its middle.
fn value(figure: &FigureRecord) -> Option<f64> {
    let middle = || Some(f64::midpoint(figure.low?, figure.high?));
    figure.value.or_else(middle).or(figure.low).or(figure.high).filter(|value| value.is_finite())
}

pub(super) fn picture(figures: &Figures, lines: &[&Line], what: &Thing, series: &[usize]) -> Markup {
    let drawn = &series[..series.len().min(MOST)];
    let marks: Vec<Vec<Mark>> = drawn.iter().map(|&place| marks(figures, place)).collect();
    let all = || marks.iter().flatten();
    if all().next().is_none() {
        return markup! {};
    }
    let ends = |mark: &Mark| [Some(mark.value), mark.figure.low, mark.figure.high];
    let known = || all().flat_map(ends).flatten().filter(|value| value.is_finite());
    let (low, high) = (known().fold(f64::MAX, f64::min), known().fold(f64::MIN, f64::max));
    // Small changes of large numbers are what one looks for; then the axis does not begin at 0, and says so.
    let is_cut = low > 0.5 * high && high > low;
    let ticks = scale(if is_cut { low } else { low.min(0.0) }, high);
    let height = 300f64.max(NAME * drawn.len() as f64 + TOP + FLOOR + 20.0);
    let days = all().map(|mark| mark.day);
    let field = Field {
        days: [days.clone().min().unwrap_or(0), days.max().unwrap_or(0)],
        values: [ticks[0], ticks[ticks.len() - 1]],
        height,
    };
    let right = WIDTH - RIGHT;
    let title = safe_line(&format!("{} over time", thing(what)));
    let names = names(figures, drawn, &marks, &field);
    markup! {
        figure.picture tabindex="0" aria-label={ (title) "; the table below says the same" } {
            svg role="img" width=(WIDTH) height=(px(height)) viewBox={ "0 0 " (WIDTH) " " (px(height)) } {
                title { (title) }
                desc { "A step line for each giver; the table below has all numbers." }
                @for tick in &ticks {
                    line.grid x1=(LEFT) y1=(px(field.y(*tick))) x2=(px(right)) y2=(px(field.y(*tick))) {}
                    text.tick x=(LEFT - 8.0) y=(px(field.y(*tick))) dy=".35em" text-anchor="end" { (number(*tick)) }
                }
                @for (x, label) in day_ticks(&marks, &field) {
                    line.axis x1=(px(x)) y1=(px(height - FLOOR)) x2=(px(x)) y2=(px(height - FLOOR + 5.0)) {}
                    text.tick x=(px(x)) y=(px(height - FLOOR + 19.0)) text-anchor="middle" { (safe_line(&label)) }
                }
                @for line in lines { (policy(line, &field)) }
                @for (i, marks) in marks.iter().enumerate() {
                    g class={ "h" (i % 8) " d" (i % 4) } {
                        path.step d=(steps(marks.iter().map(|mark| field.at(mark.day, mark.value)))) {}
                    }
                    g class={ "h" (i % 8) } { @for mark in marks { (self::mark(mark, i, &field)) } }
                }
                @for one in &names { (name(one, right)) }
                (clashes(figures, what, drawn, &field))
            }
        }
        ul.legend {
            @for (sample, words) in legend(&marks) { li { (sample) (words) } }
            @for note in notes(is_cut, series.len(), lines) { li { (note) } }
        }
    }
}

/// The numbers of a series that can be drawn, in the order of days.
fn marks(figures: &Figures, place: usize) -> Vec<Mark<'_>> {
    let points = figures.series[place].points.iter().filter(|point| !point.carriers.is_empty());
    let mut marks: Vec<Mark> = points
        .filter_map(|point| {
            let given = point.day.as_deref()?;
            let figure = point.figure();
            Some(Mark { day: day_number(given)?, given, figure, value: value(figure)? })
        })
        .collect();
    marks.sort_by_key(|mark| mark.day);
    marks
}

/// A line through points that holds each value until the next one.
fn steps(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let steps = points.into_iter().map(|(x, y)| (px(x), px(y))).enumerate();
    steps.map(|(i, (x, y))| if i == 0 { format!("M{x},{y}") } else { format!(" H{x} V{y}") }).collect()
}

/// The shape of a giver's marks.
fn shape(x: f64, y: f64, series: usize, is_open: bool) -> Markup {
    let class = if is_open { "point open" } else { "point" };
    let points = |corners: &[(f64, f64)]| {
        corners.iter().map(|(dx, dy)| format!("{},{}", px(x + dx), px(y + dy))).collect::<Vec<_>>().join(" ")
    };
    markup! {
        @match series % 4 {
            0 => circle class=(class) cx=(px(x)) cy=(px(y)) r="4.5" {},
            1 => rect class=(class) x=(px(x - 4.0)) y=(px(y - 4.0)) width="8" height="8" {},
            2 => polygon class=(class) points=(points(&[(0.0, -5.5), (5.0, 4.0), (-5.0, 4.0)])) {},
            _ => polygon class=(class) points=(points(&[(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0)])) {},
        }
    }
}

fn mark(mark: &Mark, series: usize, field: &Field) -> Markup {
    let (x, y) = field.at(mark.day, mark.value);
    let label = safe_line(&format!("{}: {}", day(mark.given), plain(&mark.figure.words)));
    let range = mark.figure.low.zip(mark.figure.high).filter(|(low, high)| low < high);
    markup! {
        g {
            title { (label) }
            @if let Some((low, high)) = range {
                line.bar x1=(px(x)) y1=(px(field.y(low))) x2=(px(x)) y2=(px(field.y(high))) {}
            }
            (stroke(x, y, mark.figure.bound))
            (shape(x, y, series, matches!(mark.figure.bound, Bound::About | Bound::Between | Bound::Unstated)))
        }
    }
}

/// What a bound leaves open.
fn stroke(x: f64, y: f64, bound: Bound) -> Markup {
    let way = match bound {
        Bound::AtLeast | Bound::MoreThan => -1.0,
        Bound::UpTo | Bound::LessThan => 1.0,
        _ => return markup! {},
    };
    let (end, wing) = (y + way * STROKE, y + way * (STROKE - 5.0));
    let d =
        format!("M{0},{1} V{2} M{3},{4} L{0},{2} L{5},{4}", px(x), px(y), px(end), px(x - 4.0), px(wing), px(x + 4.0));
    markup! { path.whisker d=(d) {} }
}

/// A name at a line's end.
struct Name {
    series: usize,
    words: String,
    /// Where the line ends.
    from: (f64, f64),
    /// Where the name stands.
    y: f64,
}

/// The names, none upon another: from above each gets its place or the next free one, and all move up if the last is too low.
fn names(figures: &Figures, drawn: &[usize], marks: &[Vec<Mark>], field: &Field) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (series, &place) in drawn.iter().enumerate() {
        let Some(last) = marks[series].last() else { continue };
        let from = field.at(last.day, last.value);
        names.push(Name { series, words: safe_line(&giver(&figures.series[place])), from, y: from.1 });
    }
    names.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut free = TOP - NAME / 2.0;
    for name in &mut names {
        name.y = name.y.max(free);
        free = name.y + NAME;
    }
    let mut most = field.height - FLOOR;
    for name in names.iter_mut().rev() {
        name.y = name.y.min(most);
        most = name.y - NAME;
    }
    names
}

fn name(one: &Name, right: f64) -> Markup {
    let (x, y) = one.from;
    markup! {
        g class={ "h" (one.series % 8) } {
            line.lead x1=(px(x + 8.0)) y1=(px(y)) x2=(px(right + 6.0)) y2=(px(one.y)) {}
            (shape(right + 14.0, one.y, one.series, false))
            text.name x=(px(right + 24.0)) y=(px(one.y)) dy=".35em" { title { (one.words) } (cut(&one.words, 24)) }
        }
    }
}

/// Two numbers that cannot both hold, joined.
fn clashes(figures: &Figures, what: &Thing, drawn: &[usize], field: &Field) -> Markup {
    let place = |[series, point]: [usize; 2]| {
        let figure = side(figures, [series, point]).filter(|_| drawn.contains(&series))?.figure();
        Some(field.y(value(figure)?))
    };
    markup! {
        @for one in figures.conflicts.iter().filter(|one| one.thing == *what) {
            @if let (Some(day), Some(a), Some(b)) = (day_number(&one.day), place(one.one), place(one.other)) {
                @let x = field.x(day) - 9.0;
                path.clash d={ "M" (px(x + 4.0)) "," (px(a)) " H" (px(x)) " V" (px(b)) " H" (px(x + 4.0)) } {}
                text x=(px(x - 5.0)) y=(px(f64::midpoint(a, b))) dy=".35em" text-anchor="end" { "≠" }
            }
        }
    }
}

fn policy(line: &Line, field: &Field) -> Markup {
    let points = line.points.iter().filter_map(|point| {
        let (day, value) = (day_number(&point.day)?, point.low.or(point.high)?);
        let value = value.max(field.values[0]).min(field.values[1]);
        (field.days[0]..=field.days[1]).contains(&day).then(|| field.at(day, value))
    });
    markup! { path.policy d=(steps(points)) {} }
}

/// A label at each day with a number that has room for one.
fn day_ticks(marks: &[Vec<Mark>], field: &Field) -> Vec<(f64, String)> {
    let mut days: Vec<(i64, &str)> = marks.iter().flatten().map(|mark| (mark.day, mark.given)).collect();
    days.sort_unstable();
    days.dedup_by_key(|(number, _)| *number);
    let mut out: Vec<(f64, String)> = Vec::new();
    for (number, given) in days {
        let x = field.x(number);
        if out.last().is_none_or(|(last, _)| x - last >= LABEL) {
            out.push((x, day(given.split('/').next().unwrap_or(given))));
        }
    }
    out
}

/// The marks that stand for what is open, those that the chart has.
fn legend(marks: &[Vec<Mark>]) -> Vec<(Markup, &'static str)> {
    let has = |bounds: &[Bound]| marks.iter().flatten().any(|mark| bounds.contains(&mark.figure.bound));
    let rows: [(&[Bound], f64, &'static str); 3] = [
        (&[Bound::AtLeast, Bound::MoreThan], 20.0, "at least, more than: may be more"),
        (&[Bound::UpTo, Bound::LessThan], 6.0, "up to, fewer than: may be less"),
        (&[Bound::About], 13.0, "about"),
    ];
    let mut out: Vec<(Markup, &'static str)> = rows
        .into_iter()
        .filter(|(bounds, ..)| has(bounds))
        .map(|(bounds, y, words)| {
            (sample(&markup! { (stroke(10.0, y, bounds[0])) (shape(10.0, y, 0, bounds[0] == Bound::About)) }), words)
        })
        .collect();
    if has(&[Bound::Between, Bound::Unstated]) {
        let bar = markup! { line.bar x1="10" y1="3" x2="10" y2="23" {} (shape(10.0, 13.0, 0, true)) };
        out.push((sample(&bar), "a range, its middle marked"));
    }
    out
}

fn sample(drawing: &Markup) -> Markup {
    markup! { svg.h7 width="20" height="26" aria-hidden="true" { (drawing) } }
}

fn notes(is_cut: bool, series: usize, lines: &[&Line]) -> Vec<String> {
    let cut = is_cut.then(|| "the axis of values does not begin at 0".to_owned());
    let more = (series > MOST).then(|| format!("the first {MOST} of {series} givers are drawn"));
    let policy = lines.first().map(|line| format!("thick pale line: the policy “{}”", safe_line(&line.policy)));
    [cut, more, policy].into_iter().flatten().collect()
}
