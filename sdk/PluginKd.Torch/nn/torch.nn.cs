namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: layers, their functions, their first weights.</summary>
    public static partial class nn
    {
        /// <summary>What becomes of the losses of the examples.</summary>
        public enum Reduction : long
        {
            /// <summary>They stay one by one.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }
    }
}
