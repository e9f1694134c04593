"""Quantises a trained tagger into the weights file of the Rust crate: `python export.py [--run DIR]`.

Matrices: 6 bits, one scale an output channel, four values in three bytes (value + 32, lowest bits first). Word vectors:
4 bits, a half-precision scale for each group of 64 (value + 8, low nibble first). Positions: 8 bits, a scale a row. The
rest, which is small, stays float32. Scales are chosen by least squared error. Writes `../crates/sayso-model/data/`
`tagger.safetensors`, `vocabulary.txt` and `cues.txt` (words that are often part of a cue, in an article or in a content)."""

import argparse
import os

import numpy as np
import torch
from safetensors.numpy import save_file

import data
from model import LAYERS, pretrained_folder

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "../crates/sayso-model/data")

# Words that stand in cues beside the one that matters, or that the rules read: contents with these are not read for their sake.
COMMON = set("had has been by always already longer rather seldom used put puts support".split())


def quantise(x, low, high):
    """Integers in low…high and one scale for each row of x, by least squared error over some clippings."""
    peak = np.abs(x).max(-1, keepdims=True).clip(1e-12)
    best, best_error = None, None
    for clip in np.linspace(0.7, 1.0, 13):
        scale = (peak * clip / high).astype(np.float32)
        error = ((np.clip(np.round(x / scale), low, high) * scale - x) ** 2).sum(-1, keepdims=True)
        if best is None:
            best, best_error = scale, error
        best = np.where(error < best_error, scale, best)
        best_error = np.minimum(error, best_error)
    return np.clip(np.round(x / best), low, high).astype(np.int8), best[..., 0]


def pack6(q):
    v = (q.astype(np.int16) + 32).astype(np.uint32).reshape(q.shape[0], -1, 4)
    w = v[..., 0] | v[..., 1] << 6 | v[..., 2] << 12 | v[..., 3] << 18
    return np.stack([w & 255, w >> 8 & 255, w >> 16 & 255], -1).astype(np.uint8).reshape(q.shape[0], -1)


def pack4(q):
    v = (q.astype(np.int16) + 8).astype(np.uint8)
    return v[:, ::2] | v[:, 1::2] << 4


def linear(out, name, weight, bias):
    q, scale = quantise(weight, -31, 31)
    out[f"{name}.q"], out[f"{name}.scale"], out[f"{name}.bias"] = pack6(q), scale, bias


def transitions(folder, weight):
    """Log odds of a tag after another, against the tag alone, times `weight`; row 7 is the window's start.
    Moves that no span can make (I- without its B-) are -1e4."""
    pair, single = np.full((8, 7), 0.1), np.full(7, 0.1)
    for doc in data.load_gold(folder):
        words = data.words_of(doc["text"])
        labels, _, _ = data.tag(words, doc["attributions"])
        for a, b in data.cut(data.paragraph_starts(doc["text"], words), len(words)):
            piece = labels[a:b]
            pair[7, piece[0]] += 1
            np.add.at(pair, (piece[:-1], piece[1:]), 1)
            np.add.at(single, piece, 1)
    t = weight * (np.log(pair / pair.sum(1, keepdims=True)) - np.log(single / single.sum()))
    for inside in (2, 4, 6):
        t[[i for i in range(8) if i not in (inside, inside - 1)], inside] = -1e4
    return t.astype(np.float32)


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--run", default="run")
    ap.add_argument("--transition-weight", type=float, default=0.4)
    o = ap.parse_args()
    m = {k: v.float().numpy() for k, v in torch.load(f"{o.run}/tagger.pt", map_location="cpu").items()}
    out = {}
    rows = m["pieces.weight"]
    q, scale = quantise(rows.reshape(len(rows), -1, 64), -7, 7)
    # The scale is stored in half precision, so the values are rounded to that one.
    scale = scale.astype(np.float16)
    q = np.clip(np.round(rows.reshape(len(rows), -1, 64) / scale.astype(np.float32)[..., None]), -8, 7).astype(np.int8)
    out["pieces.q"], out["pieces.scale"] = pack4(q.reshape(len(rows), -1)), scale
    q, scale = quantise(m["positions.weight"], -127, 127)
    out["positions.q"], out["positions.scale"] = q, scale
    out["shapes"] = m["shapes.weight"]
    out["norm"] = np.stack([m["norm.weight"], m["norm.bias"]])
    for i in range(LAYERS):
        for name in ("qkv", "out", "up", "down"):
            linear(out, f"layers.{i}.{name}", m[f"layers.{i}.{name}.weight"], m[f"layers.{i}.{name}.bias"])
        for name in ("norm1", "norm2"):
            out[f"layers.{i}.{name}"] = np.stack([m[f"layers.{i}.{name}.weight"], m[f"layers.{i}.{name}.bias"]])
    # One product for the four pointer heads; the square root of the pointers' size goes into the queries.
    names, root = ("cue_query", "cue_key", "source_query", "source_key"), 16.0
    factor = {"cue_query": root, "source_query": root}
    weights = [m[f"{n}.weight"] / factor.get(n, 1) for n in names]
    biases = [m[f"{n}.bias"] / factor.get(n, 1) for n in names]
    linear(out, "pointers", np.concatenate(weights), np.concatenate(biases))
    for part in ("weight", "bias"):
        out[f"tag.{part}"] = np.concatenate([m[f"{head}.{part}"] for head in ("tag", "no_source", "inner")])
    out["cue_distance"], out["source_distance"] = m["cue_distance.weight"][:, 0], m["source_distance.weight"][:, 0]
    out["transitions"] = transitions(os.path.join(HERE, "../../shared/data/polnear/train"), o.transition_weight)
    os.makedirs(TARGET, exist_ok=True)
    save_file({k: np.ascontiguousarray(v) for k, v in out.items()}, f"{TARGET}/tagger.safetensors")
    from tokenizers import Tokenizer
    vocabulary = Tokenizer.from_file(f"{pretrained_folder()}/tokenizer.json").get_vocab()
    with open(f"{TARGET}/vocabulary.txt", "w", encoding="utf-8") as f:
        f.writelines(w + "\n" for w, _ in sorted(vocabulary.items(), key=lambda x: x[1]))
    docs = data.load_gold(os.path.join(HERE, "../../shared/data/polnear/train"))
    nested = data.load_nested(os.path.join(HERE, "../../shared/data/nested/train.jsonl"), {d["doc"]: d["text"] for d in docs})
    cues = data.cue_words(docs) | data.inner_cue_words(docs, nested)
    # Gold has few contents: a word that is a cue in contents of our own articles, and not mostly something else in gold's, too.
    own, own_nested = data.load_own()
    cues |= data.inner_cue_words(own, own_nested, 1, 0.2) & data.inner_cue_words(docs + own, nested | own_nested, 1, 0.2)
    # Of gold's contents only those were read that hold a likely cue: that a word is often one in ours counts more.
    cues |= data.inner_cue_words(own, own_nested, 3, 0.25) - COMMON
    with open(f"{TARGET}/cues.txt", "w", encoding="utf-8") as f:
        f.writelines(w + "\n" for w in sorted(cues))
    print(f"{sum(v.nbytes for v in out.values()) / 1e6:.2f} MB of weights, {len(vocabulary)} word pieces")


if __name__ == "__main__":
    main()
