using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Logits;

/// <summary>How many subclasses the student answers with, whose they are, and how soft.</summary>
public sealed record SubclassSettings
{
    /// <summary>Number s of subclasses of each class; the student gets C·s outputs.</summary>
    [Range(1, 1000)]
    public int Subclasses { get; init; } = 2;

    /// <summary>Signal of the teacher that holds its C·s scores of subclasses, those of a class side by side.</summary>
    [MinLength(1)]
    public string TeacherSignal { get; init; } = SignalNames.WideLogits;

    /// <summary>Temperature τ, no unit; 1 leaves the distributions as they are, more softens them.</summary>
    [Range(1e-3, 1e3)]
    public Schedule Temperature { get; init; } = 4;
}
