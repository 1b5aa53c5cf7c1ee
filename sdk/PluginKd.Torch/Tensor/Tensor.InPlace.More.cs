using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The quotient rounded downwards; in place.</summary>
        public Tensor floor_divide_(Tensor other) => Ops.floor_divide___Tensor.Call(this, other);

        /// <inheritdoc cref="floor_divide_(Tensor)" />
        public Tensor floor_divide_(Scalar other) => Ops.floor_divide___Scalar.Call(this, other);

        /// <summary>What is left of a division that rounds towards zero; in place.</summary>
        public Tensor fmod_(Tensor target) => Ops.fmod___Tensor.Call(this, target);

        /// <inheritdoc cref="fmod_(Tensor)" />
        public Tensor fmod_(Scalar scalar) => Ops.fmod___Scalar.Call(this, scalar);

        /// <summary>What is left of a division that rounds downwards; in place.</summary>
        public Tensor remainder_(Tensor target) => Ops.remainder___Tensor.Call(this, target);

        /// <inheritdoc cref="remainder_(Tensor)" />
        public Tensor remainder_(Scalar scalar) => Ops.remainder___Scalar.Call(this, scalar);

        /// <summary>Each element to the power of the other's; in place.</summary>
        public Tensor pow_(Tensor exponent) => Ops.pow___Tensor.Call(this, exponent);

        /// <summary>Adds the product of two others; in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2) => addcmul_(tensor1, tensor2, 1);

        /// <summary>Adds the quotient of two others; in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => addcdiv_(tensor1, tensor2, 1);

        /// <summary>β times this plus α times the matrix product; in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            Ops.addmm_.Call(this, mat1, mat2, (double)beta, (double)alpha);

        /// <summary>β times this plus α times the product of matrix and vector; in place.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            Ops.addmv_.Call(this, mat, vec, (double)beta, (double)alpha);

        /// <summary>Keeps each element between the bounds that stand beside it; in place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Ops.clamp___Tensor.Call(this, min, max);

        /// <summary>2ˣ; in place.</summary>
        public Tensor exp2_() => Ops.exp2_.Call(this);

        /// <summary>1 less the error function of each element; in place.</summary>
        public Tensor erfc_() => Ops.erfc_.Call(this);

        /// <summary>Each element, or its share where it is below 0; in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Ops.leaky_relu_.Call(this, negative_slope);

        /// <summary>Numbers in place of NaN and the infinities; in place.</summary>
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            Ops.nan_to_num_.Call(this, nan, posinf, neginf);

        /// <summary>Each element rounded to so many digits after the point; in place.</summary>
        public Tensor round_(long decimals = 0) => Ops.round___decimals.Call(this, decimals);

        /// <summary>Becomes 1 with the chance that stands beside each element, else 0; in place.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Ops.bernoulli___Tensor.Call(this, p, generator);

        /// <summary>Takes values, in their order, to where the mask holds; in place.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Ops.masked_scatter_.Call(this, mask, value);

        /// <summary>Becomes the lower triangle; in place.</summary>
        public Tensor tril_(long diagonal = 0) => Ops.tril_.Call(this, diagonal);

        /// <summary>Becomes the upper triangle; in place.</summary>
        public Tensor triu_(long diagonal = 0) => Ops.triu_.Call(this, diagonal);

        /// <summary>Leaves out dimensions of length 1; in place.</summary>
        public Tensor squeeze_(long? dim = null) => dim is long one ? Ops.squeeze___dim.Call(this, one) : Ops.squeeze_.Call(this);

        /// <summary>Puts in a dimension of length 1; in place.</summary>
        public Tensor unsqueeze_(long dim) => Ops.unsqueeze_.Call(this, dim);

        /// <summary>Exchanges two dimensions; in place.</summary>
        public Tensor transpose_(long dim0, long dim1) => Ops.transpose_.Call(this, dim0, dim1);

        /// <summary>Becomes another handle on the memory of the source, in its shape; in place.</summary>
        public Tensor set_(Tensor source) => Ops.set___source_Tensor.Call(this, source);
    }
}
