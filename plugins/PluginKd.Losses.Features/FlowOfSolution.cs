namespace PluginKd.Losses.Features;

/// <summary>Flow of solution procedure: how channels of one layer go together with those of a later one.</summary>
/// <remarks>
/// <para>Formula: the mean over examples and pairs of channels of <c>(GS − GT)²</c>, added up over the flows, where <c>G[c, d]</c> is the mean over positions of
/// <c>f[c]·g[d]</c>, f the earlier layer [N, C, H, W] and g the later one [N, D, H, W].</para>
/// <para>Unit: the features' to the power 4. Zero where the products agree. Channels must be the same on both sides. Of two layers of one side the larger map is averaged to the
/// smaller; height and width of student and teacher may differ.</para>
/// <para>Source: Yim et al. (2017), <i>A Gift from Knowledge Distillation</i>, section 3.2; value as RepDistiller's <c>FSP.py</c>. Departures: maps are averaged, where the paper takes
/// maxima; it is trained in one go with the other losses.</para>
/// </remarks>
/// <param name="settings">The flows.</param>
[KdPlugin("fsp", Settings = typeof(FlowSettings))]
public sealed class FlowOfSolution(FlowSettings settings) : ILoss
{
    private const string SameChannels = "in layers, name layers with as many channels as the teacher's; or use attention-transfer or hint";

    private readonly LayerPairs _earlier = new("fsp", settings.Layers);
    private readonly LayerPairs _later = new("fsp", [.. settings.Layers.Select(flow => new LayerPair { Student = flow.StudentNext, Teacher = flow.TeacherNext })]);

    /// <inheritdoc />
    public LossNeeds Needs => new([.. _earlier.Needs.Student.Union(_later.Needs.Student)], [.. _earlier.Needs.Teacher.Union(_later.Needs.Teacher)]);

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _earlier.Sum(batch, from =>
    {
        var to = _later.Read(batch.Student, batch.Teacher, from.Index);
        foreach (var pair in new[] { from, to }) pair.OfMaps().OfOneWidth(SameChannels);
        return (Flow(from.Student, to.Student) - Flow(from.Teacher, to.Teacher)).square().mean([1, 2]);
    });

    /// <summary>Mean over positions of the products of channels [N, C, D].</summary>
    private static Tensor Flow(Tensor from, Tensor to)
    {
        var (height, width) = (Math.Min(from.size(2), to.size(2)), Math.Min(from.size(3), to.size(3)));
        return Pool.To(from, height, width).flatten(2).bmm(Pool.To(to, height, width).flatten(2).transpose(1, 2)) / (height * width);
    }
}
