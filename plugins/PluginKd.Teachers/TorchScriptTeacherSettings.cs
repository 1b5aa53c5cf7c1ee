using System.ComponentModel.DataAnnotations;

namespace PluginKd.Teachers;

/// <summary>Which TorchScript file holds the teacher, and which of its outputs are what.</summary>
public sealed record TorchScriptTeacherSettings
{
    /// <summary>The file that torch.jit.save wrote, relative to the pipeline file; it has to stay there.</summary>
    [KdPath]
    public required string Path { get; init; }

    /// <summary>Position of the logits among the module's outputs, from 0.</summary>
    [Range(0, 31)]
    public int Logits { get; init; }

    /// <summary>Position of the embedding, the input of the last layer; without it none is offered.</summary>
    [Range(0, 31)]
    public int? Embedding { get; init; }
}
