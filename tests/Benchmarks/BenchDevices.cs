using TorchSharp;

namespace PluginKd.Benchmarks;

/// <summary>The devices that are measured beside the processor: the GPU where there is one, or what KDTORCH_TEST_DEVICES names, as for the tests.</summary>
internal static class BenchDevices
{
    // PyTorch 1.13 sets where tensors are made by a type, PyTorch 2 by either; the script that it runs says nothing of devices.
    public const string PythonWrapper = """
        import runpy, sys, torch
        device = sys.argv[1]
        if device.startswith("cuda"):
            torch.set_default_tensor_type("torch.cuda.FloatTensor")
            if ":" in device:
                torch.cuda.set_device(device)
        sys.argv = sys.argv[2:]
        runpy.run_path(sys.argv[0], run_name="__main__")
        """;

    public static IReadOnlyList<string> Others { get; } =
        [.. (Environment.GetEnvironmentVariable("KDTORCH_TEST_DEVICES")?.Split(',') ?? (torch.cuda.is_available() ? ["cuda"] : []))
            .Where(device => device != "cpu")];

    /// <summary>Whether Python's PyTorch can compute there too.</summary>
    public static bool PythonHas(string device) => !device.StartsWith("cuda", StringComparison.Ordinal)
        || Peer.Exit("-c", "import sys, torch; sys.exit(not torch.cuda.is_available())") == 0;
}
