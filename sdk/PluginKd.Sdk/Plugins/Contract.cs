namespace PluginKd.Sdk;

/// <summary>Version of the contract between host and plugins.</summary>
/// <remarks>
/// A plugin runs on a host of the same major version whose minor version is at least the one that brought the newest member that it uses.
/// Within a major version the contract only grows: new types, members with a body on interfaces, new optional interfaces.
/// </remarks>
public static class Contract
{
    /// <summary>Rises when plugins must be built again.</summary>
    public static int Major => typeof(Contract).Assembly.GetName().Version!.Major;

    /// <summary>Rises when something was added.</summary>
    public static int Minor => 0;
}
