"""Reads gold, nested, our own and silver labels and cuts them into the windows that the tagger is trained on.

A *word* is what `WORD` matches (runs of letters and digits with inner apostrophes, else one mark); offsets are code
points of the article. A *window* is what the encoder reads at once: whole paragraphs, at most `MAX_WORDS` words; or, for
nesting, one content on its own. A window has a *row* for [CLS] and one for each word, whatever the number of its pieces.
The Rust crate `sayso-model` cuts the same windows; `golden.py` writes the vectors that hold the two together.
"""

import base64
import glob
import gzip
import json
import os
import re
import tomllib
from collections import Counter

import numpy as np

LABELS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ROLES = {"source": 1, "cue": 3, "content": 5}
WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
POSSESSIVE = re.compile(r"(?:['’]\w+)?")
MAX_WORDS = 230
HERE = os.path.dirname(os.path.abspath(__file__))
OWN = (f"{HERE}/articles", f"{HERE}/../gold/tuning")
MAX_PIECES_OF_WORD = 6
CLS, UNK = 101, 100

# Word shapes: the encoder is uncased, so the case of a word is told to it apart. 0 is the [CLS] of an article's window,
# 7 that of a content read on its own. A paragraph's first word has its shape + 8.
SHAPE_LOWER, SHAPE_CAPITAL, SHAPE_UPPER, SHAPE_DIGIT, SHAPE_QUOTE, SHAPE_OTHER, SHAPE_CONTENT, PARAGRAPH = 1, 2, 3, 4, 5, 6, 7, 8


def shape(word):
    if word.islower():
        return SHAPE_LOWER
    if word.isupper() and len(word) > 1:
        return SHAPE_UPPER
    if word[:1].isupper():
        return SHAPE_CAPITAL
    if word[0].isdigit():
        return SHAPE_DIGIT
    return SHAPE_QUOTE if word in '"“”' else SHAPE_OTHER


def words_of(text, spans=None):
    """(start, end) of every word, in the whole text or inside `spans`."""
    if spans is None:
        return [m.span() for m in WORD.finditer(text)]
    return [m.span() for s, e in spans for m in WORD.finditer(text, s, e)]


def read_text(path):
    with open(path, encoding="utf-8", newline="") as f:
        return f.read()


