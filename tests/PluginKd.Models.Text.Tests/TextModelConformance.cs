namespace PluginKd.Models.Text.Tests;

public sealed class NgramConformance : KdConformance<Ngram>
{
    protected override object[] Settings => [new NgramSettings(), new NgramSettings { Hidden = [6], Dropout = 0.5, Ngram = 3 }];
}

public sealed class TextCnnConformance : KdConformance<TextCnn>
{
    protected override object[] Settings => [new TextCnnSettings(), new TextCnnSettings { Windows = [1, 3], Filters = 4, Width = 8 }];
}

public sealed class RnnConformance : KdConformance<Rnn>
{
    protected override object[] Settings =>
    [
        new RnnSettings { Width = 8, WordWidth = 6, SpellingWidth = 4 },
        new RnnSettings { Cell = RecurrentCell.Gru, Width = 5, Layers = 2, Bidirectional = false, SpellingWidth = 0, Dropout = 0, WordDropout = 0, Pooling = RecurrentPooling.Last },
        new RnnSettings { Cell = RecurrentCell.Gru, Width = 5, Pooling = RecurrentPooling.Mean, Freeze = true },
    ];
}

public sealed class WordWindowConformance : KdConformance<WordWindow>
{
    protected override object[] Settings => [new WordWindowSettings(), new WordWindowSettings { Window = 3, Spelling = false, MinCount = 2 }];
}

public sealed class TextTransformerConformance : KdConformance<TextTransformer>
{
    protected override object[] Settings =>
    [
        new TextTransformerSettings { Width = 8, Heads = 2, Inner = 12, MaxLength = 16 },
        new TextTransformerSettings { Width = 8, Heads = 4, Inner = 12, Layers = 1, Norm = NormPlace.Pre, Pooling = TextPooling.Mean, Dropout = 0, AttentionDropout = 0 },
        new TextTransformerSettings { Folder = BertFolderTests.Tiny, MaxLength = 10 },
    ];
}
