namespace PluginKd.Models.Text;

/// <summary>Looks for the sequence that a decoder thinks most likely, piece by piece, for many texts at once.</summary>
/// <remarks>
/// Of each text the <c>beam</c> most likely unfinished sequences go on. Among the <c>2·beam</c> best ways to go on, those of the first <c>beam</c> that end are finished. A text is done when <c>beam</c> sequences are
/// finished and the best unfinished one is no better than the best of them; at the greatest length what has not ended counts only where nothing has. The best finished sequence has the greatest <c>ln p ÷ length^penalty</c>, its end counted; of equals the one found first.
/// <para>A beam of 1 takes the most likely piece at each place until it is the end.</para>
/// <para>Source: the search of Sutskever, Vinyals and Le (2014), arXiv:1409.3215, section 3.2, with scores by length. Departures: none.</para>
/// </remarks>
/// <param name="beam">Sequences that go on, 1 or more.</param>
/// <param name="end">Piece that ends, or −1.</param>
/// <param name="maxLength">Most pieces before the end.</param>
/// <param name="lengthPenalty">Power of the length.</param>
internal sealed class BeamSearch(int beam, int end, int maxLength, double lengthPenalty)
{
    /// <summary>Searches.</summary>
    /// <param name="count">Texts.</param>
    /// <param name="step">Goes on: is given which rows of the call before go on, and the piece that each got (−1 in the first call, for <paramref name="count"/> × beam rows), and gives log-probabilities [rows, C].</param>
    /// <returns>The pieces of each text without the end.</returns>
    public int[][] Run(int count, Func<long[], int[], Tensor> step)
    {
        var texts = Enumerable.Range(0, count).Select(_ => new Text { Open = [new Path([], 0, 0)] }).ToArray();
        var live = texts.ToList();
        var (rows, pieces) = (Enumerable.Range(0, count * beam).Select(i => (long)i).ToArray(), Enumerable.Repeat(-1, count * beam).ToArray());
        for (var length = 1; length <= maxLength + 1 && live.Count > 0; length++)
        {
            var (scores, best) = Best(step(rows, pieces));
            for (var i = 0; i < live.Count; i++) GoOn(live[i], i * beam, scores, best, length);
            live.RemoveAll(text => text.Open.Count == 0 || IsDone(text, length));
            // A text that has fewer ways to go on than beams repeats one; it is not looked at.
            rows = [.. live.SelectMany(text => Filled(text).Select(path => path.Row))];
            pieces = [.. live.SelectMany(text => Filled(text).Select(path => path.Pieces[^1]))];
        }

        return Array.ConvertAll(texts, text => (text.Finished.Count > 0 ? text.Finished : text.Open.ConvertAll(path => (path.Pieces, path.Score))).MaxBy(found => found.Item2).Item1);
    }

    // What is open now may still gain by its length, and that is not waited for.
    private bool IsDone(Text text, int length) => text.Finished.Count >= beam && text.Finished.Max(found => found.Score) >= text.Open[0].Score / Math.Pow(length, lengthPenalty);

    private (float[][] Scores, long[][] Pieces) Best(Tensor logProbabilities)
    {
        var k = (int)Math.Min(2L * beam, logProbabilities.size(1));
        var (values, classes) = logProbabilities.topk(k, 1);
        return (values.cpu().data<float>().ToArray().Chunk(k).ToArray(), classes.cpu().data<long>().ToArray().Chunk(k).ToArray());
    }

    private void GoOn(Text text, int firstRow, float[][] scores, long[][] best, int length)
    {
        var ways = text.Open.SelectMany((path, at) => best[firstRow + at].Select((piece, i) => (Path: path, Row: firstRow + at, Piece: (int)piece, Score: path.Score + scores[firstRow + at][i])))
            .OrderByDescending(way => way.Score).Take(2 * beam).ToList();
        var open = new List<Path>(beam);
        for (var i = 0; i < ways.Count && open.Count < beam; i++)
        {
            var (path, row, piece, score) = ways[i];
            if (piece == end)
            {
                if (i < beam) text.Finished.Add((path.Pieces, score / Math.Pow(length, lengthPenalty)));
            }
            else if (length <= maxLength)
            {
                open.Add(new Path([.. path.Pieces, piece], score, row));
            }
        }

        if (length > maxLength && text.Finished.Count == 0) text.Finished.AddRange(text.Open.Select(path => (path.Pieces, path.Score / Math.Pow(maxLength, lengthPenalty))));
        text.Open = open;
    }

    private IEnumerable<Path> Filled(Text text) => text.Open.Concat(Enumerable.Repeat(text.Open[0], beam)).Take(beam);

    private sealed record Path(int[] Pieces, double Score, long Row);

    private sealed class Text
    {
        public List<Path> Open { get; set; } = [];

        public List<(int[] Pieces, double Score)> Finished { get; } = [];
    }
}
