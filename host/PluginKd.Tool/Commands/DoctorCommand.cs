using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using PluginKd.Tool.Display;
using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd doctor</c>: what the tool runs on, what is wrong, and the command that mends it.</summary>
internal static class DoctorCommand
{
    private const string Install = "apt-get install -y g++ libtorch-dev libopenblas0-openmp";

    public static Command Create()
    {
        var command = new Command("doctor", "Check libtorch, BLAS, threads, devices and plugin folders.");
        command.SetAction(parsed => CommandLine.Guard(parsed, () => Examine(parsed)));
        return command;
    }

    private static int Examine(ParseResult parsed)
    {
        var problems = new List<(string Wrong, string Fix)>();
        Say("runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        if (TorchLibrary.TryLoad(out var error)) ExamineTorch(problems);
        else problems.Add((error, $"{Install}   (then build again; or set LIBTORCH to a libtorch folder)"));
        ExaminePlugins(parsed, problems);
        foreach (var (wrong, fix) in problems)
        {
            Terminal.Out.WriteLine();
            Terminal.Out.WriteLine($"problem: {wrong}");
            Terminal.Out.WriteLine($"  next:  {fix}");
        }

        if (problems.Count == 0) Terminal.Out.WriteLine("everything is in order");
        return problems.Count == 0 ? ExitCodes.Success : ExitCodes.RunFailed;
    }

    private static void ExamineTorch(List<(string, string)> problems)
    {
        Say("libtorch", $"{TorchLibrary.Version}  {TorchLibrary.LibTorchPath}");
        Say("shim", TorchLibrary.ShimPath);
        Say("BLAS", TorchLibrary.BlasPath);
        if (TorchLibrary.BlasKernels is { } kernels) Say("kernels", kernels);
        Say("threads", $"{torch.get_num_threads().ToString(CultureInfo.InvariantCulture)} of {Environment.ProcessorCount} cores");
        Say("devices", torch.cuda.is_available() ? $"cpu, {torch.cuda.device_count()} × cuda" : "cpu (this libtorch sees no CUDA device)");
        using var x = torch.ones(8, 8);
        using var product = x.mm(x);
        if (product.sum().ToDouble() != 512) problems.Add(("a matrix product gave a wrong result", "reinstall libtorch: " + Install));
        if (!TorchLibrary.BlasPath.Contains("openblas", StringComparison.OrdinalIgnoreCase) && !TorchLibrary.BlasPath.Contains("mkl", StringComparison.OrdinalIgnoreCase)
            && TorchLibrary.BlasPath.Length > 0)
            problems.Add(($"matrix products run on a slow BLAS: {TorchLibrary.BlasPath}", "apt-get install -y libopenblas0-openmp"));
        else if (TorchLibrary.BlasPath.Contains("pthread", StringComparison.Ordinal))
            problems.Add(("OpenBLAS with its own threads is slower with two threads than with one", "apt-get install -y libopenblas0-openmp"));
    }

    private static void ExaminePlugins(ParseResult parsed, List<(string, string)> problems)
    {
        foreach (var root in CommandLine.Roots(parsed))
            Say("plugins in", $"{root.Folder} ({(Directory.Exists(root.Folder) ? $"{PluginCatalog.Discover([root]).Packages.Count} packages" : "not there")})");
        var catalog = CommandLine.Catalog(parsed);
        foreach (var broken in catalog.Broken) problems.Add(($"{broken.Folder} is no plugin: {broken.Reason}", "build or install it again, or delete the folder"));
        if (catalog.Packages.Count == 0) problems.Add(("no plugin was found", "./build.sh build, or name a folder with --plugin-path"));
    }

    private static void Say(string what, string value) => Terminal.Out.WriteLine($"{what,-11} {value}");
}
