namespace TestPlugins.Helped;

/// <summary>Averages by a base class from the library beside it.</summary>
[KdPlugin("helped")]
public sealed class Helped : Helper.KeepsWeights, IAverager;
