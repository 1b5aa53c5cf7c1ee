using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Whether operators on the tensor are recorded for gradients.</summary>
        public bool requires_grad
        {
            get
            {
                var recorded = Shim.kd_requires_grad(Handle) != 0;
                GC.KeepAlive(this);
                return recorded;
            }

            set
            {
                Shim.Check(Shim.kd_set_requires_grad(Handle, value ? 1 : 0), $"requires_grad of {Summary()}");
                GC.KeepAlive(this);
            }
        }

        /// <summary>Whether no recorded operator made the tensor.</summary>
        public bool is_leaf
        {
            get
            {
                var leaf = Shim.kd_is_leaf(Handle) != 0;
                GC.KeepAlive(this);
                return leaf;
            }
        }

        /// <summary>The gradient that <see cref="backward()"/> left here, a fresh handle each time; null where there is none.</summary>
        public Tensor? grad
        {
            get
            {
                nint gradient;
                Shim.Check(Shim.kd_grad(Handle, &gradient), "grad");
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                Shim.Check(Shim.kd_set_grad(Handle, value?.Handle ?? 0), "grad");
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        /// <summary>Sets whether operators on the tensor are recorded, and returns the tensor itself.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_(bool)" />
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that an operator made.</summary>
        public void retain_grad()
        {
            Shim.Check(Shim.kd_retain_grad(Handle), "retain_grad");
            GC.KeepAlive(this);
        }

        /// <summary>Adds the derivative of this one number by each leaf to the leaf's <see cref="grad"/>.</summary>
        public void backward()
        {
            var handle = Handle;
            Shim.Check(Shim.kd_backward(&handle, 1, null, 0, 0, 0, null, 0), $"backward of {Summary()}");
            GC.KeepAlive(this);
        }

        /// <summary>Adds the derivative of this tensor, weighted by <paramref name="grad_tensors"/>, to the leaves' <see cref="grad"/>.</summary>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        internal bool IsInference => Shim.kd_is_inference(Handle) != 0;

        /// <summary>Takes over the numbers of another tensor, with their type and place; the object stays the same.</summary>
        internal void SetData(Tensor source)
        {
            // libtorch does not let a tensor lose its memory or gain one: as in PyTorch the native tensor is then another.
            if (is_meta != source.is_meta)
            {
                Become(source);
                return;
            }

            Shim.Check(Shim.kd_set_data(Handle, source.Handle), "set_data");
            GC.KeepAlive(source);
            GC.KeepAlive(this);
        }
    }
}
