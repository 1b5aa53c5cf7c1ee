namespace PluginKd.Hosting;

/// <summary>What a stage works with.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Plan">The checked pipeline.</param>
/// <param name="Parts">Its plugins.</param>
/// <param name="Results">What the stages before it made.</param>
/// <param name="Stage">Seed, progress, folders, the wish to stop.</param>
/// <param name="Files">Where its result goes.</param>
internal sealed record StageWork(StageNode Node, PipelinePlan Plan, RunParts Parts, StageResults Results, StageContext Stage, WorkFolder Files)
{
    private const long GarbageLeftAlone = 32 << 20;

    /// <summary>The data that the stage reads, without test splits.</summary>
    public DataBundle Data => Results.Bundle(Node.Inputs[0]);

    /// <summary>Signals of the teachers, from the store.</summary>
    public ITeacherSignals Signals => new StoredSignals(Results, Stage);

    /// <summary>Path of a network's file.</summary>
    public string NetworkFile(string name) => Files.File(StageResults.NetworkName(name));

    /// <summary>Does the work of a stage and gives a line about what came of it.</summary>
    public string Run()
    {
        var summary = Work();
        // What the stage has read is garbage now, in arrays so large that they would lie beside those of the next stage.
        if (GC.GetTotalMemory(forceFullCollection: false) > GarbageLeftAlone) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return summary;
    }

    private string Work() => Node.Slot switch
    {
        "data" => DataStage.Run(this),
        StageGraph.Rehearsal => RehearsalStage.Run(this),
        "teacher" => TeacherStage.Run(this),
        "select" => SelectStage.Run(this),
        "augment" => AugmentStage.Run(this),
        "baseline" => DistillStage.RunBaseline(this),
        TeacherGate.Key => GateStage.Run(this),
        "distill" => DistillStage.Run(this),
        "average" => AverageStage.Run(this),
        "evaluate" => EvaluateStage.Run(this),
        _ => throw new InvalidOperationException($"no stage '{Node.Slot}'"),
    };
}
