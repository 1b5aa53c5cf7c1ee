namespace TorchSharp.Utils;

/// <summary>Registers a field of a module under another name than its own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The key in the state dict.</summary>
    public string Name { get; set; } = "";
}
