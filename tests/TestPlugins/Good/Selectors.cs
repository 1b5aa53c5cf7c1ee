namespace TestPlugins.Good;

/// <summary>Leaves out every second example and gives the others double weight.</summary>
[KdPlugin("every-second")]
public sealed class EverySecond : ISelector
{
    public IReadOnlyList<string> TeacherSignals => [];

    public Selection Select(SelectionContext context) => new()
    {
        Multiplicities = [.. Enumerable.Range(0, context.Examples.Count).Select(i => (i + 1) % 2)],
        Weights = [.. Enumerable.Repeat(2f, context.Examples.Count)],
    };
}

/// <summary>Keeps the examples of which the teacher is sure.</summary>
[KdPlugin("sure-ones")]
public sealed class SureOnes : ISelector
{
    public IReadOnlyList<string> TeacherSignals => [SignalNames.Logits];

    public Selection Select(SelectionContext context)
    {
        using var scope = NewDisposeScope();
        var logits = context.Signals.Get(context.Teachers[0], SignalNames.Logits, context.Examples);
        var sure = nn.functional.softmax(logits, 1).amax([1L]).data<float>().ToArray();
        return new Selection { Multiplicities = [.. sure.Select(p => p > 0.5f ? 1 : 0)] };
    }
}

/// <summary>Tosses libtorch's coin for each example.</summary>
[KdPlugin("coin")]
public sealed class Coin : ISelector
{
    public IReadOnlyList<string> TeacherSignals => [];

    public Selection Select(SelectionContext context)
    {
        using var tosses = rand(context.Examples.Count);
        return new Selection { Multiplicities = Array.ConvertAll(tosses.data<float>().ToArray(), toss => toss < 0.5f ? 1 : 0) };
    }
}

/// <summary>Settings of <see cref="ForgetLabels"/>.</summary>
public sealed record ForgetLabelsSettings
{
    /// <summary>Examples from one that is given to the next.</summary>
    public int Every { get; init; } = 1;
}

/// <summary>Gives the training examples once more, without labels.</summary>
[KdPlugin("forget-labels", Settings = typeof(ForgetLabelsSettings))]
public sealed class ForgetLabels(ForgetLabelsSettings settings) : IAugmenter
{
    public IReadOnlyList<Split> Augment(AugmentationContext context)
    {
        var train = context.Data["train"];
        train = train.Take([.. Enumerable.Range(0, train.Count).Where(i => i % settings.Every == 0)]);
        return [new Split("forgotten", SplitRole.Unlabelled, train.Inputs, null, train.Indices)];
    }
}
