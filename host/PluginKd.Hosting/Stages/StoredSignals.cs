using System.Globalization;
using System.Text.Json.Nodes;
using PluginKd.Torch;

namespace PluginKd.Hosting;

/// <summary>Teacher signals in files of the store that are mapped into memory: computed once for each teacher, set of inputs and format.</summary>
/// <remarks>Keyed by the teacher's weights, settings and code and the bytes of the inputs, never by a name: another teacher or another row is another file.</remarks>
internal sealed class StoredSignals(StageResults results, StageContext stage) : ITeacherSignals
{
    private const string FileName = "signal.safetensors";

    /// <inheritdoc />
    public SignalTable Open(string teacher, string signal, Split examples)
    {
        var made = Made(teacher, signal, examples);
        var key = KeyParts.Hash(made);
        return results.Tables.TryGetValue(key, out var known) ? known : results.Tables[key] = OpenFile(results.Store.Find(key) ?? Make(key, made, teacher, signal, examples), signal);
    }

    private static SignalTable OpenFile(Artifact artifact, string signal)
    {
        using var open = SafeTensors.Open(artifact.File(FileName));
        return SignalFormat.Open(signal, open);
    }

    private JsonObject Made(string teacher, string signal, Split examples) => new()
    {
        ["engine"] = KeyParts.Engine,
        ["teacher"] = results.Artifact("teacher").Record.Files[StageResults.NetworkName(teacher)].Sha256,
        // Two teachers of the same weights may answer differently.
        ["settings"] = results.Graph["teacher"].Made["settings"]!.DeepClone(),
        ["files"] = results.Graph["teacher"].Made["files"]!.DeepClone(),
        ["plugins"] = results.Graph["teacher"].Made["plugins"]!.DeepClone(),
        ["sdk"] = results.Graph["teacher"].Made["sdk"]!.DeepClone(),
        ["inputs"] = InputsHash.Of(examples.Inputs),
        ["signal"] = signal,
        ["keep"] = results.Format.Name,
    };

    private Artifact Make(string key, JsonObject made, string teacher, string signal, Split examples)
    {
        using var work = results.Store.Begin(key, stage.Name, stage.Cancellation);
        if (results.Store.Find(key, isHeld: true) is { } other) return other;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var check = new SignalHealth(teacher, signal);
        SafeTensorsWriter? writer = null;
        try
        {
            Inference.Stream(results.Teachers[teacher], examples.Inputs, [signal], stage, (row, batch) =>
            {
                check.Look(row, batch[signal]);
                var columns = results.Format.Encode(signal, batch[signal]);
                writer ??= new SafeTensorsWriter(work.File(FileName),
                    columns.ToDictionary(c => c.Key, c => new SafeTensorsShape(c.Value.dtype, [examples.Count, .. c.Value.shape.Skip(1)])),
                    new Dictionary<string, string> { ["classes"] = (batch[signal].dim() == 2 ? batch[signal].size(1) : 0).ToString(CultureInfo.InvariantCulture) });
                foreach (var (name, rows) in columns) writer.Write(name, row, rows);
            });
            check.Require(examples.Count);
            writer!.Finish();
        }
        finally
        {
            writer?.Dispose();
        }

        return work.Finish("signals", results.Pipeline, made, $"'{signal}' of '{teacher}' for {examples.Count} examples", watch.Elapsed, stage.Clock.GetUtcNow());
    }
}
