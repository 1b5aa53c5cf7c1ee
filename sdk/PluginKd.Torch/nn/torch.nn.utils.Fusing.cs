using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Weight and bias of a convolution that does what a convolution and batch norm in evaluation do.</summary>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(
                Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                ArgumentNullException.ThrowIfNull(conv_w);
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var scale = (bn_w ?? bn_rm.ones_like()) * (bn_rv + bn_eps).rsqrt();
                var shape = new long[conv_w.ndim];
                Array.Fill(shape, 1);
                shape[transpose ? 1 : 0] = -1;
                var bias = (((conv_b ?? bn_rm.zeros_like()) - bn_rm) * scale) + (bn_b ?? bn_rm.zeros_like());
                return scope.MoveToOuter(new Parameter(conv_w * scale.reshape(shape)), new Parameter(bias));
            }

            /// <summary>Weight and bias of a linear layer that does what a linear layer and batch norm in evaluation do.</summary>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(
                Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor bn_w, Tensor bn_b) =>
                fuse_conv_bn_weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b);

            /// <summary>A linear layer that does what a linear layer and batch norm in evaluation do.</summary>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                ArgumentNullException.ThrowIfNull(linear);
                ArgumentNullException.ThrowIfNull(bn);
                if (linear.training || bn.training || bn.running_mean is null)
                    throw new ArgumentException("only layers in evaluation, over statistics that were tracked, can be fused: call eval() first");
                var (weight, bias) = fuse_linear_bn_weights(
                    linear.weight, linear.bias, bn.running_mean, bn.running_var!, bn.eps, bn.weight!, bn.bias!);
                return Linear(weight, bias);
            }

            /// <summary>Writes a row into the parameters, in their order.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                ArgumentNullException.ThrowIfNull(tensors);
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var at = 0L;
                foreach (var parameter in tensors)
                {
                    parameter.copy_(vec.narrow(0, at, parameter.numel()).view_as(parameter));
                    at += parameter.numel();
                }
            }
        }
    }
}
