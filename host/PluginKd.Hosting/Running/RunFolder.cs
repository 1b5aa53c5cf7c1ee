using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>The folder of one run: resolved pipeline, record, metrics, networks, results.</summary>
internal sealed class RunFolder
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int LongestName = 60;

    private RunFolder(string path, DateTimeOffset started) => (Path, Started) = (path, started);

    public string Path { get; }

    public DateTimeOffset Started { get; }

    /// <summary>Makes a new folder, named by time and pipeline.</summary>
    public static RunFolder Create(PipelinePlan plan, RunOptions options)
    {
        var started = options.Clock.GetUtcNow();
        var name = string.Concat(plan.Name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        var runs = System.IO.Path.Combine(options.ProjectFolder, ".kd", "runs");
        var stem = System.IO.Path.Combine(runs, $"{started.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{name[..Math.Min(name.Length, LongestName)]}");
        try
        {
            var folder = new RunFolder(Claim(runs, stem), started);
            folder.WriteJson("pipeline.json", plan.Resolved);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"the run folder cannot be made: {error.Message}", "a folder that you may write to", runs,
                "change to another folder (runs are kept in .kd/runs of the folder where the command is typed), or make room", error);
        }
    }

    /// <summary>Moves a new folder to the first free name; a move fails where another run was faster, a creation would not.</summary>
    private static string Claim(string runs, string stem)
    {
        Directory.CreateDirectory(runs);
        var fresh = System.IO.Path.Combine(runs, $".{Guid.NewGuid():N}");
        Directory.CreateDirectory(fresh);
        for (var i = 1; ; i++)
        {
            var path = i == 1 ? stem : $"{stem}-{i}";
            try
            {
                Directory.Move(fresh, path);
                return path;
            }
            catch (IOException) when (Directory.Exists(path) || System.IO.File.Exists(path))
            {
                // Taken: the next number.
            }
        }
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes what it takes to know, later, what ran here; called at the start and again at the end.</summary>
    public void WriteRecord(PipelinePlan plan, RunOptions options, string status, IEnumerable<PluginManifest> plugins) => WriteJson("record.json", new JsonObject
    {
        ["status"] = status,
        ["pipeline"] = plan.Name,
        ["seed"] = plan.Seed,
        ["started"] = Started.ToString("O", CultureInfo.InvariantCulture),
        ["host"] = typeof(RunFolder).Assembly.GetName().Version!.ToString(3),
        ["contract"] = typeof(KdPluginAttribute).Assembly.GetName().Version!.ToString(2),
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["system"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        ["libtorch"] = TorchLibrary.Version,
        ["blas"] = System.IO.Path.GetFileName(TorchLibrary.BlasPath),
        ["blas-kernels"] = TorchLibrary.BlasKernels,
        ["threads"] = torch.get_num_threads(),
        ["device"] = options.Device,
        ["plugins"] = new JsonArray([.. plugins.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (JsonNode)new JsonObject
        {
            ["id"] = p.Id,
            ["version"] = p.Version,
            ["sha256"] = p.Files.GetValueOrDefault(p.Entry),
            ["pinned"] = PluginPinning.IsPinned(p),
        })]),
    });

    /// <summary>Writes a network with all that is needed to make it again.</summary>
    public void WriteNetwork(string name, Network network, PluginUse? model, IReadOnlyList<string> classes)
    {
        var metadata = new Dictionary<string, string>(network.Saved)
        {
            ["pluginkd.model"] = model?.Plugin.Id ?? "",
            ["pluginkd.settings"] = model?.Settings.ToJsonString() ?? "",
            ["pluginkd.classes"] = JsonSerializer.Serialize(classes),
        };
        // SafeTensors writes beside the name and renames by itself.
        SafeTensors.Write(File($"{name}.safetensors"), network.state_dict(), metadata);
    }

    public void WriteResults(RunResult result) => WriteJson("results.json", new JsonObject
    {
        ["seconds"] = Math.Round(result.Elapsed.TotalSeconds, 3),
        ["models"] = new JsonArray([.. result.Models.Select(m => (JsonNode)new JsonObject { ["name"] = m.Name, ["parameters"] = m.Parameters, ["bytes"] = m.Bytes })]),
        ["measurements"] = new JsonArray([.. result.Measurements.Select(Measured)]),
    });

    private static JsonNode Measured(RunMeasurement measured) => new JsonObject
    {
        ["model"] = measured.Model,
        ["split"] = measured.Split,
        ["evaluator"] = measured.Evaluator,
        ["metrics"] = new JsonArray([.. measured.Measurement.Metrics.Select(m => (JsonNode)new JsonObject
        {
            ["name"] = m.Name,
            ["value"] = double.IsFinite(m.Value) ? JsonValue.Create(m.Value) : null,
            ["unit"] = m.Unit,
        })]),
        ["tables"] = new JsonArray([.. measured.Measurement.Tables.Select(t => (JsonNode)new JsonObject
        {
            ["title"] = t.Title,
            ["columns"] = Texts(t.Columns),
            ["rows"] = new JsonArray([.. t.Rows.Select(row => (JsonNode)Texts(row))]),
        })]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);

    private void WriteJson(string name, JsonNode content) => AtomicFile.Write(File(name), content.ToJsonString(Readable) + "\n");
}
