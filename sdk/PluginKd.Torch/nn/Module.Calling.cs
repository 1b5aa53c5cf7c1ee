namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of one input.</summary>
        public abstract class Module<T, TResult> : Module, IModule<T, TResult>
        {
            /// <summary>A module of a kind that <paramref name="name"/> names.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module makes of its input; deriving classes say how.</summary>
            public abstract TResult forward(T input);

            /// <summary>What the module makes of its input.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module of two inputs.</summary>
        public abstract class Module<T1, T2, TResult> : Module, IModule<T1, T2, TResult>
        {
            /// <summary>A module of a kind that <paramref name="name"/> names.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module makes of its inputs; deriving classes say how.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>What the module makes of its inputs.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        /// <summary>A module of three inputs.</summary>
        public abstract class Module<T1, T2, T3, TResult> : Module, IModule<T1, T2, T3, TResult>
        {
            /// <summary>A module of a kind that <paramref name="name"/> names.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module makes of its inputs; deriving classes say how.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>What the module makes of its inputs.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }

        /// <summary>Something that can be called with one input.</summary>
        public interface IModule<in T, out TResult>
        {
            /// <summary>What it makes of its input.</summary>
            TResult call(T input1);
        }

        /// <summary>Something that can be called with two inputs.</summary>
        public interface IModule<in T1, in T2, out TResult>
        {
            /// <summary>What it makes of its inputs.</summary>
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>Something that can be called with three inputs.</summary>
        public interface IModule<in T1, in T2, in T3, out TResult>
        {
            /// <summary>What it makes of its inputs.</summary>
            TResult call(T1 input1, T2 input2, T3 input3);
        }
    }
}
