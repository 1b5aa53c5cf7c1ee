namespace PluginKd.Losses.Transformers.Tests;

public sealed class MinilmConformance : KdConformance<Minilm>
{
    protected override object[] Settings => [new MinilmSettings { StudentLayer = 1, TeacherLayer = 3 }];
}

public sealed class MinilmRelationsConformance : KdConformance<MinilmRelations>
{
    protected override object[] Settings =>
    [
        new MinilmRelationsSettings { StudentLayer = 1, TeacherLayer = 3, Heads = 2 },
        new MinilmRelationsSettings { StudentLayer = 0, TeacherLayer = 0, Heads = 1, Queries = 0, Keys = 2 },
    ];
}

public sealed class TinybertConformance : KdConformance<Tinybert>
{
    protected override object[] Settings => [new TinybertSettings { Layers = [1, 3] }, new TinybertSettings { Layers = [0], Attention = 0 }, new TinybertSettings { Layers = [0], Hidden = 0 }];
}
