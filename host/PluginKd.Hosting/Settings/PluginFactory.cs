using System.Reflection;

namespace PluginKd.Hosting;

/// <summary>Makes the plugins of a checked pipeline: binds settings to records, and parts to the instances that they name.</summary>
public sealed class PluginFactory
{
    private readonly PluginLoader _loader;
    private readonly PipelinePlan _plan;
    private readonly SettingsBinder _binder;
    private readonly Dictionary<string, object> _made = [];

    /// <summary>Makes nothing yet.</summary>
    /// <param name="loader">Loads what is named.</param>
    /// <param name="plan">The checked pipeline.</param>
    public PluginFactory(PluginLoader loader, PipelinePlan plan) =>
        (_loader, _plan, _binder) = (loader, plan, new SettingsBinder(plan.Uses, Create));

    /// <summary>Everything made so far, by place in the pipeline.</summary>
    public IReadOnlyDictionary<string, object> Made => _made;

    /// <summary>Makes the plugins of a slot, in order.</summary>
    /// <param name="slot">Such as <c>evaluate</c>.</param>
    /// <typeparam name="T">The contract.</typeparam>
    public IReadOnlyList<T> Create<T>(string slot) => [.. _plan.In(slot).Select(use => (T)Create(use, typeof(T)))];

    private object Create(PluginUse use, Type contract)
    {
        var settings = _loader.TypeOf(use.Plugin).GetCustomAttribute<KdPluginAttribute>()!.Settings;
        var plugin = _made[use.Path] = _loader.Create(use.Plugin, settings is null ? null : _binder.BindRecord(settings, use.Settings, use.Path));
        return contract.IsInstanceOfType(plugin) ? plugin
            : throw new UserErrorException($"plugin '{use.Plugin.Id}' says that it is of kind {use.Plugin.Kind} and is not: {use.Plugin.Type} is no {contract.Name}",
                "a manifest that was written by the plugin's build", use.Plugin.Package.Folder, "build or install the plugin again")
            {
                Kind = UserErrorKind.Plugin,
            };
    }
}
