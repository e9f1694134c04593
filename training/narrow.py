"""Makes the middle of each layer narrower, with as little change to what the layer says as can be.

Which of the middle's values can be missed, and what the rest must say instead, comes from least squares over what they are
on gold windows: the value goes whose loss changes the layer's output least once the others make up for it (the optimal
brain surgeon of Hassibi and Stork 1993, taken a column at a time as in ZipLM, Kurtic et al. 2023)."""

import torch
import torch.nn.functional as F

from model import NARROW, Tagger, collate

STEP = 32


def keep_best(gram, weight, count):
    """Of the rows of `weight`, the `count` that are kept, and what they must be. `gram` is the mean of a a' over rows a of
    values (the last a constant 1, for the bias, which stays)."""
    kept = torch.arange(len(gram))
    target = gram @ weight
    while True:
        inverse = torch.linalg.inv(gram[kept][:, kept])
        now = inverse @ target[kept]
        over = len(kept) - 1 - count
        if over <= 0:
            return kept[:-1], now
        cost = now.square().sum(1) / inverse.diagonal()
        drop = cost[:-1].argsort()[: min(STEP, over)]
        stay = torch.ones(len(kept), dtype=torch.bool)
        stay[drop] = False
        kept = kept[stay]


@torch.no_grad()
def narrowed(wide, windows, middle=NARROW):
    """A tagger with `middle` values in the middle of each layer that says much the same as `wide`. Layer after layer: each
    is fitted to what reaches it through the narrow ones before."""
    small = Tagger(middle)
    taken = {k: v for k, v in wide.state_dict().items() if ".up." not in k and ".down." not in k}
    small.load_state_dict(taken, strict=False)
    small.eval()
    batches = [windows[i : i + 16] for i in range(0, len(windows), 16)]
    for number, inner in enumerate(middle):
        layer, here = wide.layers[number], small.layers[number]
        gram, count = torch.zeros(layer.up.out_features + 1, layer.up.out_features + 1, dtype=torch.float64), 0
        seen = []
        hook = here.norm1.register_forward_hook(lambda _, __, out: seen.append(out))
        for batch in batches:
            ids, begins, shapes, mask, _ = collate(batch)
            seen.clear()
            small(ids, begins, shapes, mask)
            values = F.gelu(layer.up(seen[0][mask]))
            values = torch.cat([values, torch.ones(len(values), 1)], 1)
            gram += (values.T @ values).double()
            count += len(values)
        hook.remove()
        gram = gram / count + 1e-4 * (gram.diagonal().mean() / count) * torch.eye(len(gram), dtype=torch.float64)
        full = torch.cat([layer.down.weight.T, layer.down.bias[None]]).double()
        kept, weight = keep_best(gram, full, inner)
        here.up.weight.copy_(layer.up.weight[kept])
        here.up.bias.copy_(layer.up.bias[kept])
        here.down.weight.copy_(weight[:-1].T)
        here.down.bias.copy_(weight[-1])
        error = full.clone()
        error[kept] -= weight[:-1]
        error[-1] -= weight[-1]
        missed = ((gram @ error) * error).sum() / ((gram @ full) * full).sum()
        print(f"layer {number + 1}: {inner} of {layer.up.out_features} kept, {missed:.3f} of the output's square missed", flush=True)
    return small
