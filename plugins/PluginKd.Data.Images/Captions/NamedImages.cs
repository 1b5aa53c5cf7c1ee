namespace PluginKd.Data.Images;

/// <summary>The images of one split, in the order of its file of names.</summary>
public sealed record NamedImages
{
    /// <summary>File with the name of an image a line, as the captions have it; found with .gz behind its name too, like the others. Without it there is no such split.</summary>
    [KdPath(In = nameof(ImageCaptionsSettings.Path))]
    public string? Names { get; init; }

    /// <summary>Files with the pixels in the order of the names, joined in this order: for each image its planes, row by row, a byte a pixel. Not needed where the images lie in a folder.</summary>
    [KdPath(In = nameof(ImageCaptionsSettings.Path))]
    public IReadOnlyList<string> Records { get; init; } = [];
}
