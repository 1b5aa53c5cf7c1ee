namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
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

        /// <summary>Something that can be called with four inputs.</summary>
        public interface IModule<in T1, in T2, in T3, in T4, out TResult>
        {
            /// <summary>What it makes of its inputs.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
        }

        /// <summary>Something that can be called with five inputs.</summary>
        public interface IModule<in T1, in T2, in T3, in T4, in T5, out TResult>
        {
            /// <summary>What it makes of its inputs.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
        }

        /// <summary>Something that can be called with six inputs.</summary>
        public interface IModule<in T1, in T2, in T3, in T4, in T5, in T6, out TResult>
        {
            /// <summary>What it makes of its inputs.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
        }
    }
}
