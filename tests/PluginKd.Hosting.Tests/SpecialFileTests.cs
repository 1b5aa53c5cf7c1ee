using System.Diagnostics;
using System.Net.Sockets;

namespace PluginKd.Hosting.Tests;

/// <summary>Pipes, devices and sockets where files are named: whoever reads them waits for ever.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A file, a folder, a folder further in, files by a pattern, and one that is found with something behind its name.
    [Theory]
    [InlineData("pipe", "pipe")]
    [InlineData("data", "data/pipe")]
    [InlineData("data", "data/a/pipe")]
    [InlineData("data/*.txt", "data/b.txt")]
    [InlineData("train", "train.gz")]
    public async Task A_pipe_is_refused_with_the_setting_that_leads_to_it(string setting, string pipe)
    {
        if (!OperatingSystem.IsLinux()) return;
        _folder.File("data/a.txt", "text");
        var path = MakePipe(pipe);
        var error = await Refused(Path.Combine(_folder.Path, setting));
        Assert.Equal(($"'{path}' is a pipe", "a regular file: inputs are read more than once, and to their end", "data.train"), (error.Found, error.Expected, error.Where));
        Assert.StartsWith("write what comes out of it into a file, and name that", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Devices_sockets_and_links_to_them_are_refused()
    {
        if (!OperatingSystem.IsLinux()) return;
        Assert.Equal("'/dev/zero' is a device", (await Refused("/dev/zero")).Found);
        var link = Path.Combine(_folder.Path, "link");
        File.CreateSymbolicLink(link, "/dev/zero");
        Assert.Equal($"'{link}' is a device", (await Refused(link)).Found);
        var path = Path.Combine(_folder.Path, "socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        Assert.Equal($"'{path}' is a socket", (await Refused(path)).Found);
    }

    [Fact]
    public void Files_empty_ones_links_and_folders_are_none_of_them()
    {
        var empty = _folder.File("data/empty.txt", "");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), empty);
        foreach (var name in new[] { "data", "data/empty.txt", "data/*", "link", "nothing" }) Assert.NotEmpty(new InputFiles().HashOf(Path.Combine(_folder.Path, name), "data.train"));
    }

    [Fact]
    public async Task A_pipeline_names_the_setting()
    {
        if (!OperatingSystem.IsLinux()) return;
        MakePipe("images/b.bin");
        _folder.File("images/a.bin", "a");
        var plan = PipelinePlan.Check(Pipelines.File(_folder, Pipelines.Tiny.Replace("""{ "use": "tiny" }""", """{ "use": "cifar", "path": "images", "train": [ "a.bin", "b.bin" ] }""", StringComparison.Ordinal)), Pipelines.Catalog);
        var error = await Assert.ThrowsAsync<UserErrorException>(() => Task.Run(() => StageGraph.Of(plan)).WaitAsync(Patience));
        Assert.Equal("data.train.1", error.Where);
    }

    // On another thread: without the refusal it would wait for ever.
    private static Task<UserErrorException> Refused(string path) =>
        Assert.ThrowsAsync<UserErrorException>(() => Task.Run(() => new InputFiles().HashOf(path, "data.train")).WaitAsync(Patience));

    private string MakePipe(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return path;
    }
}
