using System.Globalization;

namespace PluginKd.Hosting;

/// <summary>Counts the parameters of networks.</summary>
internal static class NetworkSize
{
    public static RunModel Of(string name, Network network)
    {
        var parameters = network.parameters().ToList();
        return new RunModel(name, parameters.Sum(p => p.numel()), parameters.Sum(p => p.numel() * p.element_size()));
    }

    public static string Describe(IEnumerable<Network> networks) =>
        string.Join(", ", networks.Select(n => $"{n.GetName()} with {Of("", n).Parameters.ToString("N0", CultureInfo.InvariantCulture)} parameters"));
}
