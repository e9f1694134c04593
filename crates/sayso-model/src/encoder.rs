//! The encoder: six layers over one window, in int8 products and fused passes.
//!
//! A word is one row, the mean of its pieces' vectors, and a row attends to those near it: both were learned, and cost no
//! accuracy that could be measured.
//! A layer is four products. Between two of them one pass restores the sums to floats, does what the layer asks (GELU, or
//! the residual and its norm) and quantises again, each row with its own scale, so that nothing makes a round through
//! memory for a step of its own. Rows go through the wide middle in blocks that stay in the cache.

use safetensors::Dtype;

use crate::kernels::{self, HIDDEN, HeadScratch};
use crate::product::{Linear, grown};
use crate::weights::{File, Norm, WeightsError, half};
use crate::window::Window;

const LAYERS: usize = 6;
const HEADS: usize = 12;
pub(crate) const VOCABULARY: usize = 30522;
const POSITIONS: usize = 512;
const SHAPES: usize = 16;
/// Word vectors are stored in groups of this many values with a scale of their own.
const GROUP: usize = 64;
/// Rows that go through a layer's middle at once: two rows of tiles of the widest kernel, and most sentences whole.
const BLOCK: usize = 28;

/// The vectors of the word pieces.
pub(crate) struct Pieces {
    values: Vec<u8>,
    scales: Vec<f32>,
}

impl Pieces {
    pub(crate) fn load(file: &File<'_>) -> Result<Self, WeightsError> {
        let halves = file.bytes("pieces.scale", Dtype::F16, &[VOCABULARY, HIDDEN / GROUP])?;
        Ok(Self {
            values: file.bytes("pieces.q", Dtype::U8, &[VOCABULARY, HIDDEN / 2])?.to_vec(),
            scales: halves.chunks_exact(2).map(|b| half(u16::from_le_bytes([b[0], b[1]]))).collect(),
        })
    }

    /// Adds a piece's vector to a row of `HIDDEN` values.
    pub(crate) fn add(&self, id: u32, row: &mut [f32]) {
        let packed = &self.values[id as usize * HIDDEN / 2..][..HIDDEN / 2];
        let scales = &self.scales[id as usize * HIDDEN / GROUP..][..HIDDEN / GROUP];
        let groups = row.chunks_exact_mut(GROUP).zip(packed.chunks_exact(GROUP / 2)).zip(scales);
        for ((row, packed), scale) in groups {
            for (pair, byte) in row.chunks_exact_mut(2).zip(packed) {
                pair[0] += f32::from(i16::from(byte & 15) - 8) * scale;
                pair[1] += f32::from(i16::from(byte >> 4) - 8) * scale;
            }
        }
    }
}

pub(crate) struct Encoder {
    pieces: Pieces,
    positions: Vec<i8>,
    position_scales: Vec<f32>,
    shapes: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

struct Layer {
    qkv: Linear,
    out: Linear,
    norm1: Norm,
    up: Linear,
    down: Linear,
    norm2: Norm,
}

/// Room for one window's states; kept from window to window.
#[derive(Default)]
pub(crate) struct Scratch {
    /// The hidden states, rows of `HIDDEN`.
    pub(crate) states: Vec<f32>,
    qkv: Vec<f32>,
    context: Vec<f32>,
    inner: Vec<f32>,
    sums: Vec<i32>,
    rows: Quantised,
    head: HeadScratch,
}

/// Quantised rows, each with its scale and zero point.
#[derive(Default)]
pub(crate) struct Quantised {
    pub(crate) values: Vec<u8>,
    pub(crate) scales: Vec<(f32, i32)>,
}

impl Quantised {
    /// Quantises `rows`, each of `width` floats.
    pub(crate) fn fill(&mut self, rows: &[f32], width: usize) {
        self.values.resize(rows.len(), 0);
        self.scales.clear();
        for (row, out) in rows.chunks_exact(width).zip(self.values.chunks_exact_mut(width)) {
            self.scales.push(kernels::quantise(row, out));
        }
    }
}

impl Norm {
    fn pair(&self) -> [&[f32]; 2] {
        [&self.scale, &self.shift]
    }
}

impl Encoder {
    /// From a file's layers and the vectors of word pieces, which two encoders can have in common.
    pub(crate) fn load(file: &File<'_>, pieces: Pieces) -> Result<Self, WeightsError> {
        let layers = (0..LAYERS)
            .map(|i| {
                let linear = |name, outputs, inputs| -> Result<Linear, WeightsError> {
                    Ok(Linear::pack(file.matrix(&format!("layers.{i}.{name}"), outputs, inputs)?))
                };
                let inner = file.outputs(&format!("layers.{i}.up"))?;
                Ok(Layer {
                    qkv: linear("qkv", 3 * HIDDEN, HIDDEN)?,
                    out: linear("out", HIDDEN, HIDDEN)?,
                    norm1: file.norm(&format!("layers.{i}.norm1"), HIDDEN)?,
                    up: linear("up", inner, HIDDEN)?,
                    down: linear("down", HIDDEN, inner)?,
                    norm2: file.norm(&format!("layers.{i}.norm2"), HIDDEN)?,
                })
            })
            .collect::<Result<_, WeightsError>>()?;
        let positions = file.bytes("positions.q", Dtype::I8, &[POSITIONS, HIDDEN])?;
        Ok(Self {
            pieces,
            positions: positions.iter().map(|b| *b as i8).collect(),
            position_scales: file.floats("positions.scale", &[POSITIONS])?,
            shapes: file.floats("shapes", &[SHAPES, HIDDEN])?,
            norm: file.norm("norm", HIDDEN)?,
            layers,
        })
    }

