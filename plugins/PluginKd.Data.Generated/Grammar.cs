using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace PluginKd.Data.Generated;

/// <summary>A context-free grammar whose symbols carry a polarity and a domain; <c>reviews.grammar</c> says how it is written.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, Alternative[]> _rules = [];

    // A text asks some ten times; putting a rule's name together each time would cost more than all else.
    private readonly ConcurrentDictionary<(string Symbol, bool IsPositive, string Domain), (Alternative[] Alternatives, int Weight)> _found = [];

    /// <summary>Reads the rules.</summary>
    public Grammar(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _rules.Add(line[..colon], [.. line[(colon + 1)..].Split('|').Select(Alternative.Read)]);
        }
    }

    /// <summary>Reads the rules that come with the plugin.</summary>
    /// <param name="name">Such as <c>reviews.grammar</c>.</param>
    public static Grammar Read(string name)
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return new Grammar(reader.ReadToEnd());
    }

    /// <summary>Domains that the rules know, in their order.</summary>
    public IReadOnlyList<string> Domains =>
        [.. _rules.Keys.Where(k => k.Contains('@', StringComparison.Ordinal)).Select(k => k.Split('@')[1]).Distinct()];

    /// <summary>Draws a text from a symbol.</summary>
    public string Expand(string symbol, bool isPositive, string domain, SeededRandom random)
    {
        var text = new StringBuilder();
        Append(text, symbol, isPositive, domain, random);
        return text.Replace(" .", ".").Replace(" ,", ",").Replace(" ?", "?").ToString();
    }

    private void Append(StringBuilder text, string symbol, bool isPositive, string domain, SeededRandom random)
    {
        var (alternatives, weight) = _found.GetOrAdd((symbol, isPositive, domain), static (key, grammar) => grammar.Find(key.Symbol, key.IsPositive ? '+' : '-', key.Domain), this);
        foreach (var part in Draw(alternatives, weight, random))
        {
            if (part.IsSymbol) Append(text, part.Text, isPositive != part.IsTurned, domain, random);
            else text.Append(text.Length == 0 ? "" : " ").Append(part.Text);
        }
    }

    private (Alternative[] Alternatives, int Weight) Find(string symbol, char sign, string domain)
    {
        var found = _rules.GetValueOrDefault($"{symbol}{sign}@{domain}") ?? _rules.GetValueOrDefault($"{symbol}@{domain}")
            ?? _rules.GetValueOrDefault($"{symbol}{sign}") ?? _rules[symbol];
        return (found, found.Sum(a => a.Weight));
    }

    private static Part[] Draw(Alternative[] alternatives, int weight, SeededRandom random)
    {
        var ticket = random.Next(weight);
        var drawn = 0;
        while (ticket >= alternatives[drawn].Weight) ticket -= alternatives[drawn++].Weight;
        return alternatives[drawn].Parts;
    }

    private sealed record Alternative(int Weight, Part[] Parts)
    {
        public static Alternative Read(string text)
        {
            var star = text.IndexOf('*', StringComparison.Ordinal);
            var weight = star < 0 ? 1 : int.Parse(text[..star], CultureInfo.InvariantCulture);
            return new(weight, [.. text[(star + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part.Read)]);
        }
    }

    // A word, or the name of a symbol, whose polarity may be turned.
    private sealed record Part(string Text, bool IsSymbol, bool IsTurned)
    {
        public static Part Read(string text) => text[0] == '{' ? new(text.Trim('{', '~', '}'), true, text[1] == '~') : new(text, false, false);
    }
}
