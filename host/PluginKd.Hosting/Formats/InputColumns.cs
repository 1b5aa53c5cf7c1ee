using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Writes inputs as columns of a split's file and opens them again: numbers as a tensor, texts as a column of texts, pairs as two sets of columns.</summary>
internal sealed class InputColumns
{
    private const char BetweenWords = '\n';

    private readonly List<(string Name, DenseInputs Values)> _values = [];
    private readonly List<(string Name, IReadOnlyList<string> Texts)> _texts = [];

    /// <summary>Lists the columns.</summary>
    public InputColumns(Inputs inputs) => Add("", inputs);

    /// <summary>The columns of texts.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string>? Texts)> Texts => _texts.Select(t => (t.Name, (IReadOnlyList<string>?)t.Texts));

    /// <summary>Announces the columns of numbers.</summary>
    public void Announce(IDictionary<string, SafeTensorsShape> shapes)
    {
        foreach (var (name, values) in _values) shapes[name] = new SafeTensorsShape(TypeOf(values), [values.Count, .. values.Shape]);
    }

    /// <summary>Writes the columns of numbers, some rows at a time.</summary>
    public void Write(SafeTensorsWriter writer)
    {
        foreach (var (name, inputs) in _values)
        {
            foreach (var (first, values) in InputChunks.Of(inputs))
            {
                using (values) writer.Write(name, first, values);
            }
        }
    }

    /// <summary>Opens the inputs of a file; they stay in it until they are used.</summary>
    public static Inputs Open(IReadOnlyDictionary<string, torch.Tensor> tensors, string prefix = "")
    {
        if (tensors.TryGetValue(prefix + "values", out var values)) return new DenseInputs(values);
        if (TextColumn.Find(tensors, prefix + "texts") is { } texts) return new TextInputs(texts);
        return TextColumn.Find(tensors, prefix + "words") is { } words
            ? new TokenInputs(new MappedList<string, string[]>(words, Words))
            : new PairInputs(Open(tensors, prefix + "first."), Open(tensors, prefix + "second."));
    }

    private void Add(string prefix, Inputs inputs)
    {
        switch (inputs)
        {
            case DenseInputs dense: _values.Add((prefix + "values", dense)); break;
            case TextInputs text: _texts.Add((prefix + "texts", text.Texts)); break;
            case TokenInputs tokens: _texts.Add((prefix + "words", new MappedList<string[], string>(tokens.Sequences, Joined))); break;
            case PairInputs pairs: Add(prefix + "first.", pairs.First); Add(prefix + "second.", pairs.Second); break;
            default: throw new InvalidOperationException($"{inputs.GetType().Name} cannot be stored; inputs are texts, tokens, numbers, or pairs of these");
        }
    }

    // A first line break tells a sequence of one empty word from one without words.
    private static string[] Words(string joined) => joined.Length == 0 ? [] : joined[1..].Split(BetweenWords);

    private static string Joined(string[] words) => Array.Exists(words, word => word.Contains(BetweenWords))
        ? throw new UserErrorException("a word holds a line break", "words without", "data", "mend the data source: line breaks are blanks between words")
        : string.Concat(words.Select(word => BetweenWords + word));

    private static torch.ScalarType TypeOf(DenseInputs inputs)
    {
        using var one = ((DenseInputs)inputs.Take([0])).Values;
        return one.dtype;
    }
}
