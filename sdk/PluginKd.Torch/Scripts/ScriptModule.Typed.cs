namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class jit
    {
        /// <summary>A script without inputs.</summary>
        public sealed class ScriptModule<TResult> : ScriptModule
        {
            internal ScriptModule(nint script)
                : base(script)
            {
            }

            /// <summary>What the script gives.</summary>
            public TResult call() => invoke<TResult>("forward");

            /// <inheritdoc cref="call()" />
            public TResult forward() => call();
        }

        /// <summary>A script of one input.</summary>
        public sealed class ScriptModule<T, TResult> : ScriptModule, nn.IModule<T, TResult>
        {
            internal ScriptModule(nint script)
                : base(script)
            {
            }

            /// <summary>What the script makes of its input.</summary>
            public TResult call(T input) => invoke<TResult>("forward", input!);

            /// <inheritdoc cref="call(T)" />
            public TResult forward(T tensor) => call(tensor);
        }

        /// <summary>A script of two inputs.</summary>
        public sealed class ScriptModule<T1, T2, TResult> : ScriptModule, nn.IModule<T1, T2, TResult>
        {
            internal ScriptModule(nint script)
                : base(script)
            {
            }

            /// <summary>What the script makes of its inputs.</summary>
            public TResult call(T1 input1, T2 input2) => invoke<TResult>("forward", input1!, input2!);

            /// <inheritdoc cref="call(T1, T2)" />
            public TResult forward(T1 input1, T2 input2) => call(input1, input2);
        }
    }
}
