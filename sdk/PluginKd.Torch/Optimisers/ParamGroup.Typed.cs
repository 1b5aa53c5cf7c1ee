namespace TorchSharp.Modules;

/// <summary>Parameters with settings of one optimiser.</summary>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions, new()
{
    /// <summary>A group to be filled.</summary>
    public ParamGroup()
        : this([])
    {
    }

    /// <summary>Parameters, and what their optimiser is to do otherwise than its defaults say.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
        : base(parameters, options ?? new TOptions())
    {
    }

    /// <summary>What is set for these parameters.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
