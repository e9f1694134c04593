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

type Executor = GemmExecutor<u8, i8, i32>;

thread_local! {
    /// `rten-gemm` for this thread, which is made a pool of its own: products would else spread over rayon's global pool,
    /// but whoever reads articles on several threads has chosen how many, and a global pool does not survive a fork.
    static GENERAL: (Executor, Option<ThreadPool>) =
        (Executor::new(), ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok());
}

impl Linear {
    /// Puts a matrix into the order of the kernel that this processor does best with.
    pub(crate) fn pack(m: Matrix) -> Self {
        let total = m.values.chunks_exact(m.inputs).map(|row| row.iter().map(|v| i32::from(*v)).sum()).collect();
        let packed = Packed::of(&m);
        Self { outputs: m.outputs, inputs: m.inputs, packed, scale: m.scale, total, bias: m.bias }
    }

    /// `rows` × `inputs` activations to `rows` × `outputs` sums, the first of `sums`, which only ever grows.
    pub(crate) fn multiply(&self, rows: &[u8], sums: &mut Vec<i32>) {
        let count = rows.len() / self.inputs;
        let sums = grown(sums, count * self.outputs);
        match &self.packed {
            #[cfg(target_arch = "x86_64")]
            Packed::Pairs(pairs) => pairs.multiply(rows, sums),
            Packed::General(packed) => {
                let a = GemmInputA::Unpacked(NdTensorView::from_data([count, self.inputs], rows));
                GENERAL
                    .with(|(general, _)| general.gemm(sums, a, GemmInputB::Packed(packed), GemmOptions::default()))
                    .expect("the shapes of a layer fit each other");
            }
        }
    }
}

/// The first `count` of a buffer that is made longer where it must be, and else left as it is.
pub(crate) fn grown<T: Clone + Default>(buffer: &mut Vec<T>, count: usize) -> &mut [T] {
    if buffer.len() < count {
        buffer.resize(count, T::default());
    }
    &mut buffer[..count]
}

impl Packed {
    fn of(m: &Matrix) -> Self {
        #[cfg(target_arch = "x86_64")]
        if GENERAL.with(|(general, _)| general.may_saturate())
            && let Some(pairs) = Pairs::pack(&m.values, m.outputs, m.inputs)
        {
            return Self::Pairs(pairs);
        }
        Self::general(m)
    }

    fn general(m: &Matrix) -> Self {
        let by_output = NdTensorView::from_data([m.outputs, m.inputs], &m.values[..]);
        Self::General(GENERAL.with(|(general, _)| general.prepack_b(by_output.transposed())))
    }
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
        let general = Packed::general(&matrix);
        let mut layer = Linear::pack(matrix);
        let (mut own, mut theirs) = (Vec::new(), Vec::new());
        layer.multiply(&rows, &mut own);
        layer.packed = general;
        layer.multiply(&rows, &mut theirs);
        assert_eq!(own, theirs);
    }
}
