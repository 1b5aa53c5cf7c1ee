using System.ComponentModel.DataAnnotations;

namespace PluginKd.Models.Text;

/// <summary>Both sides and size of a fusion encoder.</summary>
public sealed record FusionEncoderSettings : TransformerSettings
{
    /// <summary>Short texts, normalised before each part, unless settings say otherwise.</summary>
    public FusionEncoderSettings() => (MaxLength, Norm) = (64, NormPlace.Pre);

    /// <summary>Network whose last map gives the tokens of images, such as cnn or resnet; without it images are cut into patches.</summary>
    public IModel? Tower { get; init; }

    /// <summary>Height and width of a patch, pixels, a divisor of the images' own; not looked at with a tower.</summary>
    [Range(1, 1000)]
    public int Patch { get; init; } = 8;

    /// <summary>Layers in which the tokens of the first side look at each other, before texts look at them.</summary>
    [Range(0, 1000)]
    public int FirstLayers { get; init; } = 1;
}
