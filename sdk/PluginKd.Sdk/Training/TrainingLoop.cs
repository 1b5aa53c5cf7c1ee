namespace PluginKd.Sdk;

/// <summary>The one step loop: gathers batches, adds up the loss terms, moves the weights.</summary>
/// <remarks>
/// Teachers and students are trained by it alike. A step opens one dispose scope and keeps nothing. Killed at any moment and run again, it
/// goes on from its last checkpoint and ends with the same bits. It refuses to go on with a loss that is no finite number, and to end with
/// weights that never moved.
/// </remarks>
/// <param name="settings">Length, batch size, optimiser, early stopping.</param>
/// <param name="stage">Seed, device, progress, checkpoints, the wish to stop.</param>
public sealed class TrainingLoop(TrainingSettings settings, StageContext stage)
{
    /// <summary>Order of the examples in each epoch.</summary>
    public IExampleOrder Order { get; init; } = new ShuffledOrder(stage);

    /// <summary>Signals of the teachers.</summary>
    public TeacherFeed Teachers { get; init; } = TeacherFeed.None;

    /// <summary>Modules that are trained along, such as those of losses.</summary>
    public IReadOnlyList<nn.Module> Companions { get; init; } = [];

    /// <summary>What else changes from step to step and goes with the checkpoints, such as losses with a memory.</summary>
    public IReadOnlyList<IKeepsState> State { get; init; } = [];

    /// <summary>Looks at the network after each optimiser step; goes with the checkpoints too.</summary>
    public IStepObserver? Observer { get; init; }

    /// <summary>What the weights of several terms say.</summary>
    public LossBalance Balance { get; init; }

    /// <summary>Examples that early stopping watches.</summary>
    public Split? Validation { get; init; }

    /// <summary>Most examples that are encoded once and held; more are encoded batch by batch.</summary>
    internal int MostHeld { get; init; } = BatchSource.MostHeld;

    /// <summary>Whether losses are read now and then only, as on a GPU.</summary>
    internal bool DefersLosses { get; init; }

    /// <summary>Trains a network in place and leaves it in evaluation mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="examples">The N training examples.</param>
    /// <param name="terms">What is minimised: at least one term.</param>
    /// <exception cref="UserErrorException">The loss is not a finite number any more, or a term or the whole run teaches nothing.</exception>
    /// <exception cref="OperationCanceledException">The person wishes to stop; a checkpoint was kept.</exception>
    public void Run(Network network, Split examples, IReadOnlyList<LossTerm> terms)
    {
        ArgumentOutOfRangeException.ThrowIfZero(terms.Count);
        using var scope = NewDisposeScope();
        network.to(stage.Device);
        foreach (var companion in Companions) companion.to(stage.Device);
        using var optimizer = settings.Optimizer.Create([.. network.parameters(), .. Companions.SelectMany(c => c.parameters())]);
        using var stopping = new EarlyStopping(settings.EarlyStopping, network, Validation, stage);
        IKeepsState[] keepers = Observer is null ? [.. State] : [.. State, Observer];
        var run = new TrainingRun(settings, stage, network, Companions, examples, new LossTerms(terms))
        {
            Loop = this,
            Optimizer = optimizer,
            Stopping = stopping,
            Checkpoint = new TrainingCheckpoint(stage.Checkpoints.Open("training"), network, Companions, optimizer, keepers, stopping),
        };
        run.ToTheEnd();
    }
}
