using System.Globalization;
using System.Text.Json.Nodes;
using PluginKd.Torch;

namespace PluginKd.Hosting;

/// <summary>Signals of networks in files of the store that are mapped into memory: computed once for each network, set of inputs and format.</summary>
/// <remarks>Keyed by the network's weights, settings and code and the bytes of the inputs, never by a name: another network or another row is another file.</remarks>
/// <param name="results">Where the networks come from.</param>
/// <param name="stage">Device, clock, the wish to stop.</param>
internal sealed class StoredOutputs(StageResults results, StageContext stage)
{
    private const string FileName = "signal.safetensors";

    /// <summary>Opens a signal, and computes it first where it is not in the store.</summary>
    /// <param name="source">The network.</param>
    /// <param name="signal">Such as <c>logits</c>.</param>
    /// <param name="inputs">The N inputs.</param>
    /// <param name="format">How it is kept.</param>
    /// <param name="check">What looks at a signal that is to be learned from.</param>
    public SignalTable Open(StoredNetwork source, string signal, Inputs inputs, SignalFormat format, SignalHealth? check = null)
    {
        var made = Made(source, signal, inputs, format, check is not null);
        var key = KeyParts.Hash(made);
        return results.Tables.TryGetValue(key, out var known) ? known : results.Tables[key] = OpenFile(results.Store.Find(key) ?? Make(key, made, source, signal, inputs, format, check), signal);
    }

    private static SignalTable OpenFile(Artifact artifact, string signal)
    {
        using var open = SafeTensors.Open(artifact.File(FileName));
        var table = SignalFormat.Open(signal, open);
        // Whoever asked first may have a scope that ends before the results do.
        foreach (var column in table.Columns) column.DetachFromDisposeScope();
        return table;
    }

    private JsonObject Made(StoredNetwork source, string signal, Inputs inputs, SignalFormat format, bool isChecked)
    {
        // Two networks of the same weights may answer differently.
        var maker = results.Graph[source.Stage].Made;
        return new()
        {
            ["engine"] = KeyParts.Engine,
            ["network"] = results.Artifact(source.Stage).Record.Files[StageResults.NetworkName(source.Name)].Sha256,
            ["settings"] = maker["settings"]!.DeepClone(),
            ["files"] = maker["files"]!.DeepClone(),
            ["plugins"] = maker["plugins"]!.DeepClone(),
            ["sdk"] = maker["sdk"]!.DeepClone(),
            ["inputs"] = InputsHash.Of(inputs),
            ["signal"] = signal,
            ["keep"] = format.Name,
            ["checked"] = isChecked,
        };
    }

    private Artifact Make(string key, JsonObject made, StoredNetwork source, string signal, Inputs inputs, SignalFormat format, SignalHealth? check)
    {
        using var work = results.Store.Begin(key, stage.Name, stage.Cancellation);
        if (results.Store.Find(key, isHeld: true) is { } other) return other;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SafeTensorsWriter? writer = null;
        try
        {
            Inference.Stream(results.Network(source), inputs, [signal], stage, (row, batch) =>
            {
                check?.Look(row, batch[signal]);
                var columns = format.Encode(signal, batch[signal]);
                writer ??= new SafeTensorsWriter(work.File(FileName),
                    columns.ToDictionary(c => c.Key, c => new SafeTensorsShape(c.Value.dtype, [inputs.Count, .. c.Value.shape.Skip(1)])),
                    new Dictionary<string, string> { ["classes"] = (batch[signal].dim() >= 2 ? batch[signal].size(-1) : 0).ToString(CultureInfo.InvariantCulture) });
                foreach (var (name, rows) in columns) writer.Write(name, row, rows);
            });
            check?.Require(inputs.Count);
            writer!.Finish();
        }
        finally
        {
            writer?.Dispose();
        }

        return work.Finish(check is null ? "outputs" : "signals", results.Pipeline, made, $"'{signal}' of '{source.Name}' for {inputs.Count} examples", watch.Elapsed, stage.Clock.GetUtcNow());
    }
}

/// <summary>A network in the store.</summary>
/// <param name="Stage">The stage that made it.</param>
/// <param name="Name">Such as <c>baseline</c>, or the name of a teacher.</param>
internal sealed record StoredNetwork(string Stage, string Name);
