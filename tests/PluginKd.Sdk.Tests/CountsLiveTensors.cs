namespace PluginKd.Sdk.Tests;

/// <summary>Tests that count the tensors of the process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CountsLiveTensors
{
    public const string Name = "counts live tensors";
}
