using System.Reflection;

namespace PluginKd.Teachers;

/// <summary>Takes the student of an earlier run as the teacher: nothing is trained.</summary>
/// <remarks>
/// The teacher is named <c>teacher</c>, frozen, and offers the signals of its model. The file says which model and classes it is of; another model,
/// or other classes, are refused with what to write instead. Source: Furlanello et al. (2018), Born-Again Neural Networks, arXiv:1805.04770: chains of
/// students. Departures: one run is one generation.
/// </remarks>
/// <param name="settings">Run and model.</param>
[KdPlugin("previous", Settings = typeof(PreviousTeacherSettings))]
public sealed class PreviousTeacher(PreviousTeacherSettings settings) : ITeacher
{
    private const string Name = "teacher";
    private const int MostListed = 5;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>> { [Name] = settings.Model.Signals };

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        context.Stage.Cancellation.ThrowIfCancellationRequested();
        var folder = context.Stage.PathOf(settings.Run);
        if (!Directory.Exists(folder))
            throw new UserErrorException($"there is no run folder '{folder}'", $"the folder of a run{Others(folder, context.Stage)}", "teacher.run", "correct the path; it starts from the folder of the pipeline file");
        using var file = CheckpointFile.Open(Path.Combine(folder, settings.File), "");
        RequireModel(file);
        return new Dictionary<string, Network> { [Name] = file.Obtain(settings.Model, context) };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) => settings.Model.Create(request);

    private void RequireModel(CheckpointFile file)
    {
        var mine = settings.Model.GetType().GetCustomAttribute<KdPluginAttribute>()?.Id;
        var (written, how) = file.Model ?? throw new UserErrorException("the file is of no run: it does not say which model it is of", "a network that dotnet kd run wrote", file.Path,
            "use the teacher 'checkpoint' for other files");
        if (written.Length == 0)
            throw new UserErrorException("the network is of no single model, such as an ensemble", "a student", file.Path, "name another file of the run");
        if (mine is not null && mine != written)
            throw new UserErrorException($"the network is of the model '{written}'", $"'{mine}', as teacher.model has it", file.Path, $"write \"model\": {how}");
    }

    private string Others(string folder, StageContext stage) =>
        (Listed(Path.GetDirectoryName(folder)) is { } beside ? $"; beside it are {beside}" : null)
        ?? (Listed(stage.PathOf(".kd/runs")) is { } runs ? $"; in .kd/runs are {runs}" : "; there are no runs beside it or in .kd/runs");

    // A folder with a network is a run; others, such as the host's own, are none.
    private string? Listed(string? folder)
    {
        if (!Directory.Exists(folder)) return null;
        List<string> names = [.. Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, settings.File))).Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.')).OrderDescending(StringComparer.Ordinal)];
        return names.Count == 0 ? null : string.Join(", ", names.Take(MostListed)) + (names.Count > MostListed ? ", …" : "");
    }
}
