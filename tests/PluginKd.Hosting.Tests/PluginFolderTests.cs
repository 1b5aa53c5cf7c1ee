namespace PluginKd.Hosting.Tests;

public class PluginFolderTests
{
    [Theory]
    [InlineData("\"id\": \"testplugins.good\"", "\"id\": \"../up\"", "has an id that names no package")]
    [InlineData("\"version\": \"0.1.0\"", "\"version\": \"one\"", "has a version that no feed knows how to order")]
    [InlineData("\"major\": 1", "\"major\": 2", "was built against contract 2")]
    [InlineData("\"path\": \"TestPlugins.Good.xml\"", "\"path\": \"../TestPlugins.Good.xml\"", "lists a file '../TestPlugins.Good.xml' that leads out of the folder")]
    [InlineData("\"path\": \"TestPlugins.Good.xml\"", "\"path\": \"Other.xml\"", "lacks its file 'Other.xml'")]
    [InlineData("\"path\": \"TestPlugins.Good.dll\"", "\"path\": \"Other.dll\"", "does not list its assembly 'TestPlugins.Good.dll'")]
    [InlineData("\"manifest\": 1", "\"manifest\": 9", "the plugin.json is damaged")]
    public void A_folder_that_does_not_hold_together_is_refused(string right, string wrong, string reason)
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        Distribution.Change(plugin, right, wrong);

        var error = Assert.Throws<UserErrorException>(() => PluginFolder.Check(plugin));

        Assert.Equal(UserErrorKind.Plugin, error.Kind);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_file_is_named_with_both_hashes()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        File.AppendAllText(Path.Combine(plugin, "TestPlugins.Good.dll"), "x");
        Assert.Matches("has a file 'TestPlugins.Good.dll' that was changed after the build .SHA-256 [0-9a-f]{16}….\n  expected: SHA-256 [0-9a-f]{16}…",
            Assert.Throws<UserErrorException>(() => PluginFolder.Check(plugin)).Message);
    }

    [Fact]
    public void A_file_that_the_build_did_not_write_is_refused_but_symbols_and_documents_are_not()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        folder.File("plugin/LICENSE", "MIT");
        PluginFolder.Check(plugin);
        folder.File("plugin/Extra.dll", "x");
        Assert.Contains("has a file 'Extra.dll' that its manifest does not list", Assert.Throws<UserErrorException>(() => PluginFolder.Check(plugin)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_refused_because_it_is_no_content()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        File.CreateSymbolicLink(Path.Combine(plugin, "notes.txt"), folder.File("elsewhere.txt", "x"));
        Assert.Contains("'notes.txt' is a link", Assert.Throws<UserErrorException>(() => PluginFolder.Check(plugin)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_libtorch_is_refused()
    {
        using var folder = new TemporaryFolder();
        var plugin = Distribution.CopyOfGood(folder, "plugin");
        File.Move(Path.Combine(plugin, "TestPlugins.Good.xml"), Path.Combine(plugin, "libtorch_cpu.so"));
        Distribution.Change(plugin, "\"path\": \"TestPlugins.Good.xml\"", "\"path\": \"libtorch_cpu.so\"");
        Assert.Contains("brings 'libtorch_cpu.so'", Assert.Throws<UserErrorException>(() => PluginFolder.Check(plugin)).Message, StringComparison.Ordinal);
    }
}
