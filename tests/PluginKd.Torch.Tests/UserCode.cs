using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Torch.Tests;

/// <summary>What a TorchSharp user writes: it compiles against this binding and against the real package.</summary>
internal static class UserCode
{
    internal sealed class Block : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> query;
        private readonly Module<Tensor, Tensor> key;
        private readonly Module<Tensor, Tensor> value;
        private readonly Module<Tensor, Tensor> feed;
        private readonly LayerNorm first;
        private readonly LayerNorm second;

        public Block(string name, long width)
            : base(name)
        {
            query = Linear(width, width);
            key = Linear(width, width, hasBias: false);
            value = Linear(width, width);
            feed = Sequential(("up", Linear(width, 2 * width)), ("act", GELU()), ("drop", Dropout(0.1)), ("down", Linear(2 * width, width)));
            first = LayerNorm(width);
            second = LayerNorm(new[] { width }, 1e-6);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var seen = functional.scaled_dot_product_attention(query.call(input), key.call(input), value.call(input));
            var middle = first.call(input + seen);
            return second.forward(middle + feed.call(middle)).MoveToOuterDisposeScope();
        }
    }

    internal sealed class Encoder : Module<Tensor, Tensor>
    {
        private readonly Embedding words;
        private readonly Parameter places;
        private readonly ModuleList<Block> blocks;
        private readonly Module<Tensor, Tensor> head;
        private readonly Tensor scale;

        public Encoder(long vocabulary, long length, long width, int depth, long classes)
            : base(nameof(Encoder))
        {
            words = Embedding(vocabulary, width, padding_idx: 0);
            places = Parameter(zeros(length, width));
            blocks = new ModuleList<Block>(Enumerable.Range(0, depth).Select(i => new Block($"block{i}", width)).ToArray());
            head = Linear(width, classes);
            scale = tensor(1.0f);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var state = words.call(input) * scale + places;
            foreach (var block in blocks)
                state = block.call(state);
            return head.call(state.mean(new long[] { 1 })).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Soft targets and hard labels, at temperature τ.</summary>
    internal sealed class SoftTargetLoss(double temperature, double share) : Module<Tensor, Tensor, Tensor, Tensor>(nameof(SoftTargetLoss))
    {
        public override Tensor forward(Tensor input1, Tensor input2, Tensor input3)
        {
            using var scope = NewDisposeScope();
            var soft = functional.kl_div(
                functional.log_softmax(input1 / temperature, 1), functional.log_softmax(input2 / temperature, 1), log_target: true,
                reduction: Reduction.Sum) / input1.shape[0] * (temperature * temperature);
            var hard = functional.cross_entropy(input1, input3);
            return (soft * share + hard * (1 - share)).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Trains for some steps and gives the losses; the weights are in the file.</summary>
    public static List<double> Train(string file, int steps)
    {
        manual_seed(1);
        using var student = new Encoder(20, 6, 8, 2, 3);
        using var teacher = new Encoder(20, 6, 8, 1, 3);
        teacher.eval();
        using var loss = new SoftTargetLoss(2, 0.5);
        using var optimizer = optim.AdamW(student.parameters(), lr: 0.01, weight_decay: 0.01);
        var warm = optim.lr_scheduler.LinearLR(optimizer, start_factor: 0.1, total_iters: 3);
        var decay = optim.lr_scheduler.CosineAnnealingLR(optimizer, steps);
        var scheduler = optim.lr_scheduler.SequentialLR(optimizer, new[] { warm, decay }, new[] { 3 });
        var losses = new List<double>();
        student.train();
        using var input = randint(1, 20, new long[] { 16, 6 });
        using var labels = randint(0, 3, new long[] { 16 });
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            Tensor target;
            using (no_grad())
                target = teacher.call(input);
            optimizer.zero_grad();
            var value = loss.call(student.call(input), target, labels);
            value.backward();
            nn.utils.clip_grad_norm_(student.parameters(), 1.0);
            optimizer.step();
            scheduler.step();
            losses.Add(value.ToDouble());
        }

        student.save(file);
        return losses;
    }
}
