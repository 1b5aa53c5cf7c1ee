namespace PluginKd.Sdk;

/// <summary>One part of what a training run minimises.</summary>
/// <param name="Name">For messages and metrics, such as the loss's id.</param>
/// <param name="Weight">Factor, no unit.</param>
/// <param name="Evaluate">Gives the loss of a batch, a scalar, before the factor.</param>
public sealed record LossTerm(string Name, Schedule Weight, Func<LossBatch, Tensor> Evaluate);
