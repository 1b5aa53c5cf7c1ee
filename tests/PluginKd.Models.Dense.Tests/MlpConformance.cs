namespace PluginKd.Models.Dense.Tests;

public sealed class MlpConformance : KdConformance<Mlp>
{
    protected override object[] Settings => [new MlpSettings(), new MlpSettings { Hidden = [6, 5], Dropout = 0.5, Activation = Activation.Gelu }, new MlpSettings { Hidden = [] }];
}
