using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        /// <summary>A function whose gradient you compute.</summary>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            private protected Function()
            {
            }

            /// <summary>What the function is called in messages.</summary>
            public abstract string Name { get; }
        }

        /// <summary>A function of one result: derive, write forward and backward, call <see cref="apply"/>.</summary>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            /// <summary>For deriving classes.</summary>
            protected SingleTensorFunction()
            {
            }

            /// <summary>Computes the result; nothing in it is recorded.</summary>
            /// <param name="ctx">Keeps what backward needs.</param>
            /// <param name="vars">What <see cref="apply"/> was given.</param>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>Computes the gradient of each of forward's arguments; null for those without.</summary>
            /// <param name="ctx">What forward kept.</param>
            /// <param name="grad_output">The gradient of the result.</param>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            /// <summary>The function of these arguments, recorded.</summary>
            [SuppressMessage("Design", "CA1000", Justification = "TorchSharp's shape: the deriving class names itself.")]
            public static Tensor apply(params object[] vars)
            {
                ArgumentNullException.ThrowIfNull(vars);
                var function = new T();
                var context = new AutogradContext();
                var isKept = false;
                try
                {
                    Tensor plain;
                    using (no_grad())
                        plain = function.forward(context, vars);
                    // What the caller gave stays the caller's.
                    using (vars.Any(given => Holds(given, plain)) ? null : plain)
                    {
                        if (context.IsPlain(plain))
                            return plain.detach();
                        var places = Enumerable.Range(0, vars.Length).Where(at => vars[at] is Tensor).ToArray();
                        var call = new ManagedCall(gradient => function.backward(context, gradient), context, function.Name, vars.Length, places);
                        var inputs = Handles([.. places.Select(at => (Tensor)vars[at])]);
                        return call.Record(plain, inputs, vars, out isKept);
                    }
                }
                finally
                {
                    if (!isKept)
                        context.Dispose();
                }
            }

            private static bool Holds(object given, Tensor tensor) =>
                ReferenceEquals(given, tensor) || (given is IEnumerable<Tensor> several && several.Any(one => ReferenceEquals(one, tensor)));
        }
    }
}
