using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>input · weightᵀ + bias.</summary>
        public static Linear Linear(
            long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            Modules.Linear.Create(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>input · weightᵀ + bias, over weights that are there already.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>Rows of a table by index.</summary>
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            return new(
                FirstWeights.Rows(num_embeddings, embedding_dims, Place(padding_idx, num_embeddings), device, dtype),
                Place(padding_idx, num_embeddings), scale_grad_by_freq, sparse, new(max_norm, norm_type));
        }

        /// <summary>Rows of a table that is there already.</summary>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            return new(new Parameter(embeddings, !freeze), Place(padding_idx, embeddings.size(0)), scale_grad_by_freq, sparse, new(max_norm, norm_type));
        }

        /// <summary>One row for each bag of indices.</summary>
        public static EmbeddingBag EmbeddingBag(
            long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
            Device? device = null, ScalarType? dtype = null)
        {
            long? padding = padding_index < 0 ? null : padding_index;
            return new(
                FirstWeights.Rows(num_embeddings, embedding_dims, padding, device, dtype), mode, scale_grad_by_freq, sparse,
                include_last_offset, padding, new(max_norm, norm_type));
        }

        /// <summary>The same over a table that is there; fixed unless said otherwise.</summary>
        public static EmbeddingBag EmbeddingBag_from_pretrained(
            Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
            Device? device = null, ScalarType? dtype = null)
        {
            ArgumentNullException.ThrowIfNull(embeddings);
            using var table = embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device);
            return new(
                new Parameter(table, !freeze), mode, scale_grad_by_freq, sparse, include_last_offset,
                padding_index < 0 ? null : padding_index, new(max_norm, norm_type));
        }

        /// <summary>Layer norm over the last dimension, of this length.</summary>
        public static LayerNorm LayerNorm(
            long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
            ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

        /// <summary>Layer norm over the last dimensions, of these lengths.</summary>
        public static LayerNorm LayerNorm(
            long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, Device? device = null,
            ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

        /// <summary>Batch norm of [N, C] or [N, C, L].</summary>
        public static BatchNorm1d BatchNorm1d(
            long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Batch norm of [N, C, H, W].</summary>
        public static BatchNorm2d BatchNorm2d(
            long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        /// <summary>Each group of channels normalised.</summary>
        public static GroupNorm GroupNorm(
            long num_groups, long num_channels, double eps = 1E-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
            new(num_groups, num_channels, eps, affine, device, dtype);

        /// <summary>A product of two inputs and the weights.</summary>
        public static Bilinear Bilinear(
            long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(in1_features, in2_features, out_features, hasBias, device, dtype);

        // Counted from the end, as Python allows.
        private static long? Place(long? row, long rows) => row < 0 ? row + rows : row;
    }
}
