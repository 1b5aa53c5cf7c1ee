namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What keeps running means of gradients and of their squares.</summary>
        public interface IBetas
        {
            /// <summary>The shares that both means keep at a step, from 0 to 1.</summary>
            (double, double) Betas { get; set; }
        }

        /// <summary>What keeps a running direction.</summary>
        public interface IMomentum
        {
            /// <summary>The share that the direction keeps at a step, from 0 to 1.</summary>
            double Momentum { get; set; }
        }
    }
}
