namespace TorchSharp;

/// <summary>Whether Euclidean distances are worked out by a matrix product, which is faster and less exact for many rows.</summary>
public enum compute_mode
{
    /// <summary>By a product where there are more than 25 rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>By a product always.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>Never by a product.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
