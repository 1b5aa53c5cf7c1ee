using PluginKd.Tool;
using PluginKd.Torch;

// Nobody compares a run to the bit with another engine; everybody waits for it.
TorchLibrary.UseFastestKernels();
return await CommandLine.RunAsync(args);
