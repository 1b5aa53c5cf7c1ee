using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether each element equals the other's, broadcast.</summary>
        public Tensor eq(Tensor target) => Ops.eq__Tensor.Call(this, target);

        /// <summary>Whether each element equals a number.</summary>
        public Tensor eq(Scalar target) => Ops.eq__Scalar.Call(this, target);

        /// <summary>Whether each element differs from the other's, broadcast.</summary>
        public Tensor ne(Tensor target) => Ops.ne__Tensor.Call(this, target);

        /// <summary>Whether each element differs from a number.</summary>
        public Tensor ne(Scalar target) => Ops.ne__Scalar.Call(this, target);

        /// <summary>Whether each element is less than the other's, broadcast.</summary>
        public Tensor lt(Tensor target) => Ops.lt__Tensor.Call(this, target);

        /// <summary>Whether each element is less than a number.</summary>
        public Tensor lt(Scalar target) => Ops.lt__Scalar.Call(this, target);

        /// <summary>Whether each element is at most the other's, broadcast.</summary>
        public Tensor le(Tensor target) => Ops.le__Tensor.Call(this, target);

        /// <summary>Whether each element is at most a number.</summary>
        public Tensor le(Scalar target) => Ops.le__Scalar.Call(this, target);

        /// <summary>Whether each element is more than the other's, broadcast.</summary>
        public Tensor gt(Tensor target) => Ops.gt__Tensor.Call(this, target);

        /// <summary>Whether each element is more than a number.</summary>
        public Tensor gt(Scalar target) => Ops.gt__Scalar.Call(this, target);

        /// <summary>Whether each element is at least the other's, broadcast.</summary>
        public Tensor ge(Tensor target) => Ops.ge__Tensor.Call(this, target);

        /// <summary>Whether each element is at least a number.</summary>
        public Tensor ge(Scalar target) => Ops.ge__Scalar.Call(this, target);

        /// <summary>Whether both of the elements are not zero.</summary>
        public Tensor logical_and(Tensor other) => Ops.logical_and.Call(this, other);

        /// <summary>Whether one or both of the elements are not zero.</summary>
        public Tensor logical_or(Tensor other) => Ops.logical_or.Call(this, other);

        /// <summary>Whether one, and only one, of the elements are not zero.</summary>
        public Tensor logical_xor(Tensor other) => Ops.logical_xor.Call(this, other);

        /// <summary>And of the bits or truth values.</summary>
        public Tensor bitwise_and(Tensor other) => Ops.bitwise_and__Tensor.Call(this, other);

        /// <summary>Or of the bits or truth values.</summary>
        public Tensor bitwise_or(Tensor other) => Ops.bitwise_or__Tensor.Call(this, other);

        /// <summary>Xor of the bits or truth values.</summary>
        public Tensor bitwise_xor(Tensor other) => Ops.bitwise_xor__Tensor.Call(this, other);

        /// <summary>The opposite bits or truth values.</summary>
        public Tensor bitwise_not() => Ops.bitwise_not.Call(this);

        /// <summary>Whether each element lies within a tolerance of the other's.</summary>
        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
            Ops.isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether all elements lie within a tolerance of the other's.</summary>
        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Ops.allclose.CallBool(this, target, rtol, atol, equal_nan);

        /// <summary>A truth value: whether shapes and all elements agree.</summary>
        public Tensor equal(Tensor target) => torch.tensor(Ops.equal.CallBool(this, target));

        /// <summary>This where the condition holds, else the other.</summary>
        public Tensor where(Tensor condition, Tensor y) => Ops.where__self.Call(condition, this, y);

        /// <summary>The elements, with a number where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Ops.masked_fill__Scalar.Call(this, mask, value);

        /// <summary>The elements where the mask is true, in one row.</summary>
        public Tensor masked_select(Tensor mask) => Ops.masked_select.Call(this, mask);
    }
}
