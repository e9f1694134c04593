//! The int8 product of a block of rows with a layer's matrix, to exact int32 sums: the same on every processor.
//!
//! `rten-gemm` has kernels for AVX-512, VNNI, NEON and a portable one. Where its kernel could saturate (x86-64 without
//! VNNI) our own takes over, which uses that these activations and weights are small: see [`crate::pairs`].

use rayon::{ThreadPool, ThreadPoolBuilder};
use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_tensor::NdTensorView;

use crate::kernels::Scales;
#[cfg(target_arch = "x86_64")]
use crate::pairs::Pairs;
use crate::weights::Matrix;

/// A layer's matrix in the order the product's kernel wants, and what restores its sums.
pub(crate) struct Linear {
    pub(crate) outputs: usize,
    inputs: usize,
    packed: Packed,
    scale: Vec<f32>,
    total: Vec<i32>,
    bias: Vec<f32>,
}

enum Packed {
    General(PackedBMatrix<i8>),
    #[cfg(target_arch = "x86_64")]
    Pairs(Pairs),
}

/// Multiplies; one for all layers.
pub(crate) struct Product(GemmExecutor<u8, i8, i32>);

impl Product {
    pub(crate) fn new() -> Self {
        Self(GemmExecutor::new())
    }

    pub(crate) fn pack(&self, m: Matrix) -> Linear {
        let total = m.values.chunks_exact(m.inputs).map(|row| row.iter().map(|v| i32::from(*v)).sum()).collect();
        let packed = self.packed(&m);
        Linear { outputs: m.outputs, inputs: m.inputs, packed, scale: m.scale, total, bias: m.bias }
    }

    fn packed(&self, m: &Matrix) -> Packed {
        #[cfg(target_arch = "x86_64")]
        if self.0.may_saturate()
            && let Some(pairs) = Pairs::pack(&m.values, m.outputs, m.inputs)
        {
            return Packed::Pairs(pairs);
        }
        self.general(m)
    }

    fn general(&self, m: &Matrix) -> Packed {
        let by_output = NdTensorView::from_data([m.outputs, m.inputs], &m.values[..]);
        Packed::General(self.0.prepack_b(by_output.transposed()))
    }

    /// `rows` × `inputs` activations to `rows` × `outputs` sums.
    pub(crate) fn multiply(&self, rows: &[u8], layer: &Linear, sums: &mut Vec<i32>) {
        let count = rows.len() / layer.inputs;
        sums.resize(count * layer.outputs, 0);
        match &layer.packed {
            #[cfg(target_arch = "x86_64")]
            Packed::Pairs(pairs) => pairs.multiply(rows, sums),
            Packed::General(packed) => {
                stay_on_this_thread();
                let a = GemmInputA::Unpacked(NdTensorView::from_data([count, layer.inputs], rows));
                self.0
                    .gemm(sums, a, GemmInputB::Packed(packed), GemmOptions::default())
                    .expect("the shapes of a layer fit each other");
            }
        }
    }
}

/// Makes the calling thread a pool of its own for `rten-gemm`, which would spread over rayon's global pool: whoever reads
/// articles on several threads has chosen how many, and a global pool does not survive a fork.
fn stay_on_this_thread() {
    thread_local! {
        static POOL: Option<ThreadPool> = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok();
    }
    POOL.with(|_| ());
}

impl Linear {
    pub(crate) fn scales(&self) -> Scales<'_> {
        Scales { scale: &self.scale, total: &self.total, bias: &self.bias }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kernel_gives_the_same_sums() {
        let (outputs, inputs, count) = (48, 64, 5);
        let values = (0..outputs * inputs).map(|i| (i * 37 % 63) as i8 - 31).collect();
        let matrix = Matrix { outputs, inputs, values, scale: vec![1.0; outputs], bias: vec![0.0; outputs] };
        let rows: Vec<u8> = (0..count * inputs).map(|i| (i * 29 % 128) as u8).collect();
        let product = Product::new();
        let general = product.general(&matrix);
        let mut layer = product.pack(matrix);
        let (mut own, mut theirs) = (Vec::new(), Vec::new());
        product.multiply(&rows, &layer, &mut own);
        layer.packed = general;
        product.multiply(&rows, &layer, &mut theirs);
        assert_eq!(own, theirs);
    }
}
