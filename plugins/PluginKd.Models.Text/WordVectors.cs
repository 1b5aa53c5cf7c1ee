using System.Globalization;

namespace PluginKd.Models.Text;

/// <summary>First embeddings from a file of a word and its numbers a line, parted by blanks, as GloVe writes it; packed by gzip or not.</summary>
/// <remarks>A first line of two numbers, as word2vec writes it, is passed over. Only words of the vocabulary are kept; of a word that comes twice the first counts.</remarks>
internal static class WordVectors
{
    /// <summary>Brings the vectors of known words into a table.</summary>
    /// <param name="table">Embeddings [V, D]; rows of words that the file lacks stay.</param>
    /// <param name="vocabulary">Numbers of the words.</param>
    /// <param name="path">The file.</param>
    /// <param name="model">Name of the model, for messages.</param>
    /// <param name="setting">Setting that holds D.</param>
    /// <returns>Words found.</returns>
    /// <exception cref="UserErrorException">A line cannot be read, the vectors have another width, or no word is found.</exception>
    public static int CopyTo(Tensor table, Vocabulary vocabulary, string path, string model, string setting)
    {
        var (file, width, seen) = (DataFile.Find(path, $"vectors of model '{model}'"), (int)table.size(1), new HashSet<long>());
        using var quiet = no_grad();
        using var reader = new StreamReader(file.Open());
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            var parts = text.TrimEnd().Split(' ');
            if (parts.Length < 2 || (line == 1 && parts.Length == 2)) continue;
            if (parts.Length - 1 != width)
                throw new UserErrorException($"a vector has {parts.Length - 1} numbers", $"{width}, as {setting} says", $"{file.Path}:{line}", $"set {setting} of model '{model}' to the vectors' width, or mend the line");
            var number = vocabulary.Number(parts[0], -1);
            if (number < 0 || !seen.Add(number)) continue;
            using var scope = NewDisposeScope();
            table[number].copy_(tensor(Array.ConvertAll(parts[1..], part => Read(part, $"{file.Path}:{line}"))));
        }

        return seen.Count > 0 ? seen.Count : throw new UserErrorException("the file has no word of the training texts", "words in lower case, each with its numbers", file.Path, $"correct vectors of model '{model}'");
    }

    private static float Read(string part, string where) => float.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? number
        : throw new UserErrorException($"'{part}' is no number", "finite numbers behind the word", where, "mend the line");
}
