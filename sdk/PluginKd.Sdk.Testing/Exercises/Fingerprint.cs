using System.Globalization;
using System.Security.Cryptography;

namespace PluginKd.Sdk.Testing;

/// <summary>What a plugin gave or was given, down to the bit, in lines that can be compared.</summary>
internal sealed class Fingerprint
{
    private readonly List<(string Name, string Value)> _lines = [];

    public void Add(string name, string value) => _lines.Add((name, value));

    public void AddTexts(string name, IEnumerable<string>? values) => Add(name, values is null ? "none" : string.Join('\n', values));

    public void AddNumbers<T>(string name, IEnumerable<T>? values)
        where T : IFormattable => AddTexts(name, values?.Select(value => value.ToString(null, CultureInfo.InvariantCulture)));

    public void Add(string name, Tensor? values)
    {
        if (values is null)
        {
            Add(name, "none");
            return;
        }

        using var scope = NewDisposeScope();
        var plain = values.detach().cpu().contiguous();
        Add(name, $"{plain.dtype} [{string.Join(", ", plain.shape)}] {Convert.ToHexStringLower(SHA256.HashData(plain.bytes))}");
    }

    public void Add(string name, Network network)
    {
        foreach (var (key, value) in network.state_dict()) Add($"{name} {key}", value);
    }

    public void Add(string name, Inputs inputs)
    {
        switch (inputs)
        {
            case TextInputs text: AddTexts(name, text.Texts); break;
            case TokenInputs tokens: AddTexts(name, tokens.Sequences.Select(words => string.Join('\t', words))); break;
            case PairInputs pairs: Add($"{name} (first)", pairs.First); Add($"{name} (second)", pairs.Second); break;
            default: Add(name, ((DenseInputs)inputs).Values); break;
        }
    }

    public void Add(string name, Split split)
    {
        Add($"{name} role", split.Role.ToString());
        Add($"{name} inputs", split.Inputs);
        AddNumbers($"{name} labels", split.Labels);
        AddNumbers($"{name} indices", split.Indices);
        AddNumbers($"{name} token labels", split.TokenLabels?.All);
        AddNumbers($"{name} token ends", split.TokenLabels?.Ends);
        AddTexts($"{name} ids", split.Ids);
        AddTexts($"{name} domains", split.Domains);
        AddTexts($"{name} groups", split.Groups);
        AddNumbers($"{name} weights", split.Weights);
        AddTexts($"{name} origins", split.Origins);
    }

    public void Add(DataBundle data)
    {
        AddTexts("classes", data.Classes);
        AddTexts("splits", data.Splits.Select(split => split.Name));
        foreach (var split in data.Splits) Add($"split '{split.Name}':", split);
    }

    /// <summary>All lines as one text.</summary>
    public string Text => string.Join('\n', _lines.Select(line => $"{line.Name} {line.Value}"));

    /// <summary>Says what differs first, or null.</summary>
    public string? DifferenceFrom(Fingerprint other)
    {
        for (var i = 0; i < Math.Max(_lines.Count, other._lines.Count); i++)
        {
            if (i >= _lines.Count || i >= other._lines.Count) return $"{_lines.Count} results instead of {other._lines.Count}";
            if (_lines[i] != other._lines[i])
                return _lines[i].Name == other._lines[i].Name ? $"{_lines[i].Name} differs" : $"{_lines[i].Name} stands where {other._lines[i].Name} was";
        }

        return null;
    }
}
