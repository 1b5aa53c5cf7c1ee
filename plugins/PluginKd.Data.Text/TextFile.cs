using System.IO.Compression;
using System.Text;

namespace PluginKd.Data.Text;

/// <summary>Reads the lines of a UTF-8 file, packed by gzip or not, and cuts them at tabs.</summary>
/// <remarks>Quotes mean nothing here: reviews are full of them, and a reader of quoted CSV would swallow lines.</remarks>
/// <param name="Path">Absolute path of a file that is there.</param>
internal sealed record TextFile(string Path)
{
    /// <summary>Finds a file by its name, or by its name and <c>.gz</c>.</summary>
    public static TextFile Find(string path, string setting)
    {
        if (File.Exists(path)) return new(path);
        if (File.Exists(path + ".gz")) return new(path + ".gz");
        throw new UserErrorException($"there is no file '{path}'", "a file there, or one with .gz behind its name", $"data.{setting}",
            "correct data.path or the name; both start from the folder of the pipeline file");
    }

    /// <summary>Gives the columns of each line that is not blank, and where the line stands.</summary>
    public IEnumerable<(string[] Fields, string Where)> Read(bool header)
    {
        using var reader = Open();
        for (var line = 1; NextLine(reader, line) is { } text; line++)
        {
            if (text.Length > 0 && !(header && line == 1)) yield return (text.Split('\t'), $"{Path}:{line}");
        }
    }

    private string? NextLine(StreamReader reader, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new UserErrorException("the file holds bytes that are not UTF-8", "UTF-8", $"{Path}:{line} or soon after",
                "convert the file to UTF-8");
        }
        catch (InvalidDataException problem)
        {
            throw new UserErrorException($"the file cannot be unpacked: {problem.Message}", "a sound gzip file", $"{Path}:{line} or soon after",
                "fetch the file again");
        }
    }

    private StreamReader Open()
    {
        var file = File.OpenRead(Path);
        // The first bytes tell, not the name: files are renamed.
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        Stream text = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        return new StreamReader(text, new UTF8Encoding(false, throwOnInvalidBytes: true));
    }
}
