using System.Globalization;
using System.Text.Json;

namespace PluginKd.Benchmarks;

/// <summary>Rounds of the encoder's step, ours beside Python's: times, and how far the first losses are apart.</summary>
internal sealed class EncoderSeries(string name, int threads)
{
    private const int Steps = 8;

    private readonly List<double> _theirs = [];
    private double _apart;

    public List<double> Ours { get; } = [];

    /// <summary>Python's side; on the processor the script is called as it is, since it sets up its threads before torch is loaded.</summary>
    public static JsonElement Python(int threads, string device = "cpu")
    {
        string[] script = [Path.Combine(Places.Shared!, "bench", "pytorch_encoder_step.py"), "--steps", $"{Steps}", "--threads", $"{threads}"];
        return device == "cpu" ? Peer.Python(script) : Peer.Python(["-c", BenchDevices.PythonWrapper, device, .. script]);
    }

    public static JsonElement Own(int threads, string kernels = "own", string device = "cpu") =>
        Peer.Ours("encoder", $"{Steps}", $"{threads}", kernels, device);

    public void Add(JsonElement ours, JsonElement theirs)
    {
        Ours.Add(ours.Number("median_ms"));
        _theirs.Add(theirs.Number("median_ms"));
        _apart = Math.Max(_apart, ours.GetProperty("first_losses").EnumerateArray()
            .Zip(theirs.GetProperty("first_losses").EnumerateArray(), (a, b) => Math.Abs(a.GetDouble() / b.GetDouble() - 1)).Max());
    }

    /// <summary>Prints the ratio beside its bound, and for one thread the losses beside the seven digits that they are to share.</summary>
    public bool Judge()
    {
        var met = Verdict.Ratio(name, Ours, _theirs, 0.90, "ms");
        return met & (threads > 1 || Verdict.AtMost("  its first losses, largest relative difference", _apart * 1e7, 1, "× 1e-7"));
    }

    /// <summary>Prints the ratio alone: nothing is promised there.</summary>
    public void Tell() => Verdict.Unbound(name, Ours, _theirs, "ms", string.Create(CultureInfo.InvariantCulture, $"losses apart by {_apart:0.#e+0}"));
}
