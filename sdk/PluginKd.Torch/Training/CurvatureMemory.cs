using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>The last moves and what they did to the gradient: an inverse Hessian in a few vectors.</summary>
internal sealed class CurvatureMemory(int most) : IDisposable
{
    // A move that met no curvature tells nothing.
    private const double LeastCurvature = 1e-10;

    private const string DirectionKey = "lbfgs.direction";
    private const string ScaleKey = "lbfgs.scale";
    private const string InversesKey = "lbfgs.inverses";

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

    /// <summary>A copy of the type of a parameter and where that is, for keeping.</summary>
    public static Tensor Copy(Tensor saved, Tensor like) => saved.to(like.dtype, like.device, copy: true).DetachFromDisposeScope();

    /// <summary>Adds copies of all that is remembered.</summary>
    public void Save(Dictionary<string, Tensor> saved)
    {
        saved[DirectionKey] = _direction!.clone();
        saved[ScaleKey] = torch.tensor(_scale);
        saved[InversesKey] = torch.tensor(_pairs.Select(pair => pair.Inverse).ToArray());
        for (var i = 0; i < _pairs.Count; i++)
            (saved[Key(i, "change")], saved[Key(i, "move")]) = (_pairs[i].Change.clone(), _pairs[i].Move.clone());
    }

    /// <summary>Throws where <see cref="Restore"/> could not take over what was saved; changes nothing.</summary>
    public static void Check(IReadOnlyDictionary<string, Tensor> saved, long numbers)
    {
        Found(saved, ScaleKey, 1);
        Found(saved, DirectionKey, numbers);
        var inverses = Found(saved, InversesKey, null);
        if (inverses.dtype != ScalarType.Float64 || inverses.ndim != 1)
            throw new ArgumentException($"'{InversesKey}' is {inverses.Summary()}, and a row of float64 is needed", nameof(saved));
        for (var i = 0; i < inverses.numel(); i++)
        {
            Found(saved, Key(i, "change"), numbers);
            Found(saved, Key(i, "move"), numbers);
        }
    }

    /// <summary>Takes over what <see cref="Save"/> added, the last pairs where not all have room.</summary>
    public void Restore(IReadOnlyDictionary<string, Tensor> saved, Tensor like)
    {
        Dispose();
        using var held = saved[InversesKey].cpu();
        var inverses = held.data<double>().ToArray();
        for (var i = Math.Max(0, inverses.Length - most); i < inverses.Length; i++)
            _pairs.Add((Copy(saved[Key(i, "change")], like), Copy(saved[Key(i, "move")], like), inverses[i]));
        _direction = Copy(saved[DirectionKey], like);
        _scale = saved[ScaleKey].ToDouble();
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
        _direction = null;
        _scale = 1;
    }

    private static Tensor Found(IReadOnlyDictionary<string, Tensor> saved, string key, long? numbers)
    {
        if (!saved.TryGetValue(key, out var found))
            throw new ArgumentException($"the saved state has no '{key}'; a part of LBFGS's history is missing", nameof(saved));
        if (numbers is { } needed && found.numel() != needed)
            throw new ArgumentException($"'{key}' holds {found.numel()} numbers, and {needed} are needed", nameof(saved));
        return found;
    }

    private static string Key(int pair, string what) => $"lbfgs.{pair.ToString(CultureInfo.InvariantCulture)}.{what}";
}
