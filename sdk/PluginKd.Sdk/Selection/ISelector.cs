namespace PluginKd.Sdk;

/// <summary>Says which examples count, and how much (kind <c>select</c>).</summary>
public interface ISelector
{
    /// <summary>Signals of the teachers that the choice depends on.</summary>
    IReadOnlyList<string> TeacherSignals { get; }

    /// <summary>Looks at the examples of one split.</summary>
    /// <param name="context">The split, and the teachers' signals for it.</param>
    Selection Select(SelectionContext context);
}

/// <summary>What a selector works with.</summary>
/// <param name="Stage">Seed, log, the wish to stop.</param>
/// <param name="Examples">N examples of a train or unlabelled split.</param>
/// <param name="Data">The whole data without test splits.</param>
/// <param name="Signals">Signals of the teachers.</param>
/// <param name="Teachers">Names of the teachers; none when the pipeline has no teacher.</param>
public sealed record SelectionContext(
    StageContext Stage, Split Examples, DataBundle Data, ITeacherSignals Signals, IReadOnlyList<string> Teachers);
