using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>Which maps are compared, how much they are condensed, and how long the paraphrasers learn.</summary>
public sealed record FactorTransferSettings : LayerSettings
{
    /// <summary>Channels of a factor as a share of the teacher's, no unit.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Share { get; init; } = 0.5;

    /// <summary>Power p1 of a factor's absolute values, no unit.</summary>
    [Range(1, 10)]
    public double P1 { get; init; } = 2;

    /// <summary>Power p2 of the differences, no unit.</summary>
    [Range(1, 10)]
    public double P2 { get; init; } = 1;

    /// <summary>Passes of a paraphraser over the transfer set, before the student's training.</summary>
    [Range(1, 1_000_000)]
    public int ParaphraserEpochs { get; init; } = 30;

    /// <summary>Learning rate of a paraphraser's Adam, no unit.</summary>
    [Range(1e-9, 100)]
    public double ParaphraserLearningRate { get; init; } = 1e-3;

    /// <summary>Name of the teacher whose maps are compared; several that are trained at once are <c>teacher-1</c>, <c>teacher-2</c> and so on.</summary>
    public string TeacherName { get; init; } = "teacher";
}
