"""Fits the scores for contents of one story (`WITHIN` and its constants in `crates/sayso-lineage/src/claim/scores.rs`) from what
`--example within` measured of generated weeks.

    python within.py within-1.jsonl within-2.jsonl

Logistic regression with a ridge penalty: convex, so that the start does not matter. First what each event's articles score by a fit on the other
events: precision and recall by what stands beside a telling, for several thresholds; then the tables to paste.
"""

import collections
import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

WORDS = 15  # So many of the features come first and are measured without reading sentences.
MOST_SHARED = 15.0
rows = [row for path in sys.argv[1:] for row in map(json.loads, open(path)) if row["tells"] is not None]
x = np.array([row["features"] + [min(row["shared"], MOST_SHARED)] for row in rows])
tells = np.array([row["tells"] for row in rows])
event = np.array([row["event"] for row in rows])


def fit(a, y):
    """Coefficients, the constant last."""
    middle, scale = a.mean(0), a.std(0) + 1e-9
    m = LogisticRegression(C=0.03, max_iter=3000).fit((a - middle) / scale, y)
    coefficients = m.coef_[0] / scale
    return np.r_[coefficients, m.intercept_[0] - coefficients @ middle]


def sums(a, beta):
    return a @ beta[:-1] + beta[-1]


held = np.zeros(len(x))
for name in set(event):
    held[event == name] = sums(x[event == name], fit(x[event != name], tells[event != name]))
for beside in sorted({row["beside"] for row in rows}):
    # An article counts once, by the best of its tellings.
    best = collections.defaultdict(lambda: (-99.0, False))
    for row, score in zip(rows, held):
        if row["beside"] == beside:
            best[row["article"]] = max(best[row["article"]], (score, row["tells"]))
    score, right = (np.array(list(column)) for column in zip(*best.values()))
    for least in (-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5):
        above = score >= least
        print(f"{beside} from {least}: {(above & right).sum()} of {above.sum()} right, of {right.sum()} in all")
print("WITHIN, then WITHIN_SHARED and WITHIN_CONSTANT", fit(x, tells).round(2).tolist())
print("WORDS_ALONE_WITHIN, then its constant", fit(x[:, :WORDS], tells).round(2).tolist())
