using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginKd.Hosting;

/// <summary>The project's <c>kd.lock.json</c>: the plugins that may run here, by the hash of their content. Meant to be committed.</summary>
public sealed class PluginLock
{
    /// <summary>Name of the file, in the project's folder.</summary>
    public const string FileName = "kd.lock.json";

    /// <summary>Version of the file's format.</summary>
    internal const int Format = 1;

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal PluginLock(IEnumerable<PluginPin> plugins) => Plugins = [.. plugins.OrderBy(pin => pin.Id, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Pins nothing.</summary>
    public static PluginLock Empty { get; } = new([]);

    /// <summary>What is pinned, sorted by id.</summary>
    public IReadOnlyList<PluginPin> Plugins { get; }

    /// <summary>Reads the file of a project.</summary>
    /// <param name="projectFolder">Folder in which it lies.</param>
    /// <returns>An empty one when there is no file.</returns>
    /// <exception cref="UserErrorException">It is damaged, or says what this version does not know.</exception>
    public static PluginLock Read(string projectFolder)
    {
        var path = Path.Combine(projectFolder, FileName);
        return File.Exists(path) ? PluginLockReader.Parse(File.ReadAllBytes(path), path) : Empty;
    }

    /// <summary>Finds what is pinned of an id; upper and lower case are one, as in feeds.</summary>
    /// <param name="id">Id of a package.</param>
    public PluginPin? Find(string id) => Plugins.FirstOrDefault(pin => pin.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Pins a plugin in the place of any other version.</summary>
    /// <param name="pin">What may run.</param>
    public PluginLock With(PluginPin pin) => new(Without(pin.Id).Plugins.Append(pin));

    /// <summary>Unpins a plugin.</summary>
    /// <param name="id">Id of a package.</param>
    public PluginLock Without(string id) => new(Plugins.Where(pin => !pin.Id.Equals(id, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Writes the file; the same content gives the same bytes.</summary>
    /// <param name="projectFolder">Folder in which it lies.</param>
    public void Write(string projectFolder) => AtomicFile.Write(Path.Combine(projectFolder, FileName), ToText());

    /// <summary>Gives what is written.</summary>
    public string ToText()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Format);
            json.WriteStartArray("plugins");
            foreach (var pin in Plugins)
            {
                json.WriteStartObject();
                json.WriteString("id", pin.Id);
                json.WriteString("version", pin.Version);
                json.WriteString("source", pin.Source);
                json.WriteString("content-sha256", pin.Content);
                json.WriteString("manifest-sha256", pin.Manifest);
                json.WriteString("contract", pin.Contract);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
