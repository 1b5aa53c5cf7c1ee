using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of both, broadcast.</summary>
        public Tensor add(Tensor target) => Ops.add__Tensor.Call(this, target);

        /// <summary>Each element plus a number.</summary>
        public Tensor add(Scalar scalar) => Ops.add__Tensor.Call(this, scalar);

        /// <summary>This plus α times the other, broadcast.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Ops.add__Tensor.Call(this, target, alpha);

        /// <summary>Each element plus α times a number.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Ops.add__Tensor.Call(this, scalar, alpha);

        /// <summary>The difference of both, broadcast.</summary>
        public Tensor sub(Tensor target) => Ops.sub__Tensor.Call(this, target);

        /// <summary>Each element less a number.</summary>
        public Tensor sub(Scalar target) => Ops.sub__Tensor.Call(this, target);

        /// <summary>The product of both, element by element, broadcast.</summary>
        public Tensor mul(Tensor target) => Ops.mul__Tensor.Call(this, target);

        /// <summary>Each element times a number.</summary>
        public Tensor mul(Scalar target) => Ops.mul__Tensor.Call(this, target);

        /// <summary>Each element divided by the other, broadcast; rounded where asked.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Ops.div__Tensor.Call(this, target)
                : Ops.div__Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Each element divided by a number; rounded where asked.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Ops.div__Tensor.Call(this, target)
                : Ops.div__Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Each element to the power of the other, broadcast.</summary>
        public Tensor pow(Tensor exponent) => Ops.pow__Tensor_Tensor.Call(this, exponent);

        /// <summary>Each element to a power.</summary>
        public Tensor pow(Scalar exponent) => Ops.pow__Tensor_Scalar.Call(this, exponent);

        /// <summary>What is left of each element after division; has the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Ops.remainder__Tensor.Call(this, target);

        /// <summary>What is left of each element after division; has the sign of the element.</summary>
        public Tensor fmod(Tensor target) => Ops.fmod__Tensor.Call(this, target);

        /// <summary>What is left of each element after division; has the sign of the divisor.</summary>
        public Tensor remainder(Scalar scalar) => Ops.remainder__Scalar.Call(this, scalar);

        /// <summary>What is left of each element after division; has the sign of the element.</summary>
        public Tensor fmod(Scalar scalar) => Ops.fmod__Scalar.Call(this, scalar);

        /// <summary>Each quotient, rounded down.</summary>
        public Tensor floor_divide(Tensor other) => Ops.floor_divide.Call(this, other);

        /// <summary>Each quotient, rounded down.</summary>
        public Tensor floor_divide(Scalar other) => Ops.floor_divide.Call(this, other);

        /// <summary>This plus value × tensor1 × tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul.Call(this, tensor1, tensor2, value);

        /// <summary>This plus value × tensor1 ÷ tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv.Call(this, tensor1, tensor2, value);

        /// <summary>This moved towards the other by a share of the way.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Ops.lerp__Tensor.Call(this, end, weight);

        /// <summary>Each element, kept between two bounds; null is no bound.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Ops.clamp.Call(this, min, max);

        /// <summary>Each element, kept between two bounds; null is no bound.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Ops.clamp__Tensor.Call(this, min, max);

        /// <summary>Each element, but at least a bound.</summary>
        public Tensor clamp_min(Scalar min) => Ops.clamp_min.Call(this, min);

        /// <summary>Each element, but at most a bound.</summary>
        public Tensor clamp_max(Scalar max) => Ops.clamp_max.Call(this, max);

        /// <summary>The larger of both, element by element.</summary>
        public Tensor maximum(Tensor other) => Ops.maximum.Call(this, other);

        /// <summary>The smaller of both, element by element.</summary>
        public Tensor minimum(Tensor other) => Ops.minimum.Call(this, other);

        /// <summary>log(eᵃ + eᵇ), without overflow.</summary>
        public Tensor logaddexp(Tensor other) => Ops.logaddexp.Call(this, other);

        /// <summary>Each element rounded to so many decimals; halves go to the even neighbour.</summary>
        public Tensor round(long decimals = 0) => Ops.round__decimals.Call(this, decimals);

        /// <summary>Each element, with numbers in place of NaN and the infinities.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => Ops.nan_to_num.Call(this, nan, posinf, neginf);

        /// <summary>Each element times the chance that a normal number is smaller.</summary>
        public Tensor gelu() => Ops.gelu.Call(this);

        /// <summary>Each element, or a share of it where it is negative.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Ops.leaky_relu.Call(this, negative_slope);

        /// <summary>log(1 + e^(βx)) ÷ β, straight above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Ops.softplus.Call(this, beta, threshold);

        /// <summary>log of the logistic function of each element.</summary>
        public Tensor log_sigmoid() => Ops.log_sigmoid.Call(this);

        private static Arg Rounding(RoundingMode mode) => mode == RoundingMode.trunc ? Arg.Literal("trunc"u8) : Arg.Literal("floor"u8);
    }
}
