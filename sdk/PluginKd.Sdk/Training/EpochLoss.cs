namespace PluginKd.Sdk;

/// <summary>Adds up the training loss of an epoch in float64.</summary>
/// <remarks>On the CPU each loss is read at once, which costs nothing there; elsewhere reading waits for the device, so it adds up there and is read when the epoch ends.</remarks>
/// <param name="device">Where the losses are; what it holds there goes with the dispose scope in which it was made.</param>
internal sealed class EpochLoss(Device device)
{
    private readonly Tensor? _there = device.type == DeviceType.CPU ? null : zeros(1, dtype: float64, device: device);
    private double _sum;

    /// <summary>Adds the loss of a step.</summary>
    /// <returns>Whether it is a finite number, as far as that can be known now.</returns>
    public bool Add(Tensor loss)
    {
        if (_there is not null)
        {
            _there.add_(loss.detach());
            return true;
        }

        var value = loss.ToDouble();
        _sum += value;
        return double.IsFinite(value);
    }

    /// <summary>The sum so far.</summary>
    public double Sum
    {
        get => _there?.ToDouble() ?? _sum;
        set
        {
            _sum = value;
            _there?.fill_(value);
        }
    }
}
