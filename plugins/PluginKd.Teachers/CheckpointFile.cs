using System.Text.Json;

namespace PluginKd.Teachers;

/// <summary>A safetensors file with the weights of one network.</summary>
internal sealed class CheckpointFile : IDisposable
{
    // What the host writes beside the weights.
    private const string ModelKey = "pluginkd.model";
    private const string SettingsKey = "pluginkd.settings";
    private const string ClassesKey = "pluginkd.classes";
    private const string Count = ".num_batches_tracked";

    private readonly string _prefix;
    private readonly SafeTensors _file;

    private CheckpointFile(string path, string prefix, SafeTensors file) => (Path, _prefix, _file) = (path, prefix, file);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Id of the model and its settings as JSON, when PluginKd wrote the file; both are empty where it knew of none.</summary>
    public (string Id, string Settings)? Model =>
        _file.Metadata.TryGetValue(ModelKey, out var id) ? (id, _file.Metadata.GetValueOrDefault(SettingsKey, "")) : null;

    /// <summary>What the network said of itself, when PluginKd wrote the file; else null.</summary>
    public IReadOnlyDictionary<string, string>? Saved => _file.Metadata.ContainsKey(ModelKey) ? _file.Metadata : null;

    /// <summary>Opens a file and checks its header.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="prefix">What stands before the names.</param>
    /// <exception cref="UserErrorException">There is no such file, or it is none of safetensors.</exception>
    public static CheckpointFile Open(string path, string prefix)
    {
        if (!File.Exists(path))
            throw new UserErrorException(Directory.Exists(path) ? $"'{path}' is a folder" : $"there is no file '{path}'", "a safetensors file there", "teacher.path",
                "correct the path; it starts from the folder of the pipeline file");
        try
        {
            return new(path, prefix, SafeTensors.Open(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"the file cannot be read: {problem.Message}", "a whole safetensors file", path,
                "copy or download it again; convert other formats, such as .pth, to safetensors first", problem);
        }
    }

    /// <summary>Makes the network of a model and puts the weights into it; it is frozen and in evaluation mode.</summary>
    /// <param name="model">Made with the settings that the weights were made with.</param>
    /// <param name="context">Data and seed.</param>
    /// <exception cref="UserErrorException">Classes, names or shapes are others.</exception>
    public Network Obtain(IModel model, TeacherContext context)
    {
        CheckClasses(context.Data.Classes);
        context.Stage.SeedTensors("initial-weights");
        var examples = context.Data.Splits.FirstOrDefault(split => split.Role == SplitRole.Train) ?? context.Data.Splits[0];
        var network = model.Create(new ModelRequest(examples.Inputs, context.Data.Classes.Count, Saved));
        Load(network);
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        network.eval();
        return network;
    }

    // The outputs of a network that PluginKd wrote mean the same classes.
    private void CheckClasses(IReadOnlyList<string> classes)
    {
        if (!_file.Metadata.TryGetValue(ClassesKey, out var text)) return;
        var written = JsonSerializer.Deserialize<string[]>(text) ?? [];
        if (!written.SequenceEqual(classes))
            throw new UserErrorException($"the file is of a network for the classes {string.Join(", ", written)}", $"{string.Join(", ", classes)}, as the data have, in this order",
                Path, "use the data that the network was trained on, or another file");
    }

    private void Load(nn.Module network)
    {
        var wanted = network.state_dict();
        var given = _file.Names.Where(name => name.StartsWith(_prefix, StringComparison.Ordinal)).ToHashSet();
        CheckpointNames.Check(Path, _prefix, wanted.ToDictionary(w => w.Key, w => (IReadOnlyList<long>)w.Value.shape),
            given.ToDictionary(name => name[_prefix.Length..], name => _file.Entry(name).Shape), _file.Names, name => name.EndsWith(Count, StringComparison.Ordinal));
        using var quiet = no_grad();
        foreach (var (name, tensor) in wanted.Where(w => given.Contains(_prefix + w.Key)))
        {
            using var read = _file.Read(_prefix + name);
            tensor.copy_(read);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
