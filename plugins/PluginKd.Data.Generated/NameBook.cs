namespace PluginKd.Data.Generated;

/// <summary>Names that nobody bears, of four types, and a list of some of them with gaps and mistakes.</summary>
internal sealed class NameBook
{
    /// <summary>Words of the longest name.</summary>
    public const int LongestName = 3;

    private const int NamesOfType = 240;

    // Those who learn from names by heart shall meet others in the test.
    private const double KnownShare = 2 / 3.0;

    private static readonly string[] Starts = ["Bel", "Cor", "Dra", "Fen", "Gar", "Hol", "Jas", "Kel", "Lor", "Mar", "Nor", "Pel", "Quin", "Ros", "Sel", "Tor", "Ull", "Ver", "Wes", "Zan"];
    private static readonly string[] Middles = ["a", "an", "e", "el", "i", "o", "or", "u"];
    private static readonly string[] Ends = ["bar", "den", "dor", "fax", "lin", "low", "mond", "nik", "ra", "rick", "sen", "ton", "va", "win"];

    private readonly Dictionary<string, string[][]> _names = [];
    private readonly HashSet<string> _stems = [];
    private readonly Dictionary<string, string> _list = new(StringComparer.Ordinal);

    /// <summary>Draws the names and the list.</summary>
    public NameBook(GeneratedTagsSettings settings, StageContext context)
    {
        var (random, alone) = (context.Random("names"), new List<string>());
        foreach (var type in Types)
        {
            // Names of one word that another type has, each given to one more at most.
            var others = new Queue<string>(random.Shuffled(alone));
            var names = new Dictionary<string, string[]>();
            while (names.Count < NamesOfType)
            {
                var isShared = random.NextDouble() < settings.Ambiguity && others.Count > 0;
                string[] words = isShared ? [others.Dequeue()] : Form(type, NewStem(random), random);
                if (isShared) alone.Remove(words[0]);
                names.TryAdd(string.Join(' ', words), words);
            }

            _names[type] = [.. names.Values];
            alone.AddRange(names.Values.Where(words => words.Length == 1).Select(words => words[0]));
        }

        List(settings, context.Random("list"));
    }

    /// <summary>Types in the order of their tags.</summary>
    public static IReadOnlyList<string> Types { get; } = ["LOC", "MISC", "ORG", "PER"];

    /// <summary>Draws a name.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="all">Whether it may be one that training never has.</param>
    /// <param name="random">Decides.</param>
    public string[] Draw(string type, bool all, SeededRandom random) => _names[type][random.Next(all ? NamesOfType : (int)(KnownShare * NamesOfType))];

    /// <summary>Gives the type under which the list has a name, or null.</summary>
    public string? Find(string name) => _list.GetValueOrDefault(name);

    private void List(GeneratedTagsSettings settings, SeededRandom random)
    {
        foreach (var type in Types)
        {
            foreach (var name in _names[type].Select(words => string.Join(' ', words)))
            {
                var (isListed, isWrong) = (random.NextDouble() < settings.Coverage, random.NextDouble() < settings.Mistyped);
                var other = Types[(Types.ToList().IndexOf(type) + 1 + random.Next(Types.Count - 1)) % Types.Count];
                if (isListed) _list.TryAdd(name, isWrong ? other : type);
            }
        }
    }

    // No stem twice, so that no two types have a name by chance.
    private string NewStem(SeededRandom random)
    {
        while (true)
        {
            if (Stem(random) is var stem && _stems.Add(stem)) return stem;
        }
    }

    private static string Stem(SeededRandom random) => random.Pick(Starts) + random.Pick(Middles) + random.Pick(Ends);

    private static string[] Form(string type, string stem, SeededRandom random) => (type, random.Next(3)) switch
    {
        ("PER", 0 or 1) => [Stem(random), stem],
        ("LOC", 0) => [random.Pick(["New", "Port", "Upper", "Saint"]), stem],
        ("ORG", 0) => [stem, random.Pick(["Works", "Group", "Bank", "Lines"])],
        ("ORG", 1) => [stem, "and", random.Pick(["Sons", "Partners"])],
        ("MISC", 0) => [stem, random.Pick(["Cup", "Act", "Symphony"])],
        ("MISC", 1) => [stem + "ian"],
        _ => [stem],
    };
}
