using System.Globalization;
using System.Text;

namespace PluginKd.Data.Generated;

/// <summary>A context-free grammar whose symbols carry a polarity and a domain; <c>reviews.grammar</c> says how it is written.</summary>
internal sealed class Grammar
{
    private readonly Dictionary<string, Alternative[]> _rules = [];

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
        foreach (var part in Draw(Find(symbol, isPositive ? '+' : '-', domain), random))
        {
            if (part[0] == '{') Append(text, part.Trim('{', '~', '}'), isPositive != (part[1] == '~'), domain, random);
            else text.Append(text.Length == 0 ? "" : " ").Append(part);
        }
    }

    private Alternative[] Find(string symbol, char sign, string domain) =>
        _rules.GetValueOrDefault($"{symbol}{sign}@{domain}") ?? _rules.GetValueOrDefault($"{symbol}@{domain}")
        ?? _rules.GetValueOrDefault($"{symbol}{sign}") ?? _rules[symbol];

    private static string[] Draw(Alternative[] alternatives, SeededRandom random)
    {
        var ticket = random.Next(alternatives.Sum(a => a.Weight));
        var drawn = 0;
        while (ticket >= alternatives[drawn].Weight) ticket -= alternatives[drawn++].Weight;
        return alternatives[drawn].Parts;
    }

    private sealed record Alternative(int Weight, string[] Parts)
    {
        public static Alternative Read(string text)
        {
            var star = text.IndexOf('*', StringComparison.Ordinal);
            var weight = star < 0 ? 1 : int.Parse(text[..star], CultureInfo.InvariantCulture);
            return new(weight, text[(star + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
