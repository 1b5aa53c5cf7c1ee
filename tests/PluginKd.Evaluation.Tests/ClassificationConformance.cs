namespace PluginKd.Evaluation.Tests;

public sealed class ClassificationConformance : KdConformance<Classification>;
