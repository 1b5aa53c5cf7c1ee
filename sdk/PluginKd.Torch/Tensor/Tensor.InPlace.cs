using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds the other, broadcast; in place.</summary>
        public Tensor add_(Tensor target) => Ops.add___Tensor.Call(this, target);

        /// <summary>Adds a number; in place.</summary>
        public Tensor add_(Scalar scalar) => Ops.add___Tensor.Call(this, scalar);

        /// <summary>Subtracts the other, broadcast; in place.</summary>
        public Tensor sub_(Tensor target) => Ops.sub___Tensor.Call(this, target);

        /// <summary>Subtracts a number; in place.</summary>
        public Tensor sub_(Scalar target) => Ops.sub___Tensor.Call(this, target);

        /// <summary>Multiplies by the other, broadcast; in place.</summary>
        public Tensor mul_(Tensor target) => Ops.mul___Tensor.Call(this, target);

        /// <summary>Multiplies by a number; in place.</summary>
        public Tensor mul_(Scalar target) => Ops.mul___Tensor.Call(this, target);

        /// <summary>Divides by the other, broadcast; in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Ops.div___Tensor.Call(this, target)
                : Ops.div___Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Divides by a number; in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? Ops.div___Tensor.Call(this, target)
                : Ops.div___Tensor_mode.Call(this, target, Rounding(rounding_mode));

        /// <summary>Adds α times the other; in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Ops.add___Tensor.Call(this, target, alpha);

        /// <summary>Adds α times a number; in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Ops.add___Tensor.Call(this, scalar, alpha);

        /// <summary>Raises each element to a power; in place.</summary>
        public Tensor pow_(Scalar exponent) => Ops.pow___Scalar.Call(this, exponent);

        /// <summary>Adds value × tensor1 × tensor2; in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul_.Call(this, tensor1, tensor2, value);

        /// <summary>Adds value × tensor1 ÷ tensor2; in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv_.Call(this, tensor1, tensor2, value);

        /// <summary>Moves towards the other by a share of the way; in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Ops.lerp___Tensor.Call(this, end, weight);

        /// <summary>Keeps each element between two bounds; in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Ops.clamp_.Call(this, min, max);

        /// <summary>Raises each element to at least a bound; in place.</summary>
        public Tensor clamp_min_(Scalar min) => Ops.clamp_min_.Call(this, min);

        /// <summary>Lowers each element to at most a bound; in place.</summary>
        public Tensor clamp_max_(Scalar max) => Ops.clamp_max_.Call(this, max);

        /// <summary>Takes over the numbers of another tensor, broadcast and converted; in place.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Ops.copy_.Call(this, source, nonBlocking);

        /// <summary>Sets every element to 0; in place.</summary>
        public Tensor zero_() => Ops.zero_.Call(this);

        /// <summary>Sets every element to a number; in place.</summary>
        public Tensor fill_(Scalar value) => Ops.fill___Scalar.Call(this, value);

        /// <summary>Sets the elements where the mask is true to a number; in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Ops.masked_fill___Scalar.Call(this, mask, value);

        /// <summary>Forgets how the tensor was made; in place.</summary>
        public Tensor detach_() => Ops.detach_.Call(this);

        /// <summary>Draws normal numbers; in place.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Ops.normal_.Call(this, mean, std, generator);

        /// <summary>Draws evenly between two bounds; in place.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Ops.uniform_.Call(this, from, to, generator);

        /// <summary>Draws 1 with a chance, else 0; in place.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Ops.bernoulli___float.Call(this, p, generator);

        /// <summary>Draws whole numbers from a range, its end left out; in place.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) => Ops.random___from.Call(this, (long)from, (long)to, generator);
    }
}
