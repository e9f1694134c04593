"""Fits the scores of `crates/sayso-lineage/src/claim/scores.rs` from what `--example fit` measured of the tuning gold.

    cargo run --release -p sayso-lineage --example fit -- ../gold/claims/tuning-*.toml > features.jsonl
    python claims.py features.jsonl

Softmax regression over three classes (the same, against, neither) on all that was measured; logistic regression of rewordings against
contents of other stories, on all and on what the words alone show. Ridge penalties: convex, so that the start does not matter. First what
leaving one writer's file out gives for several margins, then the tables to paste.
"""

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

WORDS = 15  # So many of the features come first and are measured without reading sentences.
rows = [row for row in map(json.loads, open(sys.argv[1])) if row["features"]]
names = list(rows[0]["features"])
x = np.array([[row["features"][name] for name in names] for row in rows])
form, file = (np.array([row[what] for row in rows]) for what in ("form", "file"))
target = np.array([{"reworded": 1, "contradicted": 2}.get(f, 0) for f in form])
weight = np.where(form == "elsewhere", 0.1, 1.0)
is_reworded, others = form == "reworded", np.isin(form, ["reworded", "elsewhere"])


def fit(a, y, w, c):
    """Coefficients, a column a score, the constant last."""
    middle, scale = a.mean(0), a.std(0) + 1e-9
    m = LogisticRegression(C=c, max_iter=3000, tol=1e-5).fit((a - middle) / scale, y, sample_weight=w)
    coefficients, constant = m.coef_, m.intercept_
    if len(coefficients) > 1:
        coefficients, constant = coefficients[1:] - coefficients[0], constant[1:] - constant[0]
    coefficients = coefficients / scale
    return np.c_[coefficients, constant - coefficients @ middle].T


def held(a, y, w, c, keep):
    """What each file's pairs score by a fit on the other files."""
    out = [None] * len(a)
    for name in set(file):
        beta = fit(a[keep & (file != name)], y[keep & (file != name)], w[keep & (file != name)], c)
        for i in np.flatnonzero(file == name):
            out[i] = np.r_[a[i], 1] @ beta
    return np.array(out)


def count(same):
    return " ".join(f"{f} {(same & (form == f)).sum()}/{(form == f).sum()}" for f in sorted(set(form)))


every, ones = np.ones(len(x), bool), np.ones(len(x))
scores = held(x, target, weight, 1, every)
margin = scores[:, 0] - np.maximum(scores[:, 1], 0)
conflict = x[:, names.index("conflict")] > 0
for free in (0, 0.25, 0.5):
    for bound in (free, 0.5, 1.0, 1.5):
        same = margin >= np.where(conflict, bound, free)
        right, wrong = (same & is_reworded).sum(), (same & np.isin(form, ["contradicted", "unrelated"])).sum()
        print(f"margins {free} {bound}: P {right / max(1, right + wrong):.3f} R {right / is_reworded.sum():.3f}", count(same))
find = held(x, is_reworded, ones, 0.3, others)[:, 0]
for least in (-1, 0, 0.5, 1, 2):
    print(f"found at {least}:", count((margin >= 0.25) & (find >= least)))
words = held(x[:, :WORDS], is_reworded, ones, 0.3, others)[:, 0]
for part in (5, 10, 15, 20, 25):
    least = np.percentile(words[is_reworded], part)
    print(f"words alone at {least:.2f}: {100 - part} % of rewordings", count(words >= least))
table = np.c_[fit(x, target, weight, 1), fit(x[others], is_reworded[others], ones[others], 0.3)]
for name, row in zip(names + ["constant"], table):
    print(f'("{name}", ' + ", ".join(f"{v:.2f}" for v in row) + "),")
print("words alone", fit(x[others][:, :WORDS], is_reworded[others], ones[others], 0.3)[:, 0].round(2).tolist())
