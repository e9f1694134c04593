use proptest::prelude::*;

use super::*;

/// One paragraph a line.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        out.push(Span::new(start, start + line.len()).trim(text));
        start += line.len();
    }
    out
}

const OPEN: char = '⟦';
const CLOSED: char = '⟧';
const LEFT_OPEN: char = '⌟';
const GOES_ON: char = '⇒';
const NOTE: char = '✗';

/// The text with its quotations in brackets: `⟦…⟧` closed, `⟦…⌟` left open, `⟦…⇒` going on in the next paragraph; behind
/// it one `✗` for each note.
fn shown(text: &str, quotes: &Quotes) -> String {
    let mut inserts = Vec::new();
    for (i, q) in quotes.quotations.iter().enumerate() {
        let end = match q.close {
            Some(_) => CLOSED,
            None if q.continues => GOES_ON,
            None => LEFT_OPEN,
        };
        inserts.push((q.span.start, i as isize + 1, OPEN));
        inserts.push((q.span.end, -(i as isize) - 1, end));
    }
    inserts.sort_unstable();
    let mut out = String::new();
    let mut from = 0;
    for (at, _, bracket) in inserts {
        out.push_str(&text[from..at]);
        out.push(bracket);
        from = at;
    }
    out + &text[from..] + &NOTE.to_string().repeat(quotes.notes.len())
}

/// `expect` is the text as [`shown`] shows it.
fn check(expect: &str) {
    let text = expect.replace([OPEN, CLOSED, LEFT_OPEN, GOES_ON, NOTE], "");
    assert_eq!(shown(&text, &read(&text, &paragraphs(&text))), expect);
}

