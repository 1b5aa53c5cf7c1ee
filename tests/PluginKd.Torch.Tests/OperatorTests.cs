using System.Text.Json;

namespace PluginKd.Torch.Tests;

/// <summary>Every row of operators.py: results and gradients to 1e-12, and gradients against central differences.</summary>
public sealed class OperatorTests : IDisposable
{
    // The derivative is that of a jump or a bend only within this distance of one; rows whose result jumps are flat.
    private const double Step = 1e-5;

    private static readonly JsonElement s_rows =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "operators.json"))).RootElement;

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Names => [.. OperatorRows.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Result_and_gradients_are_PyTorchs(string name)
    {
        var row = s_rows.GetProperty(name);
        var inputs = Inputs(row);
        var results = OperatorRows.All[name](inputs);
        var wanted = row.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(wanted.Length, results.Length);
        for (var i = 0; i < wanted.Length; i++)
            Close($"{name} result {i}", wanted[i], results[i]);

        var floating = inputs.Where(input => input.requires_grad).ToArray();
        var gradients = Gradients(results, floating);
        var expected = row.GetProperty("gradients").EnumerateArray().ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].ValueKind != JsonValueKind.Null)
                Close($"{name} gradient {i}", expected[i], gradients[i]!);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_those_of_central_differences(string name)
    {
        var inputs = Inputs(s_rows.GetProperty(name));
        var floating = inputs.Where(input => input.requires_grad).ToArray();
        var gradients = Gradients(OperatorRows.All[name](inputs), floating);
        using var guard = no_grad();
        for (var i = 0; i < floating.Length; i++)
        {
            if (gradients[i] is not { } gradient)
                continue;
            var values = floating[i].data<double>();
            var found = gradient.contiguous().data<double>().ToArray();
            var flat = floating[i].view(-1);
            for (var place = 0; place < found.Length; place++)
            {
                double Moved(double by)
                {
                    using var scope = NewDisposeScope();
                    flat[place].add_(by);
                    var value = Loss(OperatorRows.All[name](inputs))!.ToDouble();
                    flat[place].add_(-by);
                    return value;
                }

                var slope = (Moved(Step) - Moved(-Step)) / (2 * Step);
                Assert.True(Math.Abs(slope - found[place]) <= 1e-5 * Math.Max(1, Math.Abs(slope)),
                    $"{name}: input {i}[{place}] = {flat[place].ToDouble()}: differences {slope:R}, gradient {found[place]:R}");
            }
        }
    }

    [Fact]
    public void Rows_are_those_of_the_script() =>
        Assert.Equal(s_rows.EnumerateObject().Select(row => row.Name).Order(), OperatorRows.All.Keys.Order());

    public void Dispose() => _scope.Dispose();

    private static Tensor[] Inputs(JsonElement row) => [.. row.GetProperty("inputs").EnumerateArray().Select(input =>
    {
        var values = tensor(input.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray())
            .reshape([.. input.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64())]);
        return input.GetProperty("type").GetString() == "int64" ? values.to(int64) : values.clone().requires_grad_();
    })];

    private static Tensor? Loss(Tensor[] results)
    {
        Tensor? sum = null;
        foreach (var result in results.Where(result => result.is_floating_point()))
        {
            var part = (result * arange(result.numel(), dtype: float64).cos().reshape(result.shape)).sum();
            sum = sum is null ? part : sum + part;
        }

        return sum;
    }

    private static Tensor?[] Gradients(Tensor[] results, Tensor[] inputs) =>
        inputs.Length > 0 && Loss([.. results.Where(result => result.requires_grad)]) is { } loss
            ? [.. autograd.grad([loss], inputs, allow_unused: true)]
            : new Tensor?[inputs.Length];

    private static void Close(string what, JsonElement wanted, Tensor found)
    {
        Assert.Equal(wanted.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()), found.shape);
        var values = found.detach().to(float64).contiguous().data<double>().ToArray();
        var place = 0;
        foreach (var value in wanted.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()))
        {
            Assert.True(Math.Abs(value - values[place]) <= 1e-12 * Math.Max(1, Math.Abs(value)),
                $"{what}[{place}]: PyTorch {value:R}, here {values[place]:R}");
            place++;
        }
    }
}
