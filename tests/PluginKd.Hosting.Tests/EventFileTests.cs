using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting.Tests;

/// <summary>Reads event files back with a program that shares nothing with the one that wrote them: <c>read_events.py</c>, with its own checksums and decoding.</summary>
public class EventFileTests
{
    [PythonFact]
    public void An_independent_reader_finds_the_numbers_of_the_run_in_float32()
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, """data={"use":"points","validation":9}""", "distill.early-stopping.patience=100");
        var expected = File.ReadLines(Path.Combine(result.Folder, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!.AsObject())
            .SelectMany(line => line.Where(p => p.Key is not ("stage" or "step") && p.Value is not null)
                .Select(p => ($"{line["stage"]}/{p.Key}", (long)line["step"]!, (float)(double)p.Value!))).ToList();

        var (code, text) = Read(Directory.EnumerateFiles(result.Folder, "events.out.tfevents.*").Single());

        Assert.True(code == 0, text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("version brain.Event:2", lines[0]);
        Assert.True(expected.Count > 60);
        Assert.Equal(expected, lines.Skip(1).Select(Scalar));
    }

    [PythonFact]
    public void The_reader_refuses_a_file_with_one_bit_flipped()
    {
        using var folder = new TemporaryFolder();
        using (var events = new EventFile(folder.Path, DateTimeOffset.UnixEpoch)) events.Add("""{"stage":"distill","step":300,"loss":0.1}""");
        var file = Directory.EnumerateFiles(folder.Path).Single();
        Assert.Equal(0, Read(file).Code);
        var bytes = File.ReadAllBytes(file);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 4;
            File.WriteAllBytes(file, bytes);
            Assert.NotEqual(0, Read(file).Code);
            bytes[i] ^= 4;
            // A process for each of the first bytes and then for every seventh: length, checksums and content are all among them.
            if (i > 12) i += 6;
        }
    }

    private static (string Tag, long Step, float Value) Scalar(string line)
    {
        var parts = line.Split(' ');
        return (parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture), BitConverter.UInt32BitsToSingle(Convert.ToUInt32(parts[3], 16)));
    }

    private static (int Code, string Text) Read(string file)
    {
        var script = Path.Combine(Places.Repository, "tests", "PluginKd.Hosting.Tests", "read_events.py");
        using var process = Process.Start(new ProcessStartInfo("python3", [script, file]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    /// <summary>A fact that needs python3, without packages.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PythonFactAttribute : FactAttribute
    {
        public PythonFactAttribute()
        {
            if (!HasPython) Skip = "needs python3";
        }

        private static bool HasPython { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")));
    }
}
