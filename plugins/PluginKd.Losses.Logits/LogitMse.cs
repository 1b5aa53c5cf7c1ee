namespace PluginKd.Losses.Logits;

/// <summary>Mean squared distance of the student's logits from the teacher's.</summary>
/// <remarks>
/// <para>Formula: <c>mean over n and c of (zS − zT)² / τ²</c>; logits [N, C]. The mean is over N·C, as libtorch's <c>mse_loss</c> has it.</para>
/// <para>Unit: squared logits. Zero only where all logits agree: unlike the losses on distributions it sees a constant added to every logit of an example.
/// Gradient: <c>2·(zS − zT) / (τ²·N·C)</c>.</para>
/// <para>Source: Ba and Caruana (2014), arXiv:1312.6184 (there with ½); value as TextBrewer's <c>kd_mse_loss</c>. Departures: weights of examples are
/// obeyed when there are any.</para>
/// </remarks>
/// <param name="settings">The temperature.</param>
[KdPlugin("logit-mse", Settings = typeof(LogitMseSettings))]
public sealed class LogitMse(LogitMseSettings settings) : ILoss
{
    /// <inheritdoc />
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [SignalNames.Logits]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch)
    {
        var temperature = settings.Temperature.At(batch.Moment);
        var (student, teacher) = ClassScores.Read(batch);
        return batch.Average(((student - teacher) / temperature).square().mean([1]));
    }
}
