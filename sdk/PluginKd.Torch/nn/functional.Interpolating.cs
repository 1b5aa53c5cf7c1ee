using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where the numbers of a resized map come from.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest one.</summary>
        Nearest = 0,

        /// <summary>A straight line between two, along length.</summary>
        Linear = 1,

        /// <summary>Straight lines between four, over height and width.</summary>
        Bilinear = 2,

        /// <summary>Curves through sixteen.</summary>
        Bicubic = 3,

        /// <summary>Straight lines between eight.</summary>
        Trilinear = 4,

        /// <summary>The mean of an area.</summary>
        Area = 5,
    }

    /// <summary>Where the numbers of a resized map come from.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest one.</summary>
        Nearest = 0,

        /// <summary>A straight line between two, along length.</summary>
        Linear = 1,

        /// <summary>Straight lines between four, over height and width.</summary>
        Bilinear = 2,

        /// <summary>Curves through sixteen.</summary>
        Bicubic = 3,

        /// <summary>Straight lines between eight.</summary>
        Trilinear = 4,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A map [N, C, …] of another size.</summary>
            /// <param name="x">The map.</param>
            /// <param name="size">The new lengths; or give <paramref name="scale_factor"/>.</param>
            /// <param name="scale_factor">New length ÷ old length, one for all or one for each.</param>
            /// <param name="mode">Where the numbers come from; of one and two dimensions.</param>
            /// <param name="align_corners">Whether the corners lie on corners; otherwise edges lie on edges.</param>
            /// <param name="recompute_scale_factor">Whether the factor is taken from the rounded lengths.</param>
            /// <param name="antialias">Not supported.</param>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                if (size is null == scale_factor is null)
                    throw new ArgumentException("interpolate needs either size or scale_factor");
                var dimensions = (int)x.ndim - 2;
                var factors = scale_factor?.Length == 1 ? [.. Enumerable.Repeat(scale_factor[0], dimensions)] : scale_factor;
                if (recompute_scale_factor && factors is not null)
                    (size, factors) = ([.. factors.Select((factor, at) => (long)Math.Floor(x.size(at + 2) * factor))], null);
                Arg lengths = size, scales = Arg.List(factors), corners = align_corners ?? false;
                return (mode, dimensions) switch
                {
                    _ when antialias => throw new NotSupportedException("interpolate: antialias is not supported"),
                    (InterpolationMode.Nearest, 1) => Ops.upsample_nearest1d__vec.Call(x, lengths, scales),
                    (InterpolationMode.Nearest, 2) => Ops.upsample_nearest2d__vec.Call(x, lengths, scales),
                    (InterpolationMode.Linear, 1) => Ops.upsample_linear1d__vec.Call(x, lengths, corners, scales),
                    (InterpolationMode.Bilinear, 2) => Ops.upsample_bilinear2d__vec.Call(x, lengths, corners, scales),
                    (InterpolationMode.Bicubic, 2) => Ops.upsample_bicubic2d__vec.Call(x, lengths, corners, scales),
                    _ => throw new NotSupportedException($"interpolate: {mode} of {x.Summary()} is not supported"),
                };
            }
        }
    }
}
