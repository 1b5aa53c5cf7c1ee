using System.CommandLine;
using System.Globalization;
using PluginKd.Tool.Display;
using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd run [FILE]</c>.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var (file, set) = (PipelineArguments.File(), PipelineArguments.Set());
        var threads = new Option<string?>("--threads") { Description = "Threads for tensor work; as many as there are cores without it." };
        var device = new Option<string>("--device") { Description = "cpu or cuda.", DefaultValueFactory = _ => "cpu" };
        var fresh = new Option<bool>("--fresh") { Description = "Run every stage anew; what is in the store is neither used nor changed." };
        var isolate = new Option<bool>("--isolate") { Description = "Run each stage in a process of its own, which may crash alone." };
        var from = new Option<string?>("--from") { Description = "Repeat a recorded run (the record.json of a run folder) anew and say whether the bits agree." };
        var every = new Option<string?>("--checkpoint-every") { Description = "Seconds from one checkpoint of a training to the next; 30 without it." };
        var command = new Command("run", "Run a pipeline: the stages whose results are not in the store yet.") { file, set, threads, device, fresh, isolate, from, every };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var record = parsed.GetValue(from);
            if (record is not null && (parsed.GetValue(file) is not null || parsed.GetValue(set) is { Length: > 0 }))
                throw new UserErrorException("--from stands beside a pipeline or --set", "the record alone: it says all of the run", "--from", "leave the others out, or run the pipeline without --from");
            var pipeline = record is null ? PipelineArguments.Read(parsed, file, set) : RecordComparison.Pipeline(record);
            var plan = PipelinePlan.Check(pipeline, CommandLine.Catalog(parsed));
            SayWhatIsNotPinned(plan);
            PrepareTorch(parsed.GetValue(threads), parsed.GetValue(device)!);
            using var stop = new StopSignal();
            using var loader = new PluginLoader();
            var options = new RunOptions
            {
                Device = parsed.GetValue(device)!,
                Cancellation = stop.Token,
                IsFresh = parsed.GetValue(fresh) || record is not null,
                Isolation = parsed.GetValue(isolate) ? StageCommand.Process(parsed) : null,
            };
            if (parsed.GetValue(every) is { } seconds) options = options with { CheckpointEvery = Duration(seconds) };
            var result = RunDisplay.Watch(parsed.GetValue(CommandLine.Verbose), plan, watcher => new PipelineRunner(plan, loader, options, watcher).Run());
            ResultTable.Show(result);
            return record is null ? ExitCodes.Success : Compare(record, result.Folder);
        }));
        return command;
    }

    private static int Compare(string record, string folder)
    {
        var differences = RecordComparison.Differences(record, folder);
        foreach (var difference in differences) Terminal.Out.WriteLine(difference);
        Terminal.Out.WriteLine(differences.Count == 0 ? $"the bits agree with {record}" : $"{differences.Count} result{(differences.Count == 1 ? "" : "s")} with other bits than {record}");
        return differences.Count == 0 ? ExitCodes.Success : ExitCodes.RunFailed;
    }

    /// <summary>One line for each package whose bytes nobody decided on; not on standard output, which may be read by a program.</summary>
    private static void SayWhatIsNotPinned(PipelinePlan plan)
    {
        foreach (var package in plan.Uses.Values.Select(use => use.Plugin.Package).DistinctBy(p => p.Folder).Where(p => p.Root?.Kind == PluginRootKind.Development))
            Console.Error.WriteLine($"development: {package.Id} {package.Version} in {package.Folder} is not pinned");
    }

    private static TimeSpan Duration(string seconds) =>
        double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 86400
            ? TimeSpan.FromSeconds(number)
            : throw new UserErrorException($"--checkpoint-every is '{seconds}'", "seconds, above 0 and at most 86400", "--checkpoint-every", "leave it out for 30");

    private static void PrepareTorch(string? threads, string device)
    {
        var most = 4 * Environment.ProcessorCount;
        var count = 0;
        if (threads is not null && !(int.TryParse(threads, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most))
            throw new UserErrorException($"--threads is '{threads}'", $"a whole number from 1 to {most}, four times the cores of this machine", "--threads",
                $"leave it out for {Environment.ProcessorCount}");
        if (!TorchLibrary.TryLoad(out var error))
            throw new UserErrorException("libtorch cannot be loaded", error, "the tensor library", "`dotnet kd doctor` shows what is missing and how to install it");
        if (count > 0) torch.set_num_threads(count);
        if (device != "cpu" && !(IsCuda(device) && torch.cuda.is_available()))
            throw new UserErrorException($"there is no device '{device}'", torch.cuda.is_available() ? "cpu or cuda" : "cpu (this libtorch sees no CUDA device)", "--device",
                "leave --device out, or `dotnet kd doctor` to see the devices");
    }

    /// <summary>Knows <c>cuda</c> and <c>cuda:1</c>.</summary>
    private static bool IsCuda(string device) =>
        device == "cuda" || (device.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(device[5..], NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
