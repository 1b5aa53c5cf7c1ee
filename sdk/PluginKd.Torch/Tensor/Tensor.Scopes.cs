using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Hands the tensor to the scope around the one that holds it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            _scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Lets the tensor out of all scopes: whoever asks disposes it, or the garbage collector does.</summary>
        public Tensor DetachFromDisposeScope()
        {
            MoveTo(null);
            return this;
        }

        /// <summary>Hands the tensor to another scope.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            MoveTo(other);
            return this;
        }

        /// <summary>Hands the tensor to the scope that holds <paramref name="other"/>.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return MoveToOtherDisposeScope(other._scope);
        }

        /// <summary>A second handle on the same native tensor.</summary>
        public Tensor alias()
        {
            var second = new Tensor(Shim.kd_alias(Handle));
            GC.KeepAlive(this);
            return second;
        }
    }
}
