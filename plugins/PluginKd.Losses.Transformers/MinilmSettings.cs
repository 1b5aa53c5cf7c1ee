using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Transformers;

/// <summary>Which layers are compared.</summary>
public record MinilmSettings
{
    /// <summary>Layer of the student, from 0; the last one in the paper.</summary>
    [Range(0, 1000)]
    public required int StudentLayer { get; init; }

    /// <summary>Layer of the teacher, from 0; the last one in the paper.</summary>
    [Range(0, 1000)]
    public required int TeacherLayer { get; init; }
}
