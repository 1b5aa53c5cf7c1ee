using System.Globalization;
using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Tells other processes how far a run has come: a small file in its folder, written anew at most once a second.</summary>
internal sealed class RunStatus(string file, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly JsonObject _content = new() { ["process"] = Environment.ProcessId, ["began"] = ProcessIdentity.StartOf(Environment.ProcessId) };
    private long _written = -1;

    /// <summary>The run begins: results in the store are looked at first.</summary>
    public void Starts() => Write();

    /// <summary>A stage begins.</summary>
    public void Starts(string stage, string plugins)
    {
        foreach (var key in new[] { "step", "steps", "epoch", "epochs", "loss", "examples-per-second", "seconds-left" }) _content.Remove(key);
        (_content["stage"], _content["plugins"]) = (stage, plugins);
        Write();
    }

    /// <summary>A stage that trains has come further.</summary>
    public void Step(string stage, StageStep step)
    {
        if (_written >= 0 && clock.GetElapsedTime(_written) < Pause) return;
        _content["stage"] = stage;
        (_content["epoch"], _content["epochs"]) = (step.Moment.Epoch + 1, step.Moment.Epochs);
        (_content["step"], _content["steps"]) = (step.Moment.Step, step.Moment.Steps);
        _content["loss"] = double.IsFinite(step.Loss) ? Math.Round(step.Loss, 6) : null;
        _content["examples-per-second"] = Math.Round(step.ExamplesPerSecond, 1);
        _content["seconds-left"] = Math.Round(step.Left.TotalSeconds, 1);
        Write();
    }

    /// <summary>The run has ended.</summary>
    public void End()
    {
        if (File.Exists(file)) File.Delete(file);
    }

    private void Write()
    {
        _written = clock.GetTimestamp();
        _content["at"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        AtomicFile.Write(file, _content.ToJsonString() + "\n");
    }
}
