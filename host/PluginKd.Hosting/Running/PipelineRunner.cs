using System.Diagnostics;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Runs a checked pipeline: data, teacher, selection and augmentation, distillation, averaging, evaluation.</summary>
/// <remarks>One run at a time in a process, because libtorch's generator is the process's: a second waits for the first.</remarks>
/// <param name="plan">The checked pipeline.</param>
/// <param name="loader">Loads the plugins that it names.</param>
/// <param name="options">Folder, device, clock, the wish to stop.</param>
/// <param name="watcher">Who watches.</param>
public sealed class PipelineRunner(PipelinePlan plan, PluginLoader loader, RunOptions options, IRunWatcher watcher)
{
    private static readonly Lock OneAtATime = new();

    /// <summary>Runs the pipeline to its end.</summary>
    /// <returns>Where the results lie, and what they are.</returns>
    /// <exception cref="PipelineException">Plugins do not fit together, or not with the data.</exception>
    /// <exception cref="UserErrorException">An input is wrong, a plugin failed, or the run went wrong.</exception>
    /// <exception cref="OperationCanceledException">The person wished to stop.</exception>
    public RunResult Run()
    {
        lock (OneAtATime) return RunAlone();
    }

    private RunResult RunAlone()
    {
        var parts = new RunParts(plan, loader);
        Require(StageRunner.Guard("of the pipeline", "before the first stage", () => parts.CheckSignals().ToList()));
        var folder = RunFolder.Create(plan, options);
        folder.WriteRecord(plan, options, "running", loader.Loaded);
        try
        {
            using var metrics = new StageMetrics(folder.File("metrics.jsonl"));
            var result = Run(parts, folder, new StageRunner(plan, loader, options, watcher, metrics, folder));
            folder.WriteResults(result);
            folder.WriteRecord(plan, options, "complete", loader.Loaded);
            return result;
        }
        catch (Exception error)
        {
            RecordEnd(folder, error);
            throw;
        }
    }

    private void RecordEnd(RunFolder folder, Exception error)
    {
        try
        {
            folder.WriteRecord(plan, options, error is OperationCanceledException ? "stopped" : "failed", loader.Loaded);
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            // What stopped the run matters more than that its record cannot be written.
        }
    }

    private RunResult Run(RunParts parts, RunFolder folder, StageRunner stages)
    {
        var watch = Stopwatch.StartNew();
        T Stage<T>(string name, string plugin, Func<StageContext, T> work, Func<T, string> summary) => stages.Run(name, plugin, work, summary);
        var data = Stage("data", parts.Names("data"), parts.Data.Load,
            loaded => string.Join(", ", loaded.Splits.Select(s => $"{s.Name} {s.Count}")) + $"; {loaded.Classes.Count} classes");
        var measured = SplitsToMeasure(data);
        var training = data.Sealed();
        // Augmenters may make a split that a distiller names: it is asked when they have worked.
        bool Waits(string place) => parts.Augmenters.Count > 0 && (place.StartsWith("distill", StringComparison.Ordinal) || place.StartsWith("baseline", StringComparison.Ordinal));
        void CheckData(Func<string, bool> isAsked) =>
            Require(StageRunner.Guard("of the pipeline", "when it was shown the data", () => parts.CheckData(training, isAsked).ToList()));
        CheckData(place => !Waits(place));

        var teachers = parts.Teacher is null ? new Dictionary<string, Network>() : Stage("teacher", parts.Names("teacher"),
            stage => WellNamed(parts.Teacher.Obtain(new TeacherContext(stage, training))), got => $"{got.Count} teacher{(got.Count == 1 ? "" : "s")}: {Describe(got.Values)}");
        using var signals = new TeacherSignalCache(teachers, stages.Context("teacher"));
        for (var i = 0; i < parts.Selectors.Count; i++) training = Select(parts, i, training, signals, [.. teachers.Keys], stages);
        for (var i = 0; i < parts.Augmenters.Count; i++) training = Augment(parts, i, training, stages);
        CheckData(Waits);

        DistillContext DistillWith(StageContext stage) => new(stage, training, teachers, signals);
        var baseline = parts.Baseline is null ? null : Stage("baseline", parts.Names("baseline"),
            stage => parts.Baseline.Distill(DistillWith(stage)), network => Describe([network]));
        var student = Stage("distill", parts.Names("distill"),
            stage => parts.Distiller.Distill(DistillWith(stage) with { Observer = parts.Averager is null ? null : new WatchedAverager(parts.Averager, parts.Names("average")) }), network => Describe([network]));
        if (parts.Averager is not null)
            Stage("average", parts.Names("average"), _ => Averaged(parts.Averager, student), network => Describe([network]));

        var models = new List<(string Name, string Slot, Network Network)>();
        models.AddRange(teachers.Select(t => (t.Key, "teacher", t.Value)));
        if (baseline is not null) models.Add(("baseline", "baseline", baseline));
        models.Add(("student", "distill", student));
        var measurements = Stage("evaluate", parts.Names("evaluate"), stage => Evaluate(parts, models, measured, data.Classes, stage),
            m => $"{models.Count} models on {measured.Count} split{(measured.Count == 1 ? "" : "s")}");
        foreach (var (name, slot, network) in models) folder.WriteNetwork(name, network, parts.ModelOf(slot), data.Classes);
        return new RunResult(folder.Path, watch.Elapsed, [.. models.Select(m => Size(m.Name, m.Network))], measurements);
    }

