using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Images;

/// <summary>Turns the labels of records into classes; a record whose label is none ends the run, or is left out.</summary>
/// <param name="onError">Which of the two.</param>
/// <param name="log">Takes the report.</param>
internal sealed class RecordClasses(OnError onError, ILogger log)
{
    /// <summary>Reads the labels of a split or domain.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="count">Number of records, N.</param>
    /// <param name="check">What is wrong with the label of a record, or null.</param>
    /// <param name="read">Class of a record whose label is one.</param>
    /// <returns>N classes, <see cref="Split.Unlabelled"/> where the record is left out.</returns>
    /// <exception cref="UserErrorException">A label is no class and is refused, or none is one.</exception>
    public int[] Read(string name, int count, Func<int, UserErrorException?> check, Func<int, int> read)
    {
        var (skipped, classes, last) = (new SkippedEntries(onError, $"records of '{name}'", log), new int[count], (UserErrorException?)null);
        for (var record = 0; record < count; record++)
        {
            var problem = check(record);
            classes[record] = problem is null ? read(record) : Split.Unlabelled;
            if (problem is not null) skipped.Add(last = problem);
        }

        skipped.Report(count - skipped.Count);
        return last is null || skipped.Count < count ? classes
            : throw new UserErrorException($"no label of '{name}' is a class; the last one: {last.Found}", last.Expected, last.Where, last.Fix);
    }

    /// <summary>Takes the records that were not left out; they keep their indices.</summary>
    /// <param name="split">All records with their classes.</param>
    public static Split Kept(Split split)
    {
        int[] kept = [.. Enumerable.Range(0, split.Count).Where(record => split.Labels[record] != Split.Unlabelled)];
        return kept.Length == split.Count ? split : split.Take(kept);
    }
}
