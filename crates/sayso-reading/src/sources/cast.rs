//! Everybody that an article speaks of and who may be a source: found by name first, then met again in the source slots.

use std::collections::HashMap;
use std::ops::Range;

use sayso_text::Span;

use super::describe::{Description, Pronoun, Refers, describe, organization_noun, person_at};
use super::names::{
    self, Bearer, bare, bearer, belongs, gender, has_keyword, is_acronym, is_address, is_organization_noun,
    is_possessive, is_title, runs, singular, without_titles,
};
use super::prose::{Line, Prose};
use super::{Gender, Relay, Source, SourceId, SourceType, tables};
use crate::Attribution;

/// Sentences that a pronoun or "the official" looks back over.
const BACK: usize = 8;
/// Of those who bear one word, so many are looked at, the latest first.
const LOOK: usize = 40;
/// Different titles of one source that are kept, as many affiliations, and as many aliases.
const KEPT: usize = 40;
/// Words of a name that are compared.
const NAME: usize = 24;

/// One of them.
struct Figurant {
    kind: SourceType,
    /// The words of the name in lower case, without forms of address.
    tokens: Vec<String>,
    name: Option<Span>,
    titles: Vec<Span>,
    affiliations: Vec<Span>,
    aliases: Vec<Span>,
    justification: Option<Span>,
    gender: Option<Gender>,
    many: bool,
    /// Whether it is plainly a person, not only two words with capitals.
    evident: bool,
    /// The short form that the article gives in brackets.
    short: Option<String>,
    /// Words in lower case before its noun: "fire" of "the fire service".
    modifiers: Vec<String>,
    /// Those whom it is one of: "one of them", "another official". What keeps them back keeps it back.
    one_of: Option<usize>,
}

impl Figurant {
    fn of(kind: SourceType) -> Self {
        Self {
            kind,
            tokens: Vec::new(),
            name: None,
            titles: Vec::new(),
            affiliations: Vec::new(),
            aliases: Vec::new(),
            justification: None,
            gender: None,
            many: false,
            evident: false,
            short: None,
            modifiers: Vec::new(),
            one_of: None,
        }
    }
}

/// A place where one of them is spoken of.
#[derive(Clone, Copy)]
struct Seen {
    at: usize,
    sentence: usize,
    who: usize,
}

/// The places before a byte, the latest first.
fn before(list: &[Seen], at: usize) -> impl Iterator<Item = Seen> {
    let end = list.partition_point(|seen| seen.at < at);
    list[..end].iter().rev().copied()
}

#[derive(Default)]
pub(super) struct Cast {
    all: Vec<Figurant>,
    /// Those that a word names: a surname, a given name, a word of an organization's name, a role.
    by_word: HashMap<String, Vec<usize>>,
    /// Persons by name in text order, then those who spoke as they are found; each list rises.
    named: Vec<Seen>,
    spoke: Vec<Seen>,
    /// Those who spoke inside another's words.
    inner: Vec<Seen>,
    /// Who stands at a span that is already known.
    at: HashMap<Span, usize>,
    /// Who wrote the article: "I".
    author: Option<usize>,
    /// Whether what is looked at stands in a headline or deck.
    in_head: bool,
}

impl Cast {
    /// The persons whom the article names in full, with all that it says of them anywhere.
    pub(super) fn of(prose: &Prose<'_>) -> Self {
        let mut cast = Cast::default();
        let mut names: Vec<(usize, Range<usize>)> = Vec::new();
        for (number, sentence) in prose.sentences.iter().enumerate().filter(|(n, _)| !prose.is_head_sentence(*n)) {
            let runs = runs(sentence, 0..sentence.words.len()).into_iter();
            let somebody = runs.filter(|run| !prose.is_dated(sentence.words[run.start]));
            names.extend(somebody.map(|run| (number, run)));
        }
        for (number, run) in &names {
            cast.meet_full_name(prose, *number, run);
        }
        cast.author = prose.author.map(|name| {
            let tokens: Vec<String> = name.of(prose.text).split_whitespace().map(str::to_lowercase).collect();
            cast.add(Figurant { name: Some(name), tokens, ..Figurant::of(SourceType::NamedPerson) })
        });
        for (number, run) in &names {
            cast.meet_organization(prose, *number, run);
        }
        for (number, run) in &names {
            cast.see_name(prose, *number, run);
        }
        cast
    }

