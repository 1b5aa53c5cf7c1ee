namespace PluginKd.Teachers;

/// <summary>Reads one teacher from a safetensors file: nothing is trained.</summary>
/// <remarks>
/// The teacher is named <c>teacher</c>, frozen and in evaluation mode. Every weight and buffer of the model must be in the file, with its shape, and
/// nothing else; only counts of batches that batch norm saw (<c>num_batches_tracked</c>) may be missing, as nothing reads them. Numbers of another
/// type are converted. A network that PluginKd wrote brings its vocabulary or shapes with it. There is no paper to depart from.
/// </remarks>
/// <param name="settings">Model and file.</param>
[KdPlugin("checkpoint", Settings = typeof(CheckpointTeacherSettings))]
public sealed class CheckpointTeacher(CheckpointTeacherSettings settings) : ITeacher
{
    private const string Name = "teacher";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } =
        new Dictionary<string, IReadOnlyList<string>> { [Name] = settings.Model.Signals };

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        context.Stage.Cancellation.ThrowIfCancellationRequested();
        using var file = CheckpointFile.Open(context.Stage.PathOf(settings.Path), settings.Prefix);
        return new Dictionary<string, Network> { [Name] = file.Obtain(settings.Model, context) };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) => settings.Model.Create(request);
}
