using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PluginKd.Torch.Tests;

public sealed class ScriptTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly DisposeScope _scope = NewDisposeScope();

    private static string Fixture => Path.Combine(AppContext.BaseDirectory, "scripts", "net.pt");

    private static string Maker => Path.Combine(Path.GetDirectoryName(Here())!, "scripts", "make.py");

    [Fact]
    public void Computes_what_Python_computed()
    {
        using var net = jit.load<Tensor, (Tensor, Tensor)>(Fixture);
        net.eval();
        Assert.False(net.training);
        var (rows, sum) = net.call(ones(1, 2));
        Assert.Equal([2f, 7f, 12f], rows.data<float>().ToArray());
        Assert.Equal(21, sum.ToSingle());
        Assert.Equal(6, net.invoke<Tensor>("twice", ones(1), 6.0).ToSingle());
        Assert.IsType<(object, object)>(jit.load(File.ReadAllBytes(Fixture)).call(ones(1, 2)));
    }

    [Fact]
    public void Shows_its_tensors_and_can_be_trained()
    {
        using var net = jit.load<Tensor, (Tensor, Tensor)>(Fixture);
        net.eval();
        Assert.Equal(["linear.weight", "linear.bias", "offset"], net.state_dict().Keys);
        using var optimizer = optim.SGD(net.parameters(), 1);
        net.call(ones(1, 2)).Item2.backward();
        optimizer.step();
        Assert.Equal([-1f, 1f, 3f], net.get_parameter("linear.weight")!.select(1, 0).data<float>().ToArray());
        Assert.Equal([0f, 1f, 2f], net.call(zeros(1, 2)).Item1.data<float>().ToArray());
        net.train();
        Assert.True(net.training);
    }

    [Fact]
    public void Moves_to_other_types()
    {
        using var net = jit.load<Tensor, (Tensor, Tensor)>(Fixture).to(float64);
        net.eval();
        Assert.Equal(float64, net.call(ones(1, 2, dtype: float64)).Item1.dtype);
        Assert.All(net.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
    }

    [Fact]
    public void Leaves_nothing_behind()
    {
        var start = TorchLibrary.LiveTensorCount;
        using (NewDisposeScope())
        {
            using var net = jit.load(Fixture);
            net.call(ones(1, 2));
        }

        Assert.Equal(start, TorchLibrary.LiveTensorCount);
    }

    [Fact]
    public void Refuses_what_is_no_script()
    {
        Assert.Throws<FileNotFoundException>(() => jit.load("nowhere.pt"));
        Assert.ThrowsAny<ExternalException>(() => jit.load([1, 2, 3]));
        using var net = jit.load(Fixture);
        Assert.Throws<ArgumentException>(() => net.call("text"));
        Assert.ThrowsAny<ExternalException>(() => net.invoke("nothing"));
    }

    [Fact]
    public void A_fresh_script_of_this_machines_PyTorch_loads_too()
    {
        if (!File.Exists(Python) || !Directory.Exists("/usr/lib/python3/dist-packages/torch"))
            return;
        var file = Path.GetTempFileName();
        using (var process = Process.Start(new ProcessStartInfo(Python, [Maker, file]) { RedirectStandardError = true })!)
            process.WaitForExit();
        using var net = jit.load<Tensor, (Tensor, Tensor)>(file);
        net.eval();
        Assert.Equal(21, net.call(ones(1, 2)).Item2.ToSingle());
        File.Delete(file);
    }

    [Fact]
    public void What_a_script_says_when_it_fails_arrives()
    {
        if (!File.Exists(Python) || !Directory.Exists("/usr/lib/python3/dist-packages/torch"))
            return;
        var folder = Directory.CreateTempSubdirectory("kd-script-");
        var (maker, file) = (Path.Combine(folder.FullName, "make.py"), Path.Combine(folder.FullName, "net.pt"));
        File.WriteAllText(maker, $"""
            import torch
            class Picky(torch.nn.Module):
                def forward(self, x: torch.Tensor) -> torch.Tensor:
                    assert x.dim() == 2, "two dimensions are needed"
                    return x
            torch.jit.save(torch.jit.script(Picky()), "{file}")
            """);
        using (var process = Process.Start(new ProcessStartInfo(Python, [maker]) { RedirectStandardError = true })!)
            process.WaitForExit();
        using var net = jit.load<Tensor, Tensor>(file);
        Assert.Contains("two dimensions are needed", Assert.ThrowsAny<ExternalException>(() => net.call(ones(3))).Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    public void Dispose() => _scope.Dispose();

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
