"""Trains the tagger: `python train.py [--out DIR]`, in four runs; `python train.py --on` makes the last of them alone, from the
weights that are exported.

1. *wide*: from the pretrained encoder. Two epochs of gold windows, contents on their own and half of the general news by
   the teacher's labels in each; then two epochs of gold windows and contents, with an eighth of the general news.
2. *narrow*: the same with less in the middle of each layer (`narrow.py`), from the wide one's weights. Three epochs with two
   thirds of the general news in each, one with an eighth; the loss also asks for the wide one's states of each word.
3. *nested*: from the narrow one's weights, three epochs with half of the gold windows, a third of the general news and all
   contents in each, among them those of the general news that were read for this project; the wide one's states are asked
   for where they are known. What goes on is the mean of the narrow one and this one, its head for inner cues this one's.
4. *own*: from that mean, three epochs of articles that were written for this project, twice in each, among a share of all
   that went before. The tagger is three tenths of what it started from and seven of what came of it.

Each run has one learning rate that rises and falls. The weights that are kept are a running average (EMA) of the second
half. A checkpoint every 100 steps; the same command goes on from the last one."""

import argparse
import copy
import json
import os
import random
import re
import time

import numpy as np
import torch
from torch import nn

import data
from golden import restored
from model import HIDDEN, WIDE, Layer, Tagger, collate, loss, pretrained_folder
from narrow import narrowed

# The share of the weights before the last run in what ships: they know gold's news better, those after it our own articles.
BEFORE = 0.3
HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "../../shared")


def load_windows():
    """Gold windows, contents on their own, general news, and contents of general news."""
    pieces = data.Pieces(pretrained_folder())
    docs = data.load_gold(f"{SHARED}/data/polnear/train")
    nested = data.load_nested(f"{SHARED}/data/nested/train.jsonl", {d["doc"]: d["text"] for d in docs})
    likely = data.cue_words(docs)
    gold = [w for d in docs for w in data.gold_windows(pieces, d, nested.get(d["doc"], []), likely)]
    contents = [w for d in docs for w in data.content_windows(pieces, d, nested.get(d["doc"], []), likely)]
    read, read_nested = data.load_read(f"{HERE}/nested-general.jsonl", f"{SHARED}/data/general")
    silver = data.silver_windows(pieces, f"{SHARED}/data/general", read, read_nested)
    likely = likely | data.inner_cue_words(docs, nested)
    news = [w for d in read for w in data.content_windows(pieces, d, read_nested[d["doc"]], likely)]
    count = lambda ws: f"{len(ws)} windows, {sum(len(w['words']) for w in ws)} words"
    with_nested = lambda ws: f"{count(ws)}, {sum(any(w['labels']) for w in ws)} with nested"
    articles, own_nested = data.load_own()
    own = []
    for d in articles:
        everywhere = set(re.findall(r"[a-z]+", d["text"].lower()))
        own += data.gold_windows(pieces, d, own_nested[d["doc"]], everywhere)
        own += data.content_windows(pieces, d, own_nested[d["doc"]], everywhere)
    print(f"gold {count(gold)}; contents {with_nested(contents)}; silver {count(silver)}; its contents {with_nested(news)}; own {with_nested(own)}", flush=True)
    return gold, contents, silver, news, own


def batches(windows, most, rng):
    """Batches of windows alike in length, at most `most` rows with padding, in random order."""
    windows = sorted(windows, key=lambda w: len(w["rows"]) + rng.random() * 12)
    out, now = [], []
    for w in windows:
        if now and max(len(w["rows"]), len(now[-1]["rows"])) * (len(now) + 1) > most:
            out.append(now)
            now = []
        now.append(w)
    out.append(now)
    rng.shuffle(out)
    return out


def plan(gold, contents, silver, mixed, passes, o):
    """Every batch of a run, in order; the same for the same seed, so that a run can go on where it stopped. `mixed` epochs
    share out `passes` times the general news, one or more follow with an eighth of it."""
    rng = random.Random(o.seed)
    order = rng.sample(silver, len(silver))
    steps, share = [], len(order) * passes // mixed
    for epoch in range(mixed):
        news = [order[i % len(order)] for i in range(epoch * share, (epoch + 1) * share)]
        steps += batches(gold + contents + news, o.rows, rng)
    for epoch in range(4 - mixed):
        steps += batches(gold + contents + order[epoch::8], o.rows, rng)
    return steps


def last_plan(gold, contents, silver, o):
    """As `plan`, for the last run."""
    rng = random.Random(o.seed + 1)
    halves, thirds = rng.sample(gold, len(gold)), rng.sample(silver, len(silver))
    return [b for e in range(3) for b in batches(contents + halves[e % 2 :: 2] + thirds[e::3], o.rows, rng)]


def own_plan(gold, contents, silver, news, own, o):
    """As `plan`, for the run on our own articles: each twice an epoch, beside shares of the rest."""
    rng = random.Random(o.seed + 2)
    shares = [(rng.sample(ws, len(ws)), n) for ws, n in ((gold, 4), (contents, 2), (news, 3), (silver, 12))]
    return [b for e in range(3) for b in batches(own * 2 + [w for ws, n in shares for w in ws[e % n :: n]], o.rows, rng)]


