using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Ops.add__Tensor.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Ops.add__Tensor.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, int right) => Ops.add__Tensor.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, long right) => Ops.add__Tensor.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, float right) => Ops.add__Tensor.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Tensor left, double right) => Ops.add__Tensor.Call(left, right);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Ops.add__Tensor.Call(right, left);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(int left, Tensor right) => Ops.add__Tensor.Call(right, left);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(long left, Tensor right) => Ops.add__Tensor.Call(right, left);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(float left, Tensor right) => Ops.add__Tensor.Call(right, left);

        /// <summary>The sum, element by element.</summary>
        public static Tensor operator +(double left, Tensor right) => Ops.add__Tensor.Call(right, left);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Ops.sub__Tensor.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Ops.sub__Tensor.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, int right) => Ops.sub__Tensor.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, long right) => Ops.sub__Tensor.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, float right) => Ops.sub__Tensor.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Tensor left, double right) => Ops.sub__Tensor.Call(left, right);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Ops.rsub__Scalar.Call(right, left);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(int left, Tensor right) => Ops.rsub__Scalar.Call(right, left);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(long left, Tensor right) => Ops.rsub__Scalar.Call(right, left);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(float left, Tensor right) => Ops.rsub__Scalar.Call(right, left);

        /// <summary>The difference, element by element.</summary>
        public static Tensor operator -(double left, Tensor right) => Ops.rsub__Scalar.Call(right, left);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Ops.mul__Tensor.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Ops.mul__Tensor.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, int right) => Ops.mul__Tensor.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, long right) => Ops.mul__Tensor.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, float right) => Ops.mul__Tensor.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, double right) => Ops.mul__Tensor.Call(left, right);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Ops.mul__Tensor.Call(right, left);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(int left, Tensor right) => Ops.mul__Tensor.Call(right, left);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(long left, Tensor right) => Ops.mul__Tensor.Call(right, left);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(float left, Tensor right) => Ops.mul__Tensor.Call(right, left);

        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(double left, Tensor right) => Ops.mul__Tensor.Call(right, left);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Ops.div__Tensor.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Ops.div__Tensor.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, int right) => Ops.div__Tensor.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, long right) => Ops.div__Tensor.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, float right) => Ops.div__Tensor.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, double right) => Ops.div__Tensor.Call(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Over(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(int left, Tensor right) => Over(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(long left, Tensor right) => Over(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(float left, Tensor right) => Over(left, right);

        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(double left, Tensor right) => Over(left, right);

        /// <summary>Each element with the other sign.</summary>
        public static Tensor operator -(Tensor tensor) => Ops.neg.Call(tensor);

        // As Python does it: the reciprocal times the number.
        private static Tensor Over(Arg left, Tensor right)
        {
            using var inverse = Ops.reciprocal.Call(right);
            return Ops.mul__Tensor.Call(inverse, left);
        }
    }
}
