using System.Runtime.CompilerServices;

namespace TorchSharp.Native;

/// <summary>Arguments and results of scripts.</summary>
internal static class Tuples
{
    public static Arg Argument(object? input) => input switch
    {
        null => Arg.None,
        Tensor tensor => tensor,
        Scalar scalar => scalar,
        bool truth => truth,
        int number => (long)number,
        long number => number,
        float number => (double)number,
        double number => number,
        _ => throw new ArgumentException($"a script takes tensors, numbers and truth values, not {input.GetType().Name}"),
    };

    public static object? Result(in Value value) => value.Kind switch
    {
        ValueKind.Tensor => new Tensor(value.Pointer),
        ValueKind.Int => value.Integer,
        ValueKind.Double => value.Number,
        ValueKind.Bool => value.Integer != 0,
        _ => null,
    };

    public static object Make(object?[] parts) => parts.Length switch
    {
        1 => ValueTuple.Create(parts[0]),
        2 => (parts[0], parts[1]),
        3 => (parts[0], parts[1], parts[2]),
        4 => (parts[0], parts[1], parts[2], parts[3]),
        _ => parts,
    };

    public static TResult As<TResult>(object?[] parts, int form)
    {
        if (form == 0 && parts[0] is TResult single)
            return single;
        if (typeof(TResult).IsAssignableTo(typeof(ITuple)) && typeof(TResult).GetGenericArguments().Length == parts.Length)
            return (TResult)Activator.CreateInstance(typeof(TResult), parts)!;
        object? list = Array.TrueForAll(parts, part => part is Tensor) ? Array.ConvertAll(parts, part => (Tensor)part!) : parts;
        return list is TResult whole
            ? whole
            : throw new InvalidCastException($"the script gave {parts.Length} value(s), which is no {typeof(TResult)}");
    }
}
