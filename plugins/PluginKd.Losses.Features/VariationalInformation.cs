using TorchSharp.Modules;

namespace PluginKd.Losses.Features;

/// <summary>Variational information distillation: the teacher's features should be likely, given the student's.</summary>
/// <remarks>
/// <para>Formula: the mean over examples, positions and width of <c>((μ(fS) − fT)² / σ² + ln σ²) / 2</c>, added up over pairs of layers, where μ is three 1×1 convolutions without bias
/// with relu between, or three linear layers of vectors, and <c>σ² = softplus(a) + 1e-5</c> one number a channel. μ and a are trained with the student and not kept with it.</para>
/// <para>Unit: nats, without the constant <c>ln(2π) / 2</c>; it may be below zero. Of maps of different size the larger is averaged to the smaller.</para>
/// <para>Source: Ahn et al. (2019), arXiv:1904.05835, section 3; value as RepDistiller's <c>VID.py</c>. Departures: none.</para>
/// </remarks>
/// <param name="settings">The layers, the width between and the first variance.</param>
[KdPlugin("vid", Settings = typeof(VariationalInformationSettings))]
public sealed class VariationalInformation(VariationalInformationSettings settings) : ILoss, ITrainedLoss
{
    private readonly LayerPairs _layers = new("vid", settings.Layers);
    private ModuleList<Likelihood>? _likelihoods;

    /// <inheritdoc />
    public LossNeeds Needs => _layers.Needs;

    /// <inheritdoc />
    public nn.Module CreateModule(Signals student, Signals? teacher) =>
        _likelihoods = _layers.Modules(student, teacher, pair => new Likelihood(pair.OfOneSize(), settings));

    /// <inheritdoc />
    public Tensor Evaluate(LossBatch batch) => _layers.Sum(batch, pair => _likelihoods![pair.Index].Of(pair.OfOneSize()));

    /// <summary>A normal distribution of the teacher's features at each position.</summary>
    private sealed class Likelihood : nn.Module
    {
        private const double Smallest = 1e-5;

        private readonly Sequential _mean;
        private readonly Parameter _scale;

        public Likelihood(FeaturePair pair, VariationalInformationSettings settings)
            : base(nameof(Likelihood))
        {
            var (from, to, maps) = (pair.StudentWidth, pair.TeacherWidth, pair.AreMaps);
            var between = settings.Width ?? to;
            _mean = nn.Sequential(Projection.Between(from, between, maps, bias: false), nn.ReLU(), Projection.Between(between, between, maps, bias: false), nn.ReLU(),
                Projection.Between(between, to, maps, bias: false));
            // Where softplus gives the variance less the smallest one.
            var variance = settings.Variance - Smallest;
            _scale = new Parameter(full(to, variance + Math.Log(1 - Math.Exp(-variance)), dtype: ScalarType.Float32));
            register_module("mean", _mean);
            register_parameter("scale", _scale);
        }

        /// <summary>Negative logarithm, in nats, mean over positions and width [N].</summary>
        public Tensor Of(FeaturePair pair)
        {
            var variance = nn.functional.softplus(_scale) + Smallest;
            if (pair.AreMaps) variance = variance.reshape(-1, 1, 1);
            return pair.MeanOfEach(((_mean.call(pair.Student) - pair.Teacher).square() / variance) + variance.log()) / 2;
        }
    }
}
