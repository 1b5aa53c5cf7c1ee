using System.Diagnostics;

namespace PluginKd.Hosting.Tests;

/// <summary>Runs on a disk that is too small, and on one that cannot be written to: a clear error, and nothing that is there is broken.</summary>
public class FullDiskTests
{
    [DiskFact]
    public void A_run_that_finds_no_room_says_so_and_goes_on_where_there_is_room()
    {
        using var roomy = new TemporaryFolder();
        var expected = Stores.Student(Pipelines.Run(roomy, Pipelines.Tiny, "average.use=mean-of-steps"));
        var stopped = new HashSet<string>();
        // From hardly room for a folder to room for all but the last files.
        for (var kilobytes = 16; ; kilobytes += 24)
        {
            using var folder = new TemporaryFolder();
            using var disk = Disk.Mount(Path.Combine(folder.Path, ".kd"), kilobytes);
            var watcher = new CollectingWatcher();
            var error = Record.Exception(() => Pipelines.Run(folder, watcher, CancellationToken.None, Pipelines.Tiny, "average.use=mean-of-steps"));
            if (error is null) break;
            stopped.Add(watcher.Stages.LastOrDefault("before the first stage"));
            Assert.True(error is UserErrorException or IOException, error.ToString());
            Assert.True(error.Message.Contains("No space left on device", StringComparison.Ordinal) || error.Message.Contains("the disk was full", StringComparison.Ordinal), error.ToString());

            disk.Resize(64 * 1024);
            Stores.RequireValid(folder);
            Assert.Equal(expected, Stores.Student(Pipelines.Run(folder, Pipelines.Tiny, "average.use=mean-of-steps")));
            Stores.RequireValid(folder);
        }

        Assert.True(stopped.Count >= 4, string.Join(", ", stopped));
    }

    [DiskFact]
    public void A_store_that_cannot_be_written_to_is_named_and_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        using var disk = Disk.Mount(Path.Combine(folder.Path, ".kd"), 64 * 1024);
        Pipelines.Run(folder, Pipelines.Tiny);
        disk.Protect();

        var error = Assert.Throws<UserErrorException>(() => Pipelines.Run(folder, Pipelines.Tiny, "seed=4"));

        Assert.Contains("Read-only file system", error.Message, StringComparison.Ordinal);
        Assert.Contains(".kd", error.Where, StringComparison.Ordinal);
        disk.Resize(64 * 1024);
        Stores.RequireValid(folder);
    }

    /// <summary>A fact that mounts a disk of its own; skipped where the person may not.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class DiskFactAttribute : FactAttribute
    {
        public DiskFactAttribute()
        {
            if (!Disk.MayMount) Skip = "needs the right to mount a small tmpfs";
        }
    }

    /// <summary>A small disk in memory.</summary>
    private sealed class Disk : IDisposable
    {
        private readonly string _path;

        private Disk(string path) => _path = path;

        public static bool MayMount { get; } = Try();

        public static Disk Mount(string path, int kilobytes)
        {
            Directory.CreateDirectory(path);
            return Call("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path) ? new Disk(path) : throw new IOException($"{path} cannot be mounted");
        }

        public void Resize(int kilobytes) => Assert.True(Call("mount", "-o", $"remount,rw,size={kilobytes}k", _path));

        public void Protect() => Assert.True(Call("mount", "-o", "remount,ro", _path));

        public void Dispose() => Assert.True(Call("umount", "-l", _path));

        private static bool Try()
        {
            if (!OperatingSystem.IsLinux()) return false;
            using var folder = new TemporaryFolder();
            if (!Call("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder.Path)) return false;
            return Call("umount", folder.Path);
        }

        private static bool Call(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
