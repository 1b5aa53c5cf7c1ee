using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Ranking;

/// <summary>Which files hold which split, and which columns hold what.</summary>
public sealed record QuestionCandidatesSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>Labelled candidates to learn from: one tab-separated table, or four parallel files of one entry a line: questions, candidates, question ids, labels; found with .gz behind their names too, like the others.</summary>
    [KdPath(In = nameof(Path))]
    [MinLength(1)]
    public required IReadOnlyList<string> Train { get; init; }

    /// <summary>Labelled candidates for choosing settings, one table or four files; an empty list leaves them out.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Validation { get; init; } = [];

    /// <summary>Labelled candidates for the final evaluation, one table or four files; an empty list leaves them out.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Test { get; init; } = [];

    /// <summary>Candidates to distil on, one table or four files, whose labels are not read; an empty list leaves them out.</summary>
    [KdPath(In = nameof(Path))]
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>Whether the first line of each table holds headings.</summary>
    public bool Header { get; init; }

    /// <summary>Column of the question: its heading, or its number from 1.</summary>
    public string Question { get; init; } = "1";

    /// <summary>Column of the candidate: its heading, or its number from 1.</summary>
    public string Candidate { get; init; } = "2";

    /// <summary>Column of the label: its heading, or its number from 1.</summary>
    public string Label { get; init; } = "3";

    /// <summary>Column of the question's id: its heading, or its number from 1; without it, candidates of the same question text belong together.</summary>
    public string? QuestionId { get; init; }

    /// <summary>Column of the candidate's id: its heading, or its number from 1.</summary>
    public string? CandidateId { get; init; }

    /// <summary>Share of the training questions, 0 to 1, that becomes the validation split with all their candidates, when there is no validation file.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? ValidationShare { get; init; }

    /// <summary>What to do with entries that cannot be used: wrong numbers of columns, empty texts, ids that stand for two things.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;
}
