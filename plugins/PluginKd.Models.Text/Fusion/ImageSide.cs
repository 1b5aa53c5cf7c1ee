using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Text;

/// <summary>The first side is an image: a token for each patch, or for each position of a network's last map.</summary>
internal sealed class ImageSide : Module, IFirstSide
{
    private const string SavedShape = "first-shape";
    private const string SavedTower = "tower.";

    private readonly long[] _shape;
    private readonly Network? _tower;
    private readonly string _map;
    private readonly Conv2d _patches;

    private ImageSide(long[] shape, Network? tower, string map, long[] mapShape, FusionEncoderSettings settings)
        : base(nameof(ImageSide))
    {
        (_shape, _tower, _map) = (shape, tower, map);
        // Of a map each position is a patch.
        var patch = tower is null ? settings.Patch : 1;
        if (tower is not null) register_module("tower", tower);
        register_module("patches", _patches = Conv2d(mapShape[0], settings.Width, patch, stride: patch));
        Most = checked((int)(mapShape[1] / patch * (mapShape[2] / patch)));
        Saved = (tower?.Saved ?? new Dictionary<string, string>()).Select(entry => new KeyValuePair<string, string>(SavedTower + entry.Key, entry.Value))
            .Append(new(SavedShape, string.Join(',', shape.Concat(mapShape).Select(side => side.ToString(CultureInfo.InvariantCulture))))).ToDictionary();
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Saved { get; }

    /// <inheritdoc />
    public int Most { get; }

    /// <summary>Makes the side with new weights.</summary>
    /// <param name="images">Training images.</param>
    /// <param name="settings">Tower or size of patches.</param>
    public static ImageSide Of(DenseInputs images, FusionEncoderSettings settings)
    {
        long[] shape = [.. images.Shape];
        if (settings.Tower is not { } model)
        {
            if (shape[1] % settings.Patch != 0 || shape[2] % settings.Patch != 0)
                throw new UserErrorException($"patches of {settings.Patch} × {settings.Patch} pixels do not fill images of {shape[1]} × {shape[2]}", "a divisor of height and width", $"patch of model '{FusionEncoder.Id}'", "change patch, or resize the images");
            return new(shape, null, "", shape, settings);
        }

        var (map, tower) = (MapOf(model), model.Create(new ModelRequest(images, 1)));
        return new(shape, tower, map, ShapeOf(tower, map, images), settings);
    }

    /// <summary>Makes the side again.</summary>
    /// <param name="saved">What it saved.</param>
    /// <param name="examples">Not looked at.</param>
    /// <param name="settings">Tower or size of patches.</param>
    public static ImageSide Again(IReadOnlyDictionary<string, string> saved, Inputs examples, FusionEncoderSettings settings)
    {
        long[] sides = [.. saved[SavedShape].Split(',').Select(side => long.Parse(side, CultureInfo.InvariantCulture))];
        var own = saved.Where(entry => entry.Key.StartsWith(SavedTower, StringComparison.Ordinal)).ToDictionary(entry => entry.Key[SavedTower.Length..], entry => entry.Value);
        return new(sides[..3], settings.Tower?.Create(new ModelRequest(examples, 1, own)), settings.Tower is null ? "" : MapOf(settings.Tower), sides[3..], settings);
    }

    /// <summary>Whether images were the first side of a network that saved this.</summary>
    public static bool IsIn(IReadOnlyDictionary<string, string> saved) => saved.ContainsKey(SavedShape);

    /// <inheritdoc />
    public Tensor Encode(Inputs inputs)
    {
        if (inputs is not DenseInputs dense || !dense.Shape.SequenceEqual(_shape))
            throw new UserErrorException($"an image is [{string.Join(", ", (inputs as DenseInputs)?.Shape ?? [])}]", $"[{string.Join(", ", _shape)}], as the network was made for", $"model '{FusionEncoder.Id}'",
                "use the data that the network was made for, or make it anew");
        return _tower is null ? dense.Values : _tower.Encode(inputs)[0];
    }

    /// <inheritdoc />
    public FirstTokens Tokens(Tensor encoded) => new(_patches.call(_tower is null ? encoded : _tower.call([encoded])[_map]).flatten(2).transpose(1, 2), null);

    // The last map is the one nearest to the answer.
    private static string MapOf(IModel model) => Enumerable.Range(0, model.Signals.Count).Select(SignalNames.Hidden).LastOrDefault(model.Signals.Contains)
        ?? throw new UserErrorException("the tower gives no map of an image", $"a model with the signal '{SignalNames.Hidden(0)}', such as cnn or resnet", $"tower of model '{FusionEncoder.Id}'", "name another model");

    // In evaluation mode nothing is drawn, so that the weights made after it are those that they would be without it.
    private static long[] ShapeOf(Network tower, string map, DenseInputs images)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        tower.eval();
        var shape = tower.call([.. tower.Encode(images.Take([0]))])[map].shape;
        tower.train();
        return shape.Length == 4 ? shape[1..]
            : throw new UserErrorException($"the tower's '{map}' is [{string.Join(", ", shape)}]", "[N, C, H, W]", $"tower of model '{FusionEncoder.Id}'", "name a model of images, such as cnn or resnet");
    }
}
