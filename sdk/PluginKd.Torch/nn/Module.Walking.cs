using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters in state-dict order, those of the modules inside too unless said otherwise; each once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
            {
                foreach (var (_, parameter) in named_parameters(recurse))
                    yield return parameter;
            }

            /// <summary>The parameters and their keys, as "0.weight".</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                // Loops: queries over pairs would be compiled anew in every process, and every training begins here.
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                foreach (var (prefix, module) in Walk(recurse))
                {
                    foreach (var (name, parameter) in module._parameterList)
                    {
                        if (seen.Add(parameter))
                            yield return (prefix + name, parameter);
                    }
                }
            }

            /// <summary>The buffers, those of the modules inside too unless said otherwise.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The buffers and their keys.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true) =>
                Walk(recurse).SelectMany(at => at.Module._bufferList
                    .Where(entry => entry.Persistent || include_nonpersistent)
                    .Select(entry => (at.Prefix + entry.Name, entry.Buffer)));

            /// <summary>The modules just inside.</summary>
            public virtual IEnumerable<Module> children() => _moduleList.Select(entry => entry.Module);

            /// <summary>The modules just inside and their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _moduleList;

            /// <summary>This module and all inside.</summary>
            public virtual IEnumerable<Module> modules() => Walk(true).Select(at => at.Module);

            /// <summary>All modules inside and their keys, this one left out.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                Walk(true).Skip(1).Select(at => (at.Prefix[..^1], at.Module));

            /// <summary>Whether there is a parameter of that key.</summary>
            public virtual bool has_parameter(string target) => named_parameters().Any(entry => entry.name == target);

            /// <summary>The parameter of that key; null where there is none.</summary>
            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(entry => entry.name == target).parameter;

            /// <summary>Whether there is a buffer of that key.</summary>
            public virtual bool has_buffer(string target) => named_buffers().Any(entry => entry.name == target);

            /// <summary>The buffer of that key; null where there is none.</summary>
            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(entry => entry.name == target).buffer;

            /// <summary>Parameters and persistent buffers by key: handles on the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (at, module) in Walk(true))
                {
                    foreach (var (name, parameter) in module._parameterList)
                        destination.TryAdd(start + at + name, parameter);
                    foreach (var (name, buffer, persistent) in module._bufferList)
                    {
                        if (persistent)
                            destination.TryAdd(start + at + name, buffer);
                    }
                }

                return destination;
            }

            /// <summary>Copies tensors into those of the same key.</summary>
            /// <returns>Keys of this module that the source lacks, and keys of the source that this module lacks.</returns>
            /// <exception cref="InvalidOperationException">Strict, and keys are missing or left over; or a shape differs.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var own = state_dict();
                List<string> missing = [.. own.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true)];
                List<string> unexpected = [.. source.Keys.Where(key => !own.ContainsKey(key) && skip?.Contains(key) != true)];
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException(
                        $"the state dict does not fit {GetName()}: missing [{string.Join(", ", missing)}], "
                        + $"not expected [{string.Join(", ", unexpected)}]");
                using var guard = no_grad();
                foreach (var (key, tensor) in own)
                {
                    if (!source.TryGetValue(key, out var given) || skip?.Contains(key) == true)
                        continue;
                    if (!given.shape.AsSpan().SequenceEqual(tensor.shape))
                        throw new InvalidOperationException($"'{key}' is {given.Summary()} in the state dict, {tensor.Summary()} in {GetName()}");
                    Native.Ops.copy_.Run(tensor, given);
                }

                return (missing, unexpected);
            }

            private IEnumerable<(string Prefix, Module Module)> Walk(bool recurse, string prefix = "")
            {
                yield return (prefix, this);
                if (!recurse)
                    yield break;
                foreach (var (name, module) in _moduleList)
                {
                    foreach (var inner in module.Walk(true, prefix + name + "."))
                        yield return inner;
                }
            }
        }
    }
}
