namespace PluginKd.Sdk;

/// <summary>What the weights of several loss terms say.</summary>
public enum LossBalance
{
    /// <summary>Each term counts by its value times its weight, however large it is.</summary>
    None,

    /// <summary>Terms are scaled so that the norms of their gradients are as their weights: weights 3 and 1 give shares of 75 % and 25 %.</summary>
    Gradient,
}
