namespace PluginKd.Sdk;

/// <summary>Marks a model that need not be given: without it the host takes the one that a network file of an earlier run says it is of, with its settings.</summary>
/// <param name="file">Name of the setting beside it that holds the file, a <see cref="KdPathAttribute"/> with a folder (<see cref="KdPathAttribute.In"/>).</param>
/// <remarks>The host fills it in before settings are checked and keys are made, so that the plugin sees a model either way.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KdModelOfAttribute(string file) : Attribute
{
    /// <summary>Name of the setting that holds the file.</summary>
    public string File { get; } = file;
}
