//! A trace as a picture: a lane for each outlet, time from left to right, an arrow to each appearance from the one it follows.
//!
//! Time is not to scale where articles stand close: each gets room for its number, and what is left of the width is shared out
//! by the time between them. Who cannot see the picture has the list below it; who cannot tell colours has line styles.

use maud::{Markup, html as markup};
use sayso_lineage::record::ArticleRecord;
use sayso_lineage::trace::{EdgeKind, Trace};

use super::numbered;
use crate::page::line;
use crate::svg::{cut, day_number, px};
use crate::words::{day, edge_kind, moment, outlet, title};

/// Where the lanes' names stand.
const NAMES: f64 = 150.0;
/// From one lane's middle to the next one's.
const LANE: f64 = 44.0;
/// From one dot's middle to the next one's at least.
const STEP: f64 = 18.5;
/// A dot's half.
const HALF: f64 = 8.5;
/// The picture's width where so many dots as usual have room in it.
const WIDTH: f64 = 930.0;
/// Above the first lane.
const TOP: f64 = 26.0;
/// Of a longer trace the list alone has the rest.
const MOST: usize = 400;
/// A label of a day takes so much.
const LABEL: f64 = 76.0;

/// One appearance on the picture.
struct Dot<'t> {
    number: usize,
    article: &'t ArticleRecord,
    is_against: bool,
    x: f64,
    y: f64,
}

pub(super) fn picture(trace: &Trace) -> Markup {
    let (dots, names) = dots(trace);
    let last = dots.iter().map(|dot| dot.x).fold(NAMES, f64::max);
    let width = (last + 2.0 * STEP).max(NAMES + LABEL);
    let height = TOP + LANE * names.len() as f64 + 26.0;
    let floor = height - 26.0;
    let place = |number: usize| dots.iter().position(|dot| dot.number == number);
    markup! {
        figure.picture tabindex="0" aria-label="The appearances in lanes by outlet over time; the list below says the same" {
            svg role="img" width=(px(width)) height=(px(height)) viewBox={ "0 0 " (px(width)) " " (px(height)) } {
                title { "Appearances by outlet over time" }
                desc { (dots.len()) " appearances in " (names.len()) " lanes; the list below says the same in words." }
                @for (i, name) in names.iter().enumerate() {
                    @let y = TOP + LANE * (i as f64 + 0.5);
                    line.grid x1=(NAMES - 14.0) y1=(px(y)) x2=(px(width)) y2=(px(y)) {}
                    text x=(NAMES - 22.0) y=(px(y)) dy=".35em" text-anchor="end" {
                        title { (line(name)) }
                        (cut(&line(name), 18))
                    }
                }
                @for tick in ticks(&dots, width) {
                    line.axis x1=(px(tick.x)) y1=(px(floor)) x2=(px(tick.x)) y2=(px(floor + 6.0)) {}
                    text.tick x=(px(tick.label_x)) y=(px(floor + 20.0)) { (line(&tick.label)) }
                }
                @for edge in &trace.edges {
                    @if let (Some(from), Some(to)) = (place(edge.from + 1), place(edge.to + 1)) {
                        (arrow(&dots, from, to, edge.kind))
                    }
                }
                @for dot in &dots { (self::dot(dot, trace.appearances.len())) }
            }
        }
        ul.legend {
            li {
                svg width="22" height="22" aria-hidden="true" {
                    circle.dot cx="11" cy="11" r="7" {}
                    circle.ring cx="11" cy="11" r="10" {}
                }
                "earliest in this archive"
            }
            @for kind in [EdgeKind::Quoted, EdgeKind::Reworded, EdgeKind::Copy, EdgeKind::Similar] {
                @if trace.edges.iter().any(|edge| edge.kind == kind) {
                    li { (sample(kind)) (edge_kind(kind)) }
                }
            }
            @if !trace.against.is_empty() {
                li {
                    svg width="20" height="20" aria-hidden="true" {
                        rect.dot.against x="4" y="4" width="12" height="12" {}
                    }
                    "against it"
                }
            }
            li { "close moments are drawn apart" }
            @if trace.appearances.len() + trace.against.len() > MOST { li { "the first " (MOST) " are drawn" } }
        }
    }
}

/// The dots in the order of time, and the lanes' names in the order of their first dot.
fn dots(trace: &Trace) -> (Vec<Dot<'_>>, Vec<String>) {
    let mut all: Vec<_> = numbered(trace).collect();
    all.sort_by(|a, b| a.1.telling.article.order().cmp(&b.1.telling.article.order()).then(a.0.cmp(&b.0)));
    all.truncate(MOST);
    let times: Vec<Option<f64>> = all.iter().map(|(_, one)| time(&one.telling.article)).collect();
    let known = || times.iter().copied().flatten();
    let (first, last) = (known().fold(f64::MAX, f64::min), known().fold(f64::MIN, f64::max));
    let spread = if last > first { last - first } else { 1.0 };
    let room = WIDTH - NAMES - 2.0 * STEP;
    let usual = room.min(90.0 * all.len() as f64);
    let left = (usual - STEP * all.len() as f64).max(0.0);
    let mut names: Vec<String> = Vec::new();
    let mut dots = Vec::with_capacity(all.len());
    for (i, (number, one)) in all.into_iter().enumerate() {
        let article = &*one.telling.article;
        let name = outlet(article);
        let lane = names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        // The undated stand after all others.
        let share = times[i].map_or(1.0, |time| (time - first) / spread);
        dots.push(Dot {
            number,
            article,
            is_against: number > trace.appearances.len(),
            x: NAMES + STEP * i as f64 + left * share,
            y: TOP + LANE * (lane as f64 + 0.5),
        });
    }
    (dots, names)
}

