namespace PluginKd.Sdk.Testing;

/// <summary>Looks at what a plugin remembers from step to step: whether it goes on elsewhere, and who owns it.</summary>
internal static class StateCheck
{
    private const int Middle = Remembering.Steps / 2;

    /// <summary>Stopped after any number of steps, a new instance with the saved state gives the same bits as one that was not stopped.</summary>
    public static void GoesOn(Func<Remembering> make)
    {
        for (var at = 0; at <= Remembering.Steps; at++)
        {
            using var scope = NewDisposeScope();
            using Remembering whole = make(), stopped = make(), next = make();
            whole.Go(0, at);
            stopped.Go(0, at);
            var state = stopped.Save();
            if (Try(() => next.Load(state), () => next.Go(at), out var gave) is { } problem)
                Verdict.Fail($"in a new instance with the state after {at} of {Remembering.Steps} steps: {problem}");
            if (gave!.DifferenceFrom(whole.Go(at)) is { } found)
                Verdict.Fail($"{found} in a new instance with the state after {at} of {Remembering.Steps} steps");
        }
    }

    /// <summary>Saving changes nothing that follows, and what was given to load may be changed and disposed afterwards.</summary>
    public static void Owns(Func<Remembering> make)
    {
        using var scope = NewDisposeScope();
        using Remembering whole = make(), saved = make(), loaded = make(), alone = make();
        whole.Go(0, Middle);
        saved.Go(0, Middle);
        IReadOnlyDictionary<string, Tensor> state = saved.Save(), given = saved.Save();
        if (saved.Go(Middle).DifferenceFrom(whole.Go(Middle)) is { } found) Verdict.Fail($"{found} after SaveState was called");
        loaded.Load(state);
        if (Try(() => alone.Load(given), () => Spoilt(alone, given), out var gave) is { } problem)
            Verdict.Fail($"after the tensors given to LoadState were changed and disposed: {problem}");
        if (gave!.DifferenceFrom(loaded.Go(Middle)) is { } other) Verdict.Fail($"{other} after the tensors given to LoadState were changed");
    }

    private static Fingerprint Spoilt(Remembering memory, IReadOnlyDictionary<string, Tensor> given)
    {
        using (no_grad())
        {
            foreach (var tensor in given.Values)
            {
                if (tensor.dtype == ScalarType.Bool) tensor.logical_not_();
                else tensor.add_(1);
                tensor.Dispose();
            }
        }

        return memory.Go(Middle);
    }

    private static string? Try(Action load, Func<Fingerprint> go, out Fingerprint? gave)
    {
        gave = null;
        try
        {
            load();
            gave = go();
            return null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return ConformanceRun.Describe(problem);
        }
    }
}
