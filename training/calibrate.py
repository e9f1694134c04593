"""Fits the confidence of the reading to PolNeAR dev: `python calibrate.py EVIDENCE.jsonl`.

The evidence comes from `cargo run --release -p sayso-reading --example evidence`. An attribution is right when a gold one
has its content (IoU of characters at least .5, one to one) and its source, as in ../shared/lab/score.py. Writes the
weights to the crate and prints the expected calibration error (ten bins) of the fit and of five folds by article."""

import json
import os
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../shared/lab"))
import score  # noqa: E402


def examples(path):
    """Log odds of the evidence, right or wrong, and the article's number, of each attribution."""
    gold = score.load_gold(os.path.join(HERE, "../../shared/data/polnear/dev"))
    x, y, article = [], [], []
    for number, line in enumerate(open(path, encoding="utf-8")):
        d = json.loads(line)
        text, attributions = gold[d["doc"]]
        g, p = score.prep(text, [a for a in attributions if a["content"]]), score.prep(text, d["attributions"])
        both = lambda a, b: score.iou(a["source"], b["source"]) + (not a["source"] and not b["source"])
        pairs = [((v, both(a, b), score.iou(a["cue"], b["cue"])), i, j) for i, a in enumerate(g) for j, b in enumerate(p)
                 if (v := score.iou(a["content"], b["content"])) >= 0.5]
        right = {j for i, j in score.greedy(pairs) if both(g[i], p[j]) >= 0.5}
        for j, a in enumerate(d["attributions"]):
            e = np.clip(np.array(a["evidence"], np.float64), 0.01, 0.99)
            x.append(np.append(np.log(e / (1 - e)), 1.0))
            y.append(float(j in right))
            article.append(number)
    return np.array(x), np.array(y), np.array(article)


def fit(x, y, ridge=1.0):
    """Logistic regression by Newton's method, with a ridge on all but the constant."""
    w, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], ridge)
    penalty[-1] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + np.diag(penalty)
        w = w + np.linalg.solve(hessian, x.T @ (y - p) - penalty * w)
    return w


def calibration_error(p, y):
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs((p[bins == b] - y[bins == b]).sum()) for b in range(10)) / len(y)


def main():
    x, y, article = examples(sys.argv[1])
    w = fit(x, y)
    predict = lambda x, w: 1 / (1 + np.exp(-x @ w))
    held = np.zeros(len(y))
    for fold in range(5):
        out = article % 5 == fold
        held[out] = predict(x[out], fit(x[~out], y[~out]))
    print(f"{len(y)} attributions, {y.mean():.3f} right; weights {np.round(w, 4).tolist()}")
    print(f"expected calibration error {calibration_error(predict(x, w), y):.4f}, on held-out folds {calibration_error(held, y):.4f}")
    with open(os.path.join(HERE, "../crates/sayso-reading/src/confidence.in"), "w") as f:
        f.write("[" + ", ".join(f"{v:.4f}" for v in w) + "]\n")


if __name__ == "__main__":
    main()
