using System.Diagnostics;
using System.Security.Cryptography;
using PluginKd.Distillation;
using PluginKd.Losses.Logits;

namespace PluginKd.Parity;

/// <summary>Where the teacher's logits come from.</summary>
public enum ParityTeacher
{
    /// <summary>The teacher runs in every step.</summary>
    Online,

    /// <summary>The teacher runs once over all examples.</summary>
    Cached,

    /// <summary>The logits are those of the file that came with the job.</summary>
    Stored,
}

/// <summary>Runs a parity job through the offline distiller, with the recorded sample order and weights.</summary>
/// <param name="folder">Folder of the job, with <c>meta.json</c>.</param>
/// <param name="teacher">Where the teacher's logits come from.</param>
public sealed class ParityJob(string folder, ParityTeacher teacher)
{
    /// <summary>Runs the job.</summary>
    /// <param name="traced">How many losses to read back; reading one costs time.</param>
    public ParityOutcome Run(int traced = 0)
    {
        using var arrays = new ParityArrays(folder);
        using var scope = NewDisposeScope();
        var labels = arrays.Integers("ytr");
        var train = new Split("train", SplitRole.Train, new DenseInputs(arrays.Tensor("xtr")), labels, [.. labels.Select((_, i) => (long)i)]);
        var trace = new LossTrace(traced);
        var stage = new StageContext { Name = "parity", StageSeed = 0, Progress = trace };
        var networks = new Dictionary<string, Network> { ["teacher"] = new StackNetwork(arrays, "teacher.") };
        networks["teacher"].eval();
        var distiller = new Offline(Settings(arrays));
        var context = new DistillContext(stage, new DataBundle([.. Enumerable.Range(0, 10).Select(c => $"{c}")], [train]), networks, Signals(arrays, networks, stage))
        {
            Order = new RecordedOrder(arrays.Integers("order"), labels.Length),
        };
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var student = distiller.Distill(context);
        var (seconds, cpuSeconds) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        using var logits = Inference.Collect(student, new DenseInputs(arrays.Tensor("xte")), [SignalNames.Logits], stage)[SignalNames.Logits];
        var guesses = logits.argmax(1).data<long>().ToArray();
        var right = arrays.Integers("yte").Where((label, i) => guesses[i] == label).Count();
        var weights = student.parameters().SelectMany(p => p.data<float>().ToArray()).ToArray();
        return new ParityOutcome(trace.Losses, weights, (double)right / guesses.Length, seconds, cpuSeconds, (long)labels.Length * arrays.Meta.GetProperty("epochs").GetInt32());
    }

    private OfflineSettings Settings(ParityArrays arrays) => new()
    {
        Student = new ReadyModel(new StackNetwork(arrays, "student_init.")),
        On = ["train"],
        Epochs = arrays.Meta.GetProperty("epochs").GetInt32(),
        BatchSize = arrays.Meta.GetProperty("batch").GetInt32(),
        TeacherSignals = teacher == ParityTeacher.Online ? SignalSource.Online : SignalSource.Cached,
        Loss =
        [
            new WeightedLoss("cross-entropy", new CrossEntropy(new CrossEntropySettings()), arrays.Number("alpha")),
            new WeightedLoss("soft-target", new SoftTarget(new SoftTargetSettings { Temperature = arrays.Number("temperature") }), 1 - arrays.Number("alpha")),
        ],
        Optimizer = new OptimizerSettings
        {
            Name = OptimizerName.Sgd,
            LearningRate = arrays.Number("lr"),
            Momentum = arrays.Number("momentum"),
            WeightDecay = arrays.Number("weight_decay"),
        },
    };

    private ITeacherSignals Signals(ParityArrays arrays, IReadOnlyDictionary<string, Network> networks, StageContext stage) =>
        teacher == ParityTeacher.Stored ? new StoredSignals(arrays.Tensor("teacher_logits")) : new ComputedSignals(networks, stage);

    private sealed class RecordedOrder(int[] order, int count) : IExampleOrder
    {
        public long[] Epoch(int epoch, Split examples) => Array.ConvertAll(order[(epoch * count)..((epoch + 1) * count)], i => (long)i);
    }

    private sealed class StoredSignals(Tensor logits) : ITeacherSignals
    {
        public SignalTable Open(string teacher, string signal, Split examples) => new([logits]);
    }

    private sealed class ComputedSignals(IReadOnlyDictionary<string, Network> networks, StageContext stage) : ITeacherSignals
    {
        public SignalTable Open(string teacher, string signal, Split examples) =>
            new([Inference.Collect(networks[teacher], examples.Inputs, [signal], stage)[signal]]);
    }

    private sealed class LossTrace(int wanted) : IStageProgress
    {
        public List<float> Losses { get; } = [];

        public void Step(in StepReport step)
        {
            if (Losses.Count < wanted) Losses.Add(step.Loss.item<float>());
        }

        public void Metric(string name, double value, long step)
        {
            // Only the steps matter here.
        }
    }
}

/// <summary>What came of a parity job.</summary>
/// <param name="Losses">The first losses, as many as were asked for.</param>
/// <param name="Weights">All parameters of the student, in the order of its state.</param>
/// <param name="Accuracy">On the job's test examples, 0 to 1.</param>
/// <param name="Seconds">Training time.</param>
/// <param name="CpuSeconds">Processor time of all threads while training.</param>
/// <param name="Examples">Examples trained on, over all epochs.</param>
public sealed record ParityOutcome(IReadOnlyList<float> Losses, float[] Weights, double Accuracy, double Seconds, double CpuSeconds, long Examples)
{
    /// <summary>First 12 hex digits of the SHA-256 of the float32 weights.</summary>
    public string WeightsHash => Convert.ToHexStringLower(SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Weights.AsSpan())))[..12];
}
