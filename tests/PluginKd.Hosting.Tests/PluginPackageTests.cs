using System.IO.Compression;

namespace PluginKd.Hosting.Tests;

public class PluginPackageTests
{
    private const string Plugin = "<packageTypes><packageType name='KdPlugin' /></packageTypes>";

    [Fact]
    public void The_same_folder_gives_the_same_bytes_whatever_the_clock_says()
    {
        using var folder = new TemporaryFolder();
        var copy = Distribution.CopyOfGood(folder, "copy");
        foreach (var file in Directory.EnumerateFiles(copy)) File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        var first = PluginPackage.Pack(Distribution.Good, Path.Combine(folder.Path, "a"));
        var second = PluginPackage.Pack(copy, Path.Combine(folder.Path, "b"));

        Assert.Equal("testplugins.good.0.1.0.nupkg", Path.GetFileName(first));
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void A_package_holds_the_tree_the_readme_and_no_lib()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        folder.File("plugin/README.md", "# Good\n");

        using var zip = ZipFile.OpenRead(PluginPackage.Pack(plugin, Path.Combine(folder.Path, "out")));

        Assert.Equal(
        [
            "README.md", "[Content_Types].xml", "_rels/.rels", "kd/net10.0/any/README.md", "kd/net10.0/any/TestPlugins.Good.deps.json", "kd/net10.0/any/TestPlugins.Good.dll",
            "kd/net10.0/any/TestPlugins.Good.pdb", "kd/net10.0/any/TestPlugins.Good.xml", "kd/net10.0/any/plugin.json", "testplugins.good.nuspec",
        ], zip.Entries.Select(e => e.FullName));
        using var nuspec = new StreamReader(zip.GetEntry("testplugins.good.nuspec")!.Open());
        var text = nuspec.ReadToEnd();
        Assert.Contains("<readme>README.md</readme>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("dependenc", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unpacked_has_the_content_that_was_packed()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        folder.File("plugin/notes with blanks & more.txt", "x");
        var package = PluginPackage.Pack(plugin, Path.Combine(folder.Path, "out"));

        var described = new PluginArchive(package).Unpack(Path.Combine(folder.Path, "unpacked"));

        Assert.Equal(("testplugins.good", "0.1.0"), described);
        Assert.Equal(ContentHash.Of(plugin), ContentHash.Of(Path.Combine(folder.Path, "unpacked")));
    }

    [Fact]
    public void A_package_is_not_put_into_the_folder_that_it_packs()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        Assert.Contains("the package would lie in the plugin's folder", Assert.Throws<UserErrorException>(() => PluginPackage.Pack(plugin, plugin)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../evil.dll", "leads out of the folder")]
    [InlineData("kd/net10.0/any/../../../evil.dll", "leads out of the folder")]
    [InlineData("kd/net10.0/any/%2e%2e/%2e%2e/evil.dll", "leads out of the folder")]
    [InlineData("/etc/evil", "is not relative")]
    [InlineData("C:/evil.dll", "is not relative")]
    [InlineData("kd/net10.0/any/..\\evil.dll", "has a character that a file name on Windows may not have")]
    [InlineData("kd//evil.dll", "has an empty part")]
    [InlineData("kd/net10.0/any/plugin.json/evil.dll", "'kd/net10.0/any/plugin.json' that is a file and a folder")]
    [InlineData("kd/net10.0/any/123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-", "has a part of more than 255 bytes")]
    public void An_entry_that_leads_elsewhere_is_refused_before_anything_is_written(string path, string problem)
    {
        using var folder = new TemporaryFolder();
        var package = Distribution.Package(folder, Plugin, ("kd/net10.0/any/plugin.json", "{}"), (path, "x"));

        var error = Assert.Throws<UserErrorException>(() => new PluginArchive(package).Unpack(Path.Combine(folder.Path, "unpacked")));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(["made.nupkg"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("", "kd/net10.0/any/plugin.json", "is no plugin: 'made' 1.0.0 is of type Dependency")]
    [InlineData("<packageTypes><packageType name='DotnetTool' /></packageTypes>", "tools/x", "is of type DotnetTool")]
    [InlineData(Plugin + "<id>other</id>", "kd/net10.0/any/plugin.json", "the .nuspec must have one id")]
    [InlineData(Plugin + "</metadata><metadata>", "kd/net10.0/any/plugin.json", "the .nuspec must have one metadata")]
    [InlineData(Plugin, "second.nuspec", "has more than one .nuspec")]
    [InlineData(Plugin, "kd/net11.0/any/plugin.json", "has no kd/net10.0/any/plugin.json")]
    [InlineData(Plugin, "KD/net10.0/any/plugin.json", "has no kd/net10.0/any/plugin.json")]
    public void A_package_that_holds_no_plugin_for_this_host_is_refused(string type, string path, string reason)
    {
        using var folder = new TemporaryFolder();
        var package = Distribution.Package(folder, type, (path, "{}"));
        Assert.Contains(reason, Assert.Throws<UserErrorException>(() => new PluginArchive(package).Unpack(Path.Combine(folder.Path, "unpacked"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_unpacks_to_too_much_is_refused_whatever_it_says_of_itself()
    {
        using var folder = new TemporaryFolder();
        var package = Distribution.Package(folder, Plugin, ("kd/net10.0/any/plugin.json", "{}"), ("kd/net10.0/any/big.txt", new string(' ', 3 << 20)));

        Assert.Contains("unpacks to more than 1 MiB", Assert.Throws<UserErrorException>(() =>
            new PluginArchive(package) { MostBytes = 1 << 20 }.Unpack(Path.Combine(folder.Path, "a"))).Message, StringComparison.Ordinal);
        Assert.Contains("has 3 entries", Assert.Throws<UserErrorException>(() =>
            new PluginArchive(package) { MostFiles = 2 }.Unpack(Path.Combine(folder.Path, "b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_package_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("text.nupkg", "not a zip file");
        Assert.Contains("package 'text.nupkg' is damaged", Assert.Throws<UserErrorException>(() => new PluginArchive(file).Unpack(folder.Path)).Message, StringComparison.Ordinal);
    }
}
