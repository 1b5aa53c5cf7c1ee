namespace PluginKd.Hosting.Tests;

public class ContentHashTests
{
    // printf '%s  a/b.txt\n%s  c.txt\n' $(printf one | sha256sum | cut -c-64) $(printf two | sha256sum | cut -c-64) | sha256sum
    [Fact]
    public void Equals_what_sha256sum_gives_for_its_own_list()
    {
        using var folder = new TemporaryFolder();
        folder.File("c.txt", "two");
        folder.File("a/b.txt", "one");
        Assert.Equal("c8a565a1d5a45854a0fe673db34a89c195c4fa504e045bd46300f69d4a19d9ef", ContentHash.Of(folder.Path));
    }

    [Fact]
    public void Changes_with_a_byte_a_name_or_one_more_file()
    {
        using var folder = new TemporaryFolder();
        var hashes = new HashSet<string>();
        folder.File("a.txt", "one");
        hashes.Add(ContentHash.Of(folder.Path));
        folder.File("a.txt", "two");
        hashes.Add(ContentHash.Of(folder.Path));
        File.Move(Path.Combine(folder.Path, "a.txt"), Path.Combine(folder.Path, "b.txt"));
        hashes.Add(ContentHash.Of(folder.Path));
        folder.File(".hidden", "");
        hashes.Add(ContentHash.Of(folder.Path));
        Assert.Equal(4, hashes.Count);
    }
}
