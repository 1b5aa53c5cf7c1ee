using PluginKd.Sdk.Build.Linking;

namespace PluginKd.Hosting.Tests;

public class LinkCheckTests
{
    [Fact]
    public void Plugins_of_this_host_lack_nothing()
    {
        foreach (var plugin in Pipelines.Catalog.Packages.Where(package => package.Id != "testplugins.newer"))
            Assert.Empty(LinkCheck.FindMissing(Path.Combine(plugin.Folder, plugin.Entry), SharedSurfaces.Of));
    }

    [Fact]
    public void A_plugin_of_a_newer_contract_is_refused_naming_what_this_host_lacks()
    {
        using var loader = new PluginLoader();
        var error = Assert.Throws<UserErrorException>(() => loader.TypeOf(Pipelines.Catalog.Find("data", "from-the-future")!));
        Assert.Equal(UserErrorKind.Plugin, error.Kind);
        Snapshot.Match(error.Message.Replace(Places.Repository, "<repository>/", StringComparison.Ordinal).Replace(Places.Configuration, "<configuration>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_that_leaves_out_what_its_contract_demands_is_named()
    {
        // A host whose IAverager demands a method that the plugin, built against today's, does not have.
        using var newer = AssemblySurface.Read(Path.Combine(Places.Artifacts, "newer-sdk", Places.Configuration, "PluginKd.Sdk.dll"));
        var last = Pipelines.Catalog.Find("average", "last")!.Package;
        Assert.Equal(["PluginKd.Averaging.LastIterate does not implement IAverager.Forget()"],
            LinkCheck.FindMissing(Path.Combine(last.Folder, last.Entry), name => name == "PluginKd.Sdk" ? newer : SharedSurfaces.Of(name)));
    }

    [Theory]
    [InlineData("libtorch_cpu.so", true)]
    [InlineData("torch", true)]
    [InlineData("runtimes/linux-x64/native/libc10.so", true)]
    [InlineData("libkdtorch.so", true)]
    [InlineData("libcudart-11f4.so.12", true)]
    [InlineData("nvrtc64_112_0.dll", true)]
    [InlineData("libtorchaudio_like.so", false)]
    [InlineData("libe_sqlite3.so", false)]
    [InlineData("sqlite3", false)]
    public void Libtorch_and_its_family_are_the_hosts(string name, bool isReserved) => Assert.Equal(isReserved, HostFiles.IsReservedNative(name));

    [Fact]
    public void Reserved_natives_are_answered_with_the_hosts_handle()
    {
        Assert.True(SharedNatives.TryGet("kdtorch", out var first) && SharedNatives.TryGet("libkdtorch.so", out var second) && first == second && first != 0);
        Assert.True(SharedNatives.TryGet("torch_cpu", out _));
        Assert.False(SharedNatives.TryGet("e_sqlite3", out _));
        Assert.Throws<DllNotFoundException>(() => SharedNatives.TryGet("nvrtc_of_nobody", out _));
    }
}
