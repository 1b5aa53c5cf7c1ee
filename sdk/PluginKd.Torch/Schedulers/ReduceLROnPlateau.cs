namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Smaller rates when a figure stops improving; call <see cref="step(double, int?)"/> with it.</summary>
                public sealed class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _larger;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly bool _relative;
                    private readonly int _cooldown;
                    private readonly IList<double>? _least;
                    private readonly double _smallest;
                    private double _best;
                    private int _bad;
                    private int _cooling;

                    internal ReduceLROnPlateau(
                        Optimizer optimizer, bool larger, double factor, int patience, double threshold, bool relative, int cooldown,
                        IList<double>? least, double smallest)
                        : base(optimizer)
                    {
                        if (factor >= 1)
                            throw new ArgumentException($"factor is {factor}; it must be below 1", nameof(factor));
                        (_larger, _factor, _patience, _threshold, _relative) = (larger, factor, patience, threshold, relative);
                        (_cooldown, _least, _smallest) = (cooldown, least, smallest);
                        _best = larger ? double.NegativeInfinity : double.PositiveInfinity;
                        Epoch = 0;
                        Remember();
                    }

                    /// <inheritdoc />
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("ReduceLROnPlateau looks at a figure: call step(current)");

                    /// <inheritdoc />
                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (IsBetter(current))
                            (_best, _bad) = (current, 0);
                        else
                            _bad++;
                        if (_cooling > 0)
                            (_cooling, _bad) = (_cooling - 1, 0);
                        if (_bad > _patience)
                        {
                            for (var i = 0; i < Groups.Count; i++)
                            {
                                var next = Math.Max(Groups[i].LearningRate * _factor, _least?[Math.Min(i, _least.Count - 1)] ?? 0);
                                if (Groups[i].LearningRate - next > _smallest)
                                    Groups[i].LearningRate = next;
                            }

                            (_cooling, _bad) = (_cooldown, 0);
                        }

                        Remember();
                    }

                    private bool IsBetter(double value)
                    {
                        var sign = _larger ? 1 : -1;
                        var bar = _relative ? _best * (1 + (sign * _threshold)) : _best + (sign * _threshold);
                        return _larger ? value > bar : value < bar;
                    }
                }
            }
        }
    }
}