/// Minutes since 1970 of an article's moment.
fn time(article: &ArticleRecord) -> Option<f64> {
    let moment = article.moment.as_deref().or(article.day.as_deref())?;
    let days = day_number(moment)? as f64;
    let clock = moment.split_once('T').map_or("", |(_, clock)| clock);
    let field = |at: usize| clock.get(at..at + 2).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    Some(days * 1440.0 + field(0) * 60.0 + field(3))
}

/// A day under the lanes.
struct Tick {
    x: f64,
    /// Where the label begins: at the tick, or further to the left where the picture ends.
    label_x: f64,
    label: String,
}

/// A label at the first dot of each day that has room for one.
fn ticks(dots: &[Dot], width: f64) -> Vec<Tick> {
    let mut out: Vec<Tick> = Vec::new();
    let mut last = None;
    for dot in dots {
        let given = dot.article.day.as_deref().or(dot.article.moment.as_deref().and_then(|m| m.get(..10)));
        let label = given.map_or("undated".to_owned(), day);
        let label_x = (dot.x - 4.0).min(width - LABEL);
        let has_room = out.last().is_none_or(|before| label_x - before.label_x >= LABEL);
        if last.as_ref() != Some(&label) && has_room {
            out.push(Tick { x: dot.x, label_x, label: label.clone() });
        }
        last = Some(label);
    }
    out
}

/// An arrow by a way that runs through no other dot, where one of a few does not.
fn arrow(dots: &[Dot], from: usize, to: usize, kind: EdgeKind) -> Markup {
    let (a, b) = ((dots[from].x, dots[from].y), (dots[to].x, dots[to].y));
    let length = (b.0 - a.0).hypot(b.1 - a.1).max(1.0);
    let normal = ((b.1 - a.1) / length, (a.0 - b.0) / length);
    let bends: &[f64] = if (a.1 - b.1).abs() < 1.0 { &[26.0, -26.0] } else { &[0.0, 18.0, -18.0, 36.0, -36.0] };
    let control = |bend: f64| (f64::midpoint(a.0, b.0) + normal.0 * bend, f64::midpoint(a.1, b.1) + normal.1 * bend);
    let others = || dots.iter().enumerate().filter(|(i, _)| *i != from && *i != to).map(|(_, dot)| (dot.x, dot.y));
    let is_free = |bend: &&f64| {
        let points: Vec<(f64, f64)> = (1..20).map(|i| at(a, control(**bend), b, f64::from(i) / 20.0)).collect();
        others().all(|dot| points.iter().all(|p| (p.0 - dot.0).hypot(p.1 - dot.1) > HALF + 3.0))
    };
    let c = control(*bends.iter().find(is_free).unwrap_or(&bends[0]));
    let (start, end) = (toward(a, c, HALF + 1.0), toward(b, c, HALF + 3.0));
    let (base, side) = (toward(end, c, 8.0), 4.0);
    let along = ((end.0 - base.0) / 8.0, (end.1 - base.1) / 8.0);
    let (left, right) =
        ((base.0 - along.1 * side, base.1 + along.0 * side), (base.0 + along.1 * side, base.1 - along.0 * side));
    let way = format!("M{} Q{} {}", point(start), point(c), point(base));
    markup! {
        path class={ "edge " (kind.name()) } d=(way) {}
        @if kind == EdgeKind::Copy { path.edge.inner d=(way) {} }
        polygon.tip points={ (point(end)) " " (point(left)) " " (point(right)) } {}
    }
}

type Point = (f64, f64);

/// A point of a curve, at a part of its way.
fn at(a: Point, c: Point, b: Point, t: f64) -> Point {
    let of = |a: f64, c: f64, b: f64| (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * c + t * t * b;
    (of(a.0, c.0, b.0), of(a.1, c.1, b.1))
}

/// The point so far from `a` on the way to `b`.
fn toward(a: Point, b: Point, far: f64) -> Point {
    let length = (b.0 - a.0).hypot(b.1 - a.1).max(1.0);
    (a.0 + (b.0 - a.0) / length * far, a.1 + (b.1 - a.1) / length * far)
}

fn point(p: Point) -> String {
    format!("{},{}", px(p.0), px(p.1))
}

fn dot(dot: &Dot, appearances: usize) -> Markup {
    let (x, y) = (px(dot.x), px(dot.y));
    let is_earliest = dot.number == 1 && appearances > 0;
    let note = if is_earliest {
        ", earliest in this archive"
    } else if dot.is_against {
        ", against it"
    } else {
        ""
    };
    let (outlet, when, title) = (outlet(dot.article), moment(dot.article), title(dot.article));
    let label = line(&format!("{}: {outlet}, {when}, {title}{note}", dot.number));
    markup! {
        a href={ "#n" (dot.number) } aria-label=(label) {
            title { (label) }
            @if dot.is_against {
                rect.dot.against x=(px(dot.x - 7.5)) y=(px(dot.y - 7.5)) width="15" height="15" {}
            } @else {
                circle.dot cx=(x) cy=(y) r=(HALF) {}
            }
            @if is_earliest { circle.ring cx=(x) cy=(y) r=(HALF + 3.5) {} }
            text.n x=(x) y=(y) dy=".36em" { (dot.number) }
        }
    }
}

/// A line of the legend.
fn sample(kind: EdgeKind) -> Markup {
    markup! {
        svg width="34" height="10" aria-hidden="true" {
            path class={ "edge " (kind.name()) } d="M0,5 H26" {}
            @if kind == EdgeKind::Copy { path.edge.inner d="M0,5 H26" {} }
            polygon.tip points="34,5 26,1 26,9" {}
        }
    }
}
