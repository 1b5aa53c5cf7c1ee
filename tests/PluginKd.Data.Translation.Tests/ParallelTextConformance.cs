namespace PluginKd.Data.Translation.Tests;

public sealed class ParallelTextConformance : KdConformance<ParallelTextSource>
{
    protected override object[] Settings =>
    [
        new ParallelTextSettings { TrainSource = "a.en", TrainTarget = "a.de" },
        new ParallelTextSettings
        {
            Path = "data",
            TrainSource = "b.en",
            TrainTarget = "b.de",
            ValidationSource = "v.en",
            ValidationTarget = "v.de",
            TestSource = "t.en",
            TestTarget = "t.de",
            Tests = [new() { Name = "sea", Source = "s.en", Target = "s.de" }],
            Pieces = 300,
            Limit = 2,
            OnError = OnError.Skip,
        },
    ];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["a.en"] = "a dog runs\na cat\n",
        ["a.de"] = "ein Hund läuft\neine Katze\n",
        ["data/b.en"] = "a dog runs\na cat\n\na man\n",
        ["data/b.de"] = "ein Hund läuft\neine Katze\nnichts\nein Mann\n",
        ["data/v.en"] = "a woman\n",
        ["data/v.de"] = "eine Frau\n",
        ["data/t.en"] = "a child\n",
        ["data/t.de"] = "ein Kind\n",
        ["data/s.en"] = "a ship\n",
        ["data/s.de"] = "ein Schiff\n",
    };
}
