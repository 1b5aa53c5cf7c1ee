using System.ComponentModel.DataAnnotations;

namespace PluginKd.Losses.Features;

/// <summary>A flow between two layers of the student that learns from one of the teacher.</summary>
public sealed record FlowPair : LayerPair
{
    /// <summary>Signal of the student's later layer.</summary>
    public required string StudentNext { get; init; }

    /// <summary>Signal of the teacher's later layer.</summary>
    public required string TeacherNext { get; init; }
}

/// <summary>Which flows are compared.</summary>
public sealed record FlowSettings
{
    /// <summary>Flows, each from a layer to a later one; the losses of several are added up.</summary>
    [MinLength(1)]
    public required IReadOnlyList<FlowPair> Layers { get; init; }
}
