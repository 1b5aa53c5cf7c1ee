using System.CommandLine;
using System.Text.Json;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd schema</c>: the JSON Schema of pipeline files, for editors.</summary>
internal static class SchemaCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema of pipeline files for the plugins that are present: dotnet kd schema > kd.schema.json");
        command.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            Console.WriteLine(PipelineSchema.Of(CommandLine.Catalog(parsed)).ToJsonString(Readable));
            return ExitCodes.Success;
        }));
        return command;
    }
}
