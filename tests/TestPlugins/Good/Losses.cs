using static TorchSharp.torch.nn;

namespace TestPlugins.Good;

/// <summary>Two outputs for each class, read by log-sum-exp.</summary>
[KdPlugin("two-each")]
public sealed class TwoEach : IWideningLoss
{
    public LossNeeds Needs { get; } = new([SignalNames.WideLogits], [], Labels: true);

    public int Outputs(int classes) => 2 * classes;

    public Tensor ReadClassScores(Tensor wide) => wide.reshape(wide.size(0), -1, 2).logsumexp(2);

    public Tensor Evaluate(LossBatch batch) => Divergences.CrossEntropy(ReadClassScores(batch.Student[SignalNames.WideLogits]), batch);
}

/// <summary>A learned map from the student's embedding to the teacher's logits.</summary>
[KdPlugin("regressor")]
public sealed class Regressor : ITrainedLoss
{
    private TorchSharp.Modules.Linear? _map;

    public LossNeeds Needs { get; } = new([SignalNames.Embedding], [SignalNames.Logits]);

    public Module CreateModule(Signals student, Signals? teacher) =>
        _map = Linear(student[SignalNames.Embedding].size(1), teacher!.Logits.size(1));

    public Tensor Evaluate(LossBatch batch) =>
        batch.Average((_map!.call(batch.Student[SignalNames.Embedding]) - batch.Teacher.Logits.detach()).pow(2).mean([1L]));
}

/// <summary>Distance to the teacher's logits around their mean over the whole transfer set.</summary>
[KdPlugin("centred")]
public sealed class Centred : IFittedLoss, IDisposable
{
    private Tensor? _mean;

    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    public void Fit(LossFitContext context) =>
        _mean = context.TeacherSignals("teacher", SignalNames.Logits).mean([0L]).DetachFromDisposeScope();

    public Tensor Evaluate(LossBatch batch) =>
        batch.Average((batch.Student.Logits - batch.Teacher.Logits.detach() + _mean!).pow(2).mean([1L]));

    public void Dispose() => _mean?.Dispose();
}

/// <summary>Distance to a running mean of the student's own logits: reads no teacher, and remembers.</summary>
[KdPlugin("drift")]
public sealed class Drift : ILoss, IKeepsState, IDisposable
{
    private Tensor? _mean;

    public LossNeeds Needs { get; } = new([SignalNames.Logits], []);

    public Tensor Evaluate(LossBatch batch)
    {
        var logits = batch.Student.Logits;
        var mean = logits.detach().mean([0L]);
        var next = (_mean is null ? mean : (0.9 * _mean) + (0.1 * mean)).DetachFromDisposeScope();
        _mean?.Dispose();
        _mean = next;
        return batch.Average((logits - _mean).pow(2).mean([1L]));
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => _mean is null ? new Dictionary<string, Tensor>() : new Dictionary<string, Tensor> { ["mean"] = _mean };

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _mean = state.GetValueOrDefault("mean")?.clone().DetachFromDisposeScope();

    public void Dispose() => _mean?.Dispose();
}
