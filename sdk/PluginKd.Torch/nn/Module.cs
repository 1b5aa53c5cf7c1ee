using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a network: parameters, buffers and further modules under names. Put them into fields and call
        /// <see cref="RegisterComponents"/> last in the constructor; the field names are the keys of the state dict.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly List<(string Name, Parameter Parameter)> _parameterList = [];
            private readonly List<(string Name, Tensor Buffer, bool Persistent)> _bufferList = [];
            private readonly List<(string Name, Module Module)> _moduleList = [];
            private readonly string _name;

            /// <summary>A module of a kind that <paramref name="name"/> names.</summary>
            protected Module(string name) => _name = name;

            /// <summary>Whether the module is being trained; dropout and batch norm look at it.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>The name of the kind of module.</summary>
            public virtual string GetName() => _name;

            /// <summary>Switches this module and those inside to training, or back.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, module) in _moduleList)
                    module.train(train);
            }

            /// <summary>Switches this module and those inside to use.</summary>
            public virtual void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters, or sets them to 0.</summary>
            public virtual void zero_grad(bool set_to_none = true) => Gradients.Clear([.. parameters()], set_to_none);

            /// <summary>Applies a function to the modules inside and then to this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var (_, module) in _moduleList)
                    module.apply(fn);
                fn(this);
                return this;
            }

            /// <inheritdoc />
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the parameters, buffers and modules inside.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var (_, parameter) in _parameterList)
                    parameter.Dispose();
                foreach (var (_, buffer, _) in _bufferList)
                    buffer.Dispose();
                foreach (var (_, module) in _moduleList)
                    module.Dispose();
            }

            /// <summary>Moves parameters, their gradients and buffers in place, keeping the objects: optimisers and fields stay right.</summary>
            internal virtual void Convert(ScalarType? type, Device? device)
            {
                using var guard = no_grad();
                foreach (var (_, parameter) in _parameterList)
                {
                    using var gradient = parameter.grad;
                    Convert(parameter, type, device);
                    if (gradient is null)
                        continue;
                    Convert(gradient, type, device);
                    parameter.grad = gradient;
                }

                foreach (var (_, buffer, _) in _bufferList)
                    Convert(buffer, type, device);
                foreach (var (_, module) in _moduleList)
                    module.Convert(type, device);
            }

            /// <summary>A module built in the same way that took over all of this one.</summary>
            private protected T CopiedInto<T>(Func<T> make)
                where T : Module
            {
                // Drawing first weights that are written over at once must not move the random stream.
                using var state = get_rng_state();
                var copy = make();
                set_rng_state(state);
                copy.TakeOver(this);
                return copy;
            }

            /// <summary>Takes over all of a module built in the same way: weights with their types and devices, what is frozen, and the mode.</summary>
            private void TakeOver(Module other)
            {
                using var guard = no_grad();
                var source = other.state_dict();
                foreach (var (key, tensor) in state_dict())
                {
                    using var copy = source[key].clone();
                    tensor.SetData(copy);
                    tensor.requires_grad = source[key].requires_grad;
                }

                foreach (var (own, its) in modules().Zip(other.modules()))
                    own.train(its.training);
            }

            private static void Convert(Tensor tensor, ScalarType? type, Device? device)
            {
                // Counters stay whole numbers.
                var wanted = IsFloating(tensor.dtype) ? type ?? tensor.dtype : tensor.dtype;
                using var moved = tensor.to(wanted, device ?? tensor.device);
                if (moved.Handle != tensor.Handle)
                    tensor.SetData(moved);
            }
        }
    }
}
