using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One recorded call of a function whose gradient is C#; libtorch holds it by a number until the graph is gone.</summary>
internal sealed unsafe class ManagedCall(
    Func<Tensor, List<Tensor>> backward, IDisposable context, string name, int arguments, int[] places)
{
    private const string Mark = "managed exception ";

    private static readonly ConcurrentDictionary<long, ManagedCall> s_calls = new();
    private static readonly ConcurrentDictionary<long, ExceptionDispatchInfo> s_failures = new();
    private static long s_last;

    /// <summary>How many calls are held, for tests.</summary>
    public static int Held => s_calls.Count;

    public Tensor Record(Tensor result, nint[] inputs, object alive, out bool isKept)
    {
        var key = Interlocked.Increment(ref s_last);
        s_calls[key] = this;
        int attached = 0, code;
        nint recorded = 0;
        fixed (nint* first = inputs)
            code = Shim.kd_function(result.Handle, first, inputs.Length, key, &Backward, &Release, &attached, &recorded);
        GC.KeepAlive(alive);
        isKept = code == 0 && attached != 0;
        if (!isKept)
            s_calls.TryRemove(key, out _);
        Shim.Check(code, name);
        return new Tensor(recorded);
    }

    /// <summary>Throws what a backward in C# threw, if that is what libtorch reports.</summary>
    public static void Rethrow(string message)
    {
        var at = message.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
            return;
        var digits = message.AsSpan(at + Mark.Length);
        var end = digits.IndexOf(' ');
        if (end > 0 && long.TryParse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            && s_failures.TryRemove(key, out var failure))
            failure.Throw();
    }

    [UnmanagedCallersOnly]
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, it must not cross native frames; it is thrown again behind them.")]
    private static long Backward(long key, nint gradient, nint* results, int count)
    {
        try
        {
            using var scope = torch.NewDisposeScope();
            s_calls[key].Compute(new Tensor(gradient), new Span<nint>(results, count));
            return 0;
        }
        catch (Exception failure)
        {
            var number = Interlocked.Increment(ref s_last);
            s_failures[number] = ExceptionDispatchInfo.Capture(failure);
            return number;
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(long key)
    {
        if (s_calls.TryRemove(key, out var call))
            call.Let();
    }

    private void Compute(Tensor gradient, Span<nint> results)
    {
        var found = backward(gradient);
        if (found.Count != arguments && found.Count != places.Length)
            throw new InvalidOperationException($"{name}.backward gave {found.Count} gradients for {arguments} arguments");
        for (var i = 0; i < results.Length; i++)
        {
            if (found[found.Count == arguments ? places[i] : i] is { } own)
                results[i] = Shim.kd_alias(own.Handle);
        }
    }

    private void Let() => context.Dispose();
}
