using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace TestPlugins.Throws;

/// <summary>Prints to the console.</summary>
[KdPlugin("prints")]
[SuppressMessage("Usage", "RS0030", Justification = "The host's tests see what becomes of it.")]
public sealed class Prints : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        Console.WriteLine("measuring with care");
        Console.Error.Write("and in parts: ");
        Console.Error.WriteLine("here");
        return new Measurement([new Metric("care", 1, "ratio")], []);
    }
}

/// <summary>Goes on for two seconds after the wish to stop.</summary>
[KdPlugin("stubborn")]
public sealed class Stubborn : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        context.Stage.Log.Log(LogLevel.Warning, default, "here I stay", null, (word, _) => word);
        context.Stage.Cancellation.WaitHandle.WaitOne();
        Thread.Sleep(2000);
        return new Measurement([], []);
    }
}

/// <summary>Throws out of what it does at the wish to stop, and stops.</summary>
[KdPlugin("stumbles")]
public sealed class Stumbles : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        using var stop = context.Stage.Cancellation.Register(() => throw new InvalidOperationException("not in good order"));
        context.Stage.Log.Log(LogLevel.Warning, default, "here I stay", null, (word, _) => word);
        context.Stage.Cancellation.WaitHandle.WaitOne();
        return new Measurement([], []);
    }
}

/// <summary>Writes to both of its folders, and fails if asked to.</summary>
[KdPlugin("writes", Settings = typeof(WritesSettings))]
public sealed class Writes(WritesSettings settings) : IEvaluator
{
    public Measurement Measure(EvaluationContext context)
    {
        File.WriteAllText(Path.Combine(context.Stage.Files.Scratch(), "half.txt"), "work");
        File.WriteAllText(context.Stage.Files.Artifact("notes.txt"), "kept");
        return settings.Fails ? throw new InvalidOperationException("after writing") : new Measurement([], []);
    }
}

/// <summary>Settings of <see cref="Writes"/>.</summary>
public sealed record WritesSettings
{
    /// <summary>Whether it throws in the end.</summary>
    public bool Fails { get; init; }
}
