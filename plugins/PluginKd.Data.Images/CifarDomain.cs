using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Images;

/// <summary>The CIFAR binary files of one domain.</summary>
public sealed record CifarDomain
{
    /// <summary>Name of the domain, in tables and in the name of its test split.</summary>
    public required string Name { get; init; }

    /// <summary>Its files, from the source's path on, joined in this order; found with .gz behind their names too.</summary>
    [KdPath(In = nameof(CifarSettings.Path))]
    [MinLength(1)]
    public required IReadOnlyList<string> Files { get; init; }
}
