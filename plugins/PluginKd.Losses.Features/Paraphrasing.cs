using TorchSharp.Modules;

namespace PluginKd.Losses.Features;

/// <summary>Makes paraphrasers, which condense a teacher's maps so that they can be restored.</summary>
internal static class Paraphrasing
{
    private const int Window = 3;
    private const double Slope = 0.1;

    /// <summary>Three convolutions that keep height and width, each with leaky relu.</summary>
    /// <param name="channels">Channels that come in.</param>
    /// <param name="factors">Channels that go out.</param>
    public static Sequential Encoder(long channels, long factors) => Convolutions(channels, channels, factors, factors);

    /// <summary>Channels that an encoder gives.</summary>
    public static long Factors(Sequential encoder) => encoder.parameters().Last().size(0);

    /// <summary>Trains a paraphraser to restore maps from its factors, with a decoder that is then left away.</summary>
    /// <param name="maps">The teacher's maps of the whole transfer set [N, C, H, W].</param>
    /// <param name="index">Place in the list of pairs: each has its own seed.</param>
    /// <param name="settings">Share of channels and length of the training.</param>
    /// <param name="stage">Seed, device, checkpoints, the wish to stop.</param>
    /// <returns>The encoder, frozen, on the stage's device.</returns>
    public static Sequential Train(Tensor maps, int index, FactorTransferSettings settings, StageContext stage)
    {
        var own = stage with
        {
            StageSeed = stage.Seed($"paraphraser/{index}"),
            Checkpoints = new ParaphraserCheckpoints(stage.Checkpoints),
            Progress = new ParaphraserProgress(stage.Progress, index),
        };
        own.SeedTensors("initial-weights");
        var channels = maps.size(1);
        using var network = new Restoring(channels, Math.Max(1, (long)(channels * settings.Share)));
        var examples = new Split("teacher maps", SplitRole.Unlabelled, new DenseInputs(maps.to(ScalarType.Float32)),
            null, [.. Enumerable.Range(0, (int)maps.size(0)).Select(i => (long)i)]);
        var training = new TrainingSettings { Epochs = settings.ParaphraserEpochs, Optimizer = new() { LearningRate = settings.ParaphraserLearningRate } };
        new TrainingLoop(training, own).Run(network, examples, [new LossTerm("paraphraser", 1, Error)]);
        return network.Encoder();
    }

    private static Tensor Error(LossBatch batch) => batch.Average((batch.Student[Restoring.Restored] - batch.Student[Restoring.Given]).square().flatten(1).mean([1]));

    // A transposed convolution of stride 1 is a convolution with its window turned round, so the decoder needs no other layer.
    private static Sequential Convolutions(params long[] channels) => nn.Sequential(channels.Zip(channels.Skip(1), (from, to) => (from, to)).SelectMany((layer, i) =>
        new (string, nn.Module<Tensor, Tensor>)[] { ($"{2 * i}", nn.Conv2d(layer.from, layer.to, Window, padding: Window / 2)), ($"{(2 * i) + 1}", nn.LeakyReLU(Slope)) }));

    /// <summary>An encoder and a decoder.</summary>
    private sealed class Restoring : Network
    {
        public const string Given = "given";
        public const string Restored = "restored";

        private readonly Sequential _encoder;
        private readonly Sequential _decoder;

        public Restoring(long channels, long factors)
            : base(nameof(Restoring))
        {
            (_encoder, _decoder) = (Paraphrasing.Encoder(channels, factors), Convolutions(factors, factors, channels, channels));
            register_module("encoder", _encoder);
            register_module("decoder", _decoder);
        }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => [((DenseInputs)inputs).Values];

        public override Signals forward(IReadOnlyList<Tensor>? input) => new((Given, input![0]), (Restored, _decoder.call(_encoder.call(input[0]))));

        /// <summary>A frozen encoder with the same weights, whose life is its own.</summary>
        public Sequential Encoder()
        {
            var first = _encoder.parameters().First();
            var copy = Paraphrasing.Encoder(first.size(0), Factors(_encoder)).to(first.device);
            copy.load_state_dict(_encoder.state_dict());
            foreach (var parameter in copy.parameters()) parameter.requires_grad = false;
            return copy;
        }
    }
}
