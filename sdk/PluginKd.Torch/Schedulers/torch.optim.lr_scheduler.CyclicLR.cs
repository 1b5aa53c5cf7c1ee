namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Up and down between two rates, again and again; momentum the other way round.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
            {
                ArgumentNullException.ThrowIfNull(optimizer);
                return CyclicLR(
                    optimizer, optimizer.Groups.Select(_ => base_lr), optimizer.Groups.Select(_ => max_lr), step_size_up, step_size_down, mode,
                    gamma, scale_fn, scale_mode, cycle_momentum, optimizer.Groups.Select(_ => base_momentum),
                    optimizer.Groups.Select(_ => max_momentum), last_epoch, verbose);
            }

            /// <summary>The same with rates for each group of parameters.</summary>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
            {
                ArgumentNullException.ThrowIfNull(optimizer);
                (Func<double, double>, bool) scale = scale_fn is not null
                    ? (scale_fn, scale_mode == impl.CyclicLR.ScaleMode.Cycle)
                    : mode switch
                    {
                        impl.CyclicLR.Mode.Triangular2 => (static cycle => 1 / Math.Pow(2, cycle - 1), true),
                        impl.CyclicLR.Mode.ExpRange => (step => Math.Pow(gamma, step), false),
                        _ => (static _ => 1, true),
                    };
                (double[], double[])? momentum = cycle_momentum
                    ? ([.. base_momentum ?? optimizer.Groups.Select(_ => 0.8)], [.. max_momentum ?? optimizer.Groups.Select(_ => 0.9)])
                    : null;
                return new impl.CyclicLR(optimizer, [.. base_lr], [.. max_lr], step_size_up, step_size_down, scale, momentum, last_epoch);
            }
        }
    }
}
