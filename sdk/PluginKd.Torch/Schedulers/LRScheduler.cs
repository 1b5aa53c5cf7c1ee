using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimiser, step by step; the same numbers as PyTorch's class of that name.</summary>
            public abstract class LRScheduler
            {
                private static readonly ConditionalWeakTable<ParamGroup, object> s_started = [];
                private readonly double[] _base;
                private double[] _last = [];

                /// <summary>How often <see cref="step()"/> was called, the first call by the constructor included.</summary>
                protected int _step_count { get; set; }

                /// <summary>A scheduler of no optimiser, for classes that only pass steps on.</summary>
                protected LRScheduler() => (Groups, _base) = ([], []);

                /// <summary>A scheduler of this optimiser; the deriving constructor calls <see cref="step()"/> last.</summary>
                /// <param name="optimizer">The optimiser.</param>
                /// <param name="last_epoch">The step to go on from; -1 starts anew.</param>
                /// <param name="verbose">Ignored: libraries print nothing.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Groups = optimizer.Groups;
                    Epoch = last_epoch;
                    if (last_epoch == -1)
                    {
                        foreach (var group in Groups)
                            Start(group);
                    }

                    _base = [.. Groups.Select(group => group.InitialLearningRate)];
                }

                internal IReadOnlyList<ParamGroup> Groups { get; }

                internal IReadOnlyList<double> Bases => _base;

                // The number of the step that the rates belong to, from 0.
                internal int Epoch { get; set; }

                internal int Count => _step_count;

                /// <summary>The rates now set, one for each group; no unit.</summary>
                public IEnumerable<double> get_last_lr() => _last;

                /// <summary>Goes on by one.</summary>
                public virtual void step() => step((int?)null);

                /// <summary>Goes to a given step; null is the next one.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    var rates = epoch is null ? get_lr() : get_closed_form_lr();
                    Take([.. rates]);
                }

                /// <summary>Goes on by one, looking at a figure; only a few schedulers do look.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates of the present step, from those of the last one.</summary>
                protected virtual IEnumerable<double> get_lr() => Groups.Select(group => group.LearningRate);

                /// <summary>The rates of the present step, from nothing but its number.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                // A scheduler that stands in a row of others gives its step back and starts when its time comes.
                internal void Rewind() => Epoch--;

                internal void Remember() => _last = [.. Groups.Select(group => group.LearningRate)];

                internal void Remember(LRScheduler other) => _last = other._last;

                // The first scheduler notes the rate that training starts with; a second one finds it changed already.
                private static void Start(ParamGroup group)
                {
                    if (s_started.TryAdd(group, group))
                        group.InitialLearningRate = group.LearningRate;
                }

                private void Take(double[] rates)
                {
                    for (var i = 0; i < rates.Length; i++)
                        Groups[i].LearningRate = rates[i];
                    _last = rates;
                }
            }
        }
    }
}
