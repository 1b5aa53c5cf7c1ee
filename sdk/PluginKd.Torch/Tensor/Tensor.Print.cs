using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and place: "[3x4], type = Float32, device = cpu".</summary>
        public override string ToString() => _handle == 0
            ? "disposed tensor"
            : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        /// <summary>The numbers, at most six at each end of a dimension.</summary>
        public string str(string fltFormat = "g5")
        {
            using var plain = detach();
            using var wide = plain.to(ScalarType.Float64, CPU);
            using var row = wide.contiguous();
            var text = new StringBuilder();
            Write(row.data<double>().ToArray(), shape, fltFormat, text);
            return text.ToString();
        }

        private static void Write(ReadOnlySpan<double> numbers, ReadOnlySpan<long> shape, string format, StringBuilder text)
        {
            if (shape.Length == 0)
            {
                text.Append(numbers[0].ToString(format, CultureInfo.InvariantCulture));
                return;
            }

            const int Ends = 6;
            var length = (int)shape[0];
            var step = length == 0 ? 0 : numbers.Length / length;
            text.Append('[');
            for (var i = 0; i < length; i++)
            {
                if (i > 0)
                    text.Append(", ");
                if (i == Ends && length > 2 * Ends)
                {
                    text.Append("..., ");
                    i = length - Ends;
                }

                Write(numbers.Slice(i * step, step), shape[1..], format, text);
            }

            text.Append(']');
        }
    }
}
