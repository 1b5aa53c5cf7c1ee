using System.ComponentModel.DataAnnotations;

namespace PluginKd.Teachers;

/// <summary>Which teachers there are to choose from.</summary>
public sealed record BestOfTeacherSettings
{
    /// <summary>The teachers, each with a name.</summary>
    [MinLength(1)]
    public required IReadOnlyList<NamedTeacher> Candidates { get; init; }
}