def read_brat(path):
    """Attributions of one .ann file: [{id, source, cue, content: [[start, end], …]}]."""
    spans, relations = {}, []
    for line in open(path, encoding="utf-8"):
        if m := re.match(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t", line):
            spans[m[1]] = [[int(x) for x in piece.split()] for piece in m[2].split(";")]
        elif m := re.match(r"(E\d+)\t((?:[A-Za-z-]+\d*:T\d+ ?)+)$", line.rstrip("\n")):
            relations.append((m[1], m[2].split()))
    out = []
    for ident, arguments in relations:
        a = {"id": ident, "source": [], "cue": [], "content": []}
        for argument in arguments:
            role, span = argument.split(":", 1)
            role = re.sub(r"\d+$", "", role).lower()
            if role in a and role != "id":
                a[role] += spans[span]
        for role in ROLES:
            a[role].sort()
        out.append(a)
    return out


def load_gold(folder):
    """The articles of a folder in PolNeAR's layout, each with its first annotator's attributions."""
    out = []
    for path in sorted(glob.glob(f"{folder}/text/*.txt")):
        name = os.path.basename(path)[:-4]
        annotations = sorted(
            p for p in glob.glob(f"{folder}/attributions/{glob.escape(name)}_*.ann")
            if re.fullmatch(re.escape(name) + r"_[0-9a-f]{4}\.ann", os.path.basename(p)))
        if annotations:
            attributions = [a for a in read_brat(annotations[0]) if a["content"]]
            out.append({"doc": name, "text": read_text(path), "attributions": attributions})
    return out


def load_nested(path, texts):
    """Nested attributions of each article, by its name. A source that the annotation put into the middle of a word, or on an
    equal word further off ("he" in "the"), is moved to the whole word that is nearest to its cue."""
    nested = {d["doc"]: d["nested"] for d in map(json.loads, open(path, encoding="utf-8"))}
    for doc, attributions in nested.items():
        for n in attributions:
            if len(n["source"]) == 1 and n["cue"]:
                (s, e), cue = n["source"][0], n["cue"][0][0]
                whole = re.compile(r"(?<!\w)" + re.escape(texts[doc][s:e]) + r"(?!\w)")
                places = [m.span() for m in whole.finditer(texts[doc], max(0, cue - 400), cue + 400)]
                if places:
                    n["source"] = [list(min(places, key=lambda x: abs(x[0] - cue)))]
    return nested


def load_read(path, folder):
    """Articles of the general news some of whose contents were read for this project: as `load_gold` has them, the contents
    alone, and what is nested in them."""
    texts = {d["doc"]: d["text"] for d in map(json.loads, gzip.open(f"{folder}/articles.jsonl.gz", "rt", encoding="utf-8"))}
    docs, nested = [], {}
    for d in map(json.loads, open(path, encoding="utf-8")):
        contents = [{"id": i, "content": spans} for i, spans in d["contents"].items()]
        docs.append({"doc": d["doc"], "text": texts[d["doc"]], "attributions": contents})
        nested[d["doc"]] = d["nested"]
    return docs, nested


def places_of(text, string):
    """Where a string of `gold/README.md`'s annotation stands: every place, or the one that `@3` names; of words where it can."""
    number = re.search(r"@(\d+)$", string)
    string = string[: number.start()] if number else string
    first, _, last = string.partition(" [...] ")
    bounds = [r"\b" if c.isalnum() else "" for c in (first[0], first[-1])]
    patterns = [re.escape(first).join(bounds), re.escape(first)]
    found = next((f for p in patterns if (f := [m.span() for m in re.finditer(p, text)])), [])
    if last:
        ends = [(s, text.find(last, e)) for s, e in found]
        found = [(s, e + len(last)) for s, e in ends if e >= 0]
    return found[int(number[1]) - 1 :][:1] if number else found


def load_own():
    """Our own articles, which are in the layout of `gold/`, as `load_gold` has them, and what is nested in them."""
    docs, nested = [], {}
    for path in [p for folder in OWN for p in sorted(glob.glob(f"{folder}/*.toml"))]:
        doc, text, all_ = os.path.basename(path)[:-5], read_text(path[:-5] + ".txt"), []
        for a in tomllib.load(open(path, "rb"))["attribution"]:
            cues = [a["cue"]] if isinstance(a.get("cue"), str) else a.get("cue", [])
            first, *others = a["content"]
            starts = places_of(text, first)
            at = starts[0]
            if len(starts) > 1 and len(cues) == 1 and len(only := places_of(text, cues[0])) == 1:
                at = min(starts, key=lambda p: abs(p[0] - only[0][0]))
            nearest = lambda string, to: list(min(places_of(text, string), key=lambda p: abs(p[0] - to)))
            cue = [nearest(c, at[0]) for c in cues]
            source = [nearest(a["words"], cue[0][0] if cue else at[0])] if "words" in a else []
            # "the Courier" of "the Courier’s account": a tag is a whole word's.
            source = [[s, e + len(POSSESSIVE.match(text, e)[0])] for s, e in source]
            content = sorted([list(at)] + [nearest(piece, at[0]) for piece in others])
            all_.append({"id": a["id"], "parent": a.get("within"), "source": source, "cue": cue, "content": content})
        contents = {a["id"]: a["content"] for a in all_}
        # "citing two aides" stands beside the content that it shares with its parent: nothing inside of it.
        lies_in = lambda a: all(any(s <= x and y <= e for s, e in contents[a["parent"]]) for x, y in a["cue"] + a["source"])
        docs.append({"doc": doc, "text": text, "attributions": [a for a in all_ if not a["parent"]]})
        nested[doc] = [a for a in all_ if a["parent"] and lies_in(a)]
    return docs, nested


def tag(words, attributions):
    """Tags, the cue of each content word (-1: none) and the source words of each cue, by the words' places."""
    labels, cue_of, source_of = [0] * len(words), [-1] * len(words), {}
    for a in attributions:
        covered = {}
        for role, base in ROLES.items():
            ids = [i for i, (s, e) in enumerate(words) if any(s >= x and e <= y for x, y in a[role])]
            covered[role] = ids
            previous = None
            for i in ids:
                labels[i] = base if previous is None or i != previous + 1 else base + 1
                previous = i
        if covered["cue"]:
            first = covered["cue"][0]
            for i in covered["content"]:
                cue_of[i] = first
            source_of[first] = covered["source"]
    return labels, cue_of, source_of


def paragraph_starts(text, words):
    return {0} | {i for i in range(1, len(words)) if "\n" in text[words[i - 1][1]:words[i][0]]}


def cut(starts, count):
    """Windows of whole paragraphs, each of at most MAX_WORDS words; a longer paragraph is cut where it must be."""
    edges = sorted(starts | {count})
    windows, at = [], 0
    while at < count:
        fits = [e for e in edges if at < e <= at + MAX_WORDS]
        end = fits[-1] if fits else min(count, at + MAX_WORDS)
        windows.append((at, end))
        at = end
    return windows


class Pieces:
    """Word pieces of words, by the reference tokenizer; remembers what it has seen."""

    def __init__(self, folder):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def of(self, word):
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self.known[word] = (ids or [UNK])[:MAX_PIECES_OF_WORD]
        return self.known[word]


def encode(pieces, text, words, content=False):
    """The pieces and the shape of each row of one window: [CLS], then the words."""
    rows, shapes = [[CLS]], [SHAPE_CONTENT if content else 0]
    for i, (s, e) in enumerate(words):
        begins = i == 0 or "\n" in text[words[i - 1][1]:s]
        rows.append(pieces.of(text[s:e]))
        shapes.append(shape(text[s:e]) + PARAGRAPH * begins)
    return {"rows": rows, "shapes": shapes, "words": words}


def inner_targets(words, contents, nested):
    """For each word whether it is part of a cue inside a content: 1, 0, or -1 where nobody looked."""
    starts = np.array([s for s, _ in words])
    out = np.full(len(words), -1)
    mark = lambda spans, value: [out.__setitem__(slice(*np.searchsorted(starts, (s, e))), value) for s, e in spans]
    for content in contents:
        mark(content, 0)
    for n in nested:
        mark(n["cue"], 1)
    return out


def gold_windows(pieces, doc, nested, cue_words):
    text, words = doc["text"], words_of(doc["text"])
    labels, cue_of, source_of = tag(words, doc["attributions"])
    inner = inner_targets(words, [a["content"] for a in doc["attributions"] if is_read(text, a, nested, cue_words)], nested)
    out = []
    for a, b in cut(paragraph_starts(text, words), len(words)):
        w = encode(pieces, text, words[a:b])
        w["labels"], w["inner"] = labels[a:b], inner[a:b]
        w["cue_of"] = [c - a if a <= c < b else -1 for c in cue_of[a:b]]
        w["source_of"] = {q - a: soft_target(b - a, {i - a: 1 for i in s if a <= i < b}) for q, s in source_of.items() if a <= q < b}
        out.append(w)
    return out


def soft_target(count, weights):
    """A distribution over the words of a window and, last, "none"."""
    t = np.zeros(count + 1, np.float32)
    for i, p in weights.items():
        t[i] = p
    t[-1] = weights.get(-1, 0.0)
    if t.sum() <= 0:
        t[-1] = 1
    return t / t.sum()


def is_read(text, attribution, nested, cue_words):
    """Whether a content was read for what is nested in it: gold is of those alone that hold a word that may be a cue."""
    surface = " ".join(text[s:e] for s, e in attribution["content"]).lower()
    return any(n["parent"] == attribution["id"] for n in nested) or any(w in cue_words for w in re.findall(r"[a-z]+", surface))


def content_windows(pieces, doc, nested, cue_words):
    """Each content that was read, on its own, to any depth."""
    out = []
    for a in doc["attributions"] + nested:
        words = words_of(doc["text"], a["content"])[:MAX_WORDS]
        if len(words) < 5 or not is_read(doc["text"], a, nested, cue_words):
            continue
        children = [n for n in nested if n["parent"] == a["id"]]
        labels, cue_of, source_of = tag(words, children)
        w = encode(pieces, doc["text"], words, content=True)
        w.update(labels=labels, cue_of=cue_of)
        w["source_of"] = {q: soft_target(len(words), {i: 1 for i in s}) for q, s in source_of.items()}
        out.append(w)
    return out


def cue_words(docs, least=4, share=0.25):
    """Words that are part of a cue at least `least` times and in at least `share` of their uses."""
    in_cue, anywhere = Counter(), Counter()
    for d in docs:
        anywhere.update(re.findall(r"[a-z]+", d["text"].lower()))
        for a in d["attributions"]:
            in_cue.update(re.findall(r"[a-z]+", " ".join(d["text"][s:e] for s, e in a["cue"]).lower()))
    return {w for w, n in in_cue.items() if n >= least and n / anywhere[w] >= share}


def inner_cue_words(docs, nested, least=2, share=0.15):
    """Words that are part of a nested cue at least `least` times and in at least `share` of their uses in contents: "wants", "knew"."""
    in_cue, in_content = Counter(), Counter()
    for d in docs:
        surface = lambda spans: re.findall(r"[a-z]+", " ".join(d["text"][s:e] for s, e in spans).lower())
        for a in d["attributions"]:
            in_content.update(surface(a["content"]))
        for n in nested.get(d["doc"], []):
            in_cue.update(surface(n["cue"]))
    return {w for w, n in in_cue.items() if n >= least and n / max(in_content[w], 1) >= share}


def silver_windows(pieces, folder, read=(), nested=None):
    """The teacher's reading of general news: probabilities of the seven tags, and soft pointers; of articles that `load_read`
    gave also which words are cues inside contents."""
    contents = {d["doc"]: [a["content"] for a in d["attributions"]] for d in read}
    texts = {d["doc"]: d["text"] for d in map(json.loads, gzip.open(f"{folder}/articles.jsonl.gz", "rt", encoding="utf-8"))}
    out = []
    for d in map(json.loads, gzip.open(f"{folder}/silver.jsonl.gz", "rt", encoding="utf-8")):
        text, flat = texts[d["doc"]], d["words"]
        words = [(s, s + n) for s, n in zip(flat[::2], flat[1::2])]
        tags = np.frombuffer(base64.b64decode(d["tags"]), np.uint8).reshape(-1, 7)
        cue_of = {int(word): cue for word, cue in d["cue_of"].items()}
        source_of = dict(d["source_of"])
        inner = inner_targets(words, contents.get(d["doc"], []), (nested or {}).get(d["doc"], []))
        edges = d["windows"] + [len(words)]
        for a, b in zip(edges, edges[1:]):
            if b <= a:
                continue
            w = encode(pieces, text, words[a:b])
            w["soft"], w["inner"] = tags[a:b], inner[a:b]
            w["cue_of"] = [cue_of.get(i, -1) - a if a <= cue_of.get(i, -1) < b else -1 for i in range(a, b)]
            w["source_of"] = {
                q - a: soft_target(b - a, {(-1 if i < 0 else i - a): p for i, p in s if i < 0 or a <= i < b})
                for q, s in source_of.items() if a <= q < b}
            out.append(w)
    return out

