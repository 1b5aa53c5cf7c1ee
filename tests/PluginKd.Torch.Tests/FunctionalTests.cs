using F = TorchSharp.torch.nn.functional;

namespace PluginKd.Torch.Tests;

public sealed class FunctionalTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    private static Tensor A => arange(12, dtype: float32).reshape(3, 4) / 7 - 0.8;

    private static Tensor B => tensor(new[,] { { 0.5f, -1.0f, 2.0f, 0.25f }, { 1.5f, 0.1f, -0.3f, 0.9f }, { -2.0f, 0.7f, 0.6f, 1.1f } });

    private static Tensor Labels => tensor(new long[] { 2, 0, 3 });

    private static Tensor LogP => F.log_softmax(A, 1);

    private static Tensor Q => F.softmax(B, 1);

    public static TheoryData<string, Func<Tensor>> Operators => new()
    {
        { "rsub", () => 1 - A },
        { "rdiv", () => 1 / B },
        { "pow", () => A.abs().pow(1.5) },
        { "gelu", () => F.gelu(A) },
        { "sigmoid", () => A.sigmoid() },
        { "logsumexp", () => A.logsumexp(1) },
        { "log_softmax", () => LogP },
        { "softmax", () => Q },
        { "std", () => A.std(1) },
        { "var", () => A.var(0, unbiased: false) },
        { "norm", () => A.norm() },
        { "norm_dim", () => A.norm(1) },
        { "topk", () => B.topk(2, 1).values },
        { "sort", () => B.sort(1, descending: true).Indices },
        { "cumsum", () => A.cumsum(1) },
        { "matmul", () => A.matmul(B.t()) },
        { "clamp", () => A.clamp(-0.3, 0.4) },
        { "quantile", () => torch.quantile(B, tensor(new[] { 0.25f, 0.5f }), 1) },
        { "amax", () => B.amax([0, 1]) },
        { "gather", () => B.gather(1, Labels.unsqueeze(1)) },
        { "cross_entropy", () => F.cross_entropy(A, Labels) },
        { "cross_entropy_smooth", () => F.cross_entropy(A, Labels, label_smoothing: 0.1) },
        { "cross_entropy_ignore", () => F.cross_entropy(A, tensor(new long[] { 2, -100, 3 })) },
        { "cross_entropy_soft", () => F.cross_entropy(A, Q) },
        { "nll", () => F.nll_loss(LogP, Labels, reduction: nn.Reduction.Sum) },
        { "kl", () => F.kl_div(LogP, Q, log_target: false, reduction: nn.Reduction.Sum) },
        { "kl_log", () => F.kl_div(LogP, Q.log()) },
        { "mse", () => F.mse_loss(A, B) },
        { "smooth_l1", () => F.smooth_l1_loss(A, B, beta: 0.5) },
        { "bce", () => F.binary_cross_entropy_with_logits(A, B.gt(0).to(float32), pos_weights: tensor(new[] { 2f })) },
        { "cosine", () => F.cosine_similarity(A, B, 1) },
        { "normalize", () => F.normalize(B, dim: 1) },
        { "one_hot", () => F.one_hot(Labels, 5) },
        { "layer_norm", () => F.layer_norm(A, [4]) },
        { "batch_norm", () => F.batch_norm(A, zeros(4), ones(4), training: true) },
        { "conv1d", () => F.conv1d(A.unsqueeze(0), ones(2, 3, 2) / 3, tensor(new[] { 0.1f, 0.2f }), stride: 2, padding: 1) },
        { "conv2d", () => F.conv2d(A[TensorIndex.None, TensorIndex.None], ones(1, 1, 2, 2), padding: [1, 1], dilation: [2, 2]) },
        { "max_pool1d", () => F.max_pool1d(A.unsqueeze(0), 2) },
        { "max_pool2d", () => F.max_pool2d(B[TensorIndex.None, TensorIndex.None], 2, stride: 1) },
        { "avg_pool2d", () => F.avg_pool2d(B[TensorIndex.None, TensorIndex.None], 2, stride: 1) },
        { "adaptive_avg", () => F.adaptive_avg_pool2d(B[TensorIndex.None, TensorIndex.None], (2, 2)) },
        { "adaptive_max", () => F.adaptive_max_pool1d(B.unsqueeze(0), 3) },
        { "bag", () => Bag().call(tensor(new long[,] { { 0, 1, 2 }, { 2, 1, 1 } })) },
        { "attention", () => F.scaled_dot_product_attention(A, B, B) },
    };

    [Theory]
    [MemberData(nameof(Operators))]
    public void Agrees_with_PyTorch(string name, Func<Tensor> compute) => Reference.Close("op." + name, compute());

    [Fact]
    public void Every_number_of_the_reference_is_looked_at() =>
        Assert.Empty(Reference.Names.Where(name => name.StartsWith("op.", StringComparison.Ordinal)).Select(name => name[3..])
            .Except(Operators.Select(row => (string)((object[])row)[0])));

    [Fact]
    public void The_divergence_from_itself_is_zero() =>
        Assert.Equal(0, F.kl_div(LogP, LogP.exp(), log_target: false, reduction: nn.Reduction.Sum).ToDouble(), 1e-6);

    [Fact]
    public void Gradients_agree_with_PyTorch()
    {
        var x = linspace(-1, 1, 6).reshape(2, 3).requires_grad_();
        var target = Q[TensorIndex.Slice(0, 2), TensorIndex.Slice(0, 3)];
        var loss = F.kl_div(F.log_softmax(x / 4, 1), target, log_target: false, reduction: nn.Reduction.Sum);
        Reference.Close("grad.kl", autograd.grad([loss], [x])[0]);
        Assert.Null(x.grad);
    }

    public void Dispose() => _scope.Dispose();

    private static TorchSharp.Modules.EmbeddingBag Bag()
    {
        var bag = nn.EmbeddingBag(3, 4, padding_index: 1);
        bag.load_state_dict(new() { ["weight"] = B });
        return bag;
    }
}
