namespace TestPlugins.Newer;

/// <summary>Calls a method and names a type that this host lacks.</summary>
[KdPlugin("from-the-future")]
public sealed class NewerData : IDataSource
{
    public DataBundle Load(StageContext context) => throw new InvalidOperationException(context.FutureOf("x") + PluginKd.Sdk.Newer.Answer);
}
