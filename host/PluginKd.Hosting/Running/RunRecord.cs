using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>What it takes to know, later, what ran here, and to run it again: <c>record.json</c>.</summary>
internal sealed class RunRecord(PipelinePlan plan, RunOptions options, RunFolder folder)
{
    private readonly JsonArray _stages = [];

    /// <summary>Adds a stage that has ended.</summary>
    public void Add(StageNode node, Artifact artifact, bool isStored) => _stages.Add(new JsonObject
    {
        ["stage"] = node.Name,
        ["key"] = node.Key,
        ["stored"] = isStored,
        ["seconds"] = artifact.Record.Seconds,
        ["peak-bytes"] = artifact.Record.PeakBytes,
        ["bytes"] = artifact.Record.Bytes,
        ["summary"] = artifact.Record.Summary,
        ["files"] = new JsonObject(artifact.Record.Files.Where(f => f.Key != "metrics.jsonl").OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value.Sha256))),
        ["made"] = node.Made.DeepClone(),
    });

    /// <summary>Writes the record, with the status of the run.</summary>
    public void Write(string status) => folder.WriteJson("record.json", new JsonObject
    {
        ["status"] = status,
        ["pipeline"] = plan.Name,
        ["seed"] = plan.Seed,
        ["started"] = folder.Started.ToString("O", CultureInfo.InvariantCulture),
        ["host"] = typeof(RunFolder).Assembly.GetName().Version!.ToString(3),
        ["contract"] = typeof(KdPluginAttribute).Assembly.GetName().Version!.ToString(2),
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["system"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        ["cores"] = Environment.ProcessorCount,
        ["libtorch"] = TorchLibrary.Version,
        ["blas"] = Path.GetFileName(TorchLibrary.BlasPath),
        ["blas-kernels"] = TorchLibrary.BlasKernels,
        ["threads"] = torch.get_num_threads(),
        ["device"] = options.Device,
        ["plugins"] = new JsonArray([.. plan.Uses.Values.Select(use => use.Plugin.Package).DistinctBy(p => p.Id).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (JsonNode)new JsonObject
        {
            ["id"] = p.Id,
            ["version"] = p.Version,
            ["sha256"] = p.Files.GetValueOrDefault(p.Entry),
            ["pinned"] = PluginPinning.IsPinned(p),
        })]),
        ["folder"] = plan.Folder,
        ["stages"] = _stages.DeepClone(),
        ["resolved"] = plan.Resolved.DeepClone(),
    });

    /// <summary>Writes the record of a run that went wrong: what stopped it matters more than that its record cannot be written.</summary>
    public void TryWrite(string status)
    {
        try
        {
            Write(status);
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            // Nothing more can be done about it.
        }
    }
}
