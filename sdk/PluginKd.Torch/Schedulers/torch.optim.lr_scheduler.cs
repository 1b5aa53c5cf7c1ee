using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning rates that change while training; <c>verbose</c> is ignored everywhere.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Times <paramref name="gamma"/> every <paramref name="step_size"/> steps.</summary>
            public static LRScheduler StepLR(
                Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new FormulaScheduler(
                    optimizer, last_epoch,
                    at => at.Epoch == 0 || at.Epoch % step_size != 0 ? at.Rate : at.Rate * gamma,
                    at => at.Base * Math.Pow(gamma, at.Epoch / step_size));

            /// <summary>Times <paramref name="gamma"/> at each of the <paramref name="milestones"/>.</summary>
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new FormulaScheduler(
                    optimizer, last_epoch,
                    at => at.Rate * Math.Pow(gamma, milestones.Count(place => place == at.Epoch)),
                    at => at.Base * Math.Pow(gamma, milestones.Count(place => place <= at.Epoch)));

            /// <summary>Times <paramref name="gamma"/> at each step.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new FormulaScheduler(
                    optimizer, last_epoch, at => at.Epoch == 0 ? at.Rate : at.Rate * gamma, at => at.Base * Math.Pow(gamma, at.Epoch));

            /// <summary>The first rate times a function of the step.</summary>
            public static LRScheduler LambdaLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new FormulaScheduler(optimizer, last_epoch, at => at.Base * lr_lambda(at.Epoch));

            /// <summary>The last rate times a function of the step.</summary>
            public static LRScheduler MultiplicativeLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new FormulaScheduler(optimizer, last_epoch, at => at.Epoch > 0 ? at.Rate * lr_lambda(at.Epoch) : at.Rate);

            /// <summary>A share of the rate for some steps, then all of it.</summary>
            public static LRScheduler ConstantLR(
                Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new FormulaScheduler(
                    optimizer, last_epoch,
                    at => at.Epoch == 0 ? at.Rate * factor : at.Epoch == total_iters ? at.Rate * (1 / factor) : at.Rate,
                    at => at.Base * (at.Epoch >= total_iters ? 1 : factor));

            /// <summary>From one share of the rate to another in a straight line: the usual warm-up.</summary>
            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1,
                bool verbose = false)
            {
                var rise = end_factor - start_factor;
                return new FormulaScheduler(
                    optimizer, last_epoch,
                    at => at.Epoch == 0 ? at.Rate * start_factor
                        : at.Epoch > total_iters ? at.Rate
                        : at.Rate * (1 + (rise / ((total_iters * start_factor) + ((at.Epoch - 1) * rise)))),
                    at => at.Base * (start_factor + (rise * Math.Min(total_iters, at.Epoch) / total_iters)));
            }

            /// <summary>Down to 0 as a power of what is left of <paramref name="total_iters"/>.</summary>
            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new FormulaScheduler(
                    optimizer, last_epoch,
                    at => at.Epoch == 0 || at.Epoch > total_iters
                        ? at.Rate
                        : at.Rate * Math.Pow((1 - (at.Epoch / (double)total_iters)) / (1 - ((at.Epoch - 1) / (double)total_iters)), power),
                    at => at.Base * Math.Pow(1 - (Math.Min(total_iters, at.Epoch) / (double)total_iters), power));

            /// <summary>Down to <paramref name="eta_min"/> along half a cosine of <paramref name="T_max"/> steps, and up again after.</summary>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
            {
                double Cosine(double epoch) => 1 + Math.Cos(Math.PI * epoch / T_max);
                double Closed(FormulaScheduler.Moment at) => eta_min + ((at.Base - eta_min) * Cosine(at.Epoch) / 2);
                return new FormulaScheduler(
                    optimizer, last_epoch,
                    at => at.Epoch == 0 ? at.Rate
                        : at.Count == 1 ? Closed(at)
                        : (at.Epoch - 1 - T_max) % (2 * T_max) == 0 ? at.Rate + ((at.Base - eta_min) * (1 - Math.Cos(Math.PI / T_max)) / 2)
                        : (Cosine(at.Epoch) / Cosine(at.Epoch - 1) * (at.Rate - eta_min)) + eta_min,
                    Closed);
            }

            /// <summary>Up to <paramref name="max_lr"/> and down far below the start, in one run; momentum goes the other way.</summary>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                OneCycleLR(
                    optimizer, optimizer.Groups.Select(_ => max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                    cycle_momentum, optimizer.Groups.Select(_ => base_momentum), optimizer.Groups.Select(_ => max_momentum), div_factor,
                    final_div_factor, three_phase, last_epoch, verbose);

            /// <inheritdoc cref="OneCycleLR(Optimizer, double, int, int, int, double, impl.OneCycleLR.AnnealStrategy, bool, double, double, double, double, bool, int, bool)" />
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, [.. max_lr], total_steps > 0 ? total_steps : epochs * steps_per_epoch, pct_start, anneal_strategy,
                    cycle_momentum ? (base_momentum?.ToArray() ?? [], max_momentum?.ToArray() ?? []) : null, div_factor, final_div_factor,
                    three_phase, last_epoch);

            /// <summary>Times <paramref name="factor"/> when a figure has not improved for <paramref name="patience"/> steps.</summary>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001,
                string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1E-08, bool verbose = false) =>
                new impl.ReduceLROnPlateau(
                    optimizer, mode == "max", factor, patience, threshold, threshold_mode == "rel", cooldown, min_lr, eps);

            /// <summary>All of these at once: their factors multiply.</summary>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR([.. schedulers]);

            /// <summary>One after the other, changing at the <paramref name="milestones"/>: a warm-up, then a decay.</summary>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, [.. schedulers], [.. milestones], last_epoch);
        }
    }
}
