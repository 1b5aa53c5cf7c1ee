using TorchSharp.Modules;

namespace PluginKd.Losses.Features;

/// <summary>The pairs of layers of a loss: reads their features and adds up their losses.</summary>
/// <param name="loss">Id of the loss, for errors.</param>
/// <param name="pairs">Names of the signals.</param>
internal sealed class LayerPairs(string loss, IReadOnlyList<LayerPair> pairs)
{
    /// <summary>The signals of all pairs.</summary>
    public LossNeeds Needs => new([.. pairs.Select(pair => pair.Student).Distinct()], [.. pairs.Select(pair => pair.Teacher).Distinct()]);

    /// <summary>Reads the features of one pair; the teacher's are detached and of the student's type.</summary>
    public FeaturePair Read(Signals student, Signals teacher, int index)
    {
        var features = Values(student[pairs[index].Student]);
        return new FeaturePair(loss, index, pairs[index], features, Values(teacher[pairs[index].Teacher].detach()).to(features.dtype))
        {
            Mask = features.dim() == 3 && student.Find(SignalNames.Mask) is { } mask && mask.size(1) == features.size(1) ? mask : null,
        };
    }

    /// <summary>Makes a module for every pair, once the shapes are known.</summary>
    public ModuleList<T> Modules<T>(Signals student, Signals? teacher, Func<FeaturePair, T> make)
        where T : nn.Module => new([.. Read(student, teacher!).Select(make)]);

    /// <summary>The sum over pairs of weight times the mean over examples.</summary>
    /// <param name="batch">Signals and weights of the examples.</param>
    /// <param name="perExample">Loss of each example [N] at a pair.</param>
    /// <param name="teacher">The teacher's signals; without it those of the first teacher.</param>
    public Tensor Sum(LossBatch batch, Func<FeaturePair, Tensor> perExample, Signals? teacher = null) =>
        Read(batch.Student, teacher ?? batch.Teacher).Select(pair => batch.Average(perExample(pair)) * pair.Layers.Weight).Aggregate((sum, value) => sum + value);

    private IEnumerable<FeaturePair> Read(Signals student, Signals teacher) => Enumerable.Range(0, pairs.Count).Select(i => Read(student, teacher, i));

    // Half-precision numbers as float32: sums over positions need its digits.
    private static Tensor Values(Tensor signal) => signal.dtype is ScalarType.Float32 or ScalarType.Float64 ? signal : signal.to(ScalarType.Float32);
}
