namespace PluginKd.Sdk;

/// <summary>Registers a helper class of a plugin in that plugin's own service container, as itself and as its interfaces, one instance each.</summary>
/// <remarks>The host scans the plugin's assembly for it; other plugins never see the class.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KdServiceAttribute : Attribute;
