using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <inheritdoc cref="xavier_normal_(Tensor, double)" />
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <inheritdoc cref="xavier_uniform_(Tensor, double)" />
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                Matrix(tensor);
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                tensor.eye(tensor.size(0), tensor.size(1));
                return tensor;
            }

            /// <summary>Kernels that hand each channel on: one in the middle of the kernel from a channel to itself, zeros elsewhere.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim is < 3 or > 5)
                    throw new ArgumentException($"kernels have three to five dimensions, unlike {tensor.Summary()}", nameof(tensor));
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                tensor.zero_();
                for (var channel = 0L; channel < Math.Min(tensor.size(0), tensor.size(1)); channel++)
                {
                    var place = tensor[channel, channel];
                    while (place.ndim > 0)
                        place = place[place.size(0) / 2];
                    place.fill_(1);
                }

                return tensor;
            }

            /// <summary>Rows, or columns where there are fewer, at right angles and of length gain.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim < 2)
                    throw new ArgumentException($"right angles need two dimensions or more, not {tensor.Summary()}", nameof(tensor));
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var (rows, columns) = (tensor.size(0), tensor.numel() / tensor.size(0));
                var drawn = empty([rows, columns], tensor.dtype, tensor.device).normal_();
                var (q, r) = linalg.qr(rows < columns ? drawn.t() : drawn);
                q = q * r.diag().sign();
                tensor.copy_((rows < columns ? q.t() : q).reshape(tensor.shape)).mul_(gain);
                return tensor;
            }

            /// <summary>Normal numbers, and zeros at a share of the places of each column of a matrix.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                Matrix(tensor);
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                tensor.normal_(0, std);
                var zeros = (long)Math.Ceiling(sparsity * tensor.size(0));
                for (var column = 0L; column < tensor.size(1); column++)
                    tensor.select(1, column).index_fill_(0, randperm(tensor.size(0), device: tensor.device).narrow(0, 0, zeros), 0);
                return tensor;
            }

            /// <summary>Normal numbers, drawn again where they lie outside of two bounds.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                // erf of the bounds; evenly drawn numbers between them go back through its inverse.
                double From(double bound) => torch.tensor((bound - mean) / std / Math.Sqrt(2)).erf().ToDouble();
                tensor.uniform_(From(a), From(b), generator);
                Ops.erfinv_.Run(tensor);
                tensor.mul_(std * Math.Sqrt(2)).add_(mean).clamp_((Scalar)a, (Scalar)b);
                return tensor;
            }

            private static void Matrix(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim != 2)
                    throw new ArgumentException($"a matrix is needed, not {tensor.Summary()}", nameof(tensor));
            }
        }
    }
}
