using System.Globalization;

namespace PluginKd.Teachers;

/// <summary>Reads logits from a text file whose first line names the classes, in any order, and the column of the keys.</summary>
internal static class LogitTextFile
{
    private static readonly string[] Keys = ["id", "text"];

    /// <summary>Reads and checks every line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Name of the column with the keys; null where there is none.</param>
    /// <param name="classes">Names of the C classes.</param>
    public static LogitRows Read(DataFile file, string? key, IReadOnlyList<string> classes)
    {
        var (values, keys, lines) = (new List<float>(), new List<string>(), new List<int>());
        int[]? columns = null;
        var keyColumn = -1;
        foreach (var (fields, line) in new DelimitedText(file).Read())
        {
            var where = $"{file.Path}:{line}";
            if (columns is null)
            {
                CheckHeader(fields, key, classes, where);
                (columns, keyColumn) = ([.. classes.Select(name => Array.IndexOf(fields, name))], key is null ? -1 : Array.IndexOf(fields, key));
                continue;
            }

            var wanted = columns.Length + (key is null ? 0 : 1);
            if (fields.Length != wanted)
                throw new UserErrorException($"the line has {fields.Length} columns", $"{wanted}, as the first line", where, "mend the line");
            if (key is not null) keys.Add(fields[keyColumn]);
            foreach (var (column, name) in columns.Zip(classes)) values.Add(Number(fields[column], name, where));
            lines.Add(line);
        }

        if (lines.Count == 0) throw new UserErrorException("the file has no rows", "the names of the classes in the first line and a row for each example", file.Path, "compute the logits again");
        return new LogitRows(file.Path, [.. values], key is null ? null : keys, lines.Count, row => $"{file.Path}:{lines[row]}").Checked();
    }

    private static void CheckHeader(string[] fields, string? key, IReadOnlyList<string> classes, string where)
    {
        string[] wanted = key is null ? [.. classes] : [key, .. classes];
        if (wanted.Distinct().Count() < wanted.Length)
            throw new UserErrorException($"a class is called '{key}', like the column of the keys", "different names", where, "use \"by\": \"order\"");
        foreach (var (name, found) in wanted.Except(fields).Select(name => (name, "has no column"))
            .Concat(fields.Except(wanted).Select(name => (name, "has a column")))
            .Concat(fields.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => (same.Key, "twice has a column"))))
        {
            throw new UserErrorException($"the first line {found} '{name}'", $"the columns {string.Join(", ", wanted)}, once each, in any order", where,
                "name the columns there; classes are called as the data call them" + HintAt(fields, key));
        }
    }

    private static string HintAt(string[] fields, string? key) => Keys.FirstOrDefault(name => name != key && fields.Contains(name)) is { } column
        ? $"; where the column '{column}' says which example a row is for, write \"by\": \"{column}\""
        : key is not null ? $"; where no column says which example a row is for, write \"by\": \"order\"" : "";

    private static float Number(string field, string name, string where) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw new UserErrorException($"'{field}' is no number", $"the logit of class '{name}', such as -1.25", where, "mend the field");
}
