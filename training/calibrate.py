"""Fits the confidence of the reading to PolNeAR dev: `python calibrate.py EVIDENCE.jsonl`.

The evidence comes from `cargo run --release -p sayso-reading --example evidence`. An attribution is right when a gold one
has its content (IoU of characters at least .5, one to one) and its source, as in ../shared/lab/score.py; one inside another,
when a nested gold one has. Writes the weights of both to the crate and prints the expected calibration error (ten bins) of
each fit and of five folds by article."""

import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "../../shared")
CRATE = os.path.join(HERE, "../crates/sayso-reading/src")
sys.path.insert(0, os.path.join(SHARED, "lab"))
import score  # noqa: E402


def right_ones(text, gold, predicted):
    """Which of the predicted ones a gold one has, content and source."""
    g, p = score.prep(text, [a for a in gold if a["content"]]), score.prep(text, predicted)
    both = lambda a, b: score.iou(a["source"], b["source"]) + (not a["source"] and not b["source"])
    pairs = [((v, both(a, b), score.iou(a["cue"], b["cue"])), i, j) for i, a in enumerate(g) for j, b in enumerate(p)
             if (v := score.iou(a["content"], b["content"])) >= 0.5]
    return {j for i, j in score.greedy(pairs) if both(g[i], p[j]) >= 0.5}


def log_odds(p):
    e = np.clip(np.array(p, np.float64), 0.01, 0.99)
    return np.log(e / (1 - e))


def predict(x, w):
    return 1 / (1 + np.exp(-x @ w))


def examples(path, inside, outermost_weights=None):
    """Log odds of the evidence, right or wrong, and the article's number, of each attribution."""
    gold = score.load_gold(f"{SHARED}/data/polnear/dev")
    nested = {d["doc"]: d["nested"] for d in map(json.loads, open(f"{SHARED}/data/nested/dev.jsonl", encoding="utf-8"))}
    x, y, article = [], [], []
    for number, line in enumerate(open(path, encoding="utf-8")):
        d = json.loads(line)
        text, attributions = gold[d["doc"]]
        chosen = [a for a in d["attributions"] if (a["within"] is not None) == inside]
        right = right_ones(text, nested.get(d["doc"], []) if inside else attributions, chosen)
        by_id = {a["id"]: a for a in d["attributions"]}
        for j, a in enumerate(chosen):
            pieces = log_odds(a["evidence"])
            if inside:
                outer = by_id[a["within"]]
                sure = lambda a: predict(np.append(log_odds(a["evidence"]), 1.0), outermost_weights)
                pieces = log_odds([sure(a), sure(outer) if outer["within"] is None else outer["confidence"]])
            x.append(np.append(pieces, 1.0))
            y.append(float(j in right))
            article.append(number)
    return np.array(x), np.array(y), np.array(article)


def fit(x, y, ridge=1.0):
    """Logistic regression by Newton's method, with a ridge on all but the constant."""
    w, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], ridge)
    penalty[-1] = 0
    for _ in range(50):
        p = predict(x, w)
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + np.diag(penalty)
        w = w + np.linalg.solve(hessian, x.T @ (y - p) - penalty * w)
    return w


def calibration_error(p, y):
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs((p[bins == b] - y[bins == b]).sum()) for b in range(10)) / len(y)


def fitted(name, x, y, article):
    """The weights of a fit, which are written to the crate under this name."""
    w = fit(x, y)
    held = np.zeros(len(y))
    for fold in range(5):
        out = article % 5 == fold
        held[out] = predict(x[out], fit(x[~out], y[~out]))
    print(f"{name}: {len(y)} attributions, {y.mean():.3f} right; weights {np.round(w, 4).tolist()}")
    print(f"expected calibration error {calibration_error(predict(x, w), y):.4f}, on held-out folds {calibration_error(held, y):.4f}")
    with open(f"{CRATE}/{name}.in", "w") as f:
        f.write("[" + ", ".join(f"{v:.4f}" for v in w) + "]\n")
    return w


def main():
    outermost = fitted("confidence", *examples(sys.argv[1], False))
    fitted("confidence-inside", *examples(sys.argv[1], True, outermost))


if __name__ == "__main__":
    main()
