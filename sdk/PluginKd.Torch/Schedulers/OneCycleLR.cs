using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The schedulers that are more than a formula.</summary>
            public static partial class impl
            {
                /// <summary>Rates that rise, fall and fall further, in two or three phases.</summary>
                public sealed class OneCycleLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly bool _cosine;
                    private readonly double[] _largest;
                    private readonly double _first;
                    private readonly double _final;
                    private readonly (double[] Least, double[] Most)? _momentum;
                    private readonly List<(double End, Func<Place, double> From, Func<Place, double> To)> _phases;

                    internal OneCycleLR(
                        Optimizer optimizer, double[] largest, int steps, double rising, AnnealStrategy strategy,
                        (double[] Least, double[] Most)? momentum, double divisor, double finalDivisor, bool threePhases, int last)
                        : base(optimizer, last)
                    {
                        if (steps <= 0)
                            throw new ArgumentException("OneCycleLR needs total_steps, or epochs and steps_per_epoch, above 0");
                        (_steps, _cosine, _largest) = (steps, strategy == AnnealStrategy.Cos, largest);
                        (_first, _final, _momentum) = (1 / divisor, 1 / divisor / finalDivisor, momentum);
                        var top = (rising * steps) - 1;
                        _phases = threePhases
                            ? [(top, Low, High), ((2 * rising * steps) - 2, High, Low), (steps - 1, Low, Bottom)]
                            : [(top, Low, High), (steps - 1, High, Bottom)];
                        for (var i = 0; last == -1 && i < Groups.Count; i++)
                            Groups[i].InitialLearningRate = largest[i] * _first;
                        step();
                    }

                    /// <summary>The curve between two rates.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos = 0,

                        /// <summary>A straight line.</summary>
                        Linear = 1,
                    }

                    /// <inheritdoc />
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > _steps)
                            throw new InvalidOperationException($"step {Epoch + 1} of a one-cycle run of {_steps} steps");
                        return Groups.Select((group, at) =>
                        {
                            if (_momentum is var (least, most) && least.Length > at && most.Length > at)
                                group.SetMomentum(At(new Place(at, true)));
                            return At(new Place(at, false));
                        });
                    }

                    private double At(Place place)
                    {
                        double start = 0;
                        for (var i = 0; ; i++)
                        {
                            var (end, from, to) = _phases[i];
                            if (Epoch <= end || i == _phases.Count - 1)
                                return Between(from(place), to(place), (Epoch - start) / (end - start));
                            start = end;
                        }
                    }

                    private double Between(double from, double to, double share) =>
                        _cosine ? to + ((from - to) / 2 * (Math.Cos(Math.PI * share) + 1)) : ((to - from) * share) + from;

                    // Momentum is highest where the rate is lowest.
                    private double Low(Place at) => at.OfMomentum ? _momentum!.Value.Most[at.Group] : _largest[at.Group] * _first;

                    private double High(Place at) => at.OfMomentum ? _momentum!.Value.Least[at.Group] : _largest[at.Group];

                    private double Bottom(Place at) => at.OfMomentum ? _momentum!.Value.Most[at.Group] : _largest[at.Group] * _final;

                    private readonly record struct Place(int Group, bool OfMomentum);
                }
            }
        }
    }
}
