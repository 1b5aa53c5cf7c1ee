using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace PluginKd.Teachers;

/// <summary>Reads logits from arrays: NumPy's .npy files, and the tensor <c>logits</c> of safetensors files, with <c>ids</c> beside it.</summary>
internal static partial class LogitArrayFile
{
    private const string Advice = "write it with numpy.save or safetensors, float32, one row for each example";
    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

    /// <summary>Whether a file begins as NumPy's do.</summary>
    public static bool IsNpy(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> first = stackalloc byte[6];
        return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(Magic);
    }

    /// <summary>Reads an .npy file of format 1 or 2: float32 or float64, little-endian, [N, C].</summary>
    public static LogitRows ReadNpy(string path, int classes)
    {
        var bytes = File.ReadAllBytes(path);
        var (start, header) = Header(bytes) is { } found ? found : throw Wrong("the header of the .npy file ends too early", path);
        var (type, shape) = (Descr().Match(header).Groups[1].Value, Shape().Match(header).Groups[1].Value);
        if (type is not ("<f4" or "<f8")) throw Wrong($"the numbers are of type '{type}'", path);
        if (header.Contains("'fortran_order': True", StringComparison.Ordinal)) throw Wrong("the array lies column by column (fortran_order)", path);
        long[] sides = [.. shape.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(side => int.TryParse(side, CultureInfo.InvariantCulture, out var length) ? length : throw Wrong($"the shape is ({shape})", path))];
        CheckShape(sides, classes, path);
        var size = type == "<f4" ? sizeof(float) : sizeof(double);
        if (bytes.Length - start != sides[0] * sides[1] * size) throw Wrong($"{bytes.Length - start} bytes follow the header, and {sides[0] * sides[1] * size} belong there", path);
        var data = bytes.AsSpan(start);
        float[] values = type == "<f4" ? [.. MemoryMarshal.Cast<byte, float>(data)] : Array.ConvertAll(MemoryMarshal.Cast<byte, double>(data).ToArray(), value => (float)value);
        return new LogitRows(path, values, null, (int)sides[0], row => $"{path}, row {row}").Checked();
    }

    /// <summary>Reads a safetensors file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hasIds">Whether rows are found by the tensor <c>ids</c>, int64 [N].</param>
    /// <param name="classes">Number of classes, C.</param>
    public static LogitRows ReadSafeTensors(string path, bool hasIds, int classes)
    {
        using var file = Open(path);
        using var logits = Tensor(file, "logits", path);
        CheckShape(logits.shape, classes, path);
        List<string>? keys = null;
        if (hasIds)
        {
            using var ids = Tensor(file, "ids", path);
            if (ids.dtype != int64 || ids.dim() != 1 || ids.size(0) != logits.size(0))
                throw Wrong($"'ids' is {ids.dtype} [{string.Join(", ", ids.shape)}], and there are {logits.size(0)} rows", path);
            keys = [.. ids.data<long>().ToArray().Select(id => id.ToString(CultureInfo.InvariantCulture))];
        }

        using var plain = logits.to(float32).contiguous();
        return new LogitRows(path, plain.data<float>().ToArray(), keys, (int)logits.size(0), row => $"{path}, row {row}").Checked();
    }

    private static (int Start, string Text)? Header(byte[] bytes)
    {
        if (bytes.Length < 12) return null;
        var (length, at) = bytes[6] == 1 ? (BitConverter.ToUInt16(bytes, 8), 10) : (BitConverter.ToInt32(bytes, 8), 12);
        return length >= 0 && length <= bytes.Length - at ? (at + length, Encoding.Latin1.GetString(bytes, at, length)) : null;
    }

    private static SafeTensors Open(string path)
    {
        try
        {
            return SafeTensors.Open(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"the file cannot be read: {problem.Message}", "a whole safetensors file", path, "write or copy it again", problem);
        }
    }

    private static Tensor Tensor(SafeTensors file, string name, string path) => file.Names.Contains(name) ? file.Read(name)
        : throw Wrong($"the file has no tensor '{name}', only {string.Join(", ", file.Names)}", path);

    private static void CheckShape(IReadOnlyList<long> shape, int classes, string path)
    {
        if (shape.Count != 2 || shape[0] == 0 || shape[1] != classes) throw Wrong($"the logits are [{string.Join(", ", shape)}]", path, $"[N, {classes}], a column for each class in the order of the data");
    }

    private static UserErrorException Wrong(string found, string path, string expected = "float32 or float64 [N, C], row by row, little-endian") => new(found, expected, path, Advice);

    [GeneratedRegex(@"'descr':\s*'([^']*)'")]
    private static partial Regex Descr();

    [GeneratedRegex(@"'shape':\s*\(([\d, ]*)\)")]
    private static partial Regex Shape();
}