    private static DataBundle Select(RunParts parts, int index, DataBundle data, ITeacherSignals signals, IReadOnlyList<string> teachers, StageRunner stages) =>
        stages.Run(index == 0 ? "select" : $"select.{index}", parts.Name("select", index),
            stage => new DataBundle(data.Classes, [.. data.Splits.Select(split => split.Role is SplitRole.Train or SplitRole.Unlabelled
                ? parts.Selectors[index].Select(new SelectionContext(StageRunner.For(stage, split.Name), split, data, signals, teachers)).ApplyTo(split)
                : split)]),
            selected => string.Join(", ", selected.Splits.Select(s => $"{s.Name} {s.Count}")), parts.SeedName("select", index));

    private static DataBundle Augment(RunParts parts, int index, DataBundle data, StageRunner stages) =>
        stages.Run(index == 0 ? "augment" : $"augment.{index}", parts.Name("augment", index),
            stage => Augmented.Join(data, parts.Augmenters[index].Augment(new AugmentationContext(stage, data))),
            more => string.Join(", ", more.Splits.Select(s => $"{s.Name} {s.Count}")), parts.SeedName("augment", index));

    private static IReadOnlyList<Split> SplitsToMeasure(DataBundle data)
    {
        foreach (var role in new[] { SplitRole.Test, SplitRole.Validation })
        {
            var splits = data.Splits.Where(s => s.Role == role && Array.Exists(s.Labels, l => l != Split.Unlabelled)).ToList();
            if (splits.Count > 0) return splits;
        }

        throw new UserErrorException("there is nothing to measure on", "a test or validation split with labels", "data",
            "add a test file (or a share of the training data) to the data settings");
    }

    private static List<RunMeasurement> Evaluate(
        RunParts parts, List<(string Name, string Slot, Network Network)> models, IReadOnlyList<Split> splits, IReadOnlyList<string> classes, StageContext stage)
    {
        var found = new List<RunMeasurement>();
        foreach (var split in splits)
        {
            using var scope = torch.NewDisposeScope();
            torch.Tensor? teacher = null;
            foreach (var (name, slot, network) in models)
            {
                var logits = Inference.Collect(network, split.Inputs, [SignalNames.Logits], stage)[SignalNames.Logits];
                if (slot == "teacher") teacher ??= logits;
                for (var i = 0; i < parts.Evaluators.Count; i++)
                    found.Add(new RunMeasurement(name, split.Name, parts.Name("evaluate", i),
                        parts.Evaluators[i].Measure(new EvaluationContext(
                            StageRunner.For(stage, $"{parts.SeedName("evaluate", i)}/{name}/{split.Name}"), network, split, classes, logits, teacher))));
                if (!ReferenceEquals(logits, teacher)) logits.Dispose();
            }

            teacher?.Dispose();
        }

        return found;
    }

    private static Network Averaged(IAverager averager, Network student)
    {
        using var quiet = torch.no_grad();
        averager.WriteTo(student);
        return student;
    }

    /// <summary>A teacher's name becomes a file name and a row of the results.</summary>
    private static IReadOnlyDictionary<string, Network> WellNamed(IReadOnlyDictionary<string, Network> teachers)
    {
        foreach (var name in teachers.Keys.Where(name => !SettingNames.IsId(name) || name is "student" or "baseline"))
            throw new InvalidOperationException($"a teacher is called '{name}'; names are lower-case-with-hyphens, and not student or baseline");
        return teachers;
    }

    private void Require(IEnumerable<UserErrorException> problems)
    {
        var found = problems.ToList();
        if (found.Count > 0) throw new PipelineException($"pipeline '{plan.Name}'", found);
    }

    private static string Describe(IEnumerable<Network> networks) =>
        string.Join(", ", networks.Select(n => $"{n.GetName()} with {Size("", n).Parameters.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} parameters"));

    private static RunModel Size(string name, Network network)
    {
        var parameters = network.parameters().ToList();
        return new RunModel(name, parameters.Sum(p => p.numel()), parameters.Sum(p => p.numel() * p.element_size()));
    }
}
