using System.ComponentModel.DataAnnotations;

namespace TestPlugins.Good;

/// <summary>Settings of <see cref="TinyData"/>.</summary>
public sealed record TinyDataSettings
{
    /// <summary>Labelled examples.</summary>
    [Range(0, 1000)]
    public int Train { get; init; } = 60;

    /// <summary>Examples without labels.</summary>
    [Range(0, 1000)]
    public int Unlabelled { get; init; } = 40;
}

/// <summary>Points around three centres, easy to learn.</summary>
[KdPlugin("tiny", Settings = typeof(TinyDataSettings))]
public sealed class TinyData(TinyDataSettings settings, Centres centres) : IDataSource
{
    public DataBundle Load(StageContext context)
    {
        var next = 0L;
        Split Make(string name, SplitRole role, int count)
        {
            var random = context.Random(name);
            var labels = Enumerable.Range(0, count).Select(i => i % 3).ToArray();
            var values = labels.SelectMany(label => centres.Around(label, random)).ToArray();
            var split = new Split(name, role, new DenseInputs(tensor(values).reshape(count, 4)),
                role == SplitRole.Unlabelled ? null : labels, [.. Enumerable.Range(0, count).Select(i => next + i)])
            {
                Domains = [.. labels.Select((_, i) => i % 2 == 0 ? "even" : "odd")],
            };
            next += count;
            return split;
        }

        var splits = new List<Split> { Make("train", SplitRole.Train, settings.Train) };
        if (settings.Unlabelled > 0) splits.Add(Make("unlabelled", SplitRole.Unlabelled, settings.Unlabelled));
        splits.Add(Make("test", SplitRole.Test, 30));
        return new DataBundle(["a", "b", "c"], splits);
    }
}

/// <summary>Where the points lie; a service, so that the tests see that the container of a plugin works.</summary>
[KdService]
public sealed class Centres
{
    private readonly double _distance = 2.0;

    public float[] Around(int label, SeededRandom random) =>
        [.. Enumerable.Range(0, 4).Select(d => (float)((d == label ? _distance : 0.0) + random.NextDouble() - 0.5))];
}
