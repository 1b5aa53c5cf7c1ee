using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PluginKd.Torch;

namespace PluginKd.Hosting;

/// <summary>Keeps the checkpoints of a stage as files of its work folder.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="options">How often, by which clock.</param>
/// <param name="log">For damaged ones.</param>
/// <param name="metrics">Numbers of the stage: going on from a checkpoint forgets those that came after it.</param>
internal sealed partial class StoredCheckpoints(string folder, RunOptions options, ILogger log, StageMetrics metrics) : ICheckpoints
{
    private readonly Dictionary<string, int> _opened = [];

    /// <inheritdoc />
    public ICheckpoint Open(string name)
    {
        if (!SettingNames.IsId(name)) throw new ArgumentException($"'{name}' is no name for a checkpoint; names are lower-case-with-hyphens", nameof(name));
        var before = _opened[name] = _opened.GetValueOrDefault(name) + 1;
        return new StoredCheckpoint(this, Path.Combine(folder, $"{name}.{before.ToString(CultureInfo.InvariantCulture)}.safetensors"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the checkpoint {file} is damaged and not used: {damage}")]
    private static partial void Damaged(ILogger log, string file, string damage);

    private sealed class StoredCheckpoint(StoredCheckpoints all, string file) : ICheckpoint
    {
        private const string Hash = "kd.hash";
        private const string Metrics = "kd.metrics-length";
        private long _last = all.Now;

        public bool IsDue => all.Elapsed(_last) >= all.Every;

        public CheckpointContent? Read()
        {
            if (!File.Exists(file)) return null;
            try
            {
                using var open = SafeTensors.Open(file);
                var tensors = open.ReadAll();
                var facts = new Dictionary<string, string>(open.Metadata);
                var hash = facts.GetValueOrDefault(Hash);
                facts.Remove(Hash);
                if (hash != HashOf(tensors, facts)) throw new InvalidDataException("its hash is another one");
                all.Rewind(long.Parse(facts[Metrics], CultureInfo.InvariantCulture));
                return new CheckpointContent(tensors, facts);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or FormatException or KeyNotFoundException)
            {
                Damaged(all.Log, file, error.Message);
                File.Delete(file);
                return null;
            }
        }

        public void Keep(CheckpointContent content)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var facts = new Dictionary<string, string>(content.Facts) { [Metrics] = all.MetricsLength.ToString(CultureInfo.InvariantCulture) };
            facts[Hash] = HashOf(content.Tensors, facts);
            SafeTensors.Write(file, content.Tensors, facts);
            _last = all.Now;
        }

        private static string HashOf(IReadOnlyDictionary<string, TorchSharp.torch.Tensor> tensors, IReadOnlyDictionary<string, string> facts) =>
            KeyParts.Hash(new JsonObject(facts.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value)).Append(new("tensors", WeightHash.Of(tensors)))));
    }

    private long Now => options.Clock.GetTimestamp();

    private TimeSpan Every => options.CheckpointEvery;

    private ILogger Log => log;

    private long MetricsLength => metrics.Length;

    private TimeSpan Elapsed(long since) => options.Clock.GetElapsedTime(since);

    private void Rewind(long length) => metrics.Rewind(length);
}
