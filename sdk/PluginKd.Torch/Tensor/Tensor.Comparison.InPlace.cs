using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Becomes 1 where each element equals the other's, else 0; in place.</summary>
        public Tensor eq_(Tensor target) => Ops.eq___Tensor.Call(this, target);

        /// <summary>Becomes 1 where each element equals a number, else 0; in place.</summary>
        public Tensor eq_(Scalar target) => Ops.eq___Scalar.Call(this, target);

        /// <summary>Becomes 1 where each element differs from the other's, else 0; in place.</summary>
        public Tensor ne_(Tensor target) => Ops.ne___Tensor.Call(this, target);

        /// <summary>Becomes 1 where each element differs from a number, else 0; in place.</summary>
        public Tensor ne_(Scalar target) => Ops.ne___Scalar.Call(this, target);

        /// <summary>Becomes 1 where each element is less than the other's, else 0; in place.</summary>
        public Tensor lt_(Tensor target) => Ops.lt___Tensor.Call(this, target);

        /// <summary>Becomes 1 where each element is less than a number, else 0; in place.</summary>
        public Tensor lt_(Scalar target) => Ops.lt___Scalar.Call(this, target);

        /// <summary>Becomes 1 where each element is at most the other's, else 0; in place.</summary>
        public Tensor le_(Tensor target) => Ops.le___Tensor.Call(this, target);

        /// <summary>Becomes 1 where each element is at most a number, else 0; in place.</summary>
        public Tensor le_(Scalar target) => Ops.le___Scalar.Call(this, target);

        /// <summary>Becomes 1 where each element is more than the other's, else 0; in place.</summary>
        public Tensor gt_(Tensor target) => Ops.gt___Tensor.Call(this, target);

        /// <summary>Becomes 1 where each element is more than a number, else 0; in place.</summary>
        public Tensor gt_(Scalar target) => Ops.gt___Scalar.Call(this, target);

        /// <summary>Becomes 1 where each element is at least the other's, else 0; in place.</summary>
        public Tensor ge_(Tensor target) => Ops.ge___Tensor.Call(this, target);

        /// <summary>Becomes 1 where each element is at least a number, else 0; in place.</summary>
        public Tensor ge_(Scalar target) => Ops.ge___Scalar.Call(this, target);

        /// <inheritdoc cref="gt(Tensor)" />
        public Tensor greater(Tensor target) => gt(target);

        /// <inheritdoc cref="ge(Tensor)" />
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <inheritdoc cref="lt(Tensor)" />
        public Tensor less(Tensor target) => lt(target);

        /// <inheritdoc cref="le(Tensor)" />
        public Tensor less_equal(Tensor target) => le(target);

        /// <inheritdoc cref="ne(Tensor)" />
        public Tensor not_equal(Tensor target) => ne(target);

        /// <inheritdoc cref="le_(Tensor)" />
        public Tensor less_equal_(Tensor target) => le_(target);

        /// <inheritdoc cref="ne_(Tensor)" />
        public Tensor not_equal_(Tensor target) => ne_(target);

        /// <summary>Becomes 1 where both of the elements are not zero, else 0; in place.</summary>
        public Tensor logical_and_(Tensor other) => Ops.logical_and_.Call(this, other);

        /// <summary>Becomes 1 where one or both of the elements are not zero, else 0; in place.</summary>
        public Tensor logical_or_(Tensor other) => Ops.logical_or_.Call(this, other);

        /// <summary>Becomes 1 where one, and only one, of the elements is not zero, else 0; in place.</summary>
        public Tensor logical_xor_(Tensor other) => Ops.logical_xor_.Call(this, other);

        /// <summary>Becomes 1 where the element is zero, else 0; in place.</summary>
        public Tensor logical_not_() => Ops.logical_not_.Call(this);

        /// <summary>The bits that both have; in place.</summary>
        public Tensor bitwise_and_(Tensor other) => Ops.bitwise_and___Tensor.Call(this, other);

        /// <summary>The bits that one or both have; in place.</summary>
        public Tensor bitwise_or_(Tensor other) => Ops.bitwise_or___Tensor.Call(this, other);

        /// <summary>The bits that only one has; in place.</summary>
        public Tensor bitwise_xor_(Tensor other) => Ops.bitwise_xor___Tensor.Call(this, other);

        /// <summary>All bits turned over; in place.</summary>
        public Tensor bitwise_not_() => Ops.bitwise_not_.Call(this);
    }
}
