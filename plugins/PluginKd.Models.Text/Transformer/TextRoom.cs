namespace PluginKd.Models.Text;

/// <summary>Where the texts of a batch are and where there is padding: what is behind the longest of them is left out and put back as zeros.</summary>
internal sealed class TextRoom
{
    private readonly long _width;
    private readonly Tensor _isText;

    /// <summary>Looks at a batch.</summary>
    /// <param name="shifted">int64 [N, T]: 0 for padding, else number + 1; texts begin at the left and are not empty.</param>
    public TextRoom(Tensor shifted)
    {
        _width = shifted.size(1);
        Length = shifted.ne(0).sum(1).max().ToInt64();
        var rows = shifted.narrow(1, 0, Length);
        Numbers = (rows - 1).clamp_min(0);
        IsPadding = rows.eq(0).unsqueeze(1).unsqueeze(1);
        _isText = rows.ne(0).to(float32).unsqueeze(2);
    }

    /// <summary>Longest text of the batch.</summary>
    public long Length { get; }

    /// <summary>int64 [N, Length].</summary>
    public Tensor Numbers { get; }

    /// <summary>Bool [N, 1, 1, Length].</summary>
    public Tensor IsPadding { get; }

    /// <summary>Leaves out of [N, T] what is behind the longest text, as it is left out of <see cref="Numbers"/>.</summary>
    public Tensor Cut(Tensor x) => x.narrow(1, 0, Length);

    /// <summary>Brings [N, Length, D] to [N, T, D], zero at padding.</summary>
    public Tensor Whole(Tensor x) => nn.functional.pad(x * _isText.to(x.dtype), [0, 0, 0, _width - Length]);

    /// <summary>Brings [N, heads, Length, Length] to [N, heads, T, T], zero at padding.</summary>
    public Tensor WholeSquare(Tensor x) => nn.functional.pad(x * _isText.to(x.dtype).unsqueeze(1), [0, _width - Length, 0, _width - Length]);

    /// <summary>Brings scores before softmax, [N, heads, Length, Length], to [N, heads, T, T], zero at padding on both sides.</summary>
    public Tensor WholeScores(Tensor x) => WholeSquare(x.masked_fill(IsPadding, 0));

    /// <summary>1 where a text has a position, [N, T], 0 at padding.</summary>
    public Tensor Mask() => nn.functional.pad(_isText.squeeze(2), [0, _width - Length]);

    /// <summary>Brings [N, heads, Length, M] to [N, heads, T, M], zero at padding.</summary>
    public Tensor WholeRows(Tensor x) => nn.functional.pad(x * _isText.to(x.dtype).unsqueeze(1), [0, 0, 0, _width - Length]);

    /// <summary>Means over the positions of each text, [N, D].</summary>
    public Tensor Mean(Tensor x) => (x * _isText.to(x.dtype)).sum(1) / _isText.to(x.dtype).sum(1);
}
