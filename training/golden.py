"""Writes what the Rust tests of `sayso-model` are held against, from the reference tokenizer and PyTorch:
`python golden.py`, after `export.py`.

- `wordpiece.json`: words (of the bundled examples, and odd ones) with the pieces of the reference tokenizer;
- `tags.json`: a bundled example with the window of each word and, from the exported weights brought back to floats, the
  log probability of each tag, each content word's cue and each cue's source."""

import json
import os
import re

import numpy as np
import torch
from safetensors.numpy import load_file

import data
from model import LAYERS, Tagger, collate, pretrained_folder

HERE = os.path.dirname(os.path.abspath(__file__))
CRATE = os.path.join(HERE, "../crates/sayso-model")

ODD = ["naïve", "Zoë’s", "ÅNGSTRÖM", "Ｆｕｌｌ", "北京", "co\u00adop", "e\u0301te\u0301", "ﬁnance", "İstanbul", "straße", "10,000", "$1.2bn", "½", "№",
       "😀", "‘", "’", "“", "—", "…", "''", "``", "a\u200bb", "\u202eabc", "x" * 99, "x" * 101, "x" * 3000, "O'Brien", "d'état", "𝛼𝛽",
       "supercalifragilisticexpialidocious", "U.S", "AT&T", "हिन्दी", "العربية", "\ufeffword", "don’t", "_", "__init__", "ΑΣ", "ǅ", "\u0301"]


def unpack6(q):
    b = q.reshape(q.shape[0], -1, 3).astype(np.uint32)
    four = b[..., 0] | b[..., 1] << 8 | b[..., 2] << 16
    return np.stack([four >> s & 63 for s in (0, 6, 12, 18)], -1).reshape(q.shape[0], -1).astype(np.float32) - 32


def restored():
    """The exported weights as a float model."""
    w = load_file(f"{CRATE}/data/tagger.safetensors")
    m = {}
    nibbles = np.stack([w["pieces.q"] & 15, w["pieces.q"] >> 4], -1).reshape(len(w["pieces.q"]), -1, 64).astype(np.float32) - 8
    m["pieces.weight"] = (nibbles * w["pieces.scale"].astype(np.float32)[..., None]).reshape(len(nibbles), -1)
    m["positions.weight"] = w["positions.q"].astype(np.float32) * w["positions.scale"][:, None]
    m["shapes.weight"] = w["shapes"]
    m["norm.weight"], m["norm.bias"] = w["norm"]
    matrix = lambda name: (unpack6(w[f"{name}.q"]) * w[f"{name}.scale"][:, None], w[f"{name}.bias"])
    for i in range(LAYERS):
        for name in ("qkv", "out", "up", "down"):
            m[f"layers.{i}.{name}.weight"], m[f"layers.{i}.{name}.bias"] = matrix(f"layers.{i}.{name}")
        for name in ("norm1", "norm2"):
            m[f"layers.{i}.{name}.weight"], m[f"layers.{i}.{name}.bias"] = w[f"layers.{i}.{name}"]
    weights, biases = matrix("pointers")
    for i, name in enumerate(("cue_query", "cue_key", "source_query", "source_key")):
        factor = 16.0 if name.endswith("query") else 1.0
        m[f"{name}.weight"], m[f"{name}.bias"] = weights[i * 256:][:256] * factor, biases[i * 256:][:256] * factor
    m["tag.weight"], m["tag.bias"] = w["tag.weight"][:7], w["tag.bias"][:7]
    m["no_source.weight"], m["no_source.bias"] = w["tag.weight"][7:8], w["tag.bias"][7:8]
    m["inner.weight"], m["inner.bias"] = w["tag.weight"][8:], w["tag.bias"][8:]
    m["cue_distance.weight"], m["source_distance.weight"] = w["cue_distance"][:, None], w["source_distance"][:, None]
    model = Tagger()
    model.load_state_dict({k: torch.tensor(np.ascontiguousarray(v)) for k, v in m.items()})
    return model.eval()


def main():
    pieces = data.Pieces(pretrained_folder())
    folder = os.path.join(HERE, "../examples")
    texts = [data.read_text(f"{folder}/{name}") for name in sorted(os.listdir(folder)) if name.endswith((".txt", ".md"))]
    words = sorted({text[s:e] for text in texts for s, e in data.words_of(text)} | set(ODD))
    os.makedirs(f"{CRATE}/tests/golden", exist_ok=True)
    with open(f"{CRATE}/tests/golden/wordpiece.json", "w", encoding="utf-8") as f:
        rows = [json.dumps([w, pieces.tokenizer.encode(w, add_special_tokens=False).ids], ensure_ascii=True) for w in words]
        f.write("[\n" + ",\n".join(rows) + "\n]\n")
    text = data.read_text(f"{folder}/reservoir.txt")
    model, words, out = restored(), data.words_of(text), []
    for a, b in data.cut(data.paragraph_starts(text, words), len(words)):
        w = data.encode(pieces, text, words[a:b])
        ids, begins, shapes, mask, is_word = collate([w])
        with torch.no_grad():
            tags, cues, sources, inner = model.heads(model(ids, begins, shapes, mask), is_word)
        best = tags[0].argmax(-1)
        starts = [i for i in range(b - a) if best[i] == 3]
        out.append({
            "words": [a, b],
            "tags": np.round(tags[0].log_softmax(-1).numpy(), 3).tolist(),
            "cue_of": [[i, starts[int(cues[0, i, starts].argmax())]] for i in range(b - a) if best[i] >= 5] if starts else [],
            "source_of": [[i, int(sources[0, i].argmax())] for i in starts],
            "inner": np.round(inner[0].numpy(), 3).tolist(),
        })
    with open(f"{CRATE}/tests/golden/tags.json", "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(w) for w in out) + "\n]\n")
    print(f"{len(rows)} words, {len(out)} windows")


if __name__ == "__main__":
    main()
