namespace PluginKd.Sdk;

/// <summary>What inputs are made of; a model says which it takes.</summary>
public enum Modality
{
    /// <summary>Texts, see <see cref="TextInputs"/>.</summary>
    Text,

    /// <summary>Numbers, see <see cref="DenseInputs"/>.</summary>
    Dense,
}

/// <summary>N inputs as the source gave them; a network encodes them once for a whole split.</summary>
public abstract class Inputs
{
    /// <summary>What the inputs are made of.</summary>
    public abstract Modality Modality { get; }

    /// <summary>Number of inputs, N.</summary>
    public abstract int Count { get; }

    /// <summary>Picks inputs by position.</summary>
    /// <param name="positions">From 0 to N − 1; may repeat.</param>
    public abstract Inputs Take(IReadOnlyList<int> positions);

    /// <summary>Joins these inputs with others of the same modality.</summary>
    /// <param name="others">Appended in order.</param>
    /// <exception cref="ArgumentException">Another modality or shape.</exception>
    public abstract Inputs Concat(IEnumerable<Inputs> others);
}

/// <summary>N texts.</summary>
/// <param name="texts">The texts, as read.</param>
public sealed class TextInputs(IReadOnlyList<string> texts) : Inputs
{
    /// <summary>The N texts.</summary>
    public IReadOnlyList<string> Texts { get; } = texts;

    /// <inheritdoc />
    public override Modality Modality => Modality.Text;

    /// <inheritdoc />
    public override int Count => Texts.Count;

    /// <inheritdoc />
    public override Inputs Take(IReadOnlyList<int> positions) => new TextInputs([.. positions.Select(p => Texts[p])]);

    /// <inheritdoc />
    public override Inputs Concat(IEnumerable<Inputs> others) => new TextInputs([.. Texts, .. others.SelectMany(o => o is TextInputs text
        ? text.Texts
        : throw new ArgumentException($"Texts cannot be joined with {o.Modality} inputs."))]);
}

/// <summary>N inputs of numbers: rows [N, D] or images [N, C, H, W].</summary>
/// <param name="values">float32, first dimension N; shared, never changed.</param>
public sealed class DenseInputs(Tensor values) : Inputs
{
    /// <summary>The numbers, [N, …].</summary>
    public Tensor Values { get; } = values.DetachFromDisposeScope();

    /// <inheritdoc />
    public override Modality Modality => Modality.Dense;

    /// <inheritdoc />
    public override int Count => (int)Values.size(0);

    /// <inheritdoc />
    public override Inputs Take(IReadOnlyList<int> positions)
    {
        using var index = tensor(positions.Select(p => (long)p).ToArray());
        return new DenseInputs(Values.index_select(0, index));
    }

    /// <inheritdoc />
    public override Inputs Concat(IEnumerable<Inputs> others) => new DenseInputs(cat([Values, .. others.Select(o => o is DenseInputs dense
        ? dense.Values
        : throw new ArgumentException($"Dense inputs cannot be joined with {o.Modality} inputs."))], 0));
}
