using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Looks at a teacher's signal as it is computed: numbers that are none, or the same for every example, teach nothing and are refused.</summary>
internal sealed class SignalHealth(string teacher, string signal)
{
    private torch.Tensor? _first;
    private bool _varies;

    /// <summary>Looks at some rows.</summary>
    /// <param name="row">Position of the first of them.</param>
    /// <param name="rows">[n, …].</param>
    /// <exception cref="UserErrorException">A number is not finite.</exception>
    public void Look(long row, torch.Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        var flat = rows.reshape(rows.size(0), -1);
        if (!flat.isfinite().all().ToBoolean())
        {
            var bad = row + flat.isfinite().all(1).logical_not().nonzero()[0].ToInt64();
            throw Refused($"teacher '{teacher}' answers with NaN or infinity: '{signal}' of example {bad}", "finite numbers", "look at that example, and at how the teacher was trained");
        }

        _first ??= flat[0].clone().DetachFromDisposeScope();
        _varies = _varies || flat.ne(_first).any().ToBoolean();
    }

    /// <summary>Looks at the whole.</summary>
    /// <param name="count">Number of examples seen.</param>
    /// <exception cref="UserErrorException">All examples have the same signal.</exception>
    public void Require(long count)
    {
        _first?.Dispose();
        if (count > 1 && !_varies)
            throw Refused($"teacher '{teacher}' gives the same '{signal}' for all {count} examples", "signals that differ from example to example",
                "look at how the teacher was trained: a learning rate that is too high ends like this");
    }

    private static UserErrorException Refused(string found, string expected, string fix) => new(found, expected, "the teacher's signals", fix) { Kind = UserErrorKind.Run };
}
