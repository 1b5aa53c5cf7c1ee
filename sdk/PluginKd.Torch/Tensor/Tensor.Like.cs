using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whatever was in memory, in this shape, type and place unless said otherwise.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty_like(this, dtype, device, requires_grad);

        /// <summary>Zeros, in this shape, type and place unless said otherwise.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        /// <summary>Ones, in this shape, type and place unless said otherwise.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);

        /// <summary>Numbers drawn evenly from 0 to 1, in this shape, type and place unless said otherwise.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        /// <summary>Normal numbers of mean 0 and deviation 1, in this shape, type and place unless said otherwise.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);

        /// <summary>One number, in this shape, type and place unless said otherwise.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);

        /// <summary>Whole numbers drawn evenly from low up to but not including high, in this shape, type and place unless said otherwise.</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint_like(this, low, high, dtype, device, requires_grad);

        /// <summary>Takes another shape; the numbers are whatever was in memory.</summary>
        public Tensor empty(params long[] sizes) => Ops.empty__out.Call(sizes, Arg.None, this);

        /// <summary>Becomes zeros; the tensor takes the new shape.</summary>
        public Tensor zeros(params long[] sizes) => Ops.zeros__out.Call(sizes, this);

        /// <summary>Becomes ones; the tensor takes the new shape.</summary>
        public Tensor ones(params long[] sizes) => Ops.ones__out.Call(sizes, this);

        /// <summary>Becomes one number; the tensor takes the new shape.</summary>
        public Tensor full(long[] sizes, Scalar value) => Ops.full__out.Call(sizes, value, this);

        /// <summary>Becomes ones on the diagonal and zeros elsewhere; the tensor takes the new shape.</summary>
        public Tensor eye(long rows, long columns) => Ops.eye__m_out.Call(rows, columns, this);

        /// <summary>Becomes start, start + step, … up to but not including stop; the tensor takes the new shape.</summary>
        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Ops.arange__start_out.Call(start, stop, step, this);

        /// <summary>Becomes numbers drawn evenly from 0 to 1; the tensor takes the new shape.</summary>
        public Tensor rand_out(params long[] sizes) => Ops.rand__out.Call(sizes, this);

        /// <summary>Becomes normal numbers of mean 0 and deviation 1; the tensor takes the new shape.</summary>
        public Tensor randn_out(params long[] sizes) => Ops.randn__out.Call(sizes, this);

        /// <summary>Becomes whole numbers drawn evenly from 0 up to but not including high; the tensor takes the new shape.</summary>
        public Tensor randint_out(long high, long[] sizes) => Ops.randint__out.Call(high, sizes, this);

        /// <summary>Becomes the whole numbers below n in random order; the tensor takes the new shape.</summary>
        public Tensor randperm_out(long n) => Ops.randperm__out.Call(n, this);
    }
}
