namespace PluginKd.Models.Text.Tests;

public sealed class NgramConformance : KdConformance<Ngram>
{
    protected override object[] Settings => [new NgramSettings(), new NgramSettings { Hidden = [6], Dropout = 0.5, Ngram = 3 }];
}

public sealed class TextCnnConformance : KdConformance<TextCnn>
{
    protected override object[] Settings => [new TextCnnSettings(), new TextCnnSettings { Windows = [1, 3], Filters = 4, Width = 8 }];
}
