namespace PluginKd.Evaluation;

/// <summary>The candidates of one question, best first by the network, and what their order is worth.</summary>
/// <param name="Name">Group of the candidates.</param>
/// <param name="First">Position of its first candidate in the split.</param>
/// <param name="Grades">Grades of the candidates in the network's order; 0 is not relevant.</param>
internal sealed record RankedQuestion(string Name, int First, IReadOnlyList<int> Grades)
{
    /// <summary>Candidates with a grade above 0.</summary>
    public int Relevant { get; } = Grades.Count(grade => grade > 0);

    /// <summary>Place of the first right candidate, from 1.</summary>
    public int FirstPlace => 1 + Grades.TakeWhile(grade => grade == 0).Count();

    /// <summary>Mean over the right candidates, at place r each, of the share of right ones down to r.</summary>
    public double AveragePrecision
    {
        get
        {
            var (found, sum) = (0, 0.0);
            for (var at = 0; at < Grades.Count; at++)
            {
                if (Grades[at] > 0) sum += ++found / (at + 1.0);
            }

            return sum / Relevant;
        }
    }

    /// <summary>Sorts candidates: highest score first, of equal scores the one that stands first in the split.</summary>
    /// <param name="name">Group of the candidates.</param>
    /// <param name="candidates">Positions in the split, ascending.</param>
    /// <param name="scores">Scores of all positions.</param>
    /// <param name="gradeOf">Grade of a position.</param>
    public static RankedQuestion Of(string name, IEnumerable<int> candidates, double[] scores, Func<int, int> gradeOf)
    {
        int[] positions = [.. candidates];
        return new(name, positions[0], [.. positions.OrderByDescending(i => scores[i]).Select(gradeOf)]);
    }

    /// <summary>Discounted gain of the first k places over that of the best order of the same candidates.</summary>
    public double DiscountedGain(int k, RankingGain gain)
    {
        return Sum(Grades) / Sum(Grades.OrderDescending());
        double Sum(IEnumerable<int> grades) => grades.Take(k).Select((grade, at) => (gain == RankingGain.Linear ? grade : Math.Pow(2, grade) - 1) / Math.Log2(at + 2)).Sum();
    }

    /// <summary>Share of the right candidates that stand among the first k.</summary>
    public double Recall(int k) => Grades.Take(k).Count(grade => grade > 0) / (double)Relevant;
}
