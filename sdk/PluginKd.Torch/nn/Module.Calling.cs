namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module of one input.</summary>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>A module of a kind that <paramref name="name"/> names.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module makes of its input; deriving classes say how.</summary>
            public abstract TResult forward(T input);

            /// <summary>What the module makes of its input; hooks look on.</summary>
            public TResult call(T input) => HasHooks ? Observed(input) : forward(input);

            private TResult Observed(T input)
            {
                foreach (var hook in Before())
                    input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var hook in After())
                    result = hook(this, input, result) ?? result;
                return result;
            }
        }

        /// <summary>A module of two inputs.</summary>
        public abstract class Module<T1, T2, TResult>
            : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            /// <summary>A module of a kind that <paramref name="name"/> names.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module makes of its inputs; deriving classes say how.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>What the module makes of its inputs; hooks look on.</summary>
            public TResult call(T1 input1, T2 input2) => HasHooks ? Observed(input1, input2) : forward(input1, input2);

            private TResult Observed(T1 input1, T2 input2)
            {
                foreach (var hook in Before())
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                var result = forward(input1, input2);
                foreach (var hook in After())
                    result = hook(this, input1, input2, result) ?? result;
                return result;
            }
        }

        /// <summary>A module of three inputs.</summary>
        public abstract class Module<T1, T2, T3, TResult>
            : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
        {
            /// <summary>A module of a kind that <paramref name="name"/> names.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module makes of its inputs; deriving classes say how.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>What the module makes of its inputs; hooks look on.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => HasHooks ? Observed(input1, input2, input3) : forward(input1, input2, input3);

            private TResult Observed(T1 input1, T2 input2, T3 input3)
            {
                foreach (var hook in Before())
                    (input1, input2, input3) = hook(this, input1, input2, input3) ?? (input1, input2, input3);
                var result = forward(input1, input2, input3);
                foreach (var hook in After())
                    result = hook(this, input1, input2, input3, result) ?? result;
                return result;
            }
        }
    }
}
