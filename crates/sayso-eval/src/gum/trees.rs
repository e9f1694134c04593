//! CoNLL-U → the text, and for each word its place and the word that governs it.

use sayso_text::Span;

/// A text and its words.
pub(super) struct Tree {
    pub(super) text: String,
    pub(super) words: Vec<Word>,
}

/// One word.
pub(super) struct Word {
    pub(super) span: Span,
    /// The word that governs it; none for a sentence's root.
    pub(super) head: Option<usize>,
}

/// Reads the lines: `# newpar` begins a paragraph, `4-5 it’s` names two words that are written as one, `8.1` a word that
/// is not written at all.
pub(super) fn tree(conllu: &str) -> Result<Tree, String> {
    let mut out = Tree { text: String::new(), words: Vec::new() };
    let mut space = "";
    let mut first_of_sentence = 0;
    // The last word of those that are written as one, and what stands after them.
    let mut joined: Option<(usize, &str)> = None;
    for (number, line) in conllu.lines().enumerate() {
        if line.trim().is_empty() {
            first_of_sentence = out.words.len();
            continue;
        }
        if line.starts_with('#') {
            if line.trim_end() == "# newpar" && !out.words.is_empty() {
                space = "\n\n";
            }
            continue;
        }
        let no_word = || format!("line {}: no word: give a file in the CoNLL-U format", number + 1);
        let fields: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, _, _, _, head, _, _, misc] = &fields[..] else { return Err(no_word()) };
        let after = if misc.split('|').any(|word| word == "SpaceAfter=No") { "" } else { " " };
        if let Some((_, last)) = id.split_once('-') {
            let last: usize = last.parse().map_err(|_| no_word())?;
            joined = Some((first_of_sentence + last, after));
            continue;
        }
        if id.contains('.') {
            continue;
        }
        out.text.push_str(space);
        let start = out.text.len();
        out.text.push_str(form);
        let head: usize = head.parse().map_err(|_| no_word())?;
        let head = head.checked_sub(1).map(|head| first_of_sentence + head);
        out.words.push(Word { span: Span::new(start, out.text.len()), head });
        space = match joined {
            Some((last, _)) if out.words.len() < last => "",
            Some((last, after)) if out.words.len() == last => after,
            _ => after,
        };
    }
    Ok(out)
}
