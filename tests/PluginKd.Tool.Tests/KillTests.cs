using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PluginKd.Tool.Tests;

/// <summary>Ends runs with SIGKILL at random moments of every stage, goes on, and holds what comes out against a run that nobody disturbed.</summary>
/// <remarks><c>./build.sh soak</c> runs it with more kills than a build has time for: <c>KD_KILLS</c>.</remarks>
public class KillTests
{
    private const string Pipeline = """
        {
          "name": "killed", "seed": 5, "baseline": true,
          "data": { "use": "points", "train": 90, "validation": 30 },
          "teacher": { "use": "trained", "model": { "use": "mlp", "hidden": [ 32 ], "dropout": 0.2 }, "batch-size": 16, "steps": 900, "optimizer": { "schedule": "cosine" } },
          "select": [ { "use": "sure-ones" } ],
          "augment": [ { "use": "forget-labels" } ],
          "distill": { "use": "offline", "student": { "use": "mlp", "hidden": [ 16 ], "dropout": 0.2 }, "batch-size": 16, "steps": 900,
                       "early-stopping": { "patience": 1000, "metric": "loss" },
                       "loss": [ { "use": "soft-target", "temperature": 2 }, { "use": "cross-entropy", "weight": 0.1 }, { "use": "drift", "weight": 0.1 } ] },
          "average": { "use": "mean-of-steps", "pause": 0.4 },
          "evaluate": [ { "use": "classification" }, { "use": "pauses", "seconds": 0.1 } ]
        }
        """;

    private static readonly string[] Stages = ["data", "rehearsal", "teacher", "select", "augment", "baseline", "distill", "average", "evaluate"];

    // Trainings take nearly all of the time, and so they get several kills each before the run may end.
    private static readonly string[] OneAfterTheOther = ["data", "rehearsal", "teacher", "teacher", "select", "augment", "baseline", "baseline", "distill", "distill", "distill", "average", "evaluate"];

    private static readonly string[] Networks = ["teacher.safetensors", "baseline.safetensors", "student.safetensors"];

    private static readonly string[] Arguments = ["run", "p.json", "--threads", "1", "--checkpoint-every", "0.02"];

    // So many that a stage which cannot be hit fails the test, and bad luck does not.
    private const int Rounds = 60;

    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("KD_KILLS") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_run_that_was_killed_anywhere_ends_with_the_bits_of_one_that_was_not()
    {
        using var undisturbed = new TemporaryFolder();
        await ToTheEndAsync(undisturbed);
        var seconds = Seconds(undisturbed);
        var (kills, hit) = (0, new HashSet<string>());
        // The kills of a stage share its time, so that the run does not get past it before the last of them.
        TimeSpan Moment(string stage, string[] targets) => TimeSpan.FromSeconds(Drawn($"moment {kills}") * seconds[stage] / targets.Count(target => target == stage));
        for (var round = 0; kills < Kills || (hit.Count < Stages.Length && round < Rounds); round++)
        {
            using var folder = new TemporaryFolder();
            string[] targets = round % 2 == 0 && kills < Kills ? OneAfterTheOther[..Math.Min(OneAfterTheOther.Length, Kills - kills)] : [Next(hit, round)];
            foreach (var target in targets)
            {
                // A machine with more to do, or less, than a moment ago: a run may be over before its kill.
                if (await KilledInAsync(folder, target, Moment(target, targets)) is not { } stage) break;
                hit.Add(stage);
                kills++;
            }

            await ToTheEndAsync(folder);

            foreach (var network in Networks) Assert.Equal(Bytes(undisturbed, network), Bytes(folder, network));
            Assert.Equal(Numbers(undisturbed), Numbers(folder));
        }

        Assert.Equal(Stages.Order(), hit.Order());
    }

    /// <summary>A stage in which no run was killed yet, while there is one.</summary>
    private static string Next(HashSet<string> hit, int round)
    {
        string[] missed = [.. Stages.Where(stage => !hit.Contains(stage))];
        var among = missed.Length > 0 ? missed : Stages;
        return among[(int)(Drawn($"stage {round}") * among.Length)];
    }

    /// <summary>A number from 0 to 1 that is the same in every run of the test.</summary>
    private static double Drawn(string name) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name))) / (uint.MaxValue + 1.0);

    private static byte[] Bytes(TemporaryFolder folder, string file) => File.ReadAllBytes(Path.Combine(LastRun(folder), file));

    /// <summary>What the trainings said of themselves, but for the time that they took.</summary>
    private static string[] Numbers(TemporaryFolder folder) => [.. File.ReadLines(Path.Combine(LastRun(folder), "metrics.jsonl"))
        .Where(line => !line.Contains("\"time-s\"", StringComparison.Ordinal) && !line.Contains("\"rehearsal\"", StringComparison.Ordinal))];

    /// <summary>How long each stage takes here.</summary>
    private static Dictionary<string, double> Seconds(TemporaryFolder folder)
    {
        using var record = JsonDocument.Parse(Bytes(folder, "record.json"));
        return record.RootElement.GetProperty("stages").EnumerateArray().ToDictionary(stage => stage.GetProperty("stage").GetString()!, stage => stage.GetProperty("seconds").GetDouble());
    }

    private static string LastRun(TemporaryFolder folder) =>
        Path.GetDirectoryName(Directory.EnumerateFiles(Path.Combine(folder.Path, ".kd", "runs"), "results.json", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc))!;

    private static async Task ToTheEndAsync(TemporaryFolder folder)
    {
        folder.File("p.json", Pipeline);
        var result = await Kd.RunWithTestPluginsAsync(folder, Arguments);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.DoesNotContain("damaged", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Starts a run and kills it some time after a stage begins; says which stage was at work, and nothing when the run was over before.</summary>
    private static async Task<string?> KilledInAsync(TemporaryFolder folder, string stage, TimeSpan after)
    {
        folder.File("p.json", Pipeline);
        using var process = ProcessResult.Start(Places.Tool, folder.Path, [.. Arguments, "--plugin-path", Places.TestPlugins]);
        var error = process.StandardError.ReadToEndAsync();
        var atWork = "";
        while (atWork != stage && await process.StandardOutput.ReadLineAsync() is { } line) atWork = Begun(line) ?? atWork;
        await Task.Delay(after);
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } line) atWork = Begun(line) ?? atWork;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode is 0 or 128 + 9, await error);
        return process.ExitCode == 0 ? null : atWork;
    }

    private static string? Begun(string line) => line.EndsWith('…') ? Stages.FirstOrDefault(stage => line.StartsWith(stage + " ", StringComparison.Ordinal)) : null;
}
