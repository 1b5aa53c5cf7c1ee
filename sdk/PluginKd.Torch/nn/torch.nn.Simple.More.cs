using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Each element, or alpha · (eˣ − 1) where it is negative.</summary>
        public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>A smooth ReLU.</summary>
        public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

        /// <summary>log of the logistic function.</summary>
        public static LogSigmoid LogSigmoid() => new();

        /// <summary>Each element, kept between two bounds.</summary>
        public static Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) => new(min_val, max_val, inplace);

        /// <summary>Each element, kept between 0 and 6.</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>Softmax of the negative.</summary>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary>One half along a dimension times the logistic function of the other.</summary>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>One dimension made several.</summary>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        /// <summary>A border of zeros around a map, as wide on each side.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new([padding, padding, padding, padding]);

        /// <summary>A border of zeros around a map: left, right, top, bottom.</summary>
        public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>Whole channels of [N, C, L] set to 0 by chance.</summary>
        public static Dropout1d Dropout1d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Whole channels of [N, C, H, W] set to 0 by chance.</summary>
        public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>Dropout that keeps mean and deviation.</summary>
        public static AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

        /// <summary>The cosine between rows.</summary>
        public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1E-08) => new(dim, eps);

        /// <summary>The distance between rows.</summary>
        public static PairwiseDistance PairwiseDistance(double p = 2, double eps = 1E-06, bool keepdim = false) => new(p, eps, keepdim);

        /// <summary>A map of another size.</summary>
        public static Upsample Upsample(
            long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null,
            bool? recompute_scale_factor = null) => new(size, scale_factor, mode, align_corners, recompute_scale_factor ?? false);
    }
}
