using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First weights; all work in place and return their tensor.</summary>
        public static partial class init
        {
            /// <summary>Which side of a layer keeps the variance.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs: signals keep their size on the way in.</summary>
                FanIn = 0,

                /// <summary>The outputs: gradients keep their size on the way back.</summary>
                FanOut = 1,
            }

            /// <summary>What follows a layer.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>A convolution over 1 dimension.</summary>
                Conv1D = 1,

                /// <summary>A convolution over 2 dimensions.</summary>
                Conv2D = 2,

                /// <summary>A convolution over 3 dimensions.</summary>
                Conv3D = 3,

                /// <summary>A transposed convolution over 1 dimension.</summary>
                ConvTranspose1D = 4,

                /// <summary>A transposed convolution over 2 dimensions.</summary>
                ConvTranspose2D = 5,

                /// <summary>A transposed convolution over 3 dimensions.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>Nothing below 0.</summary>
                ReLU = 9,

                /// <summary>A share below 0.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Draws evenly between two bounds.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Unrecorded(tensor, Ops.uniform_, low, high, generator);

            /// <summary>Draws normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Unrecorded(tensor, Ops.normal_, mean, std, generator);

            /// <summary>Sets all to one number.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Unrecorded(tensor, Ops.fill___Scalar, val);

            /// <summary>Sets all to 0.</summary>
            public static Tensor zeros_(Tensor tensor) => Unrecorded(tensor, Ops.zero_);

            /// <summary>Sets all to 1.</summary>
            public static Tensor ones_(Tensor tensor) => Unrecorded(tensor, Ops.fill___Scalar, 1.0);

            /// <summary>He's bound for even draws: gain × √(3 ÷ fan).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * (calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He's deviation for normal draws: gain ÷ √fan.</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            /// <summary>Glorot's bound for even draws: gain × √(6 ÷ (fan in + fan out)).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = Math.Sqrt(3.0) * (gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Glorot's deviation for normal draws: gain × √(2 ÷ (fan in + fan out)).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary>By how much a layer's weights make up for what follows it; no unit.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>How many inputs each output has, and how many outputs each input.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim < 2)
                    throw new ArgumentException($"fan in and fan out need two dimensions or more, not {tensor.Summary()}", nameof(tensor));
                var shape = tensor.shape;
                var field = 1L;
                for (var i = 2; i < shape.Length; i++)
                    field *= shape[i];
                return (shape[1] * field, shape[0] * field);
            }

            private static long Fan(Tensor tensor, FanInOut mode)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return mode == FanInOut.FanIn ? fanIn : fanOut;
            }

            private static Tensor Unrecorded(Tensor tensor, Operator fill, Arg first = default, Arg second = default, Arg third = default)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var recording = Shim.kd_grad_mode();
                Shim.kd_set_grad_mode(0);
                try
                {
                    if (fill == Ops.zero_)
                        fill.Run(tensor);
                    else if (fill == Ops.fill___Scalar)
                        fill.Run(tensor, first);
                    else
                        fill.Run(tensor, first, second, third);
                }
                finally
                {
                    Shim.kd_set_grad_mode(recording);
                }

                return tensor;
            }
        }
    }
}
