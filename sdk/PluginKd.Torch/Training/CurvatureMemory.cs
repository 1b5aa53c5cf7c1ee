namespace TorchSharp.Modules;

/// <summary>The last moves and what they did to the gradient: an inverse Hessian in a few vectors.</summary>
internal sealed class CurvatureMemory(int most) : IDisposable
{
    // A move that met no curvature tells nothing.
    private const double LeastCurvature = 1e-10;

    private readonly List<(Tensor Change, Tensor Move, double Inverse)> _pairs = [];
    private Tensor? _direction;
    private double _scale = 1;

    /// <summary>Takes in how the gradient changed by the last direction times its length.</summary>
    public void Learn(Tensor change, double length)
    {
        var move = _direction! * length;
        var curvature = change.dot(move).ToDouble();
        if (curvature <= LeastCurvature)
            return;
        if (_pairs.Count == most)
        {
            _pairs[0].Change.Dispose();
            _pairs[0].Move.Dispose();
            _pairs.RemoveAt(0);
        }

        _pairs.Add((change.DetachFromDisposeScope(), move.DetachFromDisposeScope(), 1 / curvature));
        _scale = curvature / change.dot(change).ToDouble();
    }

    /// <summary>The way down, bent by the curvature; kept for the next call of <see cref="Learn" />.</summary>
    public Tensor Bend(Tensor gradient)
    {
        var way = gradient.neg();
        var shares = new double[_pairs.Count];
        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = _pairs[i].Move.dot(way).ToDouble() * _pairs[i].Inverse;
            way.add_(_pairs[i].Change, -shares[i]);
        }

        way.mul_(_scale);
        for (var i = 0; i < _pairs.Count; i++)
        {
            var share = _pairs[i].Change.dot(way).ToDouble() * _pairs[i].Inverse;
            way.add_(_pairs[i].Move, shares[i] - share);
        }

        _direction?.Dispose();
        return _direction = way.DetachFromDisposeScope();
    }

    public void Dispose()
    {
        foreach (var (change, move, _) in _pairs)
        {
            change.Dispose();
            move.Dispose();
        }

        _pairs.Clear();
        _direction?.Dispose();
    }
}
