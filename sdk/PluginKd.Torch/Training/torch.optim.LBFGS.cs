using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Steps bent by the curvature that the last gradients tell of; <c>step</c> needs a closure.</summary>
        /// <param name="parameters">What is to be moved.</param>
        /// <param name="lr">The length of a move; the first is shorter where the gradient is large.</param>
        /// <param name="max_iter">Moves a step.</param>
        /// <param name="max_eval">Calls of the closure a step; 5/4 of the moves where it is left out.</param>
        /// <param name="tolerange_grad">Stops where no element of the gradient is larger; spelt as in TorchSharp.</param>
        /// <param name="tolerance_change">Stops where moves or losses change by less.</param>
        /// <param name="history_size">Moves that are remembered.</param>
        public static LBFGS LBFGS(
            IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null, double tolerange_grad = 1E-05,
            double tolerance_change = 1E-09, long history_size = 100) =>
            new(parameters, lr, new(max_iter, max_eval ?? (max_iter * 5 / 4), tolerange_grad, tolerance_change, history_size));

        /// <inheritdoc cref="LBFGS(IEnumerable{Parameter}, double, long, long?, double, double, long)" />
        public static LBFGS LBFGS(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
            double tolerange_grad = 1E-05, double tolerance_change = 1E-09, long history_size = 100) =>
            LBFGS(Unnamed(parameters), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size);
    }
}
