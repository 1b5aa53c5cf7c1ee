namespace PluginKd.Teachers;

/// <summary>Holds the tensors of a file against those of a network, and says what to do where they differ.</summary>
internal static class CheckpointNames
{
    /// <summary>Finds the first difference: a missing tensor, one of another shape, one too many.</summary>
    /// <param name="path">The file.</param>
    /// <param name="prefix">What was taken off the names.</param>
    /// <param name="wanted">Shapes of the network's tensors.</param>
    /// <param name="given">Shapes of the file's tensors, names without the prefix.</param>
    /// <param name="all">All names in the file.</param>
    /// <param name="isOptional">Whether a tensor may be missing.</param>
    /// <exception cref="UserErrorException">They differ.</exception>
    public static void Check(string path, string prefix, Dictionary<string, IReadOnlyList<long>> wanted, Dictionary<string, IReadOnlyList<long>> given,
        IReadOnlyList<string> all, Func<string, bool> isOptional)
    {
        string[] missing = [.. wanted.Keys.Where(name => !given.ContainsKey(name) && !isOptional(name))];
        string[] unexpected = [.. given.Keys.Where(name => !wanted.ContainsKey(name))];
        if (missing.Length > 0)
            throw new UserErrorException($"the file has no tensor '{prefix}{missing[0]}'{More(missing)}", $"{Show(wanted[missing[0]])}, one of {wanted.Count} tensors of the model",
                path, Advice(prefix, missing[0], unexpected, all));
        foreach (var (name, shape) in wanted.Where(w => given.ContainsKey(w.Key)))
        {
            if (!shape.SequenceEqual(given[name]))
                throw new UserErrorException($"'{prefix}{name}' is {Show(given[name])} in the file", $"{Show(shape)}, as the model has it", path,
                    "give the model the settings, and the data the classes, that the file was made with");
        }

        if (unexpected.Length > 0)
            throw new UserErrorException($"the file has a tensor '{prefix}{unexpected[0]}' that the model has not{More(unexpected)}",
                $"the {wanted.Count} tensors of the model only", path,
                $"check the settings of the model, such as its depth; the nearest name in the model is '{Nearest(unexpected[0], wanted.Keys)}'");
    }

    private static string Advice(string prefix, string missing, string[] unexpected, IReadOnlyList<string> all)
    {
        if (all.FirstOrDefault(name => name != prefix + missing && name.EndsWith("." + missing, StringComparison.Ordinal)) is { } longer)
            return $"set teacher.prefix to '{longer[..^missing.Length]}'";
        return unexpected.Length > 0 ? $"check the settings of the model; the nearest name that the model does not know is '{Nearest(missing, unexpected)}'"
            : "check the settings of the model, such as its depth";
    }

    // What two names share from the front and from behind: weights of layers differ in the middle.
    private static string Nearest(string name, IEnumerable<string> names) =>
        names.OrderByDescending(other => name.Zip(other).TakeWhile(Same).Count() + name.Reverse().Zip(other.Reverse()).TakeWhile(Same).Count())
            .ThenBy(other => other, StringComparer.Ordinal).First();

    private static bool Same((char, char) pair) => pair.Item1 == pair.Item2;

    private static string More(string[] names) => names.Length == 1 ? "" : $", and {names.Length - 1} more are so";

    private static string Show(IReadOnlyList<long> shape) => $"[{string.Join(", ", shape)}]";
}
