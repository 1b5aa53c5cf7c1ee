namespace PluginKd.Sdk;

/// <summary>What only a host of the future has.</summary>
public static class Newer
{
    public static int Answer => 42;
}
