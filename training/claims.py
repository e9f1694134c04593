"""Fits the scores of `crates/sayso-lineage/src/claim/scores.rs` from what `--example fit` measured of the tuning gold.

    cargo run -p sayso-lineage --example fit -- ../gold/claims/tuning-*.toml > features.jsonl
    python claims.py features.jsonl

Softmax regression over three classes (the same, against, neither), ridge penalty, accelerated gradient descent: convex, so that the start
does not matter. Pairs of different stories count a tenth each. First what a cross-validation by story gives for several margins, then the
table to paste.
"""

import json
import sys

import numpy as np

RIDGE, STEPS, FOLDS = 1.0, 1500, 8
rows = [json.loads(line) for line in open(sys.argv[1])]
rows = [row for row in rows if row["features"]]
names = list(rows[0]["features"])
x = np.array([[row["features"][name] for name in names] for row in rows])
form = np.array([row["form"] for row in rows])
middle, scale = x.mean(0), x.std(0) + 1e-9
x = np.c_[(x - middle) / scale, np.ones(len(x))]
target = np.eye(3)[[{"reworded": 1, "contradicted": 2}.get(f, 0) for f in form]]
weight = np.where(form == "elsewhere", 0.1, 1.0)[:, None]


def fit(keep):
    a, t, w = x[keep], target[keep], weight[keep]
    beta = before = np.zeros((x.shape[1], 3))
    step = 1 / (0.5 * np.linalg.norm(a.T @ (w * a), 2) + RIDGE)
    for i in range(STEPS):
        ahead = beta + i / (i + 3) * (beta - before)  # Nesterov 1983
        scores = a @ ahead
        p = np.exp(scores - scores.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        before, beta = beta, ahead - step * (a.T @ (w * (p - t)) + RIDGE * np.r_[ahead[:-1], np.zeros((1, 3))])
    return beta - beta[:, :1]


def margin(scores):
    return scores[:, 1] - np.maximum(scores[:, 2], 0)


stories = sorted({row["story"] for row in rows})
np.random.RandomState(0).shuffle(stories)
fold = np.array([stories.index(row["story"]) % FOLDS for row in rows])
held = np.zeros((len(rows), 3))
for number in range(FOLDS):
    held[fold == number] = x[fold == number] @ fit(fold != number)
conflict = x[:, names.index("conflict")] > 0
for free in (-0.25, 0, 0.25, 0.5):
    for bound in (free, 1.0, 1.5, 2.5):
        same = margin(held) >= np.where(conflict, bound, free)
        found = " ".join(f"{f} {(same & (form == f)).sum()}/{(form == f).sum()}" for f in sorted(set(form)))
        right, wrong = (same & (form == "reworded")).sum(), (same & ~np.isin(form, ["reworded", "elsewhere"])).sum()
        print(f"margins {free} {bound}: P {right / max(1, right + wrong):.3f} R {right / (form == 'reworded').sum():.3f}", found)
beta = fit(np.ones(len(rows), bool)) / np.r_[scale, 1][:, None]
beta[-1] -= middle @ beta[:-1]
for name, column in (("SAME", 1), ("AGAINST", 2)):
    print(f"{name} constant {beta[-1, column]:.2f}", *(f"{n} {b:.2f}" for n, b in zip(names, beta[:-1, column])), sep="\n  ")
