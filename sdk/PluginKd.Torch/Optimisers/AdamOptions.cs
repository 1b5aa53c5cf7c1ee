namespace TorchSharp.Modules;

/// <summary>The settings that Adam and AdamW share; null is the optimiser's own.</summary>
public class AdamOptions : OptimizerOptions
{
    /// <summary>The share of the first moment that is kept; no unit.</summary>
    public double? beta1 { get; set; }

    /// <summary>The share of the second moment that is kept; no unit.</summary>
    public double? beta2 { get; set; }

    /// <summary>What keeps the divisor from 0.</summary>
    public double? eps { get; set; }

    /// <summary>Weight decay; no unit.</summary>
    public double? weight_decay { get; set; }

    /// <summary>Whether the largest second moment so far divides the step.</summary>
    public bool? amsgrad { get; set; }

    /// <summary>Whether the step goes up.</summary>
    public bool? maximize { get; set; }
}
