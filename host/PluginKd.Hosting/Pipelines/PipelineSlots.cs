namespace PluginKd.Hosting;

/// <summary>A key of the pipeline file that names plugins.</summary>
/// <param name="Key">The key.</param>
/// <param name="Kind">Kind of plugin that goes there.</param>
/// <param name="IsList">Whether several may stand there.</param>
/// <param name="IsRequired">Whether the pipeline cannot do without.</param>
/// <param name="Description">What it is for.</param>
internal sealed record PipelineSlot(string Key, string Kind, bool IsList, bool IsRequired, string Description)
{
    /// <summary>All slots, in the order in which the stages run.</summary>
    public static IReadOnlyList<PipelineSlot> All { get; } =
    [
        new("data", "data", false, true, "Where the examples come from."),
        new("teacher", "teacher", false, false, "The networks to learn from."),
        new("select", "select", true, false, "Which examples count, and how much."),
        new("augment", "augment", true, false, "More examples."),
        new("baseline", "distill", false, false, "A second student, trained for comparison; true means the same one, trained as long on labels alone."),
        new("distill", "distill", false, true, "The student."),
        new("average", "average", false, false, "Averaging of the student's weights."),
        new("evaluate", "evaluate", true, true, "What is measured."),
    ];

    /// <summary>Keys of the pipeline file that name no plugin.</summary>
    public static IReadOnlyList<string> PlainKeys { get; } = ["$schema", "name", "seed", "leaks", "teacher-signals", TeacherGate.Key];
}
