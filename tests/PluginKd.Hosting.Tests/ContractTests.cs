using System.Globalization;
using PluginKd.Sdk.Build.Linking;

namespace PluginKd.Hosting.Tests;

/// <summary>The surface of PluginKd.Sdk is the list of its minor version, and no earlier list lost a line.</summary>
public class ContractTests
{
    private static string List(int minor) =>
        Path.Combine(Places.Repository, "sdk", "PluginKd.Sdk", "contract", string.Create(CultureInfo.InvariantCulture, $"{Contract.Major}.{minor}.txt"));

    [Fact]
    public void The_contract_is_the_approved_list()
    {
        using var surface = AssemblySurface.Read(typeof(Contract).Assembly.Location);
        var found = surface.Lines().ToList();
        var approved = File.Exists(List(Contract.Minor)) ? File.ReadAllLines(List(Contract.Minor)) : [];
        var received = List(Contract.Minor) + ".received";
        if (found.SequenceEqual(approved))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllLines(received, found);
        Assert.Fail($"the contract differs from {List(Contract.Minor)}\nadded:\n  {string.Join("\n  ", found.Except(approved))}\ngone:\n  {string.Join("\n  ", approved.Except(found))}\n"
            + "Something added to a released contract raises Contract.Minor and gets a list of its own; before the first release the list is replaced. Nothing goes within a major version.");
    }

    [Fact]
    public void No_earlier_list_lost_a_line()
    {
        for (var minor = 0; minor < Contract.Minor; minor++) Assert.Subset(File.ReadLines(List(minor + 1)).ToHashSet(), File.ReadLines(List(minor)).ToHashSet());
    }
}
