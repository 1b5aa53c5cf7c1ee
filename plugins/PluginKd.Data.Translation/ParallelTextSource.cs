using Microsoft.Extensions.Logging;
using PluginKd.Pieces;

namespace PluginKd.Data.Translation;

/// <summary>Texts and their translations from files that belong together line by line; UTF-8, packed by gzip or not.</summary>
/// <remarks>
/// Translations are cut into pieces that are learned from the training translations by joining frequent pairs (<see cref="BytePairs"/>). The classes are the end mark and the pieces, and the labels of a translation its pieces with
/// the end mark behind them. Pieces joined give the translation to the letter, whatever characters it has.
/// </remarks>
/// <param name="settings">Files, pieces.</param>
[KdPlugin("parallel-text", Settings = typeof(ParallelTextSettings))]
public sealed partial class ParallelTextSource(ParallelTextSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var files = Files(context);
        var train = Limited(Read(files[0]), context);
        var pieces = PairLearner.Learn(train.Select(pair => pair.Target), settings.Pieces - 1, settings.MinCount, "data.pieces");
        var next = 0L;
        var splits = files.Select((file, i) => Split(file, i == 0 ? train : Read(file))).ToList();
        return new DataBundle([IGenerator.End, .. pieces.Pieces], splits);

        List<TextPair> Read((string Name, SplitRole Role, AlignedFiles Both) file) => file.Both.Read(file.Name, settings, context);

        Split Split((string Name, SplitRole Role, AlignedFiles Both) file, List<TextPair> pairs)
        {
            var cut = pairs.ConvertAll(pair => pieces.Numbers(pair.Target, int.MaxValue));
            int[] kept = [.. Enumerable.Range(0, pairs.Count).Where(i => file.Role == SplitRole.Test || cut[i].Count < settings.MaxLength)];
            if (kept.Length < pairs.Count) TooLong(context.Log, pairs.Count - kept.Length, pairs.Count, file.Name, settings.MaxLength);
            if (kept.Length == 0)
                throw new UserErrorException($"no translation of '{file.Name}' has at most {settings.MaxLength} pieces", "one at least", "data.max-length", "raise it");
            return new Split(file.Name, file.Role,
                new PairInputs(new TextInputs([.. kept.Select(i => pairs[i].Source)]), new TokenInputs([.. kept.Select(i => (string[])[.. cut[i].Select(number => pieces.Pieces[number]), IGenerator.End])])),
                null, [.. kept.Select(_ => next++)])
            {
                // The end mark is class 0, so pieces are one behind their number.
                TokenLabels = new TokenLabels([.. kept.Select(i => (int[])[.. cut[i].Select(number => number + 1), 0])]),
                Ids = [.. kept.Select(i => pairs[i].Id)],
            };
        }
    }

    private List<(string Name, SplitRole Role, AlignedFiles Both)> Files(StageContext context)
    {
        List<(string, SplitRole, AlignedFiles)> files = [("train", SplitRole.Train, Both(settings.TrainSource, settings.TrainTarget, "train-source", "train-target"))];
        Add("validation", SplitRole.Validation, settings.ValidationSource, settings.ValidationTarget);
        Add("test", SplitRole.Test, settings.TestSource, settings.TestTarget);
        for (var i = 0; i < settings.Tests.Count; i++)
        {
            var test = settings.Tests[i];
            files.Add(($"test-{test.Name}", SplitRole.Test, Both(test.Source, test.Target, $"tests.{i}.source", $"tests.{i}.target")));
        }

        return files;

        void Add(string name, SplitRole role, string? source, string? target)
        {
            if (source is null && target is null) return;
            if (source is null || target is null)
                throw new UserErrorException($"of the {name} split only the file of the {(source is null ? "translations" : "texts")} is named", "both files",
                    $"data.{name}-{(source is null ? "source" : "target")}", "name the other, too");
            files.Add((name, role, Both(source, target, $"{name}-source", $"{name}-target")));
        }

        AlignedFiles Both(string source, string target, string sourceSetting, string targetSetting) => new(Find(source, sourceSetting), Find(target, targetSetting));

        DataFile Find(string name, string setting) => DataFile.Find(context.PathOf(Path.Combine(settings.Path, name)), $"data.{setting}");
    }

    private List<TextPair> Limited(List<TextPair> pairs, StageContext context)
    {
        if (settings.Limit is not { } limit || limit >= pairs.Count) return pairs;
        var order = Enumerable.Range(0, pairs.Count).ToArray();
        context.Random("limit").Shuffle(order);
        Array.Sort(order, 0, limit);
        return [.. order.Take(limit).Select(i => pairs[i])];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{count} of {all} pairs of '{split}' are left out, since their translations have more than {most} pieces with the end mark")]
    private static partial void TooLong(ILogger log, int count, int all, string split, int most);
}
