namespace PluginKd.Data.Images;

/// <summary>The two IDX files of one domain.</summary>
public sealed record IdxDomain
{
    /// <summary>Name of the domain, in tables and in the name of its test split.</summary>
    public required string Name { get; init; }

    /// <summary>File with its images, from the source's path on; found with .gz behind its name too.</summary>
    [KdPath(In = nameof(IdxSettings.Path))]
    public required string Images { get; init; }

    /// <summary>File with the labels of the images.</summary>
    [KdPath(In = nameof(IdxSettings.Path))]
    public required string Labels { get; init; }
}
