using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Turns the gradients of its parameters into new weights, step by step.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly List<ParamGroup> _groups = [];

            /// <summary>The groups; set their learning rates here while training.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _groups;

            internal IReadOnlyList<ParamGroup> Groups => _groups;

            /// <summary>All parameters, in the order they were given.</summary>
            public virtual IEnumerable<Parameter> parameters() => _groups.SelectMany(group => group.List);

            /// <summary>Sets the gradients that are there to 0; to forget them, call the module's zero_grad.</summary>
            public virtual void zero_grad()
            {
                foreach (var group in _groups)
                    Gradients.Clear(group.List, setToNone: false);
            }

            /// <summary>Takes one step; parameters without a gradient stay as they are.</summary>
            /// <param name="closure">Computes the loss again first; its result is returned.</param>
            public virtual Tensor step(Func<Tensor>? closure = null)
            {
                Tensor? loss = null;
                if (closure is not null)
                {
                    using var guard = enable_grad();
                    loss = closure();
                }

                var recording = Shim.kd_grad_mode();
                Shim.kd_set_grad_mode(0);
                try
                {
                    foreach (var group in _groups)
                        Step(group);
                }
                finally
                {
                    Shim.kd_set_grad_mode(recording);
                }

                return loss!;
            }

            /// <summary>Takes in a further group.</summary>
            public virtual void add_param_group(ParamGroup param_group)
            {
                ArgumentNullException.ThrowIfNull(param_group);
                if (param_group.List.Length == 0)
                    throw new ArgumentException("an optimiser needs at least one parameter", nameof(param_group));
                param_group.States = Array.ConvertAll(param_group.List, static _ => new ParameterState());
                param_group.Options.LearningRate ??= Defaults?.LearningRate;
                param_group.Options.InitialLearningRate = param_group.LearningRate;
                _groups.Add(param_group);
            }

            /// <inheritdoc />
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes what the optimiser remembers; not the parameters.</summary>
            protected virtual void Dispose(bool disposing)
            {
                foreach (var state in _groups.SelectMany(group => group.States))
                    state.Dispose();
            }

            /// <summary>What holds for groups that say nothing of their own.</summary>
            private protected virtual OptimizerOptions? Defaults => null;

            internal abstract void Step(ParamGroup group);

            /// <summary>Adds copies of what the optimiser remembers beyond the states of its parameters.</summary>
            internal virtual void Save(Dictionary<string, Tensor> saved)
            {
                // Most remember nothing more.
            }

            /// <summary>What it can remember of a parameter.</summary>
            internal virtual StateParts Knows => StateParts.None;

            /// <summary>What it remembers of a parameter of a group that has been stepped, as the group is set.</summary>
            internal virtual StateParts Needs(ParamGroup group) => Knows;

            /// <summary>Throws where <see cref="Restore"/> could not take over what was saved; changes nothing.</summary>
            internal virtual void Check(IReadOnlyDictionary<string, Tensor> saved)
            {
                // Most remember nothing more.
            }

            /// <summary>Takes over what <see cref="Save"/> added.</summary>
            internal virtual void Restore(IReadOnlyDictionary<string, Tensor> saved)
            {
                // Most remember nothing more.
            }
        }
    }
}
