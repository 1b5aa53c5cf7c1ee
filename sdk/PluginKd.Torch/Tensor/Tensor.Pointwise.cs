using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Ops.abs.Call(this);

        /// <summary>Each element with the other sign.</summary>
        public Tensor neg() => Ops.neg.Call(this);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Ops.exp.Call(this);

        /// <summary>e to the power of each element, less one.</summary>
        public Tensor expm1() => Ops.expm1.Call(this);

        /// <summary>The natural logarithm of each element, in nats.</summary>
        public Tensor log() => Ops.log.Call(this);

        /// <summary>The natural logarithm of one plus each element.</summary>
        public Tensor log1p() => Ops.log1p.Call(this);

        /// <summary>The logarithm of each element to base 2.</summary>
        public Tensor log2() => Ops.log2.Call(this);

        /// <summary>The logarithm of each element to base 10.</summary>
        public Tensor log10() => Ops.log10.Call(this);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Ops.sqrt.Call(this);

        /// <summary>One over the square root of each element.</summary>
        public Tensor rsqrt() => Ops.rsqrt.Call(this);

        /// <summary>Each element times itself.</summary>
        public Tensor square() => Ops.square.Call(this);

        /// <summary>One over each element.</summary>
        public Tensor reciprocal() => Ops.reciprocal.Call(this);

        /// <summary>-1, 0 or 1 for each element.</summary>
        public Tensor sign() => Ops.sign.Call(this);

        /// <summary>The sine of each element, in radians.</summary>
        public Tensor sin() => Ops.sin.Call(this);

        /// <summary>The cosine of each element, in radians.</summary>
        public Tensor cos() => Ops.cos.Call(this);

        /// <summary>The error function of each element.</summary>
        public Tensor erf() => Ops.erf.Call(this);

        /// <summary>The next whole number below each element.</summary>
        public Tensor floor() => Ops.floor.Call(this);

        /// <summary>The next whole number above each element.</summary>
        public Tensor ceil() => Ops.ceil.Call(this);

        /// <summary>Each element without its fraction.</summary>
        public Tensor trunc() => Ops.trunc.Call(this);

        /// <summary>Each element, or 0 where it is negative.</summary>
        public Tensor relu() => Ops.relu.Call(this);

        /// <summary>The logistic function of each element.</summary>
        public Tensor sigmoid() => Ops.sigmoid.Call(this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Ops.tanh.Call(this);

        /// <summary>Each element times its logistic function.</summary>
        public Tensor silu() => Ops.silu.Call(this);

        /// <summary>Whether each element is not a number.</summary>
        public Tensor isnan() => Ops.isnan.Call(this);

        /// <summary>Whether each element is neither infinite nor not a number.</summary>
        public Tensor isfinite() => Ops.isfinite.Call(this);

        /// <summary>Whether each element is infinite.</summary>
        public Tensor isinf() => Ops.isinf.Call(this);

        /// <summary>Whether each element is zero or false.</summary>
        public Tensor logical_not() => Ops.logical_not.Call(this);
    }
}