    /// An organization that the article names anywhere, and the short form in brackets after it.
    fn meet_organization(&mut self, prose: &Prose<'_>, number: usize, run: &Range<usize>) {
        let sentence = &prose.sentences[number];
        let tokens = tokens(prose, number, run);
        let titled = without_titles(sentence, run).start > run.start;
        let is_organization = !titled && bearer(sentence, run) == Bearer::Organization;
        if tokens.is_empty() || !is_organization || self.person(&tokens, None).is_some() {
            return;
        }
        let acronym = tokens.len() == 1 && is_acronym(bare(sentence.word(run.start)));
        let the = run.start > 0 && sentence.lower(run.start - 1) == "the";
        if !((has_keyword(sentence, run) || the) && tokens.len() > 1 || acronym && tokens[0].len() > 2) {
            return;
        }
        let who = self.organization(&tokens, false).unwrap_or_else(|| self.introduce_organization(prose, number, run));
        // "Interior Ministry (MoI)"
        if sentence.lower(run.end) == "(" && sentence.lower(run.end + 2) == ")" && sentence.is_capital(run.end + 1) {
            let short = bare(sentence.lower(run.end + 1)).to_owned();
            self.all[who].short = Some(short.clone());
            self.index(short, who);
        }
    }

    fn introduce_organization(&mut self, prose: &Prose<'_>, number: usize, name: &Range<usize>) -> usize {
        let sentence = &prose.sentences[number];
        // "The fire service" is found again by its noun alone.
        let described = !sentence.is_capital(name.end - 1);
        let tokens = if described { Vec::new() } else { tokens(prose, number, name) };
        let who = self.add(Figurant {
            name: Some(without_possessive(prose.text, sentence.span(name))),
            tokens: tokens.clone(),
            ..Figurant::of(SourceType::NamedOrganization)
        });
        if tokens.len() > 1 {
            self.index(format!("={}", initials(&tokens)), who);
        }
        self.index(organization_noun(sentence, name), who);
        who
    }

    fn meet_full_name(&mut self, prose: &Prose<'_>, number: usize, run: &Range<usize>) {
        let sentence = &prose.sentences[number];
        let name = without_titles(sentence, run);
        let titled = name.start > run.start || (run.start > 0 && is_title_or_role(sentence.lower(run.start - 1)));
        let tokens = tokens(prose, number, &name);
        let initials = tokens.iter().all(|t| t.len() == 1);
        if tokens.len() < 2 || initials || tokens.len() > 5 || !(titled || bearer(sentence, &name) == Bearer::Person) {
            return;
        }
        if titled && bearer(sentence, &name) == Bearer::Organization && tokens.len() > 2 {
            return;
        }
        let of = name
            .clone()
            .find(|at| sentence.lower(*at) == "of")
            .filter(|_| titled || gender(sentence, &name).is_some() || belongs(sentence, &name).is_some());
        let name = name.start..of.unwrap_or(name.end);
        let tokens = if of.is_some() { self::tokens(prose, number, &name) } else { tokens };
        // "Minister of the Interior" is nobody's name.
        if tokens.is_empty() || (tokens.len() < 2 && !titled) {
            return;
        }
        let person = person_at(sentence, &name, &(0..sentence.words.len()));
        let span = |range: &Range<usize>| without_possessive(prose.text, sentence.span(range));
        let who = self.person(&tokens, None).unwrap_or_else(|| {
            let name = Some(span(&person.name));
            self.add(Figurant { tokens: tokens.clone(), name, ..Figurant::of(SourceType::NamedPerson) })
        });
        let titles: Vec<Span> = person.titles.iter().map(span).collect();
        let affiliations: Vec<Span> = person.affiliations.iter().map(span).collect();
        let figurant = &mut self.all[who];
        figurant.evident |= person.evident;
        figurant.gender = figurant.gender.or(person.gender);
        figurant.justification = figurant.justification.or(person.justification.as_ref().map(span));
        self.learn(prose, who, &titles, &affiliations);
    }

    /// Adds what is said of somebody, once each.
    fn learn(&mut self, prose: &Prose<'_>, who: usize, titles: &[Span], affiliations: &[Span]) {
        let text = prose.text;
        for title in titles {
            if self.all[who].titles.len() < KEPT
                && !self.all[who].titles.iter().any(|known| known.of(text).eq_ignore_ascii_case(title.of(text)))
            {
                self.all[who].titles.push(*title);
                for word in title.of(text).split(|c: char| !c.is_alphanumeric() && c != '-') {
                    let word = singular(&word.to_lowercase());
                    if is_title_or_role(&word) {
                        self.index(word, who);
                    }
                }
            }
        }
        for affiliation in affiliations {
            let known = &self.all[who].affiliations;
            if known.len() < KEPT
                && !known.iter().any(|known| known.of(text).eq_ignore_ascii_case(affiliation.of(text)))
            {
                self.all[who].affiliations.push(*affiliation);
            }
        }
    }

    fn add(&mut self, figurant: Figurant) -> usize {
        let who = self.all.len();
        let words: Vec<String> = figurant.tokens.clone();
        self.all.push(figurant);
        for word in words {
            self.index(word, who);
        }
        who
    }

    fn index(&mut self, word: String, who: usize) {
        let word = in_full(word);
        let list = self.by_word.entry(word).or_default();
        if list.last() != Some(&who) {
            list.push(who);
        }
    }

