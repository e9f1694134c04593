//! The Rust tagger against the reference: word pieces of the `tokenizers` library, and tags and pointers of PyTorch with
//! the same weights in floats. `training/golden.py` writes the vectors.
//!
//! Pieces must be equal. Scores differ by the quantised activations, so probabilities may differ a little, and labels may
//! differ only where the reference itself was torn.

use sayso_model::wordpiece::WordPiece;
use sayso_model::{Reads, TAGS, Tagger};
use sayso_text::words;
use serde_json::Value;

static VOCABULARY: &str = include_str!("../data/vocabulary.txt");

fn golden(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn numbers(v: &Value) -> Vec<usize> {
    v.as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect()
}

#[test]
fn words_have_the_pieces_of_the_reference_tokenizer() {
    let pieces = WordPiece::new(VOCABULARY);
    let rows = golden("wordpiece.json");
    assert!(rows.len() > 500);
    for row in &rows {
        let word = row[0].as_str().unwrap();
        // No pieces at all become one unknown piece, as in `training/data.py`.
        let expect = match numbers(&row[1]) {
            none if none.is_empty() => vec![100],
            some => some,
        };
        let mut found = Vec::new();
        pieces.word(word, &mut found);
        assert_eq!(found.iter().map(|id| *id as usize).collect::<Vec<_>>(), expect, "{word:?}");
    }
}

#[test]
fn tags_and_pointers_are_those_of_the_reference() {
    let text = include_str!("../../../examples/reservoir.txt");
    let words = words(text);
    let paragraph: Vec<bool> =
        (0..words.len()).map(|i| i == 0 || text[words[i - 1].end..words[i].start].contains('\n')).collect();
    let tagger = Tagger::new();
    let expect = golden("tags.json");
    let windows: Vec<_> = tagger.tag(text, &words, &paragraph, Reads::Article).collect();
    assert_eq!(windows.len(), expect.len());
    let (mut labels, mut same, mut pointers, mut same_pointers) = (0, 0, 0, 0);
    let mut apart = 0.0;
    for (window, expect) in windows.iter().zip(&expect) {
        assert_eq!(vec![window.words.start, window.words.end], numbers(&expect["words"]));
        for (found, expect) in window.tags.iter().zip(expect["tags"].as_array().unwrap()) {
            let expect: Vec<f32> = expect.as_array().unwrap().iter().map(|v| v.as_f64().unwrap() as f32).collect();
            let best = |scores: &[f32]| (0..TAGS).max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap();
            let (a, b) = (best(found), best(&expect));
            let torn = expect[b].exp() < 0.65;
            labels += usize::from(!torn);
            same += usize::from(!torn && a == b);
            apart += (0..TAGS).map(|i| (found[i].exp() - expect[i].exp()).abs()).sum::<f32>() / 2.0;
        }
        for pair in expect["cue_of"].as_array().unwrap() {
            let pair = numbers(pair);
            let cues: Vec<usize> = expect["source_of"].as_array().unwrap().iter().map(|p| numbers(p)[0]).collect();
            let score = |cue: &usize| window.cue_score(pair[0], *cue);
            let best = cues.iter().copied().max_by(|a, b| score(a).total_cmp(&score(b))).unwrap();
            pointers += 1;
            same_pointers += usize::from(best == pair[1]);
        }
        for pair in expect["source_of"].as_array().unwrap() {
            let pair = numbers(pair);
            let source = window.source_of(pair[0]);
            let best = (0..source.len()).max_by(|a, b| source[*a].total_cmp(&source[*b])).unwrap();
            pointers += 1;
            same_pointers += usize::from(best == pair[1]);
        }
    }
    let share = |a: usize, b: usize| a as f32 / b as f32;
    assert!(labels > 500 && share(same, labels) > 0.985, "labels {same} of {labels}");
    assert!(pointers > 200 && share(same_pointers, pointers) > 0.95, "pointers {same_pointers} of {pointers}");
    assert!(apart / (labels as f32) < 0.03, "probabilities {} apart", apart / labels as f32);
}

fn is_shared<T: Send + Sync>(_: &T) {}

#[test]
fn the_same_words_give_the_same_bits_again() {
    let text = "The board had been told, two officials said on Tuesday. “Nobody sat on anything,” Anselm Krail said.";
    let words = words(text);
    let paragraph: Vec<bool> = (0..words.len()).map(|i| i == 0).collect();
    let tagger = Tagger::new();
    is_shared(&tagger);
    let bits = || -> Vec<u32> {
        tagger
            .tag(text, &words, &paragraph, Reads::Article)
            .flat_map(|t| t.tags.iter().flatten().map(|p| p.to_bits()).collect::<Vec<_>>())
            .collect()
    };
    let once = bits();
    assert_eq!(once.len(), words.len() * TAGS);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(bits)).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), once);
        }
    });
}
