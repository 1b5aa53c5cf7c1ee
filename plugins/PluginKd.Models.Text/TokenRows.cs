namespace PluginKd.Models.Text;

/// <summary>Brings texts of different lengths into one tensor; 0 is padding.</summary>
internal static class TokenRows
{
    /// <summary>Stacks rows of numbers.</summary>
    /// <param name="rows">N rows.</param>
    /// <param name="extra">Padding behind the longest row too.</param>
    /// <returns>int64 [N, T], T at least 1.</returns>
    public static Tensor Stack(IReadOnlyList<long[]> rows, int extra = 0)
    {
        var width = Math.Max(1, rows.Max(row => row.Length) + extra);
        var numbers = new long[rows.Count * width];
        for (var i = 0; i < rows.Count; i++) rows[i].CopyTo(numbers, i * width);
        return tensor(numbers).reshape(rows.Count, width);
    }

    /// <summary>Gets the texts, or says that these are none.</summary>
    public static IReadOnlyList<string> TextsOf(Inputs inputs, string model) => inputs is TextInputs text ? text.Texts
        : throw new UserErrorException($"model '{model}' was given {inputs.Modality} inputs", "texts", $"model '{model}'",
            "use a data source of texts, or a model for numbers");
}