    /// Those whom a word names, the latest first.
    fn with(&self, word: &str) -> impl Iterator<Item = usize> {
        self.by_word.get(word).into_iter().flat_map(|list| list.iter().rev().take(LOOK).copied())
    }

    /// A person whose name these words are, or whose surname or given name.
    fn person(&self, tokens: &[String], gender: Option<Gender>) -> Option<usize> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let is =
            |who: &usize| self.all[*who].kind == SourceType::NamedPerson && compatible(self.all[*who].gender, gender);
        if tokens.len() > 1 {
            return self.with(last).filter(is).find(|who| {
                let known = &self.all[*who].tokens;
                known.last() == Some(last) && (known.first() == Some(first) || known.len() == 1)
            });
        }
        // A surname alone is that of whom the article brought in first: relatives are given in full.
        let list = self.by_word.get(last).map_or(&[][..], Vec::as_slice);
        let first_in = || list.iter().take(LOOK).copied().filter(is);
        first_in()
            .find(|who| self.all[*who].tokens.last() == Some(last))
            .or_else(|| first_in().find(|who| self.all[*who].tokens.first() == Some(last)))
    }

    fn see_name(&mut self, prose: &Prose<'_>, number: usize, run: &Range<usize>) {
        let sentence = &prose.sentences[number];
        let name = without_titles(sentence, run);
        let tokens = tokens(prose, number, &name);
        if tokens.is_empty() {
            return;
        }
        let organization = || self.organization(&tokens, false);
        let gender = gender(sentence, &name);
        if let Some(who) = self.person(&tokens, gender).or_else(organization) {
            let at = sentence.words[run.start].start;
            let figurant = &mut self.all[who];
            // A person is met again by the surname; "Larch Nine", a place, is not.
            figurant.evident |= tokens.len() == 1;
            figurant.gender = figurant.gender.or(gender);
            self.named.push(Seen { at, sentence: number, who });
        }
    }

    /// Who the source of an attribution is; `outer` is the one in whose content it lies.
    pub(super) fn find(&mut self, prose: &Prose<'_>, attribution: &Attribution, outer: Option<usize>) -> Option<usize> {
        let first = *attribution.source.first()?;
        let nested = attribution.within.is_some();
        let (number, words) = prose.words(first)?;
        let sentence = &prose.sentences[number];
        if let Some(who) = self.at.get(&first) {
            return Some(*who);
        }
        let mut described = describe(sentence, words.clone())?;
        let head = prose.is_head_sentence(number);
        self.in_head = head;
        if head && described.refers == Refers::No && !has_capital(sentence, &described) {
            described.refers = Refers::Definite;
        }
        if attribution.terms.is_some() && !described.kind.is_named() && described.name.is_none() {
            described.kind = SourceType::AnonymousSource;
        }
        let mut one_of = None;
        if ONE_OF_THEM.contains(&described.head.as_str()) {
            // "One", "another": of those last spoken of.
            let unnamed = |seen: &&Seen| !self.all[seen.who].kind.is_named();
            one_of = self.spoke.iter().rev().take(LOOK).find(unnamed).map(|seen| seen.who);
            described.refers = Refers::No;
        } else if !described.kind.is_named() && tells_apart(sentence, &words) {
            // "Another official", "one of the officials": of those spoken of by that noun.
            let unnamed = |who: &usize| !self.all[*who].kind.is_named() && self.all[*who].kind != SourceType::Document;
            one_of = self.with(&described.head).find(unnamed);
        }
        if one_of.is_some_and(|who| self.all[who].kind == SourceType::AnonymousSource) {
            described.kind = SourceType::AnonymousSource;
        }
        if described.kind != SourceType::AnonymousSource
            && !described.kind.is_named()
            && described.name.is_none()
            && speaks_for(&described.head)
            && let Some(who) = self.employer(prose, number, &words, first.start)
        {
            self.join(prose, number, who, &Description { titles: Vec::new(), ..described });
            self.speak(first, number, who, nested);
            return Some(who);
        }
        // "The paper" that found something is a study.
        if described.head == "paper" && described.kind == SourceType::NamedOrganization {
            let study = |seen: &&Seen| self.all[seen.who].kind == SourceType::Document;
            if let Some(seen) = self.spoke.iter().rev().take(3).find(study).copied() {
                self.speak(first, number, seen.who, nested);
                return Some(seen.who);
            }
        }
        // "Krail’s spokesman" speaks for a person: he is nobody by that name.
        if described.speaks
            && let Some(name) = described.name.clone()
            && self.person(&tokens(prose, number, &name), None).is_some()
        {
            described.kind = SourceType::UnnamedPerson;
            described.name = None;
            described.affiliations.push(name);
        }
        let known = match described.refers {
            Refers::Pronoun(Pronoun::Speaker) if outer.is_none() => self.author,
            Refers::Pronoun(pronoun) => self.antecedent(prose, pronoun, &described, first.start, outer),
            Refers::Definite if described.name.is_none() || described.kind == SourceType::Document => {
                self.spoken_of(prose.text, &described, first.start, head)
            }
            // "The dockers’ union" is the one that has a name.
            Refers::Definite
                if described.kind == SourceType::NamedOrganization && !has_capital(sentence, &described) =>
            {
                self.by_name(prose, number, &described)
                    .or_else(|| self.spoken_of(prose.text, &described, first.start, true))
            }
            _ => self.by_name(prose, number, &described),
        };
        let who = known.unwrap_or_else(|| self.introduce(prose, number, &described));
        self.all[who].one_of = self.all[who].one_of.or(one_of.filter(|other| *other != who));
        self.join(prose, number, who, &described);
        self.speak(first, number, who, nested);
        Some(who)
    }

    fn speak(&mut self, at: Span, sentence: usize, who: usize, nested: bool) {
        self.at.insert(at, who);
        if !self.in_head {
            let list = if nested { &mut self.inner } else { &mut self.spoke };
            // Nearly always the last: only those around another's words come early.
            let place = list.partition_point(|seen| seen.at <= at.start);
            list.insert(place, Seen { at: at.start, sentence, who });
        }
    }

    /// The organization that "a spokeswoman", "a company official" or "the ministry’s spokesman" speaks for.
    fn employer(&self, prose: &Prose<'_>, number: usize, words: &Range<usize>, at: usize) -> Option<usize> {
        let sentence = &prose.sentences[number];
        let spokesperson = words.clone().any(|at| sentence.lower(at).starts_with("spokes"));
        let numbered = sentence.lower(words.start).parse::<f64>().is_ok()
            || matches!(sentence.lower(words.start), "two" | "three" | "four" | "some" | "several");
        let speaks =
            spokesperson || (!numbered && words.len() < 4 && words.clone().any(|at| sentence.lower(at) == "officials"));
        let noun = words.clone().map(|at| bare(sentence.lower(at))).find(|word| speaks && is_organization_noun(word));
        let owned = words
            .clone()
            .any(|at| names::is_possessive(sentence.word(at)) || matches!(sentence.lower(at), "his" | "her"));
        match noun {
            Some(noun) => {
                let description = Description { head: singular(noun), ..Description::organization() };
                self.spoken_of(prose.text, &description, at, false)
            }
            None if spokesperson && !owned && words.len() < 4 => self.latest_organization(at),
            None => None,
        }
    }

    /// The name of the organization that a title leans on: "the agency’s regional manager", "board member", "its president".
    fn owner(&self, prose: &Prose<'_>, number: usize, title: &Range<usize>) -> Option<Span> {
        let sentence = &prose.sentences[number];
        let at = sentence.words[title.start].start;
        let before = title.start.checked_sub(1).map_or("", |before| sentence.lower(before));
        let own = matches!(before, "its" | "their");
        let noun = title
            .clone()
            .map(|at| sentence.lower(at))
            .find(|w| is_organization_noun(bare(w)) && !is_capital_at(sentence, title, w));
        let who = match noun {
            Some(noun) => {
                let noun = singular(bare(noun));
                self.spoken_of(prose.text, &Description { head: noun, ..Description::organization() }, at, false)
            }
            None if own => {
                let it = Description::organization();
                self.antecedent(prose, Pronoun::It, &it, at, None)
            }
            None => None,
        };
        who.filter(|who| self.all[*who].kind == SourceType::NamedOrganization).and_then(|who| self.all[who].name)
    }

    fn latest_organization(&self, at: usize) -> Option<usize> {
        let latest = |list: &[Seen]| {
            before(list, at).take(LOOK).find(|seen| self.all[seen.who].kind == SourceType::NamedOrganization)
        };
        let found = [latest(&self.named), latest(&self.spoke)].into_iter().flatten().max_by_key(|seen| seen.at);
        found.map(|seen| seen.who)
    }

    fn by_name(&self, prose: &Prose<'_>, number: usize, described: &Description) -> Option<usize> {
        let name = described.name.as_ref()?;
        let tokens = tokens(prose, number, name);
        let last = tokens.last()?;
        match described.kind {
            SourceType::NamedPerson => self.person(&tokens, described.gender),
            // One word that no known organization bears may be a surname.
            SourceType::NamedOrganization if tokens.len() == 1 => {
                let surname = self.person(&tokens, None).filter(|who| self.all[*who].tokens.last() == Some(last));
                surname.or_else(|| self.organization(&tokens, described.the)).or_else(|| self.person(&tokens, None))
            }
            SourceType::NamedOrganization => self.organization(&tokens, described.the),
            kind => self.with(last).find(|who| self.all[*who].kind == kind && self.all[*who].tokens == tokens),
        }
    }

    /// An organization whose name these words are, or a part of it, or its initials.
    fn organization(&self, tokens: &[String], the: bool) -> Option<usize> {
        let is = |who: &usize| self.all[*who].kind == SourceType::NamedOrganization;
        let last = tokens.last()?;
        // "Tidal" is Tidal Utilities, "Apple" is no Apple TV.
        let is_form = |rest: &[String]| rest.iter().all(|word| FORMS.contains(&word.as_str()));
        let part = |short: &[String], long: &[String]| {
            let begins = long.starts_with(short) && (the || short.len() > 1 || is_form(&long[short.len()..]));
            short.len() <= long.len() && (long.ends_with(short) || begins) || initials(long) == short.concat()
        };
        let same = |who: &usize| {
            let known = &self.all[*who].tokens;
            let short = tokens.len() == 1 && self.all[*who].short.as_ref() == Some(last);
            short || (!known.is_empty() && (part(tokens, known) || part(known, tokens)))
        };
        self.with(last)
            .filter(is)
            .find(same)
            .or_else(|| self.with(tokens.first()?).filter(is).find(same))
            .or_else(|| (tokens.len() == 1).then(|| self.with(&format!("={last}")).filter(is).find(same)).flatten())
            .or_else(|| (tokens.len() > 1).then(|| self.with(&initials(tokens)).filter(is).find(same)).flatten())
    }

    /// Whom "the official" or "the ministry" means.
    fn spoken_of(&self, text: &str, described: &Description, at: usize, head: bool) -> Option<usize> {
        // A headline is understood from all that follows.
        let at = if head { usize::MAX } else { at };
        let noun = in_full(described.head.clone());
        let noun = noun.as_str();
        let fits = |who: &usize| {
            let figurant = &self.all[*who];
            let kind = match described.kind {
                SourceType::Document => figurant.kind == SourceType::Document,
                SourceType::NamedOrganization => figurant.kind == SourceType::NamedOrganization,
                _ => !matches!(figurant.kind, SourceType::Document),
            };
            // "The official" may be one of two; "the monitoring officer" is none of the officers.
            let number = described.many == figurant.many
                || figurant.kind == SourceType::NamedOrganization
                || (!described.many && described.plain);
            // "The prime minister" is no foreign minister.
            let titles = || figurant.titles.iter().map(|title| title.of(text).to_lowercase());
            let other_office = !described.modifiers.is_empty()
                && figurant.kind == SourceType::NamedPerson
                && titles().any(|title| title.contains(noun))
                && !titles().any(|title| described.modifiers.iter().any(|word| title.contains(word.as_str())));
            if other_office {
                return false;
            }
            // "The fire service" is no weather service.
            let other = !described.modifiers.is_empty()
                && !figurant.modifiers.is_empty()
                && !described.modifiers.iter().any(|word| figurant.modifiers.contains(word));
            kind && compatible(figurant.gender, described.gender) && number && !other
        };
        let direct = self.with(noun).filter(fits);
        let latest = |list: &mut dyn Iterator<Item = usize>| {
            let mut best: Option<(usize, usize)> = None;
            for who in list {
                let place = self.last_place(who, at);
                if best.is_none_or(|(_, before)| place > before) {
                    best = Some((who, place));
                }
            }
            best.map(|(who, _)| who)
        };
        // "The second official" is whom "a second official" brought in.
        let ordinal = |word: &&String| ORDINALS.contains(&word.as_str());
        if let Some(ordinal) = described.modifiers.iter().find(ordinal) {
            let mut same = self.with(noun).filter(fits).filter(|who| self.all[*who].modifiers.contains(ordinal));
            if let Some(who) = latest(&mut same) {
                return Some(who);
            }
        }
        if let Some(who) = latest(&mut direct.into_iter()) {
            return Some(who);
        }
        // "The company", "the group", "the newspaper": the organization last spoken of.
        let generic = GENERIC.contains(&noun) && described.kind == SourceType::NamedOrganization;
        let outlet = matches!(noun, "newspaper" | "paper" | "magazine" | "broadcaster" | "outlet" | "site" | "channel");
        if !generic {
            return None;
        }
        let fits = |who: usize, outlet: bool| {
            let figurant = &self.all[who];
            let has = |words: &[&str]| figurant.tokens.iter().any(|t| words.contains(&t.as_str()));
            // "The rail regulator" is no ministry, and nobody whose name doesn't say so.
            let is_another = !COMPANIES.contains(&noun)
                && !described.modifiers.is_empty()
                && !described.modifiers.iter().any(|word| figurant.tokens.contains(word));
            figurant.kind == SourceType::NamedOrganization
                && !((COMPANIES.contains(&noun) || noun == "paper" || noun == "newspaper") && has(NO_COMPANY))
                && !(COMPANIES.contains(&noun) && has(tables::OUTLETS))
                && !is_another
                && (!outlet || has(tables::OUTLETS))
        };
        let latest = |list: &[Seen], outlet: bool| {
            before(list, at).take(LOOK).map(|seen| seen.who).find(|who| fits(*who, outlet))
        };
        let sure = latest(&self.spoke, outlet).or_else(|| latest(&self.named, outlet));
        // An outlet's name need not say what it is.
        sure.or_else(|| latest(&self.spoke, false))
    }

    /// Where one of them was last spoken of before a byte, plus one; 0 for never.
    fn last_place(&self, who: usize, at: usize) -> usize {
        let of =
            |list: &[Seen]| before(list, at).take(LOOK * 4).find(|seen| seen.who == who).map_or(0, |seen| seen.at + 1);
        of(&self.named).max(of(&self.spoke)).max(of(&self.inner))
    }

    /// Whom a pronoun means.
    fn antecedent(
        &self,
        prose: &Prose<'_>,
        pronoun: Pronoun,
        described: &Description,
        at: usize,
        outer: Option<usize>,
    ) -> Option<usize> {
        let fits = |who: usize| {
            let figurant = &self.all[who];
            match pronoun {
                Pronoun::He | Pronoun::She => {
                    matches!(
                        figurant.kind,
                        SourceType::NamedPerson | SourceType::UnnamedPerson | SourceType::AnonymousSource
                    ) && !figurant.many
                        && compatible(figurant.gender, described.gender)
                }
                Pronoun::They => {
                    figurant.many
                        || matches!(
                            figurant.kind,
                            SourceType::NamedOrganization | SourceType::AnonymousSource | SourceType::UnnamedGroup
                        )
                }
                Pronoun::It => matches!(figurant.kind, SourceType::NamedOrganization | SourceType::Document),
                Pronoun::Who => true,
                Pronoun::Speaker => false,
            }
        };
        if pronoun == Pronoun::Speaker {
            return outer;
        }
        let number = prose.at(at);
        let upto = |list: &[Seen]| list.partition_point(|seen| seen.at < at);
        let (named, spoke, inner) =
            (&self.named[..upto(&self.named)], &self.spoke[..upto(&self.spoke)], &self.inner[..upto(&self.inner)]);
        let mut second = None;
        for back in 0..=BACK {
            let Some(sentence) = number.checked_sub(back) else { break };
            let in_it = |list: &[Seen]| -> Vec<usize> {
                let end = list.partition_point(|seen| seen.sentence <= sentence);
                let start = list[..end].partition_point(|seen| seen.sentence < sentence);
                let here = &list[start.max(end.saturating_sub(LOOK))..end];
                here.iter().map(|seen| seen.who).filter(|who| fits(*who)).collect()
            };
            let (inner, spoke) = (in_it(inner), in_it(spoke));
            // Only who is plainly a person is meant by "he" without having spoken.
            let named: Vec<usize> = in_it(named).into_iter().filter(|who| self.all[*who].evident || back < 2).collect();
            let found = if pronoun == Pronoun::Who {
                named.last().or(spoke.last())
            } else {
                spoke.last().or(named.first()).or(inner.last())
            };
            match found.copied() {
                // Inside another's words "he" is hardly the one who speaks.
                Some(who) if Some(who) == outer => second = Some(who),
                Some(who) => return Some(who),
                None => {}
            }
            if pronoun == Pronoun::Who {
                break;
            }
        }
        second
    }

    fn introduce(&mut self, prose: &Prose<'_>, number: usize, described: &Description) -> usize {
        let sentence = &prose.sentences[number];
        let who = match &described.name {
            Some(name) if described.kind == SourceType::NamedOrganization => {
                self.introduce_organization(prose, number, name)
            }
            name => self.add(Figurant {
                name: name.as_ref().map(|name| without_possessive(prose.text, sentence.span(name))),
                tokens: name.as_ref().map(|name| tokens(prose, number, name)).unwrap_or_default(),
                many: described.many,
                ..Figurant::of(described.kind)
            }),
        };
        self.all[who].modifiers.clone_from(&described.modifiers);
        if !described.head.is_empty() {
            self.index(described.head.clone(), who);
        }
        who
    }

    /// Adds what a mention says of the one that it means.
    fn join(&mut self, prose: &Prose<'_>, number: usize, who: usize, described: &Description) {
        let sentence = &prose.sentences[number];
        let span = |range: &Range<usize>| without_possessive(prose.text, sentence.span(range));
        let titles: Vec<Span> = described.titles.iter().map(span).collect();
        let affiliations: Vec<Span> = described.affiliations.iter().map(span).collect();
        let figurant = &mut self.all[who];
        figurant.gender = figurant.gender.or(described.gender);
        figurant.evident = true;
        figurant.justification = figurant.justification.or(described.justification.as_ref().map(span));
        if described.kind == SourceType::AnonymousSource
            && !figurant.kind.is_named()
            && figurant.kind != SourceType::Document
        {
            figurant.kind = SourceType::AnonymousSource;
        }
        if let Some(name) = &described.name
            && figurant.kind == described.kind
        {
            let now = span(name);
            let fuller = figurant
                .name
                .is_none_or(|known| tokens(prose, number, name).len() > figurant.tokens.len() && now != known);
            let other = if fuller { figurant.name.replace(now) } else { Some(now) };
            if fuller {
                let words = tokens(prose, number, name);
                figurant.tokens.clone_from(&words);
                for word in words {
                    self.index(word, who);
                }
            }
            let figurant = &mut self.all[who];
            let text = prose.text;
            let is_new = |alias: &Span| {
                figurant.aliases.len() < KEPT
                    && figurant.name.is_some_and(|name| name.of(text) != alias.of(text))
                    && !figurant.aliases.iter().any(|known| known.of(text) == alias.of(text))
            };
            figurant.aliases.extend(other.filter(is_new));
        }
        if self.all[who].kind != SourceType::NamedOrganization && described.kind != SourceType::Document {
            let owner = described.titles.first().and_then(|title| self.owner(prose, number, title));
            if let Some(name) = owner {
                self.learn(prose, who, &[], &[name]);
            }
        }
        let is_named = self.all[who].kind == SourceType::NamedPerson || !self.all[who].kind.is_named();
        if is_named && (described.refers == Refers::No || self.all[who].titles.is_empty()) {
            self.learn(prose, who, &titles, &affiliations);
        }
    }

    /// Who a relay is, by its words.
    pub(super) fn find_relay(&mut self, prose: &Prose<'_>, span: Span) -> Option<usize> {
        let slot = Attribution { source: vec![span], ..Attribution::default() };
        self.find(prose, &slot, None)
    }

    /// Those who stand in a source slot or pass something on, in the order of their first mention; tells each attribution its own.
    pub(super) fn into_sources(
        self,
        attributions: &mut [Attribution],
        who: &[Option<usize>],
        through: &[Vec<usize>],
    ) -> Vec<Source> {
        let mut order: Vec<(Span, usize)> = Vec::new();
        for ((who, through), attribution) in who.iter().zip(through).zip(&*attributions) {
            order.extend(who.iter().flat_map(|who| attribution.source.iter().map(|span| (*span, *who))));
            order.extend(through.iter().zip(&attribution.through).map(|(who, relay)| (relay.span, *who)));
        }
        order.sort_unstable();
        order.dedup();
        let mut kinds: Vec<SourceType> = self.all.iter().map(|figurant| figurant.kind).collect();
        for (who, attribution) in who.iter().zip(&*attributions) {
            let Some(who) = *who else { continue };
            if attribution.terms.is_some() && !kinds[who].is_named() && self.all[who].name.is_none() {
                kinds[who] = SourceType::AnonymousSource;
            }
        }
        let kept_back = |figurant: &Figurant| {
            let one_of = figurant.one_of.is_some_and(|other| kinds[other] == SourceType::AnonymousSource);
            one_of && !figurant.kind.is_named() && figurant.name.is_none()
        };
        let mut ids: Vec<Option<SourceId>> = vec![None; self.all.len()];
        let mut out: Vec<Source> = Vec::new();
        for (span, who) in order {
            let id = *ids[who].get_or_insert_with(|| {
                let figurant = &self.all[who];
                out.push(Source {
                    id: SourceId(out.len() as u32 + 1),
                    kind: if kept_back(figurant) { SourceType::AnonymousSource } else { kinds[who] },
                    name: figurant.name,
                    titles: figurant.titles.clone(),
                    affiliations: figurant.affiliations.clone(),
                    aliases: figurant.aliases.clone(),
                    mentions: Vec::new(),
                    terms: None,
                    justification: figurant.justification,
                });
                SourceId(out.len() as u32)
            });
            out[id.0 as usize - 1].mentions.push(span);
        }
        for ((who, through), attribution) in who.iter().zip(through).zip(attributions) {
            attribution.source_id = who.and_then(|who| ids[who]);
            attribution.through = attribution
                .through
                .iter()
                .zip(through)
                .filter_map(|(relay, who)| Some(Relay { source: ids[*who]?, ..*relay }))
                .collect();
            let Some(id) = attribution.source_id else { continue };
            let source = &mut out[id.0 as usize - 1];
            source.terms = source.terms.or(attribution.terms);
        }
        out
    }
}

