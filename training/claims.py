"""Fits the scores of `crates/sayso-lineage/src/claim/scores.rs` from what `--example fit` measured of the tuning gold.

    cargo run --release -p sayso-lineage --example fit -- ../gold/claims/tuning-*.toml > features.jsonl
    python claims.py features.jsonl

Softmax regression over three classes (the same, against, neither) on all that was measured, with a ridge penalty: convex, so that the start does
not matter. First what leaving one writer's file out gives for several margins, then the table to paste. The scores for contents of one story are
fitted by `within.py`.
"""

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

rows = [row for row in map(json.loads, open(sys.argv[1])) if row["features"]]
names = list(rows[0]["features"])
x = np.array([[row["features"][name] for name in names] for row in rows])
form, file = (np.array([row[what] for row in rows]) for what in ("form", "file"))
target = np.array([{"reworded": 1, "contradicted": 2}.get(f, 0) for f in form])
weight = np.where(form == "elsewhere", 0.1, 1.0)
is_reworded = form == "reworded"


def fit(a, y, w, c):
    """Coefficients, a column a score, the constant last."""
    middle, scale = a.mean(0), a.std(0) + 1e-9
    m = LogisticRegression(C=c, max_iter=3000, tol=1e-5).fit((a - middle) / scale, y, sample_weight=w)
    coefficients, constant = m.coef_, m.intercept_
    if len(coefficients) > 1:
        coefficients, constant = coefficients[1:] - coefficients[0], constant[1:] - constant[0]
    coefficients = coefficients / scale
    return np.c_[coefficients, constant - coefficients @ middle].T


def held(a, y, w, c):
    """What each file's pairs score by a fit on the other files."""
    out = [None] * len(a)
    for name in set(file):
        beta = fit(a[file != name], y[file != name], w[file != name], c)
        for i in np.flatnonzero(file == name):
            out[i] = np.r_[a[i], 1] @ beta
    return np.array(out)


def count(same):
    return " ".join(f"{f} {(same & (form == f)).sum()}/{(form == f).sum()}" for f in sorted(set(form)))


scores = held(x, target, weight, 1)
margin = scores[:, 0] - np.maximum(scores[:, 1], 0)
conflict = x[:, names.index("conflict")] > 0
for free in (0, 0.25, 0.5):
    for bound in (free, 0.5, 1.0, 1.5):
        same = margin >= np.where(conflict, bound, free)
        right, wrong = (same & is_reworded).sum(), (same & np.isin(form, ["contradicted", "unrelated"])).sum()
        print(f"margins {free} {bound}: P {right / max(1, right + wrong):.3f} R {right / is_reworded.sum():.3f}", count(same))
for name, row in zip(names + ["constant"], fit(x, target, weight, 1)):
    print(f'("{name}", ' + ", ".join(f"{v:.2f}" for v in row) + "),")
