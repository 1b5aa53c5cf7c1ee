using System.Globalization;
using System.Text;

namespace PluginKd.Hosting;

/// <summary>Collects the numbers that one stage keeps, a line of JSON each, in its work folder; hands them on as they come.</summary>
/// <remarks>
/// A run that was killed leaves its lines. The next one writes over them, so that at every moment those that its checkpoint counts are there;
/// what is left behind the last line goes when the stage has ended well.
/// </remarks>
internal sealed class StageMetrics : IDisposable
{
    private const string Share = "gradient-share/";

    private readonly FileStream _file;
    private readonly byte[] _before;
    private readonly Action<string> _tell;
    private readonly Dictionary<string, double> _shares = [];

    /// <summary>Begins anew; lines of a run that was killed hold once <see cref="Rewind"/> says so.</summary>
    public StageMetrics(string path, Action<string> tell)
    {
        _tell = tell;
        _before = File.Exists(path) ? File.ReadAllBytes(path) : [];
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Bytes that hold so far.</summary>
    public long Length => _file.Position;

    /// <summary>The last share of each loss term in the gradient, for people; empty when there was one term.</summary>
    public string Shares => _shares.Count == 0 ? "" : "; gradient: " + string.Join(", ", _shares.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value * 100:0.#} %")));

    /// <summary>Adds a number.</summary>
    public void Add(string stage, string name, double value, long step)
    {
        if (name.StartsWith(Share, StringComparison.Ordinal)) _shares[name[Share.Length..]] = value;
        // JSON has no word for a number that is none.
        var number = double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "null";
        var key = System.Text.Json.JsonSerializer.Serialize(name);
        Append(Encoding.UTF8.GetBytes($$"""{"stage":"{{stage}}","step":{{step}},{{key}}:{{number}}}""" + "\n"));
    }

    /// <summary>Takes over the lines of the killed run up to a checkpoint.</summary>
    /// <param name="length">Bytes that there were at the checkpoint.</param>
    public void Rewind(long length)
    {
        var until = Math.Min(length, _before.Length);
        if (until > Length) Append(_before.AsSpan((int)Length, (int)(until - Length)));
    }

    /// <summary>The stage has ended well: no line comes any more.</summary>
    public void End() => _file.SetLength(Length);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private void Append(ReadOnlySpan<byte> lines)
    {
        _file.Write(lines);
        _file.Flush();
        foreach (var line in Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries)) _tell(line);
    }
}
