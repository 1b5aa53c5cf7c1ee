using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Derivatives of recorded operators.</summary>
    public static unsafe partial class autograd
    {
        /// <summary>The derivatives of <paramref name="outputs"/> by each of <paramref name="inputs"/>, without touching any grad.</summary>
        /// <returns>One tensor for each input, shaped like it; null for an unused one where <paramref name="allow_unused"/> is set.</returns>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            nint[] from = Handles(outputs), to = Handles(inputs), weights = Handles(grad_outputs), found = new nint[to.Length];
            fixed (nint* o = from, i = to, g = weights, r = found)
            {
                Shim.Check(
                    Shim.kd_gradients(
                        o, from.Length, i, to.Length, g, weights.Length, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0,
                        allow_unused ? 1 : 0, r),
                    "autograd.grad");
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(found, static handle => handle == 0 ? null! : new Tensor(handle));
        }

        /// <summary>Adds the derivatives of <paramref name="tensors"/> by each leaf to the leaf's grad.</summary>
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            nint[] from = Handles(tensors), weights = Handles(grad_tensors), to = Handles(inputs);
            fixed (nint* o = from, g = weights, i = to)
            {
                Shim.Check(
                    Shim.kd_backward(
                        o, from.Length, g, weights.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, i, to.Length),
                    "autograd.backward");
            }

            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})" />
        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>The same for one tensor that is no single number, with its gradient.</summary>
        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        internal static nint[] Handles(IList<Tensor>? tensors)
        {
            var handles = new nint[tensors?.Count ?? 0];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors![i]?.Handle ?? 0;
            return handles;
        }
    }
}
