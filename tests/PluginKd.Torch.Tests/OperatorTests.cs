using System.Text.Json;

namespace PluginKd.Torch.Tests;

/// <summary>
/// Every row of operators.py on every device: results and gradients to 1e-12 on the processor and 1e-9 elsewhere, and gradients against
/// central differences. What is drawn is PyTorch's on the processor alone; other devices have streams of their own.
/// </summary>
public sealed class OperatorTests : IDisposable
{
    // The derivative is that of a jump or a bend only within this distance of one; rows whose result jumps are flat.
    private const double Step = 1e-5;

    private static readonly JsonElement s_rows =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "operators.json"))).RootElement;

    private readonly DisposeScope _scope = NewDisposeScope();

    public static IEnumerable<object[]> Rows => Devices.Each(OperatorRows.All.Keys.Select(name => new object[] { name }));

    public static IEnumerable<object[]> Compared => Rows.Where(row => Devices.IsReference((string)row[0]) || !OperatorDrawnRows.All.ContainsKey((string)row[1]));

    public static IEnumerable<object[]> Drawn => Rows.Where(row => OperatorDrawnRows.All.ContainsKey((string)row[1]));

    [Theory]
    [MemberData(nameof(Compared))]
    public void Result_and_gradients_are_PyTorchs(string device, string name)
    {
        using var place = Devices.Use(device);
        var tolerance = Devices.IsReference(device) ? 1e-12 : 1e-9;
        var row = s_rows.GetProperty(name);
        var inputs = Inputs(row);
        var results = OperatorRows.All[name](inputs);
        var wanted = row.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(wanted.Length, results.Length);
        for (var i = 0; i < wanted.Length; i++)
            Close($"{name} result {i}", wanted[i], results[i], tolerance);

        var floating = inputs.Where(input => input.requires_grad).ToArray();
        var gradients = Gradients(results, floating);
        var expected = row.GetProperty("gradients").EnumerateArray().ToArray();
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].ValueKind != JsonValueKind.Null)
                Close($"{name} gradient {i}", expected[i], gradients[i]!, tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Gradients_are_those_of_central_differences(string device, string name)
    {
        using var place = Devices.Use(device);
        var inputs = Inputs(s_rows.GetProperty(name));
        var floating = inputs.Where(input => input.requires_grad).ToArray();
        var gradients = Gradients(OperatorRows.All[name](inputs), floating);
        using var guard = no_grad();
        for (var i = 0; i < floating.Length; i++)
        {
            if (gradients[i] is not { } gradient)
                continue;
            var found = gradient.cpu().contiguous().data<double>().ToArray();
            var flat = floating[i].view(-1);
            for (var at = 0; at < found.Length; at++)
            {
                double Moved(double by)
                {
                    using var scope = NewDisposeScope();
                    flat[at].add_(by);
                    var value = Loss(OperatorRows.All[name](inputs))!.ToDouble();
                    flat[at].add_(-by);
                    return value;
                }

                var slope = (Moved(Step) - Moved(-Step)) / (2 * Step);
                Assert.True(Math.Abs(slope - found[at]) <= 1e-5 * Math.Max(1, Math.Abs(slope)),
                    $"{name}: input {i}[{at}] = {flat[at].ToDouble()}: differences {slope:R}, gradient {found[at]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void The_same_seed_draws_the_same(string device, string name)
    {
        using var place = Devices.Use(device);
        var row = s_rows.GetProperty(name);
        var (first, second) = (OperatorRows.All[name](Inputs(row))[0], OperatorRows.All[name](Inputs(row))[0]);
        Assert.Equal(Shape(row.GetProperty("results")[0]), first.shape);
        Assert.Equal(first.detach(), second.detach());
    }

    [Fact]
    public void Rows_are_those_of_the_script() =>
        Assert.Equal(s_rows.EnumerateObject().Select(row => row.Name).Order(), OperatorRows.All.Keys.Order());

    public void Dispose() => _scope.Dispose();

    private static Tensor[] Inputs(JsonElement row) => [.. row.GetProperty("inputs").EnumerateArray().Select(input =>
    {
        var values = tensor(input.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray())
            .reshape(Shape(input));
        return input.GetProperty("type").GetString() == "int64" ? values.to(int64) : values.clone().requires_grad_();
    })];

    private static long[] Shape(JsonElement tensor) => [.. tensor.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64())];

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

    private static void Close(string what, JsonElement wanted, Tensor found, double tolerance)
    {
        Assert.Equal(Shape(wanted), found.shape);
        var values = found.detach().to(float64).cpu().contiguous().data<double>().ToArray();
        var place = 0;
        foreach (var value in wanted.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()))
        {
            Assert.True(Math.Abs(value - values[place]) <= tolerance * Math.Max(1, Math.Abs(value)),
                $"{what}[{place}]: PyTorch {value:R}, here {values[place]:R}");
            place++;
        }
    }
}