#[test]
fn double_marks_straight_and_curly() {
    check("No marks here.");
    check("⟦“The ferry is late,”⟧ she said. ⟦“It often is.”⟧");
    check(r#"⟦"The ferry is late,"⟧ she said. ⟦"It often is."⟧"#);
    check(r#"⟦“The ferry is late,"⟧ she said. ⟦"It often is.”⟧"#);
    check("⟦''The ferry is late,''⟧ she said. ⟦``It often is.''⟧");
    check("⟦‘‘The ferry is late,’’⟧ she said.");
    check("He called it ⟦“a mess”⟧ (and ⟦“worse”⟧).");
    check(r#"The sign—⟦"No landing"⟧—was gone."#);
    check(r#"⟦"$5 is enough,"⟧ he said."#);
    check(r#"⟦"…and then it sank,"⟧ she said."#);
    check(r#"⟦" Spaced out , "⟧ he said."#);
    check(r#"He said:⟦"No way."⟧"#);
    check("⟦“So,“⟧ he said, ⟦“we left.”⟧");
    check("He wrote ⟦”we left”⟧ in the log.");
    check("*⟦“The ferry is late”⟧* was the headline.");
    check("\u{202B}⟦“\u{202B}The ferry is late,”⟧\u{202C} she said.");
}

#[test]
fn low_high_marks_and_guillemets() {
    check("⟦„Die Fähre kommt spät“⟧, sagte sie. ⟦„Wie immer.“⟧");
    check("⟦„Prom jest spóźniony”⟧ – powiedziała.");
    check("⟦«Le ferry est en retard»⟧, dit-elle.");
    check("⟦«\u{A0}Le ferry est en retard\u{A0}»⟧, dit-elle. ⟦« Encore »⟧.");
    check("⟦»Die Fähre kommt spät«⟧, sagte sie.");
    check("⟦»Färjan är sen»⟧, sade hon.");
    check("⟦«Le ⟦‹ferry›⟧ est ⟦“en retard”⟧»⟧, dit-elle.");
    check("» Read more: harbour news");
    check("Home » News » Harbour");
}

#[test]
fn apostrophes_are_no_marks() {
    check("Don't say it’s the officials' report, O'Brien said of the ’90s and the '80s.");
    check("They played rock 'n' roll and rock ’n’ roll, rock ‘n’ roll 'til dawn; 'twas the class of '08.");
    check("The boys' coats and the girls’ coats were workin' coats, ol' chap.");
    check("⟦“Don't tell 'em it’s the Joneses' boat,”⟧ he said. ⟦“It isn’t.”⟧");
    check("She shouldn‘t go to Hawai‘i.");
    check("⟦“The players’ union won’t sign,”⟧ the clubs’ lawyer said. ⟦“It’s the owners’ turn.”⟧");
}

#[test]
fn single_marks_inside_double_ones() {
    check("⟦“He told me ⟦‘go home’⟧ twice,”⟧ she said.");
    check(r#"⟦"He told me ⟦'go home'⟧ twice,"⟧ she said."#);
    check("⟦“They shouted, ⟦‘Go home!’⟧”⟧");
    check("⟦“⟦‘Go home,’⟧ they shouted,”⟧ she said.");
    check(r#"⟦"⟦'Go home,'⟧ they shouted,"⟧ she said."#);
    check("⟦''He told us ⟦'no way'⟧''⟧, she said.");
    check("⟦''⟦'No way,'⟧ he told us,''⟧ she said.");
    check("⟦“The ⟦‘others’⟧ and the neighbours’ dogs’ barking,”⟧ she said.");
    check("⟦“It is ⟦‘the neighbours’ dog’⟧ again,”⟧ she said.");
    check("The ⟦“so-called ⟦‘reform’⟧ package”⟧ failed.");
}

#[test]
fn single_marks_outermost() {
    // As in British papers.
    check("⟦‘The ferry is late,’⟧ she said. ⟦‘It’s often late.’⟧");
    check("⟦'The ferry is late,'⟧ she said. ⟦'It's often late.'⟧");
    check("⟦‘He told me ⟦“go home”⟧ twice,’⟧ she said.");
    check(r#"⟦'He told me ⟦"go home"⟧ twice,'⟧ she said."#);
    check("⟦‘It is the officials’ report,’⟧ she said, the officials’ lawyer beside her.");
    check("⟦‘The ferries are late,⇒\n⟦‘and they are old,’⟧ she said.");
    check("⟦‘Stop,’⟧ he said. ⟦‘We won’t go on like this. The ferries are late.⌟\nThe mayor left.✗");
    check("⟦‘Look,’⟧ he said. ⟦‘The “ferries are late,’⟧ he added.✗");
    // In a headline, and as words held at arm's length, beside double marks.
    check("Mayor calls ferry ⟦'a disgrace'⟧\n⟦\"It is,\"⟧ she said. ⟦\"It really is.\"⟧");
    check("The ⟦‘old’⟧ ferry sank. ⟦“It was time,”⟧ she said, ⟦“to let go.”⟧");
    // A word that lost its first letters swallows nothing.
    check(r#"The 'zactly sort. ⟦"It was the officials' turn,"⟧ she said. ⟦"Yes."⟧"#);
}

#[test]
fn feet_and_inches() {
    check(r#"He stood 6'2" tall in a 12" pipe."#);
    check(r#"⟦"The 12" pipe burst,"⟧ he said."#);
    check(r#"⟦"He is 6'2", no more,"⟧ she said."#);
    check(r#"⟦"We have known since 1999"⟧ and ⟦"not before"⟧, she said."#);
    check("⟦“We lost 12”⟧ was all he said.");
    check("The board, 6′ 2″ long, broke.");
    check(r#"⟦"99.9"⟧ percent of it."#);
}

#[test]
fn a_quotation_over_several_paragraphs() {
    check("⟦“The ferry is late.⇒\n⟦“It often is.⇒\n⟦“It is old,”⟧ she said. ⟦“Ask them.”⟧");
    check("⟦\"The ferry is late.⇒\n⟦“It often is,”⟧ she said.");
    check("⟦“The ferry is late.⇒\n\n- ⟦“It often is,”⟧ she said.");
    check("She said: ⟦“The ferry is late.⇒\n⟦“It often is.⌟✗");
    check("⟦“The ferry ⟦‘Anna’⟧ is late.⇒\n⟦“‘It often is,”⟧ she said.");
}

#[test]
fn a_mark_without_partner_costs_no_more_than_its_paragraph() {
    check("⟦“The ferry is late, she said.⌟\nThe mayor called it ⟦“a mess.”⟧✗");
    check("The ferry is late,” she said.\nThe mayor called it ⟦“a mess.”⟧✗");
    check("⟦“The ferry is late, she said.⌟ ⟦“It often is.”⟧✗");
    check("⟦“The paper called it ⟦“a farce”⟧ last week,”⟧ he said.");
    check(r#"⟦"The paper called it ⟦"a farce"⟧ last week,"⟧ he said."#);
    check("⟦“I saw «it,”⟧ he said.✗");
    check("” ⟦“⌟✗✗");
}

#[test]
fn paragraphs_of_one_quotation_share_a_speech() {
    let text = "“One ‘two’ three.\n“Four,” she said. “Five.”\nSix.\n“Seven.”";
    let quotes = read(text, &paragraphs(text));
    let speeches: Vec<_> = quotes.quotations.iter().map(|q| (q.speech, q.depth, q.inner().of(text))).collect();
    let expect = [(0, 1, "One ‘two’ three."), (0, 2, "two"), (0, 1, "Four,"), (1, 1, "Five."), (2, 1, "Seven.")];
    assert_eq!(speeches, expect);
    assert_eq!(quotes.speech(0).map(|q| q.inner().of(text)).collect::<Vec<_>>(), ["One ‘two’ three.", "Four,"]);
    assert_eq!(quotes.speech(3).count(), 0);
}

#[test]
fn bytes_and_spans_find_their_outermost_quotation() {
    let text = "a “b ‘c’ d” e “f”";
    let quotes = read(text, &paragraphs(text));
    for (byte, c) in text.char_indices() {
        let expect = match c {
            _ if (2..text.find(" e ").unwrap()).contains(&byte) => Some(2),
            '“' | 'f' | '”' => text.rfind('“'),
            _ => None,
        };
        assert_eq!(quotes.at(byte).map(|q| q.span.start), expect, "{c} at {byte}");
        assert_eq!(quotes.inside(byte), expect.is_some());
    }
    assert!(!quotes.inside(text.len() + 5));
    assert_eq!(quotes.overlapping(Span::new(0, text.len())).count(), 2);
    assert_eq!(quotes.overlapping(Span::new(0, 2)).count(), 0);
    assert_eq!(quotes.outermost().count(), 2);
}

#[test]
fn notes_name_the_mark_and_are_bounded() {
    let quotes = read("a” b", &[Span::new(0, 6)]);
    assert_eq!(quotes.notes[0].span, Some(Span::new(1, 4)));
    assert_eq!(quotes.notes[0].code, "unbalanced-quote");
    assert!(!quotes.notes[0].lost);
    let text = "a” b\n".repeat(33);
    let quotes = read(&text, &paragraphs(&text));
    assert_eq!(quotes.notes.len(), 21);
    assert!(quotes.notes[20].message.starts_with("13 more"), "{}", quotes.notes[20].message);
}

#[test]
fn a_hundred_thousand_marks_are_read() {
    for unit in ["\"", "'", "“", "”", "“‘", "s' ", "\"a ", "‘a", "''", "«", "\"\u{301}", "'a \"b ", "“‘“‘a ”’"]
    {
        let text = unit.repeat(100_000 / unit.chars().count());
        let quotes = read(&text, &[Span::new(0, text.len())]);
        assert!(quotes.quotations.iter().all(|q| q.depth <= 8), "{unit}");
        assert!(quotes.notes.len() <= 21, "{unit}");
    }
}

proptest! {
    #[test]
    fn quotations_nest_or_share_nothing(text in "[\"'“”‘’„«»‹› a-cns0-9.,\\-\n\u{301}`]{0,80}") {
        let parts = paragraphs(&text);
        let quotes = read(&text, &parts);
        let mut open: Vec<&Quotation> = Vec::new();
        let mut last = 0;
        for q in &quotes.quotations {
            prop_assert!(text.is_char_boundary(q.span.start) && text.is_char_boundary(q.span.end));
            prop_assert!(q.span.start >= last);
            last = q.span.start;
            open.retain(|outer| outer.span.end > q.span.start);
            prop_assert!(open.iter().all(|outer| outer.span.contains(q.span) && outer.speech == q.speech));
            prop_assert_eq!(usize::from(q.depth), open.len() + 1);
            open.push(q);
            prop_assert_eq!(q.open.start, q.span.start);
            prop_assert!(q.close.is_none_or(|close| close.end == q.span.end && q.open.end <= close.start));
            prop_assert!(!q.inner().of(&text).contains('\n'));
            prop_assert!(parts.iter().any(|part| part.contains(q.span)));
            prop_assert!(!q.continues || q.close.is_none());
        }
        for (byte, _) in text.char_indices() {
            let around = quotes.quotations.iter().find(|q| q.span.contains(Span::new(byte, byte + 1)));
            prop_assert_eq!(quotes.at(byte), around);
        }
        prop_assert!(quotes.notes.iter().all(|note| note.span.is_some() || quotes.notes.len() == 21));
    }

    #[test]
    fn any_text_is_read(text in "\\PC*", cut in 0usize..40) {
        let cut = text.floor_char_boundary(cut.min(text.len()));
        read(&text, &[Span::new(0, cut), Span::new(cut, text.len())]);
    }

    #[test]
    fn a_paragraph_is_read_alone_where_all_are_in_double_marks(
        before in "[a-c,. “”\"]{0,20}", text in "[a-c,. “”\"]{0,40}",
    ) {
        // Nothing that one paragraph holds moves a mark of another.
        let both = format!("{before}\n{text}");
        let shift = before.len() + 1;
        let together = read(&both, &paragraphs(&both));
        let alone = read(&text, &paragraphs(&text));
        let moved: Vec<Span> = together.quotations.iter().map(|q| q.span).filter(|s| s.start >= shift).collect();
        let expect: Vec<Span> =
            alone.quotations.iter().map(|q| Span::new(q.span.start + shift, q.span.end + shift)).collect();
        prop_assert_eq!(moved, expect);
    }
}