    /// The states of a window's rows, into `scratch.states`.
    pub(crate) fn run(&self, window: &Window, scratch: &mut Scratch) {
        self.run_through(window, scratch, |_, _| {});
    }

    /// As [`Encoder::run`]; `after` sees the states after each layer, of which the first is 1.
    pub(crate) fn run_through(&self, window: &Window, scratch: &mut Scratch, mut after: impl FnMut(usize, &[f32])) {
        scratch.states.resize(window.ends.len() * HIDDEN, 0.0);
        let mut from = 0;
        for (i, row) in scratch.states.chunks_exact_mut(HIDDEN).enumerate() {
            let ids = &window.ids[from..window.ends[i]];
            from = window.ends[i];
            self.embed(ids, i, usize::from(window.shapes[i]), row);
            kernels::layer_norm(row, &self.norm.pair());
        }
        for (i, layer) in self.layers.iter().enumerate() {
            layer.attend(scratch);
            layer.transform(scratch);
            after(i + 1, &scratch.states);
        }
    }

    /// The mean of the pieces' vectors, with those of the row's position and shape.
    fn embed(&self, ids: &[u32], position: usize, shape: usize, row: &mut [f32]) {
        row.fill(0.0);
        for id in ids {
            self.pieces.add(*id, row);
        }
        let share = 1.0 / ids.len() as f32;
        let positions = &self.positions[position * HIDDEN..][..HIDDEN];
        let step = self.position_scales[position];
        let shapes = &self.shapes[shape * HIDDEN..][..HIDDEN];
        for (i, x) in row.iter_mut().enumerate() {
            *x = *x * share + f32::from(positions[i]) * step + shapes[i];
        }
    }
}

impl Layer {
    /// What each row takes from those near it: `scratch.states` to `scratch.context`.
    fn attend(&self, scratch: &mut Scratch) {
        let Scratch { states, qkv, context, sums, rows, head, .. } = scratch;
        let count = states.len() / HIDDEN;
        qkv.resize(count * 3 * HIDDEN, 0.0);
        context.resize(count * HIDDEN, 0.0);
        for (states, qkv) in states.chunks(BLOCK * HIDDEN).zip(qkv.chunks_mut(BLOCK * 3 * HIDDEN)) {
            rows.fill(states, HIDDEN);
            self.qkv.multiply(&rows.values, sums);
            let out = qkv.chunks_exact_mut(3 * HIDDEN);
            for ((sums, out), (scale, zero)) in sums.chunks_exact(3 * HIDDEN).zip(out).zip(&rows.scales) {
                kernels::restore(sums, *scale, *zero, &self.qkv.scales(), out);
            }
        }
        for number in 0..HEADS {
            kernels::attend(qkv, count, number, head, context);
        }
    }

    /// What the layer makes of each row of `scratch.context` on its own, added to `scratch.states`.
    fn transform(&self, scratch: &mut Scratch) {
        let Scratch { states, context, inner, sums, rows, .. } = scratch;
        for (states, context) in states.chunks_mut(BLOCK * HIDDEN).zip(context.chunks(BLOCK * HIDDEN)) {
            rows.fill(context, HIDDEN);
            self.out.multiply(&rows.values, sums);
            add_norm(sums, rows, &self.out, &self.norm1, states);

            rows.fill(states, HIDDEN);
            self.up.multiply(&rows.values, sums);
            let width = self.up.outputs;
            let inner = grown(inner, rows.scales.len() * width);
            let out = inner.chunks_exact_mut(width);
            for ((sums, out), (scale, zero)) in sums.chunks_exact(width).zip(out).zip(&rows.scales) {
                kernels::restore_gelu(sums, *scale, *zero, &self.up.scales(), out);
            }
            rows.fill(inner, width);
            self.down.multiply(&rows.values, sums);
            add_norm(sums, rows, &self.down, &self.norm2, states);
        }
    }
}

fn add_norm(sums: &[i32], rows: &Quantised, layer: &Linear, norm: &Norm, states: &mut [f32]) {
    let (norm, scales) = (norm.pair(), layer.scales());
    for ((sums, state), (scale, zero)) in
        sums.chunks_exact(HIDDEN).zip(states.chunks_exact_mut(HIDDEN)).zip(&rows.scales)
    {
        kernels::restore_add_norm(sums, *scale, *zero, &scales, &norm, state);
    }
}
