namespace PluginKd.Averaging.Tests;

public sealed class LastIterateConformance : KdConformance<LastIterate>;
