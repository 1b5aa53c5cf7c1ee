namespace PluginKd.Data.Generated;

/// <summary>Draws a hypothesis, and a premise that entails it, leaves it open, or contradicts it.</summary>
/// <remarks>
/// The hypothesis is drawn before the label is looked at, so that it alone tells nothing. Somebody is one and the same in both sentences, so a quality or a more special noun in the
/// premise entails the hypothesis without it. "Is not doing it" entails "is not doing it here", not the other way round; doing one of two opposites entails not doing the other.
/// </remarks>
/// <param name="words">Words of the domain.</param>
/// <param name="negated">Share of hypotheses with "not".</param>
internal sealed class SceneRules(SceneWords words, double negated)
{
    /// <summary>Label of a premise that entails the hypothesis.</summary>
    public const int Entailment = 0;

    /// <summary>Label of a premise that leaves it open.</summary>
    public const int Neutral = 1;

    /// <summary>Label of a premise that contradicts it.</summary>
    public const int Contradiction = 2;

    /// <summary>Names of the labels.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["entailment", "neutral", "contradiction"];

    /// <summary>Draws a hypothesis with some detail that a premise can leave out.</summary>
    public Scene Hypothesis(SeededRandom random)
    {
        while (true)
        {
            var scene = new Scene(Maybe(random, SceneWords.Qualities.Length), Maybe(random, words.Persons.Length), random.NextDouble() < negated,
                random.Next(words.Actions.Length), Maybe(random, words.Places.Length));
            if (scene.Quality >= 0 || scene.Person >= 0) return scene;
        }
    }

    /// <summary>Draws a premise.</summary>
    /// <param name="hypothesis">What it is held against.</param>
    /// <param name="label">How it stands to it.</param>
    /// <param name="random">Decides among the ways there are.</param>
    public Scene Premise(Scene hypothesis, int label, SeededRandom random)
    {
        var same = Special(hypothesis, random);
        var says = label == Contradiction ? Denied(same, random) : Implied(same, random);
        return label == Neutral ? WithoutDetail(says, hypothesis, random) : says;
    }

    // More is said of the person than in the hypothesis, never something else.
    private Scene Special(Scene scene, SeededRandom random) => scene with
    {
        Quality = scene.Quality >= 0 ? scene.Quality : Maybe(random, SceneWords.Qualities.Length),
        Person = scene.Person >= 0 ? scene.Person : Maybe(random, words.Persons.Length),
    };

    private Scene Implied(Scene scene, SeededRandom random) =>
        !scene.IsNegated ? scene with { Place = Somewhere(scene.Place, random) }
        : random.Next(2) == 0 ? scene with { Place = random.Next(2) == 0 ? scene.Place : -1 }
        : scene with { IsNegated = false, Action = scene.Opposite, Place = Somewhere(scene.Place, random) };

    private Scene Denied(Scene scene, SeededRandom random) =>
        scene.IsNegated ? scene with { IsNegated = false, Place = Somewhere(scene.Place, random) }
        : random.Next(2) == 0 ? scene with { IsNegated = true, Place = random.Next(2) == 0 ? scene.Place : -1 }
        : scene with { Action = scene.Opposite, Place = Somewhere(scene.Place, random) };

    private int Somewhere(int place, SeededRandom random) => place >= 0 ? place : Maybe(random, words.Places.Length);

    // Of what the hypothesis says of the person, the premise says less: nobody knows whether it is the same one.
    private static Scene WithoutDetail(Scene scene, Scene hypothesis, SeededRandom random)
    {
        var dropsQuality = hypothesis.Quality >= 0 && (hypothesis.Person < 0 || random.Next(2) == 0);
        return dropsQuality ? scene with { Quality = -1 } : scene with { Person = -1 };
    }

    private static int Maybe(SeededRandom random, int count) => random.Next(2) == 0 ? -1 : random.Next(count);
}
