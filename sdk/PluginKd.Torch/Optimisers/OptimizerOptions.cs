namespace TorchSharp.Modules;

/// <summary>The settings of one group of parameters; what is not set comes from the optimiser.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate of the next step; no unit.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate that training started with.</summary>
    public double InitialLearningRate { get; set; }
}
