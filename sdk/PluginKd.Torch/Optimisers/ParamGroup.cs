namespace TorchSharp.Modules;

/// <summary>Parameters that share their settings.</summary>
public class ParamGroup : torch.optim.ILearningRateController
{
    /// <summary>A group to be filled.</summary>
    public ParamGroup()
        : this([], new OptimizerOptions())
    {
    }

    internal ParamGroup(IEnumerable<Parameter> parameters, OptimizerOptions options)
    {
        List = [.. parameters];
        Options = options;
    }

    /// <summary>The parameters, in the order they were given.</summary>
    public IEnumerable<Parameter> Parameters
    {
        get => List;
        set => List = [.. value];
    }

    /// <summary>The settings.</summary>
    public OptimizerOptions Options { get; set; }

    /// <inheritdoc />
    public double LearningRate
    {
        get => Options.LearningRate ?? 0;
        set => Options.LearningRate = value;
    }

    /// <inheritdoc />
    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }

    internal Parameter[] List { get; private set; }

    internal ParameterState[] States { get; set; } = [];
}
