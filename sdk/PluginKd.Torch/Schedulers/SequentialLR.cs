namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Schedulers one after the other.</summary>
                public sealed class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    internal SequentialLR(Optimizer optimizer, LRScheduler[] schedulers, int[] milestones, int last)
                    {
                        if (milestones.Length != schedulers.Length - 1)
                            throw new ArgumentException($"{schedulers.Length} schedulers need {schedulers.Length - 1} milestones, not {milestones.Length}");
                        (_schedulers, _milestones, Epoch) = (schedulers, milestones, last + 1);
                        // Each of them took its first step when it was made: give those back, then start the first one again.
                        foreach (var group in optimizer.Groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in schedulers)
                            scheduler.Rewind();
                        schedulers[0].step();
                        Remember(schedulers[0]);
                    }

                    /// <inheritdoc />
                    public override void step(int? epoch)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        var at = _milestones.Count(place => place <= Epoch);
                        if (at > 0 && _milestones[at - 1] == Epoch)
                            _schedulers[at].step(0);
                        else
                            _schedulers[at].step();
                        Remember(_schedulers[at]);
                    }
                }

                /// <summary>Schedulers at the same time.</summary>
                public sealed class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    internal ChainedLR(LRScheduler[] schedulers)
                    {
                        _schedulers = schedulers;
                        Remember(schedulers[^1]);
                    }

                    /// <inheritdoc />
                    public override void step(int? epoch)
                    {
                        foreach (var scheduler in _schedulers)
                            scheduler.step(epoch);
                        Remember(_schedulers[^1]);
                    }
                }
            }
        }
    }
}
