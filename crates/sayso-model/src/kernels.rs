//! The passes in floating point: quantise, layer norm, GELU, attention, dot products.
//!
//! Every sum runs in one fixed order and every product-and-sum is fused (`mul_add`, exact by IEEE 754), so the same bytes
//! come out on every processor. The bodies are plain Rust that vectorises; `dispatch!` compiles each a second time for
//! AVX2 + FMA and picks by what the processor can do. A processor without FMA computes the same, slowly.

#![expect(
    clippy::inline_always,
    reason = "a body must be compiled anew, with wider registers, inside each of its two fronts"
)]

/// Highest value of a quantised activation. Seven bits: with weights in -31…31 eight products fit in 16 bits, so that no
/// int8 kernel can saturate, and the AVX2 kernel can sum in 16 bits.
pub(crate) const ACTIVATION_MAX: f32 = 127.0;

/// Lanes in which sums are kept apart; a sum's order depends on it, so it is part of the numbers' definition.
const LANES: usize = 8;

/// Defines functions twice, for any processor and for AVX2 + FMA, and a front that picks.
macro_rules! dispatch {
    ($($(#[$doc:meta])* fn $name:ident / $wide:ident / $body:ident ($($arg:ident : $type:ty),* $(,)?) $(-> $out:ty)?;)*) => {$(
        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2,fma")]
        fn $wide($($arg: $type),*) $(-> $out)? {
            $body($($arg),*)
        }

        $(#[$doc])*
        #[inline]
        pub(crate) fn $name($($arg: $type),*) $(-> $out)? {
            #[cfg(target_arch = "x86_64")]
            if wide() {
                #[expect(unsafe_code, reason = "the function needs AVX2 and FMA, and `wide` has just said that they are there")]
                // SAFETY: `wide()` is true only where the processor has AVX2 and FMA.
                return unsafe { $wide($($arg),*) };
            }
            $body($($arg),*)
        }
    )*};
}

/// Whether the processor has AVX2 and FMA.
#[cfg(target_arch = "x86_64")]
#[inline]
pub(crate) fn wide() -> bool {
    is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma")
}

dispatch! {
    /// Quantises one row to 0…127; gives the scale and the zero point.
    fn quantise / quantise_wide / quantise_body(row: &[f32], out: &mut [u8]) -> (f32, i32);

    /// `out[n] = scale × scales[n] × (sums[n] − zero × totals[n]) + bias[n]`: what an int8 product stands for.
    fn restore / restore_wide / restore_body(sums: &[i32], scale: f32, zero: i32, layer: &Scales<'_>, out: &mut [f32]);

    /// As `restore`, then GELU, in place of `out`.
    fn restore_gelu / restore_gelu_wide / restore_gelu_body(sums: &[i32], scale: f32, zero: i32, layer: &Scales<'_>, out: &mut [f32]);

    /// As `restore`, then added to `row`, which is then normalised.
    fn restore_add_norm / restore_add_norm_wide / restore_add_norm_body(
        sums: &[i32], scale: f32, zero: i32, layer: &Scales<'_>, norm: &[&[f32]; 2], row: &mut [f32],
    );

    /// Layer norm of one row, in place.
    fn layer_norm / layer_norm_wide / layer_norm_body(row: &mut [f32], norm: &[&[f32]; 2]);

    /// The sum of products of two rows.
    fn dot / dot_wide / dot_body(a: &[f32], b: &[f32]) -> f32;

    /// Attention of one head: see `attend_body`.
    fn attend / attend_wide / attend_body(qkv: &[f32], rows: usize, head: usize, scratch: &mut HeadScratch, out: &mut [f32]);
}

/// What turns the int32 sums of a layer into floats.
pub(crate) struct Scales<'a> {
    /// Scale of each output.
    pub(crate) scale: &'a [f32],
    /// Sum of the weights of each output, for the zero point.
    pub(crate) total: &'a [i32],
    /// Bias of each output.
    pub(crate) bias: &'a [f32],
}

#[inline(always)]
fn sum_lanes(lanes: [f32; LANES]) -> f32 {
    let [a, b, c, d, e, f, g, h] = lanes;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

#[inline(always)]
fn lane_sum(row: &[f32], f: impl Fn(f32, f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    let (blocks, rest) = row.as_chunks::<LANES>();
    for block in blocks {
        for i in 0..LANES {
            lanes[i] = f(block[i], lanes[i]);
        }
    }
    for (i, x) in rest.iter().enumerate() {
        lanes[i] = f(*x, lanes[i]);
    }
    sum_lanes(lanes)
}

#[inline(always)]
fn dot_body(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0; LANES];
    let (a, _) = a.as_chunks::<LANES>();
    let (b, _) = b.as_chunks::<LANES>();
    for (a, b) in a.iter().zip(b) {
        for i in 0..LANES {
            lanes[i] = a[i].mul_add(b[i], lanes[i]);
        }
    }
    sum_lanes(lanes)
}

#[inline(always)]
fn quantise_body(row: &[f32], out: &mut [u8]) -> (f32, i32) {
    let (mut low, mut high) = ([0.0f32; LANES], [0.0f32; LANES]);
    let (blocks, rest) = row.as_chunks::<LANES>();
    for block in blocks {
        for i in 0..LANES {
            low[i] = if block[i] < low[i] { block[i] } else { low[i] };
            high[i] = if block[i] > high[i] { block[i] } else { high[i] };
        }
    }
    for x in rest {
        low[0] = low[0].min(*x);
        high[0] = high[0].max(*x);
    }
    let low = low.into_iter().fold(0.0, f32::min);
    let high = high.into_iter().fold(0.0, f32::max);
    let scale = ((high - low) / ACTIVATION_MAX).max(1e-12);
    let inverse = 1.0 / scale;
    let zero = (-low * inverse + 0.5).floor();
    for (x, q) in row.iter().zip(out) {
        let v = x.mul_add(inverse, zero);
        let v = if v > ACTIVATION_MAX { ACTIVATION_MAX } else { v };
        let v = if v < 0.0 { 0.0 } else { v };
        // Adding 2^23 rounds to a whole number, which then stands in the lowest bits.
        *q = (v + 8_388_608.0).to_bits() as u8;
    }
    (scale, zero as i32)
}

#[inline(always)]
fn restored(sums: i32, scale: f32, zero: i32, layer: &Scales<'_>, n: usize) -> f32 {
    let exact = (sums - zero * layer.total[n]) as f32;
    exact.mul_add(scale * layer.scale[n], layer.bias[n])
}

#[inline(always)]
fn restore_body(sums: &[i32], scale: f32, zero: i32, layer: &Scales<'_>, out: &mut [f32]) {
    let n = out.len();
    let (sums, layer) = (&sums[..n], layer.first(n));
    for i in 0..n {
        out[i] = restored(sums[i], scale, zero, &layer, i);
    }
}

#[inline(always)]
fn restore_gelu_body(sums: &[i32], scale: f32, zero: i32, layer: &Scales<'_>, out: &mut [f32]) {
    let n = out.len();
    let (sums, layer) = (&sums[..n], layer.first(n));
    for i in 0..n {
        out[i] = gelu(restored(sums[i], scale, zero, &layer, i));
    }
}

#[inline(always)]
fn restore_add_norm_body(sums: &[i32], scale: f32, zero: i32, layer: &Scales<'_>, norm: &[&[f32]; 2], row: &mut [f32]) {
    let n = row.len();
    let (sums, layer) = (&sums[..n], layer.first(n));
    for i in 0..n {
        row[i] += restored(sums[i], scale, zero, &layer, i);
    }
    layer_norm_body(row, norm);
}

impl<'a> Scales<'a> {
    /// The same, of the first `n` outputs: the lengths are then known, and the loops need no bounds checks.
    #[inline(always)]
    fn first(&self, n: usize) -> Scales<'a> {
        Scales { scale: &self.scale[..n], total: &self.total[..n], bias: &self.bias[..n] }
    }
}

#[inline(always)]
fn layer_norm_body(row: &mut [f32], norm: &[&[f32]; 2]) {
    let n = row.len();
    let (scale, shift) = (&norm[0][..n], &norm[1][..n]);
    let mean = lane_sum(row, |x, sum| sum + x) / n as f32;
    let spread = lane_sum(row, |x, sum| (x - mean).mul_add(x - mean, sum)) / n as f32;
    let factor = 1.0 / (spread + 1e-12).sqrt();
    for i in 0..n {
        row[i] = ((row[i] - mean) * factor).mul_add(scale[i], shift[i]);
    }
}

/// e^x for x ≤ 0, within 2 units in the last place; 0 below -87. After the Cephes library's `expf`.
#[inline(always)]
fn exp(x: f32) -> f32 {
    // 1.5 × 2^23: adding it rounds to a whole number, which then stands in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    let x = if x < -87.0 { -87.0 } else { x };
    let whole = x.mul_add(std::f32::consts::LOG2_E, ROUND);
    let n = whole - ROUND;
    let r = n.mul_add(-0.693_359_4, x);
    let r = n.mul_add(2.121_944_4e-4, r);
    let p = 1.987_569_1e-4f32.mul_add(r, 1.398_2e-3);
    let p = p.mul_add(r, 8.333_452e-3);
    let p = p.mul_add(r, 4.166_579_6e-2);
    let p = p.mul_add(r, 1.666_666_5e-1);
    let p = p.mul_add(r, 0.5);
    let y = (p * r).mul_add(r, r + 1.0);
    y * f32::from_bits(whole.to_bits().wrapping_add(127) << 23)
}

/// x Φ(x), with the error function of Abramowitz and Stegun 7.1.25 (within 2.5e-5, below what seven bits can tell apart).
#[inline(always)]
fn gelu(x: f32) -> f32 {
    let a = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / 0.470_47f32.mul_add(a, 1.0);
    let p = 0.747_855_6f32.mul_add(t, -0.095_879_8).mul_add(t, 0.348_024_2) * t;
    let tail = 0.5 * p * exp(-a * a);
    let share = if x < 0.0 { tail } else { 1.0 - tail };
    x * share
}

pub(crate) const HEAD: usize = 32;
pub(crate) const HIDDEN: usize = 384;
const QUERIES: usize = 4;
/// Rows of a block: `BLOCK` of `training/model.py`.
const KEYS: usize = 16;
/// A row attends to its own block, to as many before and after it, and to the first row: `NEAR` of `training/model.py`.
const NEAR: usize = 3;
/// Room for the weights of the keys that one query can see: those of its blocks, and the first row's.
const SEEN: usize = (2 * NEAR + 1) * KEYS + LANES;

/// Room for one head's keys and values.
#[derive(Default)]
pub(crate) struct HeadScratch {
    /// Sixteen keys a block, turned: for each of the head's values those of sixteen keys.
    keys: Vec<[[f32; KEYS]; HEAD]>,
    values: Vec<[f32; HEAD]>,
}

/// Attention of head number `head` over a window: `qkv` has `rows` rows of queries, keys and values, and `out` gets the
/// head's columns of `rows` rows of hidden values.
///
/// Scores of sixteen keys come at once, and four queries share each load.
#[inline(always)]
fn attend_body(qkv: &[f32], rows: usize, head: usize, scratch: &mut HeadScratch, out: &mut [f32]) {
    turn(qkv, head, scratch);
    let HeadScratch { keys, values } = scratch;
    let root = 1.0 / (HEAD as f32).sqrt();
    let mut weights = [[0.0f32; SEEN]; QUERIES];
    for base in (0..rows).step_by(QUERIES) {
        let count = QUERIES.min(rows - base);
        // Turned too: for each of the head's values those of the four queries. A query that is not there stays zero.
        let mut queries = [[0.0f32; QUERIES]; HEAD];
        for i in 0..count {
            let query = &qkv[(base + i) * 3 * HIDDEN + head * HEAD..][..HEAD];
            for d in 0..HEAD {
                queries[d][i] = query[d] * root;
            }
        }
        let block = base / KEYS;
        let from = block.saturating_sub(NEAR);
        let near = &keys[from..keys.len().min(block + NEAR + 1)];
        for (j, block) in near.iter().enumerate() {
            let mut sums = [[0.0f32; KEYS]; QUERIES];
            for (q, k) in queries.iter().zip(block) {
                for i in 0..QUERIES {
                    for l in 0..KEYS {
                        sums[i][l] = q[i].mul_add(k[l], sums[i][l]);
                    }
                }
            }
            for (weights, sums) in weights.iter_mut().zip(sums) {
                weights[j * KEYS..][..KEYS].copy_from_slice(&sums);
            }
        }
        let near_values = &values[from * KEYS..rows.min((from + near.len()) * KEYS)];
        // The last block may have keys that are not there.
        for weights in &mut weights {
            weights[near_values.len()..near.len() * KEYS].fill(f32::NEG_INFINITY);
        }
        let mut seen = near.len() * KEYS;
        let first = (from > 0).then_some(seen);
        if let Some(first) = first {
            seen += LANES;
            let mut sums = [0.0f32; QUERIES];
            for (q, k) in queries.iter().zip(&keys[0]) {
                for i in 0..QUERIES {
                    sums[i] = q[i].mul_add(k[0], sums[i]);
                }
            }
            for (weights, sum) in weights.iter_mut().zip(sums) {
                weights[first] = sum;
                weights[first + 1..seen].fill(f32::NEG_INFINITY);
            }
        }
        let mut inverse = [0.0f32; QUERIES];
        for (inverse, weights) in inverse.iter_mut().zip(&mut weights) {
            *inverse = soften(&mut weights[..seen]);
        }
        let [w0, w1, w2, w3] = &weights;
        let mut sums = [[[0.0f32; KEYS]; QUERIES]; HEAD / KEYS];
        for (part, sums) in sums.iter_mut().enumerate() {
            let mut s = [[0.0f32; KEYS]; QUERIES];
            if let Some(first) = first {
                for i in 0..QUERIES {
                    for l in 0..KEYS {
                        s[i][l] = weights[i][first] * values[0][part * KEYS + l];
                    }
                }
            }
            for ((((v, w0), w1), w2), w3) in near_values.iter().zip(w0).zip(w1).zip(w2).zip(w3) {
                let w = [*w0, *w1, *w2, *w3];
                for i in 0..QUERIES {
                    for l in 0..KEYS {
                        s[i][l] = w[i].mul_add(v[part * KEYS + l], s[i][l]);
                    }
                }
            }
            *sums = s;
        }
        for i in 0..count {
            let to = &mut out[(base + i) * HIDDEN + head * HEAD..][..HEAD];
            for (l, to) in to.iter_mut().enumerate() {
                *to = sums[l / KEYS][i][l % KEYS] * inverse[i];
            }
        }
    }
}

/// Lays out a head's keys and values.
#[inline(always)]
fn turn(qkv: &[f32], head: usize, scratch: &mut HeadScratch) {
    scratch.keys.clear();
    scratch.values.clear();
    for block in qkv.chunks(KEYS * 3 * HIDDEN) {
        let mut turned = [[0.0; KEYS]; HEAD];
        for (l, row) in block.chunks_exact(3 * HIDDEN).enumerate() {
            let key: &[f32] = &row[HIDDEN + head * HEAD..][..HEAD];
            for d in 0..HEAD {
                turned[d][l] = key[d];
            }
            let mut value = [0.0; HEAD];
            value.copy_from_slice(&row[2 * HIDDEN + head * HEAD..][..HEAD]);
            scratch.values.push(value);
        }
        scratch.keys.push(turned);
    }
}

/// Scores to e^(score − highest), and one over their sum. A key that is not there scores −∞ and weighs nothing.
#[inline(always)]
fn soften(weights: &mut [f32]) -> f32 {
    let (blocks, _) = weights.as_chunks::<LANES>();
    let mut highest = [f32::NEG_INFINITY; LANES];
    for block in blocks {
        for l in 0..LANES {
            highest[l] = if block[l] > highest[l] { block[l] } else { highest[l] };
        }
    }
    let highest = highest.into_iter().fold(f32::NEG_INFINITY, f32::max);
    // Two plain loops vectorise; one that also sums does not.
    for w in &mut *weights {
        *w = exp(*w - highest);
    }
    // A padded score came to e^-87: nothing beside the highest, which is 1.
    1.0 / lane_sum(weights, |w, sum| sum + w)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(n: usize, seed: u32) -> Vec<f32> {
        let mut x = seed;
        (0..n)
            .map(|_| {
                x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (x >> 8) as f32 / 4_194_304.0 - 2.0
            })
            .collect()
    }

    #[test]
    fn exp_and_gelu_are_close_to_the_true_functions() {
        for i in 0..=9000 {
            let x = -(i as f32) / 100.0;
            let true_exp = f64::from(x).exp();
            assert!((f64::from(exp(x)) - true_exp).abs() <= true_exp * 3e-7 + 2e-38, "exp({x})");
            for x in [x / 10.0, -x / 10.0] {
                let phi = 0.5 * (1.0 + erf(f64::from(x) / 2f64.sqrt()));
                assert!((f64::from(gelu(x)) - f64::from(x) * phi).abs() < 1.5e-4, "gelu({x})");
            }
        }
    }

    /// The error function by its series and, far out, 1.
    fn erf(x: f64) -> f64 {
        if x.abs() > 5.0 {
            return x.signum();
        }
        let (mut term, mut sum) = (x, x);
        for n in 1..200 {
            term *= -x * x / f64::from(n);
            sum += term / f64::from(2 * n + 1);
        }
        sum * 2.0 / std::f64::consts::PI.sqrt()
    }

    #[test]
    fn quantised_rows_restore_within_half_a_step() {
        for seed in 0..20 {
            let x = row(384, seed);
            let mut q = vec![0; 384];
            let (scale, zero) = quantise(&x, &mut q);
            for (x, q) in x.iter().zip(&q) {
                assert!(*q <= 127 && (scale * (f32::from(*q) - zero as f32) - x).abs() <= scale * 0.51 + 1e-6);
            }
        }
        let mut q = vec![9; 16];
        assert_eq!(quantise(&[0.0; 16], &mut q).1, 0);
        assert_eq!(q, [0; 16]);
    }

    #[test]
    fn any_processor_computes_the_same_bits() {
        for seed in 0..10 {
            let (a, b) = (row(384, seed), row(384, seed + 99));
            assert_eq!(dot(&a, &b).to_bits(), dot_body(&a, &b).to_bits());
            let norm: [&[f32]; 2] = [&b, &a];
            let (mut x, mut y) = (a.clone(), a.clone());
            layer_norm(&mut x, &norm);
            layer_norm_body(&mut y, &norm);
            assert_eq!(x, y);
            let sums: Vec<i32> = a.iter().map(|x| (x * 10_000.0) as i32).collect();
            let layer = Scales { scale: &b, total: &sums, bias: &a };
            let (mut x, mut y) = (vec![0.0; 384], vec![0.0; 384]);
            restore_gelu(&sums, 0.001, 3, &layer, &mut x);
            restore_gelu_body(&sums, 0.001, 3, &layer, &mut y);
            assert_eq!(x, y);
            let (mut p, mut q) = (vec![0; 384], vec![0; 384]);
            assert_eq!(quantise(&a, &mut p), quantise_body(&a, &mut q));
            assert_eq!(p, q);
            for rows in [1, 3, 16, 37, 130] {
                let qkv = row(rows * 3 * HIDDEN, seed);
                let (mut x, mut y) = (vec![0.0; rows * HIDDEN], vec![0.0; rows * HIDDEN]);
                attend(&qkv, rows, 5, &mut HeadScratch::default(), &mut x);
                attend_body(&qkv, rows, 5, &mut HeadScratch::default(), &mut y);
                assert_eq!(x, y);
            }
        }
    }

    #[test]
    fn attention_is_a_weighted_mean_of_near_values_and_the_first() {
        for rows in [1, 5, 21, 64, 65, 150] {
            let qkv = row(rows * 3 * HIDDEN, 7);
            let mut out = vec![0.0; rows * HIDDEN];
            let head = 2;
            attend(&qkv, rows, head, &mut HeadScratch::default(), &mut out);
            let part =
                |row: usize, part: usize, d: usize| f64::from(qkv[row * 3 * HIDDEN + part * HIDDEN + head * HEAD + d]);
            for i in 0..rows {
                let seen: Vec<usize> = (0..rows).filter(|j| *j == 0 || (i / KEYS).abs_diff(j / KEYS) <= NEAR).collect();
                let score = |j: &usize| (0..HEAD).map(|d| part(i, 0, d) * part(*j, 1, d)).sum::<f64>() / 32f64.sqrt();
                let weights: Vec<f64> = seen.iter().map(|j| score(j).exp()).collect();
                let total: f64 = weights.iter().sum();
                for d in 0..HEAD {
                    let expect: f64 = seen.iter().zip(&weights).map(|(j, w)| w / total * part(*j, 2, d)).sum();
                    let found = f64::from(out[i * HIDDEN + head * HEAD + d]);
                    assert!((found - expect).abs() < 1e-5, "row {i} of {rows}");
                }
            }
        }
    }
}
