namespace PluginKd.Data.Ranking;

/// <summary>One candidate as a file has it, or what is wrong with it.</summary>
/// <param name="Question">Text of the question.</param>
/// <param name="Candidate">Text of the candidate.</param>
/// <param name="Label">Label as written; empty for none.</param>
/// <param name="QuestionId">Id of the question, or null.</param>
/// <param name="CandidateId">Id of the candidate, or null.</param>
/// <param name="QuestionAt">File, line and column of the question.</param>
/// <param name="CandidateAt">File, line and column of the candidate.</param>
/// <param name="LabelAt">File, line and column of the label.</param>
internal sealed record CandidateRow(
    string Question, string Candidate, string Label, string? QuestionId, string? CandidateId, string QuestionAt, string CandidateAt, string LabelAt)
{
    /// <summary>Why it cannot be read; then the texts are empty.</summary>
    public UserErrorException? Problem { get; init; }

    /// <summary>Makes one that cannot be read.</summary>
    public static CandidateRow Bad(UserErrorException problem) => new("", "", "", null, null, problem.Where, problem.Where, problem.Where) { Problem = problem };
}
