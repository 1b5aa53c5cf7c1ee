namespace PluginKd.Sdk;

/// <summary>Marks a text setting as a path of a file or folder; the host hands it over as an absolute path.</summary>
/// <remarks>Relative paths start from the pipeline file's folder, those of <c>--set</c> from the folder where the command was typed.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KdPathAttribute : Attribute;
