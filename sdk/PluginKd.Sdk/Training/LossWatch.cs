namespace PluginKd.Sdk;

/// <summary>Adds up the losses of an epoch and finds the first step in which one was no finite number.</summary>
internal abstract class LossWatch
{
    /// <summary>Sum of the losses of the epoch so far.</summary>
    public abstract double Sum { get; set; }

    /// <summary>On the CPU losses are read in each step; elsewhere reading waits for the device, so it looks itself and is asked now and then.</summary>
    public static LossWatch For(LossTerms terms, Device device, bool isDeferred) =>
        isDeferred || device.type != DeviceType.CPU ? new DeferredLossWatch(terms, device) : new DirectLossWatch(terms);

    /// <summary>Takes the loss that was just evaluated.</summary>
    /// <param name="loss">Sum of the terms.</param>
    /// <param name="step">Its step.</param>
    /// <returns>What is known by now to be wrong, with this step or an earlier one.</returns>
    public abstract BadLoss? Add(Tensor loss, long step);

    /// <summary>Looks whether a loss so far was no finite number.</summary>
    public abstract BadLoss? Look();

    private sealed class DirectLossWatch(LossTerms terms) : LossWatch
    {
        public override double Sum { get; set; }

        public override BadLoss? Add(Tensor loss, long step)
        {
            var value = loss.ToDouble();
            Sum += value;
            return double.IsFinite(value) ? null : new BadLoss(step, terms.NotFinite());
        }

        public override BadLoss? Look() => null;
    }
}

/// <summary>A loss that is no finite number.</summary>
/// <param name="Step">The step in which it came up.</param>
/// <param name="What">Which terms.</param>
internal sealed record BadLoss(long Step, string What);
