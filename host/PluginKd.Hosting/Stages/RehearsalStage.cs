namespace PluginKd.Hosting;

/// <summary>A dry batch through everything before the long work: few examples, teachers with first weights, one step of each training.</summary>
/// <remarks>What it finds would otherwise come out after the teacher was trained. Its plugins are its own: what they remember of it ends with it.</remarks>
internal static class RehearsalStage
{
    private const int OfEachClass = 16;
    private const int OfEachSplit = 64;

    public static string Run(StageWork work)
    {
        var stage = work.Stage with { IsRehearsal = true, Checkpoints = NoCheckpoints.Instance };
        var data = new DataBundle(work.Data.Classes, [.. work.Data.Splits.Select(Few)]);
        var teachers = Teachers(work, data);
        var signals = new FreshSignals(teachers, stage);
        for (var i = 0; i < work.Parts.Selectors.Count; i++) Select(work, i, stage, data, signals, [.. teachers.Keys]);
        for (var i = 0; i < work.Parts.Augmenters.Count; i++) data = Augmented.Join(data, work.Parts.Augmenters[i].Augment(new AugmentationContext(stage, data)));
        work.Parts.Baseline?.Distill(new DistillContext(stage, data, work.Plan.HasOwnBaseline ? new Dictionary<string, Network>() : teachers, signals)).Dispose();
        var observer = work.Parts.Averager is { } averager ? new WatchedAverager(averager, work.Parts.Names("average")) : null;
        work.Parts.Distiller.Distill(new DistillContext(stage, data, teachers, signals) { Observer = observer }).Dispose();
        return $"one step on {data.Splits.Where(StageResults.IsChosenFrom).Sum(s => s.Count)} examples";
    }

    private static Dictionary<string, Network> Teachers(StageWork work, DataBundle data)
    {
        if (work.Parts.Teacher is not { } teacher) return [];
        work.Stage.SeedTensors("teacher");
        var request = new ModelRequest(data.Splits[0].Inputs, data.Classes.Count);
        return teacher.Offers.Keys.ToDictionary(name => name, name =>
        {
            var network = teacher.Create(name, request);
            foreach (var parameter in network.parameters()) parameter.requires_grad = false;
            network.eval();
            return network;
        });
    }

    /// <summary>Lets a selector work; what it says of a teacher that has learned nothing may leave no example, so it is not followed.</summary>
    private static void Select(StageWork work, int index, StageContext stage, DataBundle data, ITeacherSignals signals, IReadOnlyList<string> teachers)
    {
        foreach (var split in data.Splits.Where(StageResults.IsChosenFrom))
            work.Parts.Selectors[index].Select(new SelectionContext(StageRunner.For(stage, split.Name), split, data, signals, teachers)).ApplyTo(split);
    }

    /// <summary>The first examples of each class and of the split.</summary>
    private static Split Few(Split split)
    {
        var ofClass = new Dictionary<int, int>();
        return split.Take([.. Enumerable.Range(0, split.Count).Where(i => i < OfEachSplit || (ofClass[split.Labels[i]] = ofClass.GetValueOrDefault(split.Labels[i]) + 1) <= OfEachClass)]);
    }

    private sealed class FreshSignals(Dictionary<string, Network> teachers, StageContext stage) : ITeacherSignals
    {
        public SignalTable Open(string teacher, string signal, Split examples) => new([Inference.Collect(teachers[teacher], examples.Inputs, [signal], stage)[signal]]);
    }
}
