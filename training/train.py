"""Trains the tagger: `python train.py [--out DIR]`. One run, two phases under one falling learning rate:

1. gold windows, contents on their own, and, once over the epochs of this phase, general news by the teacher's labels;
2. gold windows and contents, with an eighth of the general news an epoch so that it is not forgotten.

The weights that are kept are a running average (EMA) of the second half. A checkpoint every 100 steps; the same command
goes on from the last one. Takes about an hour with `amx_bf16`, two to three hours on two cores without."""

import argparse
import copy
import json
import os
import random
import time

import torch
from torch import nn

import data
from model import Layer, Tagger, collate, loss, pretrained_folder

SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../shared")


def batches(windows, most, rng):
    """Batches of windows alike in length, at most `most` pieces with padding, in random order."""
    windows = sorted(windows, key=lambda w: len(w["ids"]) + rng.random() * 12)
    out, now = [], []
    for w in windows:
        if now and max(len(w["ids"]), len(now[-1]["ids"])) * (len(now) + 1) > most:
            out.append(now)
            now = []
        now.append(w)
    out.append(now)
    rng.shuffle(out)
    return out


def plan(gold, contents, silver, o, rng):
    """Every batch of the run, in order; the same for the same seed, so that a run can go on where it stopped."""
    steps = []
    silver = rng.sample(silver, len(silver))
    for epoch in range(o.mixed_epochs):
        steps += batches(gold + contents + silver[epoch :: o.mixed_epochs], o.pieces, rng)
    for epoch in range(o.gold_epochs):
        steps += batches(gold + contents + silver[epoch::8], o.pieces, rng)
    return steps


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", default="run")
    ap.add_argument("--mixed-epochs", type=int, default=2)
    ap.add_argument("--gold-epochs", type=int, default=2)
    ap.add_argument("--lr", type=float, default=2.5e-4)
    ap.add_argument("--pieces", type=int, default=4096, help="word pieces a batch")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=os.cpu_count())
    ap.add_argument("--compile", action="store_true", help="compile the layers (a C++ compiler is needed): a fifth faster")
    ap.add_argument("--stop-after", type=int, default=0, help="stop after so many steps (for timing)")
    o = ap.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    rng = random.Random(o.seed)
    os.makedirs(o.out, exist_ok=True)

    pieces = data.Pieces(pretrained_folder())
    docs = data.load_gold(f"{SHARED}/data/polnear/train")
    nested = data.load_nested(f"{SHARED}/data/nested/train.jsonl")
    likely = data.cue_words(docs)
    gold = [w for d in docs for w in data.gold_windows(pieces, d)]
    contents = [w for d in docs for w in data.content_windows(pieces, d, nested.get(d["doc"], []), likely)]
    silver = data.silver_windows(pieces, f"{SHARED}/data/general")
    count = lambda ws: f"{len(ws)} windows, {sum(len(w['ids']) for w in ws)} pieces"
    print(f"gold {count(gold)}; contents {count(contents)}, {sum(any(w['labels']) for w in contents)} with nested; silver {count(silver)}", flush=True)
    steps = plan(gold, contents, silver, o, rng)

    model = Tagger().load_pretrained()
    if o.compile:
        Layer.forward = torch.compile(Layer.forward, dynamic=True)
    average = copy.deepcopy(model)
    body, heads = model.body()
    optimizer = torch.optim.AdamW([{"params": body, "lr": o.lr}, {"params": heads, "lr": o.lr * 4}], weight_decay=0.01, fused=True)
    warm = 0.06 * len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1, (i + 1) / warm) * max(0, (len(steps) - i) / len(steps)))
    checkpoint, start = f"{o.out}/checkpoint.pt", 0
    if os.path.exists(checkpoint):
        c = torch.load(checkpoint)
        start = c["step"]
        model.load_state_dict(c["model"])
        average.load_state_dict(c["average"])
        optimizer.load_state_dict(c["optimizer"])
        schedule.load_state_dict(c["schedule"])
        print("going on from step", start, flush=True)
    t, seen, losses = time.time(), 0, []
    for step in range(start, len(steps)):
        model.train()
        value = loss(model, steps[step])
        value.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        # The average starts at half of the run; its memory is a tenth of what has passed since, at most 150 steps.
        with torch.no_grad():
            since = step - len(steps) // 2
            keep = 0.0 if since < 0 else min(1 - 1 / 150, since / (since + 10))
            for a, b in zip(average.parameters(), model.parameters()):
                a.lerp_(b, 1 - keep)
        losses.append(value.item())
        seen += sum(len(w["ids"]) for w in steps[step])
        if (step + 1) % 20 == 0:
            print(json.dumps({"step": step + 1, "of": len(steps), "loss": round(sum(losses) / len(losses), 4),
                              "pieces/s": round(seen / (time.time() - t)), "s": round(time.time() - t)}), flush=True)
            losses = []
        if (step + 1) % 100 == 0 or step + 1 == len(steps):
            torch.save({"step": step + 1, "model": model.state_dict(), "average": average.state_dict(),
                        "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}, checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
        if o.stop_after and step + 1 - start >= o.stop_after:
            return
    torch.save(average.state_dict(), f"{o.out}/tagger.pt")
    print("done", flush=True)


if __name__ == "__main__":
    main()
