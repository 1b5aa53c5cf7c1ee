using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Registers what the fields hold: modules, parameters, and other tensors as buffers. Fields in the order they are written,
            /// those of base classes first.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                var kinds = new Stack<Type>();
                for (var kind = GetType(); kind is not null && kind != typeof(Module); kind = kind.BaseType)
                    kinds.Push(kind);
                foreach (var kind in kinds)
                {
                    foreach (var field in kind.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    {
                        var name = field.GetCustomAttribute<Utils.ComponentNameAttribute>()?.Name ?? field.Name;
                        Register(name, field.GetValue(this));
                    }
                }
            }

            /// <summary>Takes a module in under a name.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                Refuse(name);
                _moduleList.Add((name, submodule));
            }

            /// <summary>Takes a parameter in under a name; no dispose scope holds it any more.</summary>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                Refuse(name);
                param.DetachFromDisposeScope();
                _parameterList.Add((name, param));
            }

            /// <summary>Takes a tensor in under a name that is saved, unless it is not persistent, but not trained.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                Refuse(name);
                tensor.DetachFromDisposeScope();
                _bufferList.Add((name, tensor, persistent));
            }

            /// <summary>Takes a module in under a name.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Forgets the modules inside; for an author who disposes them by hand.</summary>
            protected void ClearModules() => _moduleList.Clear();

            /// <summary>Puts a parameter in the place of the one of that name, which is not disposed; null takes it out.</summary>
            [return: NotNullIfNotNull(nameof(parameter))]
            internal Parameter? Put(string name, Parameter? parameter)
            {
                var at = _parameterList.FindIndex(entry => entry.Name == name);
                if (parameter is null)
                {
                    if (at >= 0)
                        _parameterList.RemoveAt(at);
                }
                else if (at < 0)
                {
                    register_parameter(name, parameter);
                }
                else
                {
                    parameter.DetachFromDisposeScope();
                    _parameterList[at] = (name, parameter);
                }

                return parameter;
            }

            internal IEnumerable<(string Name, Parameter Parameter)> OwnParameters => _parameterList;

            internal void ClearParameters() => _parameterList.Clear();

            internal void RemoveModule(int at) => _moduleList.RemoveAt(at);

            private void Register(string name, object? component)
            {
                switch (component)
                {
                    case Module module when !_moduleList.Exists(entry => entry.Name == name):
                        register_module(name, module);
                        break;
                    case Parameter parameter when !_parameterList.Exists(entry => entry.Name == name):
                        register_parameter(name, parameter);
                        break;
                    case Tensor tensor when tensor is not Modules.Parameter && !_bufferList.Exists(entry => entry.Name == name):
                        register_buffer(name, tensor);
                        break;
                }
            }

            private void Refuse(string name)
            {
                ArgumentException.ThrowIfNullOrEmpty(name);
                if (_parameterList.Exists(entry => entry.Name == name) || _bufferList.Exists(entry => entry.Name == name)
                    || _moduleList.Exists(entry => entry.Name == name))
                    throw new ArgumentException($"{GetName()} has a component '{name}' already; names must differ", nameof(name));
            }
        }
    }
}