def fit(model, steps, body_lr, head_lr, name, o):
    """Trains `model` over `steps`; gives the averaged model, which is also kept as `name`.pt."""
    average = copy.deepcopy(model)
    body, heads = model.body()
    optimizer = torch.optim.AdamW([{"params": body, "lr": body_lr}, {"params": heads, "lr": head_lr}], weight_decay=0.01, fused=True)
    warm = 0.06 * len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1, (i + 1) / warm) * max(0, (len(steps) - i) / len(steps)))
    checkpoint, start = f"{o.out}/{name}.checkpoint.pt", 0
    if os.path.exists(checkpoint):
        c = torch.load(checkpoint)
        start = c["step"]
        for part, state in zip((model, average, optimizer, schedule), c["states"]):
            part.load_state_dict(state)
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
        seen += sum(len(w["rows"]) for w in steps[step])
        if (step + 1) % 20 == 0:
            print(json.dumps({"run": name, "step": step + 1, "of": len(steps), "loss": round(sum(losses) / len(losses), 4),
                              "rows/s": round(seen / (time.time() - t)), "s": round(time.time() - t)}), flush=True)
            losses = []
        if (step + 1) % 100 == 0 or step + 1 == len(steps):
            states = [part.state_dict() for part in (model, average, optimizer, schedule)]
            torch.save({"step": step + 1, "states": states}, checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
    torch.save(average.state_dict(), f"{o.out}/{name}.pt")
    return average


@torch.no_grad()
def remember_states(wide, windows, path):
    """Gives each window the wide model's states of its words; they are kept in the file `path`, which is read if it is there."""
    starts = np.cumsum([0] + [len(w["words"]) for w in windows])
    if not os.path.exists(path):
        wide.eval()
        states = np.zeros((starts[-1], HIDDEN), np.float16)
        order = sorted(range(len(windows)), key=lambda i: len(windows[i]["rows"]))
        for k in range(0, len(order), 8):
            some = order[k : k + 8]
            ids, begins, shapes, mask, _ = collate([windows[i] for i in some])
            for i, x in zip(some, wide(ids, begins, shapes, mask)):
                states[starts[i] : starts[i + 1]] = x[1 : len(windows[i]["rows"])].half().numpy()
        np.save(path, states)
    states = np.load(path, mmap_mode="r")
    assert len(states) == starts[-1], f"{path} is of other windows"
    for w, a, b in zip(windows, starts, starts[1:]):
        w["states"] = states[a:b]


def before_own(gold, contents, silver, news, o):
    """The first three runs."""
    wide = Tagger(WIDE)
    if os.path.exists(f"{o.out}/wide.pt"):
        wide.load_state_dict(torch.load(f"{o.out}/wide.pt"))
    else:
        wide = fit(wide.load_pretrained(), plan(gold, contents, silver, 2, 1, o), 2.5e-4, 1e-3, "wide", o)

    wide.eval()
    narrow = Tagger()
    remember_states(wide, gold + contents + silver, f"{o.out}/states.npy")
    if os.path.exists(f"{o.out}/narrow.pt"):
        narrow.load_state_dict(torch.load(f"{o.out}/narrow.pt"))
    else:
        first = f"{o.out}/narrowed.pt"
        if not os.path.exists(first):
            torch.save(narrowed(wide, gold[::15]).state_dict(), first)
        narrow.load_state_dict(torch.load(first))
        narrow = fit(narrow, plan(gold, contents, silver, 3, 2, o), 1.5e-4, 1.5e-4, "narrow", o)
    for w in contents:
        # What the wide one knew of contents, it had from fewer of them.
        del w["states"]
    if os.path.exists(f"{o.out}/mean.pt"):
        narrow.load_state_dict(torch.load(f"{o.out}/mean.pt"))
    else:
        before = copy.deepcopy(narrow.state_dict())
        after = fit(narrow, last_plan(gold, contents + news, silver, o), 1e-4, 1e-4, "nested", o).state_dict()
        narrow.load_state_dict({k: v if k.startswith("inner.") else (before[k] + v) / 2 for k, v in after.items()})
        torch.save(narrow.state_dict(), f"{o.out}/mean.pt")
    return narrow


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--out", default="run")
    ap.add_argument("--rows", type=int, default=4096, help="rows a batch")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--on", action="store_true", help="go on from the exported weights: the last run alone")
    ap.add_argument("--threads", type=int, default=os.cpu_count())
    ap.add_argument("--compile", action="store_true", help="compile the layers (a C++ compiler is needed): a fifth faster")
    o = ap.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    os.makedirs(o.out, exist_ok=True)
    gold, contents, silver, news, own = load_windows()
    if o.compile:
        Layer.forward = torch.compile(Layer.forward, dynamic=True)

    tagger = restored() if o.on else before_own(gold, contents, silver, news, o)
    tagger.requires_grad_(True)
    before = copy.deepcopy(tagger.state_dict())
    after = fit(tagger, own_plan(gold, contents, silver, news, own, o), 1.2e-4, 1.2e-4, "own", o).state_dict()
    torch.save({k: BEFORE * before[k] + (1 - BEFORE) * v for k, v in after.items()}, f"{o.out}/tagger.pt")
    print("done", flush=True)


if __name__ == "__main__":
    main()