/// What the form of a company adds to its name.
const FORMS: &[&str] = &[
    "holdings",
    "utilities",
    "group",
    "inc",
    "corp",
    "corporation",
    "company",
    "co",
    "ltd",
    "llc",
    "plc",
    "ag",
    "systems",
    "technologies",
    "industries",
    "airlines",
    "airways",
    "bank",
    "university",
    "energy",
    "water",
    "motors",
    "foods",
    "partners",
    "international",
    "maritime",
    "shipping",
    "college",
    "hospital",
    "administration",
    "government",
    "railways",
];

/// Words by which one of several is told from the others.
const ORDINALS: &[&str] = &["first", "second", "third", "fourth"];

/// "One", "another", "one of them": of several last spoken of.
const ONE_OF_THEM: &[&str] =
    &["one", "another", "other", "second", "third", "them", "those", "these", "two", "both", "either"];

/// Whether a phrase sets somebody apart from others of the same kind: "another official", "one of the officials".
fn tells_apart(sentence: &Line<'_>, words: &Range<usize>) -> bool {
    let first = sentence.lower(words.start);
    matches!(first, "another" | "second" | "third" | "other")
        || matches!(first, "a" | "one" | "the")
            && matches!(sentence.lower(words.start + 1), "second" | "third" | "other" | "of")
}

