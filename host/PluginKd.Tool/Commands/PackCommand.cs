using System.CommandLine;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd plugins pack PLUGIN</c>: a package that any NuGet feed carries.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("plugin") { Description = "A .cs file, a project or its folder, which is built first; or a built plugin's folder." };
        var output = new Option<string>("--output", "-o") { Description = "Folder for the package.", DefaultValueFactory = _ => "." };
        var command = new Command("pack", "Pack a plugin; the same folder gives the same bytes.") { folder, output };
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            var package = PluginPackage.Pack(PluginSource.FolderOf(parsed.GetValue(folder)!), parsed.GetValue(output)!);
            Terminal.Out.WriteLine($"packed {package}");
            return ExitCodes.Success;
        }));
        return command;
    }
}
