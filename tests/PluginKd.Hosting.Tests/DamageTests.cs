namespace PluginKd.Hosting.Tests;

/// <summary>Spoils each file of each stored result in turn: it is noticed, told, and made again to the bit; it is never read.</summary>
public sealed class DamageTests : IDisposable
{
    // With a loss that remembers, a baseline beside the student, and an averager: what a stage draws must not depend on those that ran before it in its process.
    private const string Pipeline = """
        {
          "name": "damaged", "seed": 3, "baseline": true,
          "data": { "use": "points" },
          "teacher": { "use": "trained", "model": { "use": "mlp", "hidden": [ 8 ] }, "epochs": 4, "batch-size": 16, "optimizer": { "learning-rate": 0.05 } },
          "select": [ { "use": "sure-ones" } ],
          "augment": [ { "use": "forget-labels" } ],
          "distill": { "use": "offline", "student": { "use": "mlp", "hidden": [ 4 ], "dropout": 0.2 }, "epochs": 2,
                       "loss": [ { "use": "soft-target", "temperature": 2 }, { "use": "cross-entropy" }, { "use": "drift" } ] },
          "average": { "use": "mean-of-steps" },
          "evaluate": [ { "use": "classification" } ]
        }
        """;

    // Long enough that it can be stopped before it ends.
    private const string Long = "distill.steps=1500";

    private readonly TemporaryFolder _folder = new();
    private readonly SeededRandom _random = new(11);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("one bit flipped")]
    [InlineData("cut off")]
    [InlineData("gone")]
    public void Every_damaged_file_is_told_of_and_its_stage_made_again_with_the_same_bits(string damage)
    {
        Pipelines.Run(_folder, Pipeline);
        var whole = Stores.Records(_folder);
        var files = whole.SelectMany(artifact => artifact.Value.Files.Keys.Append(ArtifactRecord.FileName).Select(file => (artifact.Value, Path.Combine(artifact.Key, file)))).ToList();
        Assert.True(files.Count > 20);
        foreach (var (record, file) in files)
        {
            Spoil(file, damage);
            var watcher = new ListeningWatcher();
            // Only a run that trains, or measures, looks at these.
            string[] readers = record.Stage switch { "signals" or "rehearsal" => ["distill", "select"], "outputs" => ["evaluate"], _ => [] };
            if (readers.Length > 0) Forget(whole, readers);
            Pipelines.Run(_folder, watcher, CancellationToken.None, Pipeline);

            Assert.Contains(watcher.Words, word => word.Contains("is damaged and is made again", StringComparison.Ordinal) && word.Contains(Path.GetDirectoryName(file)!, StringComparison.Ordinal));
            if (readers.Length == 0) Assert.Equal([record.Stage], watcher.Stages.Select(stage => stage.Split(':')[0]));
            foreach (var (at, now) in Stores.Records(_folder)) Assert.Equal(whole[at].Files, now.Files);
            Stores.RequireValid(_folder);
        }
    }

    [Theory]
    [InlineData("one bit flipped")]
    [InlineData("cut off")]
    [InlineData("empty")]
    public void A_damaged_checkpoint_is_told_of_and_the_training_begins_anew(string damage)
    {
        using var undisturbed = new TemporaryFolder();
        var expected = Stores.Student(Pipelines.Run(undisturbed, Pipeline, Long));
        // A bit of the header, of the texts, of the numbers: wherever it lies, it is found.
        for (var i = 0; i < 6; i++)
        {
            using var folder = new TemporaryFolder();
            using var stop = new CancellationTokenSource();
            Assert.ThrowsAny<OperationCanceledException>(() => Pipelines.Run(folder, new StopsAt(stop, "distill"), stop.Token, Pipeline, Long));
            var checkpoint = Directory.EnumerateFiles(Path.Combine(Stores.Of(folder), "work"), "training.1.safetensors", SearchOption.AllDirectories).Single();
            Spoil(checkpoint, damage);
            var watcher = new ListeningWatcher();
            var result = Pipelines.Run(folder, watcher, CancellationToken.None, Pipeline, Long);

            Assert.Contains(watcher.Words, word => word.Contains("is damaged and not used", StringComparison.Ordinal) && word.Contains(checkpoint, StringComparison.Ordinal));
            Assert.Equal(expected, Stores.Student(result));
            Stores.RequireValid(folder);
        }
    }

    private void Spoil(string file, string damage)
    {
        if (damage == "gone")
        {
            File.Delete(file);
            return;
        }

        var bytes = File.ReadAllBytes(file);
        if (damage == "one bit flipped") bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        File.WriteAllBytes(file, damage switch { "cut off" => bytes[..(bytes.Length / 2)], "empty" => [], _ => bytes });
    }

    private static void Forget(Dictionary<string, ArtifactRecord> records, params string[] stages)
    {
        foreach (var at in records.Where(r => stages.Contains(r.Value.Stage)).Select(r => r.Key)) Directory.Delete(at, recursive: true);
    }

    private sealed class StopsAt(CancellationTokenSource stop, string stage) : ListeningWatcher
    {
        public override void Step(string at, StageStep step)
        {
            if (at == stage) stop.Cancel();
        }
    }
}
