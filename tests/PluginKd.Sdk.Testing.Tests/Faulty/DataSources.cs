namespace PluginKd.Sdk.Testing.Tests.Faulty;

/// <summary>Four rows of numbers, and a way to spoil them.</summary>
public abstract class FaultyData : IDataSource
{
    public virtual DataBundle Load(StageContext context) =>
        new(["a", "b"], [Rows("train", SplitRole.Train, [0, 1]), Rows("test", SplitRole.Test, [2, 3])]);

    /// <summary>The rows with some indices; a row is its index.</summary>
    protected static Split Rows(string name, SplitRole role, long[] indices, ScalarType type = ScalarType.Float32) =>
        new(name, role, new DenseInputs(tensor(indices).reshape(-1, 1).to(type)), [.. indices.Select(index => (int)(index % 2))], indices);
}

[KdPlugin("one-index-for-all")]
public sealed class OneIndexForAll : FaultyData
{
    public override DataBundle Load(StageContext context)
    {
        var rows = Rows("train", SplitRole.Train, [0, 1]);
        return new(["a", "b"], [new Split("train", SplitRole.Train, rows.Inputs, rows.Labels, [7, 7])]);
    }
}

[KdPlugin("shows-the-test")]
public sealed class ShowsTheTest : FaultyData
{
    public override DataBundle Load(StageContext context) =>
        new(["a", "b"], [Rows("train", SplitRole.Train, [0, 1, 2]), Rows("test", SplitRole.Test, [2, 3])]);
}

[KdPlugin("doubles")]
public sealed class Doubles : FaultyData
{
    public override DataBundle Load(StageContext context) => new(["a", "b"], [Rows("train", SplitRole.Train, [0, 1], float64)]);
}

[KdPlugin("just-opens")]
public sealed class JustOpens : FaultyData
{
    public override DataBundle Load(StageContext context) =>
        File.ReadAllText(context.PathOf("rows.txt")).Length == 0 ? throw new InvalidDataException("empty") : base.Load(context);
}

[KdPlugin("reads-as-the-person-writes")]
public sealed class ReadsAsThePersonWrites : FaultyData
{
#pragma warning disable CA1305 // The fault.
    public override DataBundle Load(StageContext context)
    {
        var value = float.Parse("1.5");
        return new(["a", "b"], [new Split("train", SplitRole.Train, new DenseInputs(tensor(new[] { value, -value }).reshape(2, 1)), [0, 1], [0, 1])]);
    }
#pragma warning restore CA1305
}
