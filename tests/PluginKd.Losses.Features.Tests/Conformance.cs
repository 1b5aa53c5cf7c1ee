namespace PluginKd.Losses.Features.Tests;

/// <summary>Shapes of features for losses that look at two kinds of them.</summary>
internal static class Shapes
{
    // The teacher's maps are wider, and one side's are larger.
    public static Dictionary<string, long[]> Maps { get; } =
        new Dictionary<string, long[]> { ["hidden.0"] = [2, 4, 4], ["hidden.1"] = [3, 2, 2], ["hidden.2"] = [2, 2, 2], ["hidden.3"] = [3, 2, 2] };

    public static IReadOnlyList<LayerPair> Pairs { get; } = [Pair("hidden.0", "hidden.1"), Pair("hidden.1", "hidden.1", 0.5)];

    public static LayerPair Pair(string student, string teacher, double weight = 1) => new() { Student = student, Teacher = teacher, Weight = weight };
}

public sealed class HintConformance : KdConformance<Hint>
{
    protected override object[] Settings =>
    [
        new RegressedSettings { Layers = Shapes.Pairs },
        new RegressedSettings { Layers = [Shapes.Pair("embedding", "logits")], Regressor = Regressor.Always },
        new RegressedSettings { Layers = [Shapes.Pair("tokens", "tokens")], Regressor = Regressor.Never },
    ];

    protected override Dictionary<string, long[]> SignalShapes => new Dictionary<string, long[]>(Shapes.Maps) { ["tokens"] = [3, 2] };
}

public sealed class AttentionTransferConformance : KdConformance<AttentionTransfer>
{
    protected override object[] Settings => [new AttentionTransferSettings { Layers = Shapes.Pairs }, new AttentionTransferSettings { Layers = Shapes.Pairs, Power = 3 }];

    protected override Dictionary<string, long[]> SignalShapes => Shapes.Maps;
}

public sealed class NeuronSelectivityConformance : KdConformance<NeuronSelectivity>
{
    protected override object[] Settings => [new LayerSettings { Layers = Shapes.Pairs }];

    protected override Dictionary<string, long[]> SignalShapes => Shapes.Maps;
}

public sealed class VariationalInformationConformance : KdConformance<VariationalInformation>
{
    protected override object[] Settings =>
        [new VariationalInformationSettings { Layers = Shapes.Pairs }, new VariationalInformationSettings { Layers = [Shapes.Pair("embedding", "logits")], Width = 4, Variance = 1 }];

    protected override Dictionary<string, long[]> SignalShapes => Shapes.Maps;
}

public sealed class ActivationBoundariesConformance : KdConformance<ActivationBoundaries>
{
    protected override object[] Settings =>
        [new ActivationBoundarySettings { Layers = Shapes.Pairs }, new ActivationBoundarySettings { Layers = [Shapes.Pair("embedding", "embedding")], Margin = 0.5 }];

    protected override Dictionary<string, long[]> SignalShapes => Shapes.Maps;
}

public sealed class FlowOfSolutionConformance : KdConformance<FlowOfSolution>
{
    protected override object[] Settings =>
        [new FlowSettings { Layers = [new FlowPair { Student = "hidden.0", StudentNext = "hidden.1", Teacher = "hidden.2", TeacherNext = "hidden.3" }] }];

    protected override Dictionary<string, long[]> SignalShapes => Shapes.Maps;
}

public sealed class FactorTransferConformance : KdConformance<FactorTransfer>
{
    protected override object[] Settings =>
        [new FactorTransferSettings { Layers = [Shapes.Pair("hidden.2", "hidden.3")], ParaphraserEpochs = 1 }, new FactorTransferSettings { Layers = [Shapes.Pair("hidden.2", "hidden.3")], Share = 0.7, P1 = 3, P2 = 2, ParaphraserEpochs = 1 }];

    protected override Dictionary<string, long[]> SignalShapes => Shapes.Maps;
}

public sealed class PatientDistanceConformance : KdConformance<PatientDistance>
{
    protected override object[] Settings => [new VectorSettings(), new VectorSettings { Layers = [Shapes.Pair("hidden.0", "hidden.0"), Shapes.Pair("logits", "logits", 2)] }];
}

public sealed class CosineConformance : KdConformance<Cosine>
{
    protected override object[] Settings => [new VectorSettings(), new VectorSettings { Layers = [Shapes.Pair("hidden.0", "hidden.0"), Shapes.Pair("logits", "logits", 2)] }];
}
