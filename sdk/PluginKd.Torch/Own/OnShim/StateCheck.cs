using System.Globalization;
using TorchSharp.Modules;

namespace PluginKd.Torch;

/// <summary>Whether a saved state fits an optimiser; looked at as a whole before any of it is taken over.</summary>
internal static class StateCheck
{
    private static readonly (string Name, StateParts Part)[] s_parts =
        [("first", StateParts.First), ("second", StateParts.Second), ("largest", StateParts.Largest)];

    /// <summary>Throws where it does not fit.</summary>
    public static void Run(torch.optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> saved)
    {
        var at = 0;
        foreach (var group in optimizer.Groups)
        {
            // What was put into a group after the optimiser took it in has no state.
            for (var i = 0; i < group.States.Length; i++)
                Look(optimizer, group, group.List[i], Number(at++), saved);
        }

        if (saved.ContainsKey(Number(at) + "step"))
            throw Refused($"the saved state has '{Number(at)}step'; it is of an optimiser over more than {at} parameters");
        if (optimizer is not LBFGS && saved.Keys.FirstOrDefault(key => key.StartsWith("lbfgs.", StringComparison.Ordinal)) is { } own)
            throw Refused($"the saved state has '{own}'; it is of LBFGS, not of {optimizer.GetType().Name}");
        optimizer.Check(saved);
    }

    private static void Look(
        torch.optim.Optimizer optimizer, ParamGroup group, Parameter parameter, string key, IReadOnlyDictionary<string, Tensor> saved)
    {
        if (!saved.TryGetValue(key + "step", out var steps))
            throw Refused($"the saved state has no '{key}step'; it is of an optimiser over fewer parameters");
        if (steps.numel() != 1)
            throw Refused($"'{key}step' is {steps.Summary()}, and one number is needed");
        var kind = optimizer.GetType().Name;
        var needed = steps.ToInt64() > 0 ? optimizer.Needs(group) : StateParts.None;
        foreach (var (name, part) in s_parts)
        {
            if (!saved.TryGetValue(key + name, out var found))
            {
                if (needed.HasFlag(part))
                    throw Refused($"the saved state has no '{key}{name}', which {kind} needs; it is of another optimiser or of other settings");
                continue;
            }

            if (!optimizer.Knows.HasFlag(part))
                throw Refused($"the saved state has '{key}{name}', which {kind} does not remember; it is of another optimiser");
            if (found.dtype != parameter.dtype || !found.shape.AsSpan().SequenceEqual(parameter.shape))
                throw Refused($"'{key}{name}' is {found.Summary()}, and the parameter {parameter.Summary()}; it is of an optimiser over others");
        }
    }

    private static string Number(int at) => at.ToString(CultureInfo.InvariantCulture) + ".";

    private static ArgumentException Refused(string message) => new(message);
}
