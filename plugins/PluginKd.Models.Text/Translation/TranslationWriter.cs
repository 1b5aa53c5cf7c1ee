namespace PluginKd.Models.Text;

/// <summary>Writes translations of a few texts: keeps what the layers of the decoder have seen, and lets a search choose.</summary>
internal sealed class TranslationWriter : IDisposable
{
    private readonly EncoderDecoderNetwork _network;
    private readonly GenerationRequest _request;
    private readonly int _count;
    private readonly Device _device;
    private readonly KeysValues?[] _past;
    private KeysValues[] _text;
    private Tensor _isPadding;
    private int _place;

    /// <summary>Reads the texts.</summary>
    public TranslationWriter(EncoderDecoderNetwork network, IReadOnlyList<string> texts, GenerationRequest request)
    {
        (_network, _request, _count, _device) = (network, request, texts.Count, request.Stage.Device);
        using var scope = NewDisposeScope();
        var room = new TextRoom(network.EncodeTexts(texts).to(_device));
        _text = [.. network.Look(network.Read(room, null)).Select(keys => Kept(new(Beams(keys.Keys), Beams(keys.Values))))];
        _isPadding = Beams(room.IsPadding).DetachFromDisposeScope();
        _past = new KeysValues?[_text.Length];
    }

    /// <summary>Writes.</summary>
    /// <returns>Class numbers of each text.</returns>
    public int[][] Write()
    {
        var end = Enumerable.Range(0, _request.Classes.Count).FirstOrDefault(c => _request.Classes[c] == IGenerator.End, -1);
        return new BeamSearch(_request.Beam, end, _request.MaxLength, _request.LengthPenalty).Run(_count, Step);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var keys in _text.Concat(_past)) Release(keys);
        _isPadding.Dispose();
    }

    private Tensor Step(long[] rows, int[] pieces)
    {
        using var scope = NewDisposeScope();
        GoOnWith(rows);
        var before = _past.ToArray();
        var last = tensor(Array.ConvertAll(pieces, piece => _network.NumberOf(piece, _request.Classes)), device: _device);
        var scores = _network.Next(last, _place++, _past, _text, _isPadding);
        for (var k = 0; k < _past.Length; k++)
        {
            _past[k] = Kept(_past[k]!);
            Release(before[k]);
        }

        return scope.MoveToOuter(scores.narrow(1, 0, _request.Classes.Count).log_softmax(1));
    }

    // What layers saw of the texts is the same for all beams of one: it changes only when a text is done.
    private void GoOnWith(long[] rows)
    {
        var count = _isPadding.size(0);
        if (rows.Length == count && rows.Select((row, i) => row == i).All(isSame => isSame)) return;
        using var index = tensor(rows, device: _device);
        for (var k = 0; k < _past.Length; k++)
        {
            if (_past[k] is not { } past) continue;
            _past[k] = Kept(past.Take(index));
            Release(past);
        }

        if (rows.Length == count) return;
        for (var k = 0; k < _text.Length; k++)
        {
            var text = _text[k];
            _text[k] = Kept(text.Take(index));
            Release(text);
        }

        var padding = _isPadding;
        _isPadding = padding.index_select(0, index).DetachFromDisposeScope();
        padding.Dispose();
    }

    private Tensor Beams(Tensor x) => x.repeat_interleave(_request.Beam, 0);

    private static KeysValues Kept(KeysValues keys) => new(keys.Keys.DetachFromDisposeScope(), keys.Values.DetachFromDisposeScope());

    private static void Release(KeysValues? keys)
    {
        keys?.Keys.Dispose();
        keys?.Values.Dispose();
    }
}
