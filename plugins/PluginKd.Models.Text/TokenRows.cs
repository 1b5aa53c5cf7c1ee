namespace PluginKd.Models.Text;

/// <summary>Brings texts of different lengths into one tensor; 0 is padding.</summary>
internal static class TokenRows
{
    /// <summary>Stacks rows of numbers.</summary>
    /// <param name="rows">N rows.</param>
    /// <param name="model">Name of the model, for the message.</param>
    /// <param name="extra">Padding behind the longest row too.</param>
    /// <returns>int64 [N, T], T at least 1.</returns>
    /// <exception cref="UserErrorException">N × T is more than an array can hold, 16 GiB.</exception>
    public static Tensor Stack(IReadOnlyList<long[]> rows, string model, int extra = 0)
    {
        var width = WidthOf(rows.Count, rows.Max(row => row.Length), model, extra);
        var numbers = new long[rows.Count * width];
        for (var i = 0; i < rows.Count; i++) rows[i].CopyTo(numbers, i * width);
        return tensor(numbers).reshape(rows.Count, width);
    }

    /// <summary>Gives the width T of the tensor of N rows.</summary>
    public static long WidthOf(long count, long longest, string model, int extra) =>
        Math.Max(1, longest + extra) is var width && count * width <= Array.MaxLength ? width
            : throw new UserErrorException($"{count} texts, the longest of {longest} terms, make a table of {count * width} numbers",
                $"{Array.MaxLength} at most", $"model '{model}'", $"lower max-length of model '{model}', or cut the long texts");

    /// <summary>Gets the texts, or says that these are none.</summary>
    public static IReadOnlyList<string> TextsOf(Inputs inputs, string model) => inputs is TextInputs text ? text.Texts : throw inputs.NotTakenBy(model, Modality.Text);
}
