using System.Collections;

namespace PluginKd.Augmentation;

/// <summary>Where each view came from, written when it is asked for: the image's number and the transform with its numbers.</summary>
/// <param name="indices">Numbers of the N images.</param>
/// <param name="views">Views of each.</param>
/// <param name="transform">The transform of a view of an image, by view and the image's number.</param>
internal sealed class ViewOrigins(long[] indices, int views, Func<int, long, ViewTransform> transform) : IReadOnlyList<string>
{
    /// <inheritdoc />
    public int Count => checked(indices.Length * views);

    /// <inheritdoc />
    public string this[int position]
    {
        get
        {
            var (view, index) = (position / indices.Length, indices[position % indices.Length]);
            return $"image-transforms: view {view + 1} of {index}: {transform(view, index)}";
        }
    }

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Count).Select(position => this[position]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
