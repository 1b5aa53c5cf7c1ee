namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What stands between the two layers of a transformer's feed-forward part.</summary>
        public enum Activations
        {
            /// <summary><see cref="functional.relu"/>.</summary>
            ReLU = 0,

            /// <summary>The exact Gaussian unit.</summary>
            GELU = 1,
        }
    }
}
