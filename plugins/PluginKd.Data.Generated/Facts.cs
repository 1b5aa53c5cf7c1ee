namespace PluginKd.Data.Generated;

/// <summary>What can be asked about a thing and told of it: the words of a question and of its answers have nothing in common but the thing.</summary>
internal static class Facts
{
    private static readonly string[] Things = ["kettle", "coat", "boat", "lamp", "chair", "clock", "drum", "ladder", "piano", "saddle", "tent", "violin", "wagon", "mirror", "basket", "bicycle"];

    private static readonly string[] Owners = ["anna", "ben", "clara", "david", "emma", "felix", "greta", "henry", "ida", "jonas", "karla", "leo", "maria", "nils", "olga", "paul"];

    private static readonly Topic[] Topics =
    [
        new(["what colour has", "how is painted"], ["looks", "is all"], ["red", "blue", "green", "black", "white", "yellow", "brown", "grey"]),
        new(["where stands", "in which room is"], ["was left in", "can be found in"], ["the kitchen", "the attic", "the cellar", "the hall", "the study", "the garage", "the bedroom", "the shed"]),
        new(["what is the price of", "how much costs"], ["goes for", "was sold at"], ["five pounds", "ten pounds", "twenty pounds", "forty pounds", "sixty pounds", "ninety pounds", "two pounds", "thirty pounds"]),
        new(["what is the material of", "of which stuff is"], ["consists of", "was cut from"], ["oak", "steel", "copper", "leather", "silk", "glass", "cork", "marble"]),
        new(["how old is", "what is the age of"], ["dates from", "was built"], ["last year", "a century ago", "the seventies", "three years back", "the old days", "last spring", "the war", "yesterday"]),
    ];

    /// <summary>Number of topics.</summary>
    public static int Count => Topics.Length;

    /// <summary>Draws a thing.</summary>
    public static string Thing(SeededRandom random) => $"the {random.Pick(SceneWords.Qualities)} {random.Pick(Things)} of {random.Pick(Owners)}";

    /// <summary>Asks about a thing.</summary>
    public static string Ask(int topic, string thing, SeededRandom random) => $"{random.Pick(Topics[topic].Asks)} {thing} ?";

    /// <summary>Tells something of a thing.</summary>
    public static string Tell(int topic, string thing, SeededRandom random) => $"{thing} {random.Pick(Topics[topic].Tells)} {random.Pick(Topics[topic].Values)} .";

    private sealed record Topic(string[] Asks, string[] Tells, string[] Values);
}
