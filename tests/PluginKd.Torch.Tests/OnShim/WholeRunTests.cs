using TorchSharp.Native;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("PluginKd.Torch.Tests.WholeRunLast", "PluginKd.Torch.Tests")]

namespace PluginKd.Torch.Tests;

/// <summary>What only a whole run can tell: it stands after all other tests, and says nothing when some were left out.</summary>
public sealed class WholeRunTests
{
    [Fact]
    public void Every_operator_of_the_table_was_called_by_some_test()
    {
        if (WholeRunLast.IsWhole)
            Assert.Empty(Ops.All.Where(entry => !entry.WasCalled).Select(entry => entry.FullName));
    }
}

/// <summary>Puts <see cref="WholeRunTests"/> last and notices whether every class of tests is there.</summary>
public sealed class WholeRunLast : ITestCollectionOrderer
{
    public static bool IsWhole { get; private set; }

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        var collections = testCollections.ToArray();
        // A class is a collection of its own here; xunit finds them by their [Fact]s, [Theory] among them.
        var classes = typeof(WholeRunLast).Assembly.GetTypes()
            .Count(type => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), true)));
        IsWhole = collections.Length == classes;
        return collections.OrderBy(collection => collection.DisplayName.Contains(nameof(WholeRunTests), StringComparison.Ordinal));
    }
}
