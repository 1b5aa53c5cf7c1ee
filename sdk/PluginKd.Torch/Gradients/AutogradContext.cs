using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        /// <summary>What a function of your own keeps from forward to backward.</summary>
        public sealed class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];
            private readonly List<Tensor?> _saved = [];
            private readonly List<Tensor> _plain = [];

            internal AutogradContext()
            {
            }

            /// <summary>Whether a gradient that is missing arrives as zeros; it always does.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            /// <summary>Keeps tensors for backward, in this order; the result itself is better computed again.</summary>
            public void save_for_backward(List<Tensor> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                foreach (var tensor in tensors)
                    _saved.Add(tensor?.alias().DetachFromDisposeScope());
            }

            /// <summary>The tensors that were kept.</summary>
            public List<Tensor> get_saved_variables() => [.. _saved.Select(tensor => tensor?.alias()!)];

            /// <summary>Keeps anything else under a name.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>What was kept under a name.</summary>
            public object get_data(string key) => _data.TryGetValue(key, out var value)
                ? value
                : throw new KeyNotFoundException($"the context holds no '{key}', only [{string.Join(", ", _data.Keys)}]");

            /// <summary>Says which results have no gradient.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => _plain.AddRange(tensors);

            /// <summary>Says which inputs were changed in place; results are copies of the handle, so nothing more is needed.</summary>
            [SuppressMessage("Performance", "CA1822", Justification = "TorchSharp's is no static method.")]
            public void mark_dirty(List<Tensor> tensors) => ArgumentNullException.ThrowIfNull(tensors);

            /// <summary>Asks for zeros in place of missing gradients.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <inheritdoc />
            public void Dispose()
            {
                foreach (var tensor in _saved)
                    tensor?.Dispose();
                _saved.Clear();
                _data.Clear();
            }

            internal bool IsPlain(Tensor tensor) => _plain.Exists(other => ReferenceEquals(other, tensor));
        }
    }
}
