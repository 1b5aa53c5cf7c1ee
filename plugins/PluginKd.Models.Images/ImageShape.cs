using System.Globalization;

namespace PluginKd.Models.Images;

/// <summary>Shape of the images that a network takes, [C, H, W].</summary>
/// <param name="Channels">Planes.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Width">Pixels.</param>
internal sealed record ImageShape(long Channels, long Height, long Width)
{
    private const string SavedShape = "image-shape";

    /// <summary>What a file must carry to make the network again.</summary>
    public IReadOnlyDictionary<string, string> Saved => new Dictionary<string, string>
    {
        [SavedShape] = string.Create(CultureInfo.InvariantCulture, $"{Channels},{Height},{Width}"),
    };

    /// <summary>What a model takes: images, and rows of numbers where it is told how they lie.</summary>
    /// <param name="rows">The setting <c>rows-as</c>.</param>
    public static IReadOnlyList<Modality> Takes(IReadOnlyList<int> rows) => rows.Count == 0 ? [Modality.Images] : [Modality.Images, Modality.Rows];

    /// <summary>Finds the shape: as saved, else of the images, else as the setting says for rows of numbers.</summary>
    /// <param name="request">Examples, or what was saved.</param>
    /// <param name="rows">The setting <c>rows-as</c>.</param>
    /// <param name="model">Id of the model, for messages.</param>
    public static ImageShape Of(ModelRequest request, IReadOnlyList<int> rows, string model)
    {
        if (request.Saved is { } saved) return From([.. saved[SavedShape].Split(',').Select(side => long.Parse(side, CultureInfo.InvariantCulture))]);
        if (rows.Count is not (0 or 3) || rows.Any(side => side < 1))
            throw new UserErrorException($"rows-as is [{string.Join(", ", rows)}]", "channels, height and width, 1 or more each", $"rows-as of model '{model}'",
                "correct the list, or leave it out for images");
        var shape = DenseOf(request.Examples, model).Shape;
        if (shape.Count == 3) return From(shape);
        var numbers = shape.Aggregate(1L, (product, size) => product * size);
        return rows.Count == 3 && rows.Aggregate(1L, (product, side) => product * side) == numbers ? From([.. rows.Select(side => (long)side)])
            : throw new UserErrorException($"an input is a row of {numbers} numbers{(rows.Count == 3 ? $", rows-as is {string.Join(" × ", rows)}" : "")}",
                "images [C, H, W]", $"model '{model}'",
                "give data.width and data.height where the data source has them, or set rows-as of the model to channels, height and width");
    }

    /// <summary>The inputs as images.</summary>
    /// <param name="inputs">N images, or rows of as many numbers.</param>
    /// <param name="model">Id of the model, for messages.</param>
    /// <returns>[N, C, H, W].</returns>
    public Tensor Images(Inputs inputs, string model)
    {
        var dense = DenseOf(inputs, model);
        var isImage = dense.Shape.Count == 3;
        if (isImage ? From(dense.Shape) != this : dense.Shape.Aggregate(1L, (product, size) => product * size) != Channels * Height * Width)
            throw new UserErrorException($"an input is [{string.Join(", ", dense.Shape)}]", $"[{Channels}, {Height}, {Width}], as the network was made for", $"model '{model}'",
                "use the data that the network was made for, or make it anew");
        return dense.Values.reshape(-1, Channels, Height, Width);
    }

    private static ImageShape From(IReadOnlyList<long> sides) => new(sides[0], sides[1], sides[2]);

    private static DenseInputs DenseOf(Inputs inputs, string model) => inputs as DenseInputs ?? throw inputs.NotTakenBy(model, Modality.Images);
}
