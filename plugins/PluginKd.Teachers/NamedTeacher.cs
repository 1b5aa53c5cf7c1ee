namespace PluginKd.Teachers;

/// <summary>One of several teachers.</summary>
public record NamedTeacher
{
    /// <summary>Its name, lower-case-with-hyphens; its weights are stored under it.</summary>
    public required string Name { get; init; }

    /// <summary>How it is obtained.</summary>
    public required ITeacher Teacher { get; init; }
}
