//! What a question about figures asks for, in plain words: "killed in Osterby", "people injured in the Lund Cold fire".

use sayso_reading::figures;

/// A question, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What befell those counted; none where the question names nothing of the kind, or more than one.
    pub measure: Option<&'static str>,
    /// Who is counted, more closely than "people", in lower case: "children".
    pub who: Vec<String>,
    /// What else the articles are to have: places, names, things.
    pub words: Vec<String>,
}

/// Words that ask, and ask for nothing.
const IDLE: &[&str] = &[
    "the", "a", "an", "in", "of", "at", "on", "by", "for", "to", "from", "with", "and", "or", "during", "after",
    "since", "before", "near", "who", "that", "which", "how", "many", "much", "what", "was", "were", "is", "are", "be",
    "been", "has", "have", "had", "did", "do", "does", "there", "number", "numbers", "figure", "figures", "count",
    "counts", "total", "all", "people", "persons", "person", "others", "about", "s",
];

/// Behind a measure's noun: what it is the measure of.
const OF: &[&str] = &["of", "from", "to"];

/// A measure's phrase has at most so many words.
const LONGEST: usize = 5;

/// Takes a question apart. A word with a capital in its midst is a name, whatever else it means; the same words may
/// be said in any order.
pub fn about(query: &str) -> About {
    let words: Vec<&str> = query.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| word.contains(char::is_alphanumeric)).collect();
    let is_name = |at: usize| at > 0 && words[at].starts_with(char::is_uppercase);
    let mut out = About::default();
    let mut measures: Vec<&'static str> = Vec::new();
    // "The cost of rescuing the bank" is a cost: what stands behind "of" says of what, and measures nothing.
    let mut is_of = false;
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=LONGEST.min(words.len() - at)).rev().find_map(|count| {
            let phrase = &words[at..at + count];
            let is_plain = (at..at + count).all(|at| !is_name(at));
            is_plain
                .then(|| figures::measure_of(&phrase.join(" ").to_lowercase()))
                .flatten()
                .map(|measure| (count, measure))
        });
        let lower = words[at].to_lowercase();
        if let Some((count, measure)) = longest.filter(|_| !is_of) {
            measures.push(measure);
            at += count;
            is_of = words.get(at).is_some_and(|next| OF.contains(next));
            continue;
        }
        if is_name(at) {
            out.words.push(words[at].to_owned());
        } else if !IDLE.contains(&lower.as_str()) {
            let is_counted = figures::is_people(&lower);
            if is_counted { out.who.push(lower) } else { out.words.push(words[at].to_owned()) }
        }
        at += 1;
    }
    out.measure = measures.first().copied().filter(|first| measures.iter().all(|measure| measure == first));
    out
}
