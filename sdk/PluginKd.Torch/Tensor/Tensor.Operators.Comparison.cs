using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>What is left after division; has the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Ops.remainder__Tensor.Call(left, right);

        /// <summary>What is left after division; has the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Ops.remainder__Scalar.Call(left, right);

        /// <summary>What is left after division; has the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, int right) => Ops.remainder__Scalar.Call(left, right);

        /// <summary>What is left after division; has the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, long right) => Ops.remainder__Scalar.Call(left, right);

        /// <summary>What is left after division; has the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, float right) => Ops.remainder__Scalar.Call(left, right);

        /// <summary>What is left after division; has the sign of the divisor.</summary>
        public static Tensor operator %(Tensor left, double right) => Ops.remainder__Scalar.Call(left, right);

        /// <summary>And of the bits or truth values.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => Ops.bitwise_and__Tensor.Call(left, right);

        /// <summary>Or of the bits or truth values.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => Ops.bitwise_or__Tensor.Call(left, right);

        /// <summary>Exclusive or of the bits or truth values.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => Ops.bitwise_xor__Tensor.Call(left, right);

        /// <summary>The opposite bits or truth values.</summary>
        public static Tensor operator ~(Tensor left) => Ops.bitwise_not.Call(left);

        /// <summary>Whether each element equals the other's: a tensor, not one truth value.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => Ops.eq__Tensor.Call(left, right);

        /// <summary>Whether each element equals a number: a tensor.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => Ops.eq__Scalar.Call(left, right);

        /// <summary>Whether a number equals each element: a tensor.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => Ops.eq__Scalar.Call(right, left);

        /// <summary>Whether each element differs from the other's: a tensor, not one truth value.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => Ops.ne__Tensor.Call(left, right);

        /// <summary>Whether each element differs from a number: a tensor.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => Ops.ne__Scalar.Call(left, right);

        /// <summary>Whether a number differs from each element: a tensor.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => Ops.ne__Scalar.Call(right, left);

        /// <summary>Whether each element is less than the other's: a tensor, not one truth value.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Ops.lt__Tensor.Call(left, right);

        /// <summary>Whether each element is less than a number: a tensor.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => Ops.lt__Scalar.Call(left, right);

        /// <summary>Whether a number is less than each element: a tensor.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => Ops.gt__Scalar.Call(right, left);

        /// <summary>Whether each element is at most the other's: a tensor, not one truth value.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Ops.le__Tensor.Call(left, right);

        /// <summary>Whether each element is at most a number: a tensor.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => Ops.le__Scalar.Call(left, right);

        /// <summary>Whether a number is at most each element: a tensor.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => Ops.ge__Scalar.Call(right, left);

        /// <summary>Whether each element is more than the other's: a tensor, not one truth value.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Ops.gt__Tensor.Call(left, right);

        /// <summary>Whether each element is more than a number: a tensor.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => Ops.gt__Scalar.Call(left, right);

        /// <summary>Whether a number is more than each element: a tensor.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => Ops.lt__Scalar.Call(right, left);

        /// <summary>Whether each element is at least the other's: a tensor, not one truth value.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Ops.ge__Tensor.Call(left, right);

        /// <summary>Whether each element is at least a number: a tensor.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => Ops.ge__Scalar.Call(left, right);

        /// <summary>Whether a number is at least each element: a tensor.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => Ops.le__Scalar.Call(right, left);

        /// <summary>Whether both are the same shape and numbers.</summary>
        public override bool Equals(object? obj) => obj is Tensor other && (ReferenceEquals(this, other) || Ops.equal.CallBool(this, other));

        /// <summary>By reference: tensors are no good keys.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
