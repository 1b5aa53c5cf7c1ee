using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element; in place.</summary>
        public Tensor abs_() => Ops.abs_.Call(this);

        /// <summary>Each element with the other sign; in place.</summary>
        public Tensor neg_() => Ops.neg_.Call(this);

        /// <summary>e to the power of each element; in place.</summary>
        public Tensor exp_() => Ops.exp_.Call(this);

        /// <summary>e to the power of each element, less one; in place.</summary>
        public Tensor expm1_() => Ops.expm1_.Call(this);

        /// <summary>The natural logarithm of each element, in nats; in place.</summary>
        public Tensor log_() => Ops.log_.Call(this);

        /// <summary>The natural logarithm of one plus each element; in place.</summary>
        public Tensor log1p_() => Ops.log1p_.Call(this);

        /// <summary>The logarithm of each element to base 2; in place.</summary>
        public Tensor log2_() => Ops.log2_.Call(this);

        /// <summary>The logarithm of each element to base 10; in place.</summary>
        public Tensor log10_() => Ops.log10_.Call(this);

        /// <summary>The square root of each element; in place.</summary>
        public Tensor sqrt_() => Ops.sqrt_.Call(this);

        /// <summary>One over the square root of each element; in place.</summary>
        public Tensor rsqrt_() => Ops.rsqrt_.Call(this);

        /// <summary>One over each element; in place.</summary>
        public Tensor reciprocal_() => Ops.reciprocal_.Call(this);

        /// <summary>-1, 0 or 1 for each element; in place.</summary>
        public Tensor sign_() => Ops.sign_.Call(this);

        /// <summary>The sine of each element, in radians; in place.</summary>
        public Tensor sin_() => Ops.sin_.Call(this);

        /// <summary>The cosine of each element, in radians; in place.</summary>
        public Tensor cos_() => Ops.cos_.Call(this);

        /// <summary>The error function of each element; in place.</summary>
        public Tensor erf_() => Ops.erf_.Call(this);

        /// <summary>The next whole number below each element; in place.</summary>
        public Tensor floor_() => Ops.floor_.Call(this);

        /// <summary>The next whole number above each element; in place.</summary>
        public Tensor ceil_() => Ops.ceil_.Call(this);

        /// <summary>Each element without its fraction; in place.</summary>
        public Tensor trunc_() => Ops.trunc_.Call(this);

        /// <summary>Each element, or 0 where it is negative; in place.</summary>
        public Tensor relu_() => Ops.relu_.Call(this);

        /// <summary>The logistic function of each element; in place.</summary>
        public Tensor sigmoid_() => Ops.sigmoid_.Call(this);

        /// <summary>The hyperbolic tangent of each element; in place.</summary>
        public Tensor tanh_() => Ops.tanh_.Call(this);

        /// <summary>Each element times its logistic function; in place.</summary>
        public Tensor silu_() => Ops.silu_.Call(this);
    }
}
