using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Sequences;

/// <summary>Makes splits of sequences, one after another; the first is the training split and says which tags there are.</summary>
/// <remarks>Held are 8 bytes a word, 4 a label, and every different word once.</remarks>
internal sealed partial class SplitReader(SequenceSettings settings, StageContext context)
{
    private readonly Dictionary<string, string> _words = [];
    private TagClasses? _classes;
    private long _read;

    /// <summary>Tags of the training split.</summary>
    public IReadOnlyList<string> Classes => _classes?.Names ?? [];

    /// <summary>Makes a split.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="role">Its role; the tags of unlabelled sequences are not read.</param>
    /// <param name="sequences">As the files have them.</param>
    /// <exception cref="UserErrorException">A sequence cannot be read and is not to be skipped, or none is left.</exception>
    public Split Read(string name, SplitRole role, IEnumerable<RawSequence> sequences)
    {
        var skipped = new SkippedEntries(settings.OnError, $"sequences of '{name}'", context.Log);
        var readable = Readable(sequences, skipped);
        var (kept, labels, repaired) = role == SplitRole.Unlabelled ? (readable, null, 0) : Labelled(readable, skipped);
        skipped.Report(kept.Count);
        if (repaired > 0) Repaired(context.Log, repaired, kept.Count, name);
        if (kept.Count == 0)
            throw new UserErrorException($"split '{name}' has no sequence", "at least one", $"data.{name}", "check the file, and what the log says of sequences that are left out");
        var indices = new long[kept.Count];
        for (var i = 0; i < indices.Length; i++) indices[i] = _read++;
        return new Split(name, role, new TokenInputs([.. kept.Select(sequence => sequence.Words)]), null, indices)
        {
            TokenLabels = new TokenLabels(labels ?? [.. kept.Select(sequence => Unlabelled(sequence.Words.Length))]),
            Ids = [.. kept.Select(sequence => sequence.Id)],
        };
    }

    /// <summary>Draws the validation split where a share is wanted, and makes the bundle.</summary>
    /// <param name="splits">The training split first.</param>
    public DataBundle Bundle(List<Split> splits)
    {
        if (settings.ValidationShare is { } share)
        {
            if (splits.Any(split => split.Role == SplitRole.Validation))
                throw new UserErrorException("both a validation file and a validation share are given", "one of them", "data.validation-share", "remove one");
            var train = splits[0];
            var (rest, drawn) = StratifiedSplit.ByShare(RarestTags(train.TokenLabels!), share, context.Random("validation"));
            if (drawn.Length == 0)
                throw new UserErrorException($"{train.Count} training sequences are too few for a validation share of {share}", "at least one drawn", "data.validation-share", "raise the share");
            splits[0] = train.Take(rest);
            splits.Insert(1, train.Take(drawn) with { Name = "validation", Role = SplitRole.Validation });
        }

        return new DataBundle(Classes, splits);
    }

    private List<RawSequence> Readable(IEnumerable<RawSequence> sequences, SkippedEntries skipped)
    {
        var readable = new List<RawSequence>();
        foreach (var sequence in sequences)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (sequence.Problem is { } problem) skipped.Add(problem);
            else readable.Add(sequence with { Words = Array.ConvertAll(sequence.Words, Shared), Tags = sequence.Tags is null ? null : Array.ConvertAll(sequence.Tags, Shared) });
        }

        return readable;
    }

    private (List<RawSequence> Kept, List<int[]> Labels, int Repaired) Labelled(List<RawSequence> sequences, SkippedEntries skipped)
    {
        var reader = TagReader.For(settings, sequences.Select(sequence => sequence.Tags!));
        var tagged = new List<RawSequence>(sequences.Count);
        foreach (var sequence in sequences)
        {
            var (tags, problem) = reader.Read(sequence);
            if (problem is not null) skipped.Add(problem);
            else tagged.Add(sequence with { Tags = Array.ConvertAll(tags, Shared) });
        }

        if (tagged.Count > 0) _classes ??= new TagClasses(tagged.Select(sequence => sequence.Tags!), reader.Scheme);
        var (kept, labels) = (new List<RawSequence>(tagged.Count), new List<int[]>(tagged.Count));
        foreach (var sequence in tagged)
        {
            var (numbers, problem) = _classes!.Read(sequence);
            if (problem is not null)
            {
                skipped.Add(problem);
                continue;
            }

            kept.Add(sequence);
            labels.Add(numbers);
        }

        return (kept, labels, reader.Repaired);
    }

    // Sequences with a rare tag are drawn among themselves, so that some stay to learn from.
    private static int[] RarestTags(TokenLabels labels)
    {
        var counts = labels.All.CountBy(label => label).ToDictionary();
        return [.. Enumerable.Range(0, labels.Count).Select(i => labels[i].ToArray().MinBy(label => (counts[label], label)))];
    }

    private static int[] Unlabelled(int count)
    {
        var labels = new int[count];
        Array.Fill(labels, Split.Unlabelled);
        return labels;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} of {All} sequences of '{Split}' had tags that their scheme does not allow; their spans are taken as conlleval reads them")]
    private static partial void Repaired(ILogger log, int count, int all, string split);

    private string Shared(string word)
    {
        if (_words.TryGetValue(word, out var known)) return known;
        return _words[word] = word;
    }
}
