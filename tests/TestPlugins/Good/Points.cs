using System.ComponentModel.DataAnnotations;

namespace TestPlugins.Good;

/// <summary>Settings of <see cref="Points"/>.</summary>
public sealed record PointsSettings
{
    /// <summary>Labelled examples to learn from.</summary>
    [Range(1, 1000)]
    public int Train { get; init; } = 60;

    /// <summary>Labelled examples to choose by.</summary>
    [Range(0, 1000)]
    public int Validation { get; init; }

    /// <summary>Test examples that are among the training examples, too.</summary>
    [Range(0, 30)]
    public int Leaked { get; init; }

    /// <summary>Classes that there are names for; three of them have examples.</summary>
    [Range(3, 10)]
    public int Classes { get; init; } = 3;

    /// <summary>What every number is multiplied with.</summary>
    public double Scale { get; init; } = 1;
}

/// <summary>The points of <c>tiny</c>, with what tests wish to be wrong with them.</summary>
[KdPlugin("points", Settings = typeof(PointsSettings))]
public sealed class Points(PointsSettings settings, Centres centres) : IDataSource
{
    private const int TestExamples = 30;

    public DataBundle Load(StageContext context)
    {
        var test = Make(context, "test", SplitRole.Test, TestExamples, first: 0);
        var train = Make(context, "train", SplitRole.Train, settings.Train, first: TestExamples);
        if (settings.Leaked > 0) train = Split.Concat([train, test.Take([.. Enumerable.Range(0, settings.Leaked)])]);
        var splits = new List<Split> { train, test };
        if (settings.Validation > 0) splits.Add(Make(context, "validation", SplitRole.Validation, settings.Validation, first: TestExamples + settings.Train));
        return new DataBundle([.. Enumerable.Range(0, settings.Classes).Select(c => $"{(char)('a' + c)}")], splits);
    }

    private Split Make(StageContext context, string name, SplitRole role, int count, long first)
    {
        var random = context.Random(name);
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 3)];
        float[] values = [.. labels.SelectMany(label => centres.Around(label, random)).Select(value => (float)(value * settings.Scale))];
        return new Split(name, role, new DenseInputs(tensor(values).reshape(count, 4)), labels, [.. Enumerable.Range(0, count).Select(i => first + i)]);
    }
}
