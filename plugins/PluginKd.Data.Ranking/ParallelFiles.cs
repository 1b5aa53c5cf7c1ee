namespace PluginKd.Data.Ranking;

/// <summary>Reads four files that belong together line by line: questions, candidates, question ids, labels.</summary>
internal static class ParallelFiles
{
    /// <summary>Files of one split.</summary>
    public const int Count = 4;

    private static readonly string[] Holds = ["questions", "candidates", "question ids", "labels"];

    /// <summary>Gives the rows in order.</summary>
    /// <exception cref="UserErrorException">One file has fewer lines than another.</exception>
    public static IEnumerable<CandidateRow> Read(IReadOnlyList<LineFile> files, CancellationToken cancellation)
    {
        var readers = files.Select(file => file.Read(cancellation).GetEnumerator()).ToArray();
        try
        {
            for (var line = 1; ; line++)
            {
                bool[] goesOn = Array.ConvertAll(readers, reader => reader.MoveNext());
                if (!goesOn.Contains(true)) yield break;
                if (goesOn.Contains(false)) throw Uneven(files, Array.IndexOf(goesOn, false), Array.IndexOf(goesOn, true), line - 1);
                string[] texts = Array.ConvertAll(readers, reader => reader.Current.Text.Trim());
                yield return new CandidateRow(texts[0], texts[1], texts[3], texts[2], null, files[0].At(line), files[1].At(line), files[3].At(line));
            }
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    private static UserErrorException Uneven(IReadOnlyList<LineFile> files, int ended, int goesOn, int lines) => new(
        $"the file of {Holds[ended]} ends after {lines} lines, and that of {Holds[goesOn]} goes on", $"as many lines as {files[goesOn].Path} has", files[ended].At(lines),
        "give four files that belong together");
}
