using PluginKd.Tool;
using PluginKd.Torch;

// Nobody compares a run to the bit with another engine; everybody waits for it.
TorchLibrary.UseFastestKernels();
// Not by return, which waits for threads that plugins have left.
Environment.Exit(await CommandLine.RunAsync(args));
