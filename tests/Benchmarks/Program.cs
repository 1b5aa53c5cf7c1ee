using PluginKd.Benchmarks;

return args switch
{
    [] or ["parity"] => ParityBenchmark.Compare(rounds: 7),
    ["parity", "--rounds", var rounds] => ParityBenchmark.Compare(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture)),
    ["job", var mode, var threads] => ParityBenchmark.RunJob(mode, threads),
    _ => Unknown(args),
};

static int Unknown(string[] args)
{
    Console.Error.WriteLine($"There is no benchmark '{string.Join(' ', args)}'. There is: parity [--rounds N]");
    return 2;
}
