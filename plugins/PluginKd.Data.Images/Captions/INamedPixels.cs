namespace PluginKd.Data.Images;

/// <summary>Gives the pixels of named images.</summary>
internal interface INamedPixels
{
    /// <summary>Reads the images of a split.</summary>
    /// <param name="split">Name of the split, such as <c>train</c>.</param>
    /// <param name="images">Its settings.</param>
    /// <param name="names">The names of its images.</param>
    /// <returns>Positions among the names of the images that were read, in the order of their rows.</returns>
    IReadOnlyList<int> Read(string split, NamedImages images, IReadOnlyList<string> names);

    /// <summary>The pixels of a split; asked for when all splits are read.</summary>
    DenseInputs Inputs(string split);

    /// <summary>Ends the reading.</summary>
    /// <returns>Names of images that are there and that nobody asked for.</returns>
    IReadOnlyList<string> Finish();
}
