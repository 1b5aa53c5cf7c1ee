namespace PluginKd.Sdk;

/// <summary>Makes a student (kind <c>distill</c>): the training strategy.</summary>
public interface IDistiller
{
    /// <summary>Model of the student, so that the host can check it against the data.</summary>
    IModel Student { get; }

    /// <summary>Finds every problem that shows before anything is trained, such as a loss that asks for a signal that no teacher gives.</summary>
    /// <param name="offers">Signals of each named teacher; empty when the pipeline has none.</param>
    /// <returns>One sentence a problem, or nothing.</returns>
    IEnumerable<string> Check(IReadOnlyDictionary<string, IReadOnlyList<string>> offers);

    /// <summary>Trains the student.</summary>
    /// <param name="context">Data, teachers, and who watches.</param>
    /// <returns>The student in evaluation mode.</returns>
    Network Distill(DistillContext context);

    /// <summary>Makes a network built like the one that <see cref="Distill"/> gives, with any weights: the host puts stored ones into it.</summary>
    /// <param name="request">Shape of inputs and C outputs, or what the stored network said of itself.</param>
    Network Create(ModelRequest request);

    /// <summary>Gives a distiller that trains the same student for as many updates on labels alone: the baseline.</summary>
    /// <returns>Null when there is no such thing.</returns>
    IDistiller? WithoutTeacher();
}

/// <summary>What a distiller works with.</summary>
/// <param name="Stage">Seed, device, progress, checkpoints, the wish to stop.</param>
/// <param name="Data">The data without test splits, selected and augmented.</param>
/// <param name="Teachers">The frozen teachers by name.</param>
/// <param name="Signals">Their signals, computed once.</param>
public sealed record DistillContext(
    StageContext Stage, DataBundle Data, IReadOnlyDictionary<string, Network> Teachers, ITeacherSignals Signals)
{
    /// <summary>Looks at the student after each optimiser step, before the next: averagers.</summary>
    public IStepObserver? Observer { get; init; }

    /// <summary>Order of the examples in each epoch; null means shuffled by the stage's seed.</summary>
    public IExampleOrder? Order { get; init; }
}
