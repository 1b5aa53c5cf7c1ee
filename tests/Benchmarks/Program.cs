using System.Globalization;
using PluginKd.Benchmarks;

return args switch
{
    [] or ["parity"] => ParityBenchmark.Compare(rounds: 7),
    ["parity", "--rounds", var rounds] => ParityBenchmark.Compare(Number(rounds)),
    ["torch"] => TorchBenchmark.Compare(rounds: 5),
    ["torch", "--rounds", var rounds] => TorchBenchmark.Compare(Number(rounds)),
    ["plugins"] => PluginBenchmark.Compare(rounds: 7),
    ["plugins", "--rounds", var rounds] => PluginBenchmark.Compare(Number(rounds)),
    ["plugins", var folder] => PluginBenchmark.RunOurs(folder),
    ["engine"] => EngineBenchmark.Compare(rounds: 5),
    ["engine", "--rounds", var rounds] => EngineBenchmark.Compare(Number(rounds)),
    ["bare"] => EngineBenchmark.RunBare(),
    ["steady"] => EngineBenchmark.RunSteady(),
    ["memory"] => MemoryBenchmark.Compare([10_000, 100_000, 1_000_000]),
    ["memory", .. var counts] => MemoryBenchmark.Compare([.. counts.Select(Number)]),
    ["data", .. var names] => DataBenchmark.Compare(names),
    ["gigabyte"] => DataBenchmark.Gigabyte(1000),
    ["gigabyte", var megabytes] => DataBenchmark.Gigabyte(Number(megabytes)),
    ["read", var folder] => DataBenchmark.Read(folder),
    ["samples", .. var names] => SamplesBenchmark.Run(names),
    // One side of one round, in a process of its own.
    ["job", var mode, var threads] => ParityBenchmark.RunJob(mode, threads),
    ["tiny-add", var device] => TinyAddBenchmark.RunOurs(device),
    ["load"] => LoadBenchmark.RunOurs(),
    ["growth", var device] => GrowthBenchmark.RunOurs(device),
    ["encoder", var steps, var threads, var kernels, var device] => EncoderBenchmark.RunOurs(steps, threads, kernels, device),
    _ => Unknown(args),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Unknown(string[] args)
{
    Console.Error.WriteLine($"There is no benchmark '{string.Join(' ', args)}'. There is: parity [--rounds N], torch [--rounds N], plugins [--rounds N], engine [--rounds N], memory [EXAMPLES...], data [NAME...], gigabyte [MEGABYTES], samples [NAME...]");
    return 2;
}
