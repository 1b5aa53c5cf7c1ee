using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers on a device, with the gradient machinery of libtorch behind it.
    /// Inside a <see cref="DisposeScope"/> it ends with the scope; outside one, when it is disposed or collected.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        // Below this the garbage collector need not hear of the native bytes.
        private const long PressureThreshold = 64 * 1024;

        private nint _handle;
        private DisposeScope? _scope;
        private int _slot;
        private TensorGuard? _guard;

        internal Tensor(nint handle)
        {
            if (handle == 0)
                throw new TorchException("libtorch returned no tensor where one was expected");
            _handle = handle;
            if (DisposeScope.Current is { } scope)
            {
                try
                {
                    _slot = scope.Register(this);
                }
                catch
                {
                    _handle = 0;
                    Shim.kd_release(handle);
                    throw;
                }

                _scope = scope;
            }
            else
            {
                _guard = Guarded();
            }
        }

        /// <summary>libtorch's own address of the tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : throw Disposed();

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        /// <summary>Tensors that this process holds through the binding; no unit.</summary>
        public static long TotalCount => TorchLibrary.LiveTensorCount;

        internal DisposeScope? Scope => _scope;

        /// <summary>Where the scope keeps the tensor.</summary>
        internal int Slot
        {
            set => _slot = value;
        }

        /// <inheritdoc />
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Lets the native tensor go.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (_handle == 0)
                return;
            _scope?.Forget(_slot);
            LetGo();
        }

        internal void DisposeFromScope()
        {
            if (_handle != 0)
                LetGo();
        }

        internal void MoveTo(DisposeScope? scope)
        {
            if (scope == _scope || _handle == 0)
                return;
            var slot = scope?.Register(this) ?? 0;
            _scope?.Forget(_slot);
            _scope = scope;
            _slot = slot;
            _guard?.Dispose();
            _guard = scope is null ? Guarded() : null;
        }

        /// <summary>Stands for another native tensor from now on, a leaf; where the tensor belongs, a scope or none, it stays.</summary>
        private void Become(Tensor source)
        {
            var trained = requires_grad;
            using var plain = source.detach();
            var (old, successor) = (_handle, Shim.kd_alias(plain.Handle));
            _handle = successor;
            if (_guard is not null)
            {
                _guard.Dispose();
                _guard = Guarded();
            }

            Shim.kd_release(old);
            requires_grad = trained;
        }

        private void LetGo()
        {
            var handle = _handle;
            _handle = 0;
            _scope = null;
            _guard?.Dispose();
            _guard = null;
            Shim.kd_release(handle);
        }

        private TensorGuard Guarded()
        {
            var bytes = Shim.kd_numel(_handle) * SizeOf((ScalarType)Shim.kd_dtype(_handle));
            return new TensorGuard(_handle, bytes >= PressureThreshold ? bytes : 0);
        }

        private InvalidOperationException Disposed() => new(
            $"Tensor invalid -- empty handle. This {GetType().Name} was disposed, by itself or by a dispose scope that has ended; "
            + "let results out of a scope with MoveToOuterDisposeScope().");
    }
}
