namespace PluginKd.Sdk.Testing;

/// <summary>Looks at a network that a plugin makes again from what the first one saved.</summary>
internal static class MadeAgain
{
    /// <summary>It must have the same parameters and buffers, take the stored ones, and answer with the same bits.</summary>
    /// <param name="what">Which network, for the person.</param>
    /// <param name="network">The one that was trained.</param>
    /// <param name="create">Makes it again.</param>
    /// <param name="examples">Inputs to answer to, with C classes.</param>
    /// <param name="signals">What to answer with.</param>
    /// <param name="stage">Where to answer.</param>
    public static void Look(string what, Network network, Func<ModelRequest, Network> create, (Split Inputs, int Classes) examples, IReadOnlyList<string> signals, StageContext stage)
    {
        using var again = create(new ModelRequest(new UnseenInputs(), examples.Classes, network.Saved));
        var (stored, made) = (network.state_dict(), again.state_dict());
        if (stored.Keys.Except(made.Keys).FirstOrDefault() is { } missing) Verdict.Fail($"{what} made again lacks '{missing}'");
        if (made.Keys.Except(stored.Keys).FirstOrDefault() is { } further) Verdict.Fail($"{what} made again has '{further}', and the one that was trained has not");
        foreach (var (name, value) in made)
        {
            if (!value.shape.AsSpan().SequenceEqual(stored[name].shape))
                Verdict.Fail($"'{name}' of {what} made again is [{string.Join(", ", value.shape)}], trained it is [{string.Join(", ", stored[name].shape)}]");
        }

        again.load_state_dict(stored);
        again.eval();
        if (Answer(again, examples.Inputs, signals, stage).DifferenceFrom(Answer(network, examples.Inputs, signals, stage)) is { } found)
            Verdict.Fail($"{found} when {what} is made again");
    }

    private static Fingerprint Answer(Network network, Split examples, IReadOnlyList<string> signals, StageContext stage)
    {
        var answer = new Fingerprint();
        foreach (var (name, value) in Inference.Collect(network, examples.Inputs, signals, stage)) answer.Add($"'{name}'", value);
        return answer;
    }
}
