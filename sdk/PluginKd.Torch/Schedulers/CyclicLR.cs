using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up and down between two rates, again and again.</summary>
                /// <remarks>Source: Smith, Cyclical learning rates for training neural networks (2017), section 3.</remarks>
                public sealed class CyclicLR : LRScheduler
                {
                    private readonly double[] _least;
                    private readonly double[] _most;
                    private readonly double _length;
                    private readonly double _rising;
                    private readonly Func<double, double> _scale;
                    private readonly bool _byCycle;
                    private readonly (double[] Least, double[] Most)? _momentum;

                    internal CyclicLR(
                        Optimizer optimizer, double[] least, double[] most, int up, int down, (Func<double, double> Of, bool ByCycle) scale,
                        (double[] Least, double[] Most)? momentum, int last)
                        : base(optimizer, last)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(up);
                        (_least, _most, _momentum) = (Each(least), Each(most), momentum);
                        _length = up + (down > 0 ? down : up);
                        _rising = up / _length;
                        (_scale, _byCycle) = scale;
                        for (var i = 0; last == -1 && i < Groups.Count; i++)
                            (Groups[i].LearningRate, Groups[i].InitialLearningRate) = (_least[i], _least[i]);
                        step();
                    }

                    /// <summary>How the height of cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>Not at all.</summary>
                        Triangular,

                        /// <summary>Half of the last one's each time.</summary>
                        Triangular2,

                        /// <summary>By a factor a step.</summary>
                        ExpRange,
                    }

                    /// <summary>What a function of one's own is given.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of the step, from 0.</summary>
                        Iterations,
                    }

                    /// <inheritdoc />
                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + (Epoch / _length));
                        var place = 1 + (Epoch / _length) - cycle;
                        var height = place <= _rising ? place / _rising : (place - 1) / (_rising - 1);
                        var scale = _scale(_byCycle ? cycle : Epoch);
                        return Groups.Select((group, at) =>
                        {
                            // Momentum is highest where the rate is lowest.
                            if (_momentum is var (least, most))
                                group.SetMomentum(most[at] - ((most[at] - least[at]) * height * scale));
                            return _least[at] + ((_most[at] - _least[at]) * height * scale);
                        });
                    }

                    private double[] Each(double[] given) => given.Length == Groups.Count
                        ? given
                        : throw new ArgumentException($"{given.Length} rates for {Groups.Count} groups of parameters");
                }
            }
        }
    }
}