/// Nouns for a company, and what a company's name doesn't hold.
const COMPANIES: &[&str] =
    &["company", "firm", "business", "maker", "manufacturer", "retailer", "airline", "operator", "bank", "club"];
const NO_COMPANY: &[&str] = &[
    "union",
    "association",
    "ministry",
    "agency",
    "council",
    "court",
    "police",
    "commission",
    "department",
    "board",
    "federation",
    "league",
    "university",
    "party",
    "trust",
    "office",
    "committee",
    "alliance",
    "parliament",
    "hospital",
];

/// Nouns for an organization that its name need not hold.
const GENERIC: &[&str] = &[
    "company",
    "firm",
    "business",
    "agency",
    "group",
    "organization",
    "organisation",
    "newspaper",
    "paper",
    "magazine",
    "broadcaster",
    "outlet",
    "site",
    "channel",
    "union",
    "charity",
    "party",
    "club",
    "bank",
    "regulator",
    "watchdog",
    "operator",
    "maker",
    "manufacturer",
    "retailer",
    "airline",
    "institute",
    "association",
    "body",
];

/// Whether a word of a title, given in lower case, is written with a capital there.
fn is_capital_at(sentence: &Line<'_>, title: &Range<usize>, word: &str) -> bool {
    title.clone().any(|at| sentence.lower(at) == word && sentence.is_capital(at))
}

