namespace PluginKd.Losses.Features;

/// <summary>When a layer that is trained along brings the student's features to the teacher's width.</summary>
public enum Regressor
{
    /// <summary>Where the widths differ.</summary>
    Auto,

    /// <summary>Everywhere.</summary>
    Always,

    /// <summary>Nowhere; different widths are an error.</summary>
    Never,
}

/// <summary>Which layers are compared, and whether a layer that is trained along stands between.</summary>
public record RegressedSettings : LayerSettings
{
    /// <summary>When a linear layer, or a 1×1 convolution of maps, brings the student's features to the teacher's width.</summary>
    public Regressor Regressor { get; init; } = Regressor.Auto;
}
