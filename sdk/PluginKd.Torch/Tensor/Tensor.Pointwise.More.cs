using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>2ˣ.</summary>
        public Tensor exp2() => Ops.exp2.Call(this);

        /// <summary>1 less the error function of each element.</summary>
        public Tensor erfc() => Ops.erfc.Call(this);

        /// <summary>The Gaussian error unit, exact or by its approximation.</summary>
        public Tensor gelu(Modules.GELU.Approximate approximate) => nn.functional.gelu(this, approximate);

        /// <summary>This plus the product of two others.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2) => addcmul(tensor1, tensor2, 1);

        /// <summary>This plus the quotient of two others.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => addcdiv(tensor1, tensor2, 1);

        /// <summary>Each element as a fraction from ½ to 1 and the power of two that it is to be taken times.</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp() => Ops.frexp__Tensor.CallPair(this);

        /// <summary>The smallest and the largest element, of all or along a dimension.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Ops.aminmax.CallPair(this, dim, keepdim);

        /// <summary>The largest number so far, and where it stands.</summary>
        public (Tensor values, Tensor indices) cummax(long dim) => torch.cummax(this, dim);

        /// <summary>The smallest number so far, and where it stands.</summary>
        public (Tensor values, Tensor indices) cummin(long dim) => torch.cummin(this, dim);

        /// <summary>log Σ eˣ so far.</summary>
        public Tensor logcumsumexp(long dim) => torch.logcumsumexp(this, dim);

        /// <summary>The mean, what is no number left out.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Ops.nanmean.Call(this, dim is int one ? Arg.One(one) : Arg.None, keepdim, dtype);

        /// <summary>1 with the chance that each element gives, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => torch.bernoulli(this, generator);

        /// <summary>Places drawn with the chances that each row gives, [N, num_samples].</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            torch.multinomial(this, num_samples, replacement, generator);

        /// <summary>Rows without repetition of those next to each other.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            torch.unique_consecutive(this, return_inverse, return_counts, dim);

        /// <summary>The places of the elements that are not zero, [count, dimensions].</summary>
        public Tensor argwhere() => Ops.argwhere.Call(this);

        /// <summary>The places of the elements that are not zero, one tensor a dimension.</summary>
        public IList<Tensor> nonzero_as_list() => Ops.where.CallList(this);
    }
}
