//! The weights file: parsed, checked, and its 6-bit matrices unpacked to int8 for the products.

use safetensors::{Dtype, SafeTensors};

/// Why a weights file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WeightsError {
    /// It is no safetensors file.
    #[error("the weights are no safetensors file: {0}")]
    Format(#[from] safetensors::SafeTensorError),
    /// A tensor has another shape or type than this build reads.
    #[error(
        "tensor `{0}` has another shape or type than this build reads; export the weights again with `training/export.py`"
    )]
    Shape(String),
}

/// A matrix of a linear layer, row by row: `outputs` × `inputs` values in -31…31, a scale and a bias for each output.
pub(crate) struct Matrix {
    pub(crate) outputs: usize,
    pub(crate) inputs: usize,
    pub(crate) values: Vec<i8>,
    pub(crate) scale: Vec<f32>,
    pub(crate) bias: Vec<f32>,
}

impl Matrix {
    /// The four layers that are stored as one, each a quarter of its outputs.
    pub(crate) fn in_four(self) -> [Self; 4] {
        let outputs = self.outputs / 4;
        std::array::from_fn(|i| Self {
            outputs,
            inputs: self.inputs,
            values: self.values[i * outputs * self.inputs..][..outputs * self.inputs].to_vec(),
            scale: self.scale[i * outputs..][..outputs].to_vec(),
            bias: self.bias[i * outputs..][..outputs].to_vec(),
        })
    }
}

/// A scale and a shift for each of the hidden values.
pub(crate) struct Norm {
    pub(crate) scale: Vec<f32>,
    pub(crate) shift: Vec<f32>,
}

pub(crate) struct File<'a>(SafeTensors<'a>);

impl<'a> File<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, WeightsError> {
        Ok(Self(SafeTensors::deserialize(bytes)?))
    }

    pub(crate) fn bytes(&self, name: &str, dtype: Dtype, shape: &[usize]) -> Result<&'a [u8], WeightsError> {
        let t = self.0.tensor(name)?;
        if t.dtype() != dtype || t.shape() != shape {
            return Err(WeightsError::Shape(name.into()));
        }
        Ok(t.data())
    }

    pub(crate) fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, WeightsError> {
        let data = self.bytes(name, Dtype::F32, shape)?;
        Ok(data.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect())
    }

    pub(crate) fn norm(&self, name: &str, width: usize) -> Result<Norm, WeightsError> {
        let mut scale = self.floats(name, &[2, width])?;
        let shift = scale.split_off(width);
        Ok(Norm { scale, shift })
    }

    /// How many outputs a linear layer has, where that is the file's to say: a multiple of sixteen.
    pub(crate) fn outputs(&self, name: &str) -> Result<usize, WeightsError> {
        let bias = format!("{name}.bias");
        let outputs = self.0.tensor(&bias)?.shape().first().copied().unwrap_or(0);
        if outputs == 0 || outputs % 16 != 0 { Err(WeightsError::Shape(bias)) } else { Ok(outputs) }
    }

    pub(crate) fn matrix(&self, name: &str, outputs: usize, inputs: usize) -> Result<Matrix, WeightsError> {
        let packed = self.bytes(&format!("{name}.q"), Dtype::U8, &[outputs, inputs / 4 * 3])?;
        let mut values = Vec::with_capacity(outputs * inputs);
        for b in packed.chunks_exact(3) {
            let four = u32::from(b[0]) | u32::from(b[1]) << 8 | u32::from(b[2]) << 16;
            values.extend([0, 6, 12, 18].map(|shift| (four >> shift & 63) as i8 - 32));
        }
        Ok(Matrix {
            outputs,
            inputs,
            values,
            scale: self.floats(&format!("{name}.scale"), &[outputs])?,
            bias: self.floats(&format!("{name}.bias"), &[outputs])?,
        })
    }
}

/// IEEE 754 half precision to single.
pub(crate) fn half(bits: u16) -> f32 {
    let sign = u32::from(bits >> 15) << 31;
    let exponent = u32::from(bits >> 10 & 31);
    let fraction = u32::from(bits & 0x3FF);
    match exponent {
        0 => f32::from_bits(sign | (fraction as f32 * 2f32.powi(-24)).to_bits()),
        31 => f32::from_bits(sign | 0x7F80_0000 | fraction << 13),
        _ => f32::from_bits(sign | (exponent + 112) << 23 | fraction << 13),
    }
}

#[cfg(test)]
mod tests {
    use super::half;

    #[test]
    fn half_precision_is_read_as_ieee_says() {
        for (bits, value) in
            [(0x3C00, 1.0), (0xC000, -2.0), (0x0001, 5.960_464_5e-8), (0x03FF, 6.097_555e-5), (0x7BFF, 65504.0)]
        {
            assert_eq!(half(bits).to_bits(), f32::to_bits(value), "{bits:#x}");
        }
        assert!(half(0x7C01).is_nan());
    }
}
