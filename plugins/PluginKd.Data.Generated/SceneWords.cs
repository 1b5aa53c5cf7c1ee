namespace PluginKd.Data.Generated;

/// <summary>Words of a domain, and how a scene becomes a sentence.</summary>
/// <param name="Name">Name of the domain.</param>
/// <param name="General">Noun that stands for all others.</param>
/// <param name="Persons">Nouns.</param>
/// <param name="Actions">Actions; 2k and 2k + 1 exclude each other.</param>
/// <param name="Places">Places.</param>
internal sealed record SceneWords(string Name, string General, string[] Persons, string[] Actions, string[] Places)
{
    /// <summary>Adjectives of all domains.</summary>
    public static string[] Qualities { get; } = ["old", "young", "tall", "small", "cheerful", "quiet", "busy", "famous"];

    /// <summary>The domains.</summary>
    public static SceneWords[] All { get; } =
    [
        new("town", "person", ["baker", "teacher", "judge", "waiter", "doctor", "singer"],
            ["sleeping", "dancing", "buying bread", "selling bread", "sitting down", "standing up", "whispering", "shouting", "opening a shop", "closing a shop", "losing a hat", "finding a hat"],
            ["in the square", "at the station", "in the library", "on the bridge", "in the hotel", "near the church"]),
        new("farm", "animal", ["horse", "goose", "goat", "dog", "cow", "pig"],
            ["sleeping", "running", "eating hay", "refusing hay", "lying down", "standing up", "entering a barn", "leaving a barn", "chasing a cat", "ignoring a cat", "getting wet", "staying dry"],
            ["behind the barn", "in the yard", "on the hill", "by the pond", "in the orchard", "near the fence"]),
        new("harbour", "sailor", ["captain", "cook", "pilot", "carpenter", "diver", "steward"],
            ["sleeping", "rowing", "raising a sail", "lowering a sail", "tying a rope", "cutting a rope", "boarding a ship", "leaving a ship", "singing", "keeping silent", "catching fish", "feeding fish"],
            ["on the pier", "in the cabin", "on the deck", "below the mast", "by the lighthouse", "in the dock"]),
    ];

    /// <summary>Writes a sentence.</summary>
    public string Write(Scene scene) => string.Join(' ', new[]
    {
        "the", scene.Quality < 0 ? "" : Qualities[scene.Quality], scene.Person < 0 ? General : Persons[scene.Person], scene.IsNegated ? "is not" : "is", Actions[scene.Action],
        scene.Place < 0 ? "" : Places[scene.Place],
    }.Where(word => word.Length > 0));
}
