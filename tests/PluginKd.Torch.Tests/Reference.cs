using System.Text.Json;

namespace PluginKd.Torch.Tests;

/// <summary>PyTorch's numbers, written by reference.py.</summary>
internal static class Reference
{
    private static readonly JsonElement s_numbers =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference.json"))).RootElement;

    public static IEnumerable<string> Names => s_numbers.EnumerateObject().Select(entry => entry.Name);

    public static double[] Values(string name) =>
        [.. s_numbers.GetProperty(name).GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];

    // A few of the last bits depend on whether the processor multiplies and adds in one rounding; another stream would be far off.
    public static void Same(string name, Tensor tensor) => Close(name, tensor, 5e-7);

    public static void Close(string name, Tensor tensor, double tolerance = 1e-6)
    {
        var shape = s_numbers.GetProperty(name).GetProperty("shape").EnumerateArray().Select(length => length.GetInt64());
        Assert.Equal(shape, tensor.shape);
        var found = tensor.detach().to(float64).cpu().contiguous().data<double>().ToArray();
        var wanted = Values(name);
        for (var i = 0; i < wanted.Length; i++)
            Assert.True(Math.Abs(wanted[i] - found[i]) <= tolerance, $"{name}[{i}]: PyTorch {wanted[i]:R}, here {found[i]:R}");
    }
}
