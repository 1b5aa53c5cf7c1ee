namespace TorchSharp.Modules;

/// <summary>Sets what schedulers call momentum: SGD's and RMSProp's own, Adam's first beta.</summary>
internal static class Momentum
{
    public static void SetMomentum(this ParamGroup group, double value)
    {
        switch (group.Options)
        {
            case SGD.Options own:
                own.momentum = value;
                break;
            case RMSProp.Options own:
                own.momentum = value;
                break;
            case AdamOptions own:
                own.beta1 = value;
                break;
        }
    }
}