fn has_capital(sentence: &Line<'_>, described: &Description) -> bool {
    described.name.as_ref().is_some_and(|name| name.clone().any(|at| sentence.is_capital(at)))
}

/// A short title as it is spoken of: "the governor" of "Gov. Sloane".
fn in_full(word: String) -> String {
    match SHORT.iter().find(|(short, _)| *short == word) {
        Some((_, full)) => (*full).to_owned(),
        None => word,
    }
}

const SHORT: &[(&str, &str)] = &[
    ("gov", "governor"),
    ("sen", "senator"),
    ("rep", "representative"),
    ("dr", "doctor"),
    ("prof", "professor"),
    ("col", "colonel"),
    ("gen", "general"),
    ("lt", "lieutenant"),
    ("sgt", "sergeant"),
    ("capt", "captain"),
    ("insp", "inspector"),
    ("supt", "superintendent"),
    ("det", "detective"),
    ("rev", "reverend"),
    ("maj", "major"),
    ("cllr", "councillor"),
    ("coun", "councillor"),
    ("ceo", "executive"),
    ("boss", "executive"),
];

/// Whether a noun is one for people who speak for an organization.
fn speaks_for(head: &str) -> bool {
    tables::SPEAKS_FOR.iter().any(|word| singular(word) == head)
}

fn is_title_or_role(word: &str) -> bool {
    super::names::is_role(bare(word)) || is_title(word)
}

fn compatible(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// The words of a name in lower case, without stops, forms of address and possessives.
fn tokens(prose: &Prose<'_>, number: usize, name: &Range<usize>) -> Vec<String> {
    let sentence = &prose.sentences[number];
    let words = name.clone().map(|at| bare(sentence.lower(at)));
    words
        .filter(|word| {
            word.starts_with(char::is_alphanumeric)
                && !is_address(word)
                && !tables::SUFFIXES.contains(word)
                && *word != "the"
        })
        .take(NAME)
        .map(str::to_owned)
        .collect()
}

/// "cna" of "california nurses association".
fn initials(tokens: &[String]) -> String {
    tokens.iter().filter(|t| !tables::JOINTS.contains(&t.as_str())).filter_map(|t| t.chars().next()).collect()
}

fn without_possessive(text: &str, span: Span) -> Span {
    let words = span.of(text);
    if is_possessive(words) { Span::new(span.start, span.start + bare(words).len()) } else { span }
}
