using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

/// <summary>States that do not fit the optimiser are refused, and nothing is taken over from them.</summary>
public sealed class OptimizerStateTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void A_state_of_another_shape_is_refused_before_anything_changes()
    {
        var (small, large) = (nn.Parameter(ones(4)), nn.Parameter(ones(100_000)));
        var first = nn.Parameter(ones(3));
        using var one = Stepped(optim.Adam([first, small]), first, small);
        using var other = Stepped(optim.Adam([nn.Parameter(ones(3)), large]), large);
        var before = OptimizerCheckpoint.Save(other);
        var error = Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(other, OptimizerCheckpoint.Save(one)));
        Assert.Contains("'1.first' is float32[4], and the parameter float32[100000]", error.Message, StringComparison.Ordinal);
        Same(before, OptimizerCheckpoint.Save(other));
        Stepped(other, large);
    }

    [Fact]
    public void A_state_of_another_element_type_is_refused()
    {
        var (w, v) = (nn.Parameter(ones(4, dtype: float64)), nn.Parameter(ones(4)));
        using var one = Stepped(optim.SGD([w], 0.1, momentum: 0.9), w);
        using var other = optim.SGD([v], 0.1, momentum: 0.9);
        var error = Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(other, OptimizerCheckpoint.Save(one)));
        Assert.Contains("'0.first' is float64[4], and the parameter float32[4]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_shape_is_refused()
    {
        var (w, v) = (nn.Parameter(ones(4)), nn.Parameter(ones(9)));
        using var one = Stepped(optim.AdamW([w]), w);
        using var other = optim.AdamW([v], 0.5);
        using var file = new MemoryStream();
        one.save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        Assert.Throws<ArgumentException>(() => other.load_state_dict(new BinaryReader(file)));
        Assert.Equal(0.5, other.ParamGroups.Single().LearningRate);
        Stepped(other, v);
    }

    [Theory]
    [InlineData("0.second", "has no '0.second'")]
    [InlineData("0.first", "has no '0.first'")]
    [InlineData("0.step", "has no '0.step'")]
    public void A_state_with_a_part_missing_is_refused(string key, string message)
    {
        var w = nn.Parameter(ones(4));
        using var optimizer = Stepped(optim.Adam([w]), w);
        var saved = OptimizerCheckpoint.Save(optimizer);
        saved.Remove(key);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(optimizer, saved)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_another_kind_of_optimiser_is_refused()
    {
        var (w, v) = (nn.Parameter(ones(4)), nn.Parameter(ones(4)));
        optim.Optimizer[] all =
        [
            Stepped(optim.SGD([w], 0.1, momentum: 0.9), w), Stepped(optim.Adam([w]), w), Stepped(optim.Adam([w], amsgrad: true), w),
            Stepped(optim.RMSProp([w], centered: true), w), Bent(optim.LBFGS([w]), w), Stepped(optim.SGD([w, v], 0.1, momentum: 0.9), w, v),
        ];
        foreach (var from in all)
        {
            var saved = OptimizerCheckpoint.Save(from);
            // What Adam keeps with amsgrad has all that Adam without it and RMSProp may keep: these cannot be told apart.
            foreach (var to in all.Where(to => to != from && !(from == all[2] && (to == all[1] || to == all[3]))))
            {
                var before = OptimizerCheckpoint.Save(to);
                Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(to, saved));
                Same(before, OptimizerCheckpoint.Save(to));
            }

            OptimizerCheckpoint.Restore(from, saved);
            Same(saved, OptimizerCheckpoint.Save(from));
        }

        Array.ForEach(all, one => one.Dispose());
    }

    [Fact]
    public void A_parameter_whose_shape_changed_under_the_optimiser_is_refused_by_the_step()
    {
        var w = nn.Parameter(ones(4));
        using var optimizer = Stepped(optim.Adam([w]), w);
        using var momentum = Stepped(optim.SGD([w], 0.1, momentum: 0.9), w);
        w.grad = null;
        w.SetData(ones(100_000));
        foreach (var one in new optim.Optimizer[] { optimizer, momentum })
        {
            w.grad = ones(100_000);
            var error = Assert.Throws<TorchException>(() => one.step());
            Assert.Contains("[4]", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_history_with_a_part_missing_is_refused_before_anything_changes()
    {
        var w = nn.Parameter(linspace(-1, 1, 9));
        using var optimizer = Bent(optim.LBFGS([w], 0.3), w);
        var before = OptimizerCheckpoint.Save(optimizer);
        foreach (var key in before.Keys.Where(key => key.StartsWith("lbfgs.", StringComparison.Ordinal) && key != "lbfgs.gradient"))
        {
            var saved = new Dictionary<string, Tensor>(before);
            saved.Remove(key);
            Assert.Throws<ArgumentException>(() => OptimizerCheckpoint.Restore(optimizer, saved));
            Same(before, OptimizerCheckpoint.Save(optimizer));
        }
    }

    public void Dispose() => _scope.Dispose();

    private static void Same(Dictionary<string, Tensor> expected, Dictionary<string, Tensor> found)
    {
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        foreach (var (key, tensor) in expected)
            Assert.Equal(tensor, found[key]);
    }

    private static T Stepped<T>(T optimizer, params Parameter[] parameters)
        where T : optim.Optimizer
    {
        foreach (var parameter in parameters)
            parameter.grad = ones_like(parameter);
        optimizer.step();
        return optimizer;
    }

    private static LBFGS Bent(LBFGS optimizer, Parameter w)
    {
        optimizer.step(() =>
        {
            optimizer.zero_grad();
            var loss = w.cos().sum();
            loss.backward();
            return loss;
        });
        return optimizer;
    }
}
