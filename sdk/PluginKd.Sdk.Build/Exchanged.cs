namespace PluginKd.Sdk.Build;

/// <summary>Signals that a plugin reads from others and gives to others, as an instance with default settings says.</summary>
/// <remarks>They may depend on settings: what runs is held against the settings of the run; the manifest tells people and tools.</remarks>
/// <param name="Needs">Signals that it reads: <c>student/logits</c>, <c>teacher/embedding</c>, <c>labels</c>.</param>
/// <param name="Makes">Signals that its networks answer with.</param>
internal sealed record Exchanged(IReadOnlyList<string> Needs, IReadOnlyList<string> Makes)
{
    public static Exchanged Of(OfferedType offered)
    {
        try
        {
            return Of(Instance(offered));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The host says so with more to go on when a pipeline names it.
            return new Exchanged([], []);
        }
    }

    private static Exchanged Of(object? plugin) => plugin switch
    {
        ILoss loss => new Exchanged(
            [.. loss.Needs.Student.Select(s => "student/" + s), .. loss.Needs.Teacher.Select(t => "teacher/" + t), .. loss.Needs.Labels ? ["labels"] : Array.Empty<string>()], []),
        ISelector selector => new Exchanged([.. selector.TeacherSignals.Select(t => "teacher/" + t)], []),
        IModel model => new Exchanged([], model.Signals),
        _ => new Exchanged([], []),
    };

    private static object? Instance(OfferedType offered)
    {
        var parameters = offered.Type.GetConstructors()[0].GetParameters();
        if (parameters.Any(parameter => parameter.ParameterType != offered.Settings) || offered.HasRequiredSettings) return null;
        var instance = Activator.CreateInstance(offered.Type, [.. parameters.Select(_ => Activator.CreateInstance(offered.Settings!))]);
        (instance as IDisposable)?.Dispose();
        return instance;
    }
}
