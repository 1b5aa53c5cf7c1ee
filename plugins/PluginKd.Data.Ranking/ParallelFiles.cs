namespace PluginKd.Data.Ranking;

/// <summary>Reads four files that belong together line by line: questions, candidates, question ids, labels.</summary>
internal static class ParallelFiles
{
    /// <summary>Files of one split.</summary>
    public const int Count = 4;

    private static readonly string[] Holds = ["questions", "candidates", "question ids", "labels"];

    /// <summary>Gives the rows in order.</summary>
    /// <exception cref="UserErrorException">One file has fewer lines than another.</exception>
    public static IEnumerable<CandidateRow> Read(IReadOnlyList<DataFile> files)
    {
        var readers = files.Select(file => file.Lines().GetEnumerator()).ToArray();
        try
        {
            for (var line = 1; ; line++)
            {
                bool[] goesOn = Array.ConvertAll(readers, reader => reader.MoveNext());
                if (!goesOn.Contains(true)) yield break;
                if (goesOn.Contains(false)) throw Uneven(files, Array.IndexOf(goesOn, false), Array.IndexOf(goesOn, true), line - 1);
                TextLine[] at = Array.ConvertAll(readers, reader => reader.Current);
                yield return Array.Find(at, one => one.Problem is not null).Problem is { } problem ? CandidateRow.Bad(problem)
                    : new CandidateRow(at[0].Text.Trim(), at[1].Text.Trim(), at[3].Text.Trim(), at[2].Text.Trim(), null, at[0].Where, at[1].Where, at[3].Where);
            }
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    private static UserErrorException Uneven(IReadOnlyList<DataFile> files, int ended, int goesOn, int lines) => new(
        $"the file of {Holds[ended]} ends after {lines} lines, and that of {Holds[goesOn]} goes on", $"as many lines as {files[goesOn].Path} has", $"{files[ended].Path}:{lines}",
        "give four files that belong together");
}
