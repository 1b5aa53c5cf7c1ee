namespace PluginKd.Sdk.Testing.Tests.Faulty;

/// <summary>A loss without a fault, for others to spoil.</summary>
public abstract class SoundLoss : ILoss
{
    public virtual LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    public virtual Tensor Evaluate(LossBatch batch) => Sound(batch);

    protected static Tensor Sound(LossBatch batch) => Divergences.KullbackLeibler(batch.Student.Logits, batch.Teacher.Logits.detach(), 2, batch);
}

[KdPlugin("always-double")]
public sealed class AlwaysDouble : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) => Sound(batch).to(float64);
}

[KdPlugin("wrong-gradient")]
public sealed class WrongGradient : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) => (Sound(batch) * 2) - Sound(batch).detach();
}

[KdPlugin("needs-two")]
public sealed class NeedsTwo : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) => batch.Labels.size(0) == 1 ? Sound(batch) / 0 * 0 : Sound(batch);
}

[KdPlugin("naive-logarithm")]
public sealed class NaiveLogarithm : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) =>
        batch.Average(-(batch.Teacher.Logits.detach().softmax(1) * batch.Student.Logits.softmax(1).log()).sum(1));
}

[KdPlugin("counts-calls")]
public sealed class CountsCalls : SoundLoss
{
    private int _calls;

    public override Tensor Evaluate(LossBatch batch) => Sound(batch) * (1 + (0.01 * _calls++));
}

[KdPlugin("forgets-how-many")]
public sealed class ForgetsHowMany : SoundLoss, IKeepsState
{
    private double _sum;
    private int _calls;

    public override Tensor Evaluate(LossBatch batch)
    {
        var sound = Sound(batch);
        var mean = _sum / Math.Max(1, _calls++);
        _sum += sound.ToDouble();
        return sound * (1 + (0.01 * mean));
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor> { ["sum"] = tensor(_sum) };

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _sum = state["sum"].ToDouble();
}

/// <summary>Counts for less the higher the last batch was; remembers it as it should.</summary>
public abstract class RemembersTheLast : SoundLoss, IKeepsState
{
    private Tensor? _last;

    public override Tensor Evaluate(LossBatch batch)
    {
        var sound = Sound(batch);
        var scaled = _last is null ? sound : sound * (1 - (0.01 * _last));
        _last = sound.detach().clone().DetachFromDisposeScope();
        return scaled;
    }

    public IReadOnlyDictionary<string, Tensor> SaveState() => _last is null ? new Dictionary<string, Tensor>() : new Dictionary<string, Tensor> { ["last"] = _last };

    public void LoadState(IReadOnlyDictionary<string, Tensor> state) => _last = state.TryGetValue("last", out var last) ? Keep(last) : null;

    protected virtual Tensor Keep(Tensor given) => given.clone().DetachFromDisposeScope();
}

[KdPlugin("remembers-soundly")]
public sealed class RemembersSoundly : RemembersTheLast;

[KdPlugin("keeps-the-given-loss")]
public sealed class KeepsTheGivenLoss : RemembersTheLast
{
    protected override Tensor Keep(Tensor given) => given;
}

[KdPlugin("teaches-the-teacher")]
public sealed class TeachesTheTeacher : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) => Divergences.KullbackLeibler(batch.Student.Logits, batch.Teacher.Logits, 2, batch);
}

[KdPlugin("grows-with-the-batch")]
public sealed class GrowsWithTheBatch : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) => Sound(batch) * Math.Max(8, batch.Labels.size(0));
}

[KdPlugin("prefers-the-first")]
public sealed class PrefersTheFirst : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) => Sound(batch) + batch.Student.Logits[0].sum();
}

[KdPlugin("passes-over-weights")]
public sealed class PassesOverWeights : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch) => Divergences.KullbackLeibler(batch.Student.Logits, batch.Teacher.Logits.detach(), 2);
}

[KdPlugin("takes-no-label-for-the-first")]
public sealed class TakesNoLabelForTheFirst : SoundLoss
{
    public override LossNeeds Needs { get; } = new([SignalNames.Logits], [], Labels: true);

    public override Tensor Evaluate(LossBatch batch) =>
        batch.Average(nn.functional.cross_entropy(batch.Student.Logits, batch.Labels.clamp_min(0), reduction: nn.Reduction.None));
}

// Of each example with every other one, so that duplicates count.
public abstract class OfPairs : SoundLoss
{
    public override Tensor Evaluate(LossBatch batch)
    {
        var count = Math.Max(2, batch.Labels.size(0));
        return (batch.Student.Logits.unsqueeze(0) - batch.Student.Logits.unsqueeze(1)).pow(2).sum() / (count * (count - 1));
    }
}

[KdPlugin("relation")]
public sealed class Relation : OfPairs
{
    public override LossNeeds Needs { get; } = new([SignalNames.Logits], []) { IsPerExample = false };
}

[KdPlugin("undeclared-relation")]
public sealed class UndeclaredRelation : OfPairs;
