using System.Globalization;

namespace PluginKd.Sdk;

/// <summary>Watches a network on the validation split, epoch by epoch, and remembers the best weights.</summary>
internal sealed class EarlyStopping(EarlyStoppingSettings settings, Network network, Split? validation, StageContext stage) : IDisposable
{
    private Dictionary<string, Tensor> _best = [];
    private double _value = double.NaN;
    private int _since;

    /// <summary>Whether anything is watched.</summary>
    public bool IsOn => settings.Patience > 0;

    /// <summary>Measures after an epoch.</summary>
    /// <returns>Whether the run should end.</returns>
    public bool IsOver(long step)
    {
        if (!IsOn) return false;
        var value = Measure();
        stage.Progress.Metric(settings.Metric == ValidationMetric.Accuracy ? "validation-accuracy" : "validation-loss", value, step);
        var gain = settings.Metric == ValidationMetric.Accuracy ? value - _value : _value - value;
        if (double.IsNaN(_value) || gain > settings.MinChange)
        {
            (_value, _since) = (value, 0);
            Remember(network.state_dict());
            return false;
        }

        return ++_since >= settings.Patience;
    }

    /// <summary>Puts the best weights back.</summary>
    public void Restore()
    {
        if (_best.Count > 0) network.load_state_dict(_best);
    }

    /// <summary>Adds to a checkpoint what it takes to go on.</summary>
    public void Save(IDictionary<string, Tensor> tensors, IDictionary<string, string> facts)
    {
        if (_best.Count == 0) return;
        foreach (var (name, tensor) in _best) tensors[$"best.{name}"] = tensor;
        facts["best-value"] = _value.ToString("R", CultureInfo.InvariantCulture);
        facts["epochs-since-best"] = _since.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Goes on from a checkpoint.</summary>
    public void Load(CheckpointContent content)
    {
        if (!content.Facts.TryGetValue("best-value", out var value)) return;
        _value = double.Parse(value, CultureInfo.InvariantCulture);
        _since = int.Parse(content.Facts["epochs-since-best"], CultureInfo.InvariantCulture);
        Remember(Tensors.Under("best.", content.Tensors));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var tensor in _best.Values) tensor.Dispose();
        _best = [];
    }

    private void Remember(IReadOnlyDictionary<string, Tensor> weights)
    {
        Dispose();
        using var quiet = no_grad();
        _best = weights.ToDictionary(weight => weight.Key, weight => weight.Value.detach().clone().DetachFromDisposeScope());
    }

    private double Measure()
    {
        var split = validation ?? throw new UserErrorException("early stopping watches the validation split, and there is none",
            "a split of role validation with labels", $"stage '{stage.Name}', early-stopping", "add a validation file or share to the data settings, or set early-stopping.patience to 0");
        var score = ValidationScore.Of(network, split, stage);
        return settings.Metric == ValidationMetric.Accuracy ? score.Accuracy : score.Loss;
    }
}
