using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Resources;

namespace TestPlugins.Speaks;

/// <summary>Settings of <see cref="Speaks"/>.</summary>
public sealed record SpeaksSettings
{
    /// <summary>Language of its words, such as <c>de</c>.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>Says a word in a language.</summary>
[KdPlugin("speaks", Settings = typeof(SpeaksSettings))]
[SuppressMessage("Usage", "RS0030", Justification = "The tests read what it says.")]
public sealed class Speaks(SpeaksSettings settings) : IEvaluator
{
    private static readonly ResourceManager Words = new("TestPlugins.Speaks.Words", typeof(Speaks).Assembly);

    public Measurement Measure(EvaluationContext context)
    {
        Console.WriteLine(Words.GetString("Greeting", CultureInfo.GetCultureInfo(settings.Language)));
        return new Measurement([], []);
    }
}
