using System.ComponentModel.DataAnnotations;
using TorchSharp.Modules;

namespace PluginKd.Sdk;

/// <summary>Rules by which weights follow their gradients.</summary>
public enum OptimizerName
{
    /// <summary>Adam (Kingma and Ba 2015), arXiv:1412.6980.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019), arXiv:1711.05101.</summary>
    Adamw,

    /// <summary>Stochastic gradient descent, with momentum if set.</summary>
    Sgd,
}

/// <summary>How the learning rate changes over a run.</summary>
public enum LearningRateSchedule
{
    /// <summary>Stays as it is.</summary>
    Constant,

    /// <summary>Falls in a straight line to zero.</summary>
    Linear,

    /// <summary>Falls along half a cosine to zero.</summary>
    Cosine,
}

/// <summary>Optimiser of a training run.</summary>
public sealed record OptimizerSettings
{
    /// <summary>Rule by which weights follow their gradients.</summary>
    public OptimizerName Name { get; init; } = OptimizerName.Adam;

    /// <summary>Learning rate, no unit.</summary>
    [Range(1e-9, 100)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Change of the learning rate over the run.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>Momentum of sgd, no unit.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Momentum { get; init; }

    /// <summary>Weight decay, no unit.</summary>
    [Range(0, 10)]
    public double WeightDecay { get; init; }

    /// <summary>Makes the optimiser.</summary>
    /// <param name="parameters">What it changes.</param>
    public optim.Optimizer Create(IEnumerable<Parameter> parameters) => Name switch
    {
        OptimizerName.Adam => optim.Adam(parameters, lr: LearningRate, weight_decay: WeightDecay),
        OptimizerName.Adamw => optim.AdamW(parameters, lr: LearningRate, weight_decay: WeightDecay),
        OptimizerName.Sgd => optim.SGD(parameters, LearningRate, momentum: Momentum, weight_decay: WeightDecay),
        _ => throw new InvalidOperationException($"No optimiser '{Name}'."),
    };

    /// <summary>Gives the learning rate at a point of the run.</summary>
    /// <param name="moment">Where the run stands.</param>
    public double RateAt(Moment moment) => Schedule switch
    {
        LearningRateSchedule.Linear => LearningRate * (1 - moment.Share),
        LearningRateSchedule.Cosine => LearningRate * 0.5 * (1 + Math.Cos(Math.PI * moment.Share)),
        _ => LearningRate,
    };
}
