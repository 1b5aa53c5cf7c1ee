namespace PluginKd.Hosting.Tests;

/// <summary>Which files count for the key of a result.</summary>
public class NamedFilesTests
{
    private const string Cifar = """{ "use": "cifar", "path": "images", "train": [ "a.bin", "b.bin" ], "test": [ "t.bin" ] }""";

    [Fact]
    public void Files_of_a_list_count_and_what_lies_beside_them_does_not()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "a", 1);
        Write(folder, "b", 2);
        Write(folder, "t", 3);
        var before = Key(folder, Cifar);
        Write(folder, "other", 4);
        Assert.Equal(before, Key(folder, Cifar));
        Write(folder, "b", 5);
        Assert.NotEqual(before, Key(folder, Cifar));
    }

    [Fact]
    public void Files_of_domains_count_in_the_folder_of_the_source()
    {
        const string Domains = """
            { "use": "cifar", "path": "images", "test-domains": [ "sketch" ],
              "domains": [ { "name": "photo", "files": [ "a.bin" ] }, { "name": "sketch", "files": [ "b.bin" ] } ] }
            """;
        using var folder = new TemporaryFolder();
        Write(folder, "a", 1);
        Write(folder, "b", 2);
        var before = Key(folder, Domains);
        Write(folder, "other", 4);
        Assert.Equal(before, Key(folder, Domains));
        Write(folder, "b", 5);
        Assert.NotEqual(before, Key(folder, Domains));
        Assert.NotEqual(before, Key(folder, Domains.Replace("photo", "drawing", StringComparison.Ordinal)));
    }

    private static void Write(TemporaryFolder folder, string name, byte value) => folder.File($"images/{name}.bin", new string((char)value, 3073));

    private static string Key(TemporaryFolder folder, string data) => StageGraph.Of(PipelinePlan.Check(
        Pipelines.File(folder, Pipelines.Tiny.Replace("""{ "use": "tiny" }""", data, StringComparison.Ordinal)), Pipelines.Catalog))["data"].Key;
}
