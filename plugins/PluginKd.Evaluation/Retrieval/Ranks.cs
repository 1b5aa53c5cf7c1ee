namespace PluginKd.Evaluation;

/// <summary>Where the first right candidate stands for each of Q queries, and what that is worth.</summary>
/// <param name="Found">Places from 1.</param>
/// <param name="Right">Right candidates of each query.</param>
/// <param name="Candidates">Number of candidates.</param>
internal sealed record Ranks(IReadOnlyList<long> Found, IReadOnlyList<int> Right, long Candidates)
{
    /// <summary>Looks for the places: highest score first, of equal scores the candidate with the lower number.</summary>
    /// <param name="scores">[Q, candidates].</param>
    /// <param name="right">For each query the numbers of its right candidates, ascending, at least one.</param>
    public static Ranks Of(Tensor scores, IReadOnlyList<List<int>> right)
    {
        var found = new long[right.Count];
        for (var query = 0; query < found.Length; query++)
        {
            using var scope = NewDisposeScope();
            var row = scores[query].contiguous().data<float>().ToArray();
            var best = right[query].MaxBy(candidate => row[candidate]);
            for (var candidate = 0; candidate < row.Length; candidate++)
            {
                if (row[candidate] > row[best] || (candidate <= best && row[candidate] == row[best])) found[query]++;
            }
        }

        return new(found, [.. right.Select(numbers => numbers.Count)], scores.size(1));
    }

    /// <summary>Share of the queries with a right candidate among the first k.</summary>
    public double Recall(int k) => Found.Average(place => place <= k ? 1.0 : 0);

    /// <summary>Middle place; the mean of both middle ones when the number of queries is even.</summary>
    public double Median
    {
        get
        {
            long[] sorted = [.. Found.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
        }
    }

    /// <summary>What recall an order by chance has on average: <c>1 − Π over i below k of (S − r − i)/(S − i)</c> of r right ones among S.</summary>
    public double Chance(int k) => Right.Average(r =>
    {
        var none = 1.0;
        for (var i = 0; i < k && i < Candidates && none > 0; i++) none *= Math.Max(0, Candidates - r - i) / (double)(Candidates - i);
        return 1 - none;
    });
}
