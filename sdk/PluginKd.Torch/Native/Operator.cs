using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Native;

/// <summary>
/// An operator of libtorch, found by name at its first call and called through the one boxed entry of the shim.
/// A call allocates nothing on the managed heap but the tensor it returns.
/// </summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    // No schema has more arguments; lists of numbers and tensors are laid out in the scratch space, or behind it when long.
    private const int MostArguments = 32;
    private const int MostResults = 8;
    private const int Scratch = 96;

    private nint _handle;

    public string FullName { get; } = overload.Length == 0 ? "aten::" + name : $"aten::{name}.{overload}";

    /// <summary>Whether it was called in this process; to ask whether it <see cref="Exists"/> is no call.</summary>
    public bool WasCalled => _handle != 0;

    /// <summary>Whether the libtorch at hand has it.</summary>
    public bool Exists => WasCalled || Find() != 0;

    /// <summary>Calls and hands out the one tensor that results.</summary>
    [SkipLocalsInit]
    public Tensor Call(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(arguments, results);
        return new Tensor(results->Pointer);
    }

    /// <summary>Calls and lets the results go, as for operators that work in place.</summary>
    [SkipLocalsInit]
    public void Run(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        var count = Invoke(arguments, results);
        for (var i = 0; i < count; i++)
        {
            if (results[i].Kind == ValueKind.Tensor)
                Shim.kd_release(results[i].Pointer);
        }
    }

    [SkipLocalsInit]
    public (Tensor First, Tensor Second) CallPair(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(arguments, results);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer));
    }

    [SkipLocalsInit]
    public (Tensor First, Tensor Second, Tensor Third) CallTriple(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(arguments, results);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer), new Tensor(results[2].Pointer));
    }

    /// <summary>All tensors that result, however many.</summary>
    [SkipLocalsInit]
    public Tensor[] CallAll(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        var tensors = new Tensor[Invoke(arguments, results)];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(results[i].Pointer);
        return tensors;
    }

    /// <summary>Keeps the first tensor of several and lets the others go.</summary>
    [SkipLocalsInit]
    public Tensor CallFirst(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        var count = Invoke(arguments, results);
        for (var i = 1; i < count; i++)
        {
            if (results[i].Kind == ValueKind.Tensor)
                Shim.kd_release(results[i].Pointer);
        }

        return new Tensor(results->Pointer);
    }

    [SkipLocalsInit]
    public Tensor[] CallList(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(arguments, results);
        var handles = (nint*)results->Pointer;
        var tensors = new Tensor[results->Size];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(handles[i]);
        return tensors;
    }

    [SkipLocalsInit]
    public long CallLong(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(arguments, results);
        return results->Integer;
    }

    [SkipLocalsInit]
    public bool CallBool(params ReadOnlySpan<Arg> arguments)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(arguments, results);
        return results->Integer != 0;
    }

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Arg> arguments, Value* results)
    {
        if (_handle == 0)
            Resolve();
        Value* values = stackalloc Value[MostArguments];
        nint* scratch = stackalloc nint[Scratch];
        var used = 0;
        List<GCHandle>? pinned = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            ref readonly var argument = ref arguments[i];
            values[i] = argument.Value;
            if (argument.Value.Kind is not (ValueKind.Ints or ValueKind.Doubles or ValueKind.Tensors or ValueKind.OptionalTensors))
                continue;
            var length = argument.Value.Size;
            if (argument.Owner is null)
            {
                values[i].Pointer = (nint)(scratch + used);
                scratch[used++] = (nint)argument.Value.Integer;
            }
            else if (length < Scratch - used - MostArguments)
            {
                LayOut(argument.Owner, new Span<nint>(scratch + used, length));
                values[i].Pointer = (nint)(scratch + used);
                used += length;
            }
            else
            {
                values[i].Pointer = LayOutFar(argument.Owner, length, pinned ??= []);
            }
        }

        var count = MostResults;
        var code = Shim.kd_call(_handle, values, arguments.Length, results, &count);
        if (pinned is not null)
        {
            foreach (var pin in pinned)
                pin.Free();
        }

        if (code != 0)
            throw TorchException.FromOperator(FullName, arguments);
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Owner);
        return count;
    }

    private static void LayOut(object list, Span<nint> into)
    {
        if (list is long[] numbers)
        {
            MemoryMarshal.Cast<long, nint>(numbers.AsSpan()).CopyTo(into);
            return;
        }

        if (list is double[] fractions)
        {
            MemoryMarshal.Cast<double, nint>(fractions.AsSpan()).CopyTo(into);
            return;
        }

        var tensors = (Tensor?[])list;
        for (var i = 0; i < tensors.Length; i++)
            into[i] = tensors[i]?.Handle ?? 0;
    }

    private static nint LayOutFar(object list, int length, List<GCHandle> pinned)
    {
        var room = new nint[length];
        var pin = GCHandle.Alloc(room, GCHandleType.Pinned);
        pinned.Add(pin);
        LayOut(list, room);
        return pin.AddrOfPinnedObject();
    }

    private void Resolve()
    {
        _handle = Find();
        if (_handle == 0)
            throw new TorchException($"this libtorch ({TorchLibrary.Version}) has no operator {FullName}");
    }

    private nint Find()
    {
        fixed (byte* text = Encoding.UTF8.GetBytes("aten::" + name + "\0"))
        fixed (byte* variant = Encoding.UTF8.GetBytes(overload + "\0"))
            return Shim.kd_find(text, variant);
    }
}
