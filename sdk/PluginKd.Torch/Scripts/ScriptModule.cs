using System.Runtime.InteropServices;
using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class jit
    {
        /// <summary>A module that Python saved as TorchScript.</summary>
        public class ScriptModule : nn.Module
        {
            private const int MostResults = 32;
            private nint _script;

            internal ScriptModule(nint script)
                : base(nameof(ScriptModule))
            {
                _script = script;
                foreach (var (name, tensor) in Tensors(0))
                {
                    using (tensor)
                        register_parameter(name, new Parameter(Shim.kd_alias(tensor.Handle)));
                }

                foreach (var (name, tensor) in Tensors(1))
                    register_buffer(name, tensor);
            }

            /// <inheritdoc />
            public override bool training => Shim.kd_script_is_training(Script) != 0;

            internal nint Script => _script != 0 ? _script : throw new ObjectDisposedException(nameof(ScriptModule));

            /// <summary>What the script makes of tensors, numbers and truth values: a tensor, a number, a tuple or a list of tensors.</summary>
            public object call(params object[] input) => invoke("forward", input);

            /// <inheritdoc cref="call(object[])" />
            public object forward(params object[] input) => invoke("forward", input);

            /// <summary>Calls another method of the script.</summary>
            public object invoke(string name, params object[] objs)
            {
                var parts = Run(name, objs, out var form);
                return form switch
                {
                    0 => parts[0]!,
                    2 => Array.ConvertAll(parts, part => (Tensor)part!),
                    _ => Tuples.Make(parts),
                };
            }

            /// <inheritdoc cref="invoke(string, object[])" />
            public TResult invoke<TResult>(string name, params object[] inputs) => Tuples.As<TResult>(Run(name, inputs, out var form), form);

            /// <inheritdoc />
            public override void train(bool on = true) => Shim.Check(Shim.kd_script_train(Script, on ? 1 : 0), "train");

            /// <inheritdoc />
            protected override void Dispose(bool disposing)
            {
                base.Dispose(disposing);
                if (_script != 0)
                    Shim.kd_script_release(_script);
                _script = 0;
            }

            internal override void Convert(ScalarType? type, Device? device)
            {
                // The script changes what its tensors hold, not the tensors.
                Shim.Check(Shim.kd_script_to(Script, device?.Packed ?? 0, device is null ? 0 : 1, type is ScalarType given ? (int)given : -1), "to");
            }

            private List<(string Name, Tensor Tensor)> Tensors(int which)
            {
                byte* lines;
                nint* list;
                int count;
                Shim.Check(Shim.kd_script_tensors(Script, which, &lines, &list, &count), "parameters");
                var names = (Marshal.PtrToStringUTF8((nint)lines) ?? "").Split('\n');
                var found = new List<(string, Tensor)>();
                for (var i = 0; i < count; i++)
                    found.Add((names[i], new Tensor(list[i])));
                return found;
            }

            private object?[] Run(string name, object[] inputs, out int form)
            {
                var values = new Value[inputs.Length];
                for (var i = 0; i < values.Length; i++)
                    values[i] = Tuples.Argument(inputs[i]).Value;
                var results = stackalloc Value[MostResults];
                int count = MostResults, found, shape = 0;
                fixed (Value* first = values)
                    found = Shim.kd_script_call(Script, name, first, values.Length, results, &count, &shape);
                GC.KeepAlive(inputs);
                Shim.Check(found, $"{name} of a script");
                form = shape;
                var parts = new object?[count];
                for (var i = 0; i < count; i++)
                    parts[i] = Tuples.Result(results[i]);
                return parts;
            }
        }
    }
}
