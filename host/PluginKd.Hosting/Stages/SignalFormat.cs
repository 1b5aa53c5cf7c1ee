using System.Globalization;
using TorchSharp;
using PluginKd.Torch;

namespace PluginKd.Hosting;

/// <summary>How teacher signals lie on the disk: all numbers in float32 or float16, or the k largest class scores and what the others sum to.</summary>
/// <param name="Name">As in the pipeline file: <c>float32</c>, <c>float16</c>, <c>top-8</c>.</param>
internal sealed record SignalFormat(string Name)
{
    private const string Top = "top-";

    /// <summary>As computed.</summary>
    public static readonly SignalFormat Exact = new("float32");

    /// <summary>Reads the pipeline's wish.</summary>
    /// <returns>Null when it is none of the three.</returns>
    public static SignalFormat? Parse(string name) =>
        name is "float32" or "float16" || (name.StartsWith(Top, StringComparison.Ordinal) && int.TryParse(name[Top.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k > 0)
            ? new SignalFormat(name)
            : null;

    private int K(long classes) => (int)Math.Min(int.Parse(Name[Top.Length..], CultureInfo.InvariantCulture), classes);

    /// <summary>Whether only the largest scores of a signal are kept: class scores with more classes than those.</summary>
    private bool IsTop(string signal, torch.Tensor rows) =>
        Name.StartsWith(Top, StringComparison.Ordinal) && signal == SignalNames.Logits && rows.dim() >= 2 && K(rows.size(-1)) < rows.size(-1);

    /// <summary>Turns rows of a signal into what is stored, by column.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Encode(string signal, torch.Tensor rows)
    {
        if (!IsTop(signal, rows)) return new Dictionary<string, torch.Tensor> { [signal] = rows.to(Name == "float16" ? torch.ScalarType.Float16 : torch.ScalarType.Float32) };
        var (values, classes) = rows.topk(K(rows.size(-1)), dim: -1, largest: true, sorted: true);
        // What is left out is told by its sum, so that probabilities at temperature 1 stay those of the teacher for the classes kept.
        var rest = rows.scatter(-1, classes, torch.full_like(values, double.NegativeInfinity)).logsumexp(-1);
        return new Dictionary<string, torch.Tensor> { ["values"] = values, ["classes"] = classes.to(torch.ScalarType.Int32), ["rest"] = rest };
    }

    /// <summary>Opens what is stored.</summary>
    /// <param name="signal">Name of the signal.</param>
    /// <param name="open">The file.</param>
    public static SignalTable Open(string signal, SafeTensors open)
    {
        if (!open.Names.Contains("values"))
        {
            var stored = open.Read(signal);
            return stored.dtype == torch.ScalarType.Float32 ? new SignalTable([stored]) : new SignalTable([stored], rows => rows[0].to(torch.ScalarType.Float32));
        }

        var count = long.Parse(open.Metadata["classes"], CultureInfo.InvariantCulture);
        return new SignalTable([open.Read("values"), open.Read("classes"), open.Read("rest")], rows => Spread(rows[0], rows[1], rows[2], count));
    }

    /// <summary>Gives each class that was left out an equal share of the rest.</summary>
    private static torch.Tensor Spread(torch.Tensor values, torch.Tensor classes, torch.Tensor rest, long count)
    {
        var others = (rest - Math.Log(count - values.size(-1))).unsqueeze(-1).expand([.. rest.shape, count]);
        return others.scatter(-1, classes.to(torch.ScalarType.Int64), values);
    }
}
