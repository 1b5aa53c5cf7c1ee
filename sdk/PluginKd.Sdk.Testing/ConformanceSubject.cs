namespace PluginKd.Sdk.Testing;

/// <summary>A plugin to check, with what its author says about it.</summary>
public sealed record ConformanceSubject
{
    /// <summary>The class with <see cref="KdPluginAttribute"/>.</summary>
    public required Type Plugin { get; init; }

    /// <summary>Settings to check it with, each in turn; empty means the defaults, which is not enough where a setting is required.</summary>
    public IReadOnlyList<object> Settings { get; init; } = [];

    /// <summary>Facts that the plugin need not keep: code and reason; the reason stands in the report.</summary>
    public IReadOnlyDictionary<string, string> Waivers { get; init; } = new Dictionary<string, string>();

    /// <summary>Files for the pipeline's folder, content by relative path, for data sources that read some.</summary>
    public IReadOnlyDictionary<string, TestFile> Files { get; init; } = new Dictionary<string, TestFile>();

    /// <summary>Inputs of the data that teachers, selectors and augmenters are given.</summary>
    public Modality Modality { get; init; } = Modality.Rows;

    /// <summary>Shapes, without N, of signals that a loss reads and that are not among the usual ones or have another shape there.</summary>
    public IReadOnlyDictionary<string, long[]> SignalShapes { get; init; } = new Dictionary<string, long[]>();
}
