using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Holds the results of a run against those of an earlier record, to the bit.</summary>
public static class RecordComparison
{
    /// <summary>Lists every result that differs, with what it was made of that differs too.</summary>
    /// <param name="record">The earlier <c>record.json</c>.</param>
    /// <param name="folder">Folder of the new run.</param>
    /// <returns>One sentence a difference; none when all bits agree.</returns>
    /// <exception cref="UserErrorException">There is no such record.</exception>
    public static IReadOnlyList<string> Differences(string record, string folder)
    {
        var (old, now) = (Stages(Read(record)), Stages(Read(Path.Combine(folder, "record.json"))));
        return [.. old.Keys.Union(now.Keys).SelectMany(stage => Compare(stage, old.GetValueOrDefault(stage), now.GetValueOrDefault(stage)))];
    }

    /// <summary>Reads a record as a pipeline to run again: everything as it was resolved then.</summary>
    /// <param name="record">A <c>record.json</c>.</param>
    /// <exception cref="UserErrorException">It is no record, or one of a run that did not come to its end.</exception>
    public static PipelineFile Pipeline(string record)
    {
        var content = Read(record);
        if (content["status"]!.GetValue<string>() is var status && status != "complete")
            throw new UserErrorException($"the recorded run is {status}", "the record of a complete run: only that has results to compare with", record, "`dotnet kd status` lists the runs");
        return PipelineFile.Of(record, content["folder"]!.GetValue<string>(), content["resolved"]!.AsObject());
    }

    private static JsonObject Read(string record) => EarlierRuns.Read(record) is { } content && content["stages"] is JsonArray && content["resolved"] is JsonObject && content["status"] is JsonValue && content["folder"] is JsonValue
        ? content
        : throw new UserErrorException($"'{record}' is no record of a run", "the record.json of a run folder, such as .kd/runs/…/record.json", record, "`dotnet kd status` lists the runs");

    private static Dictionary<string, JsonObject> Stages(JsonObject record) =>
        record["stages"]!.AsArray().Select(s => s!.AsObject()).Where(s => s["stage"]!.GetValue<string>() != StageGraph.Rehearsal).ToDictionary(s => s["stage"]!.GetValue<string>());

    private static IEnumerable<string> Compare(string stage, JsonObject? old, JsonObject? now)
    {
        if (old is null || now is null) return [$"{stage}: only one of the runs has it"];
        var files = KeyParts.Differences(old["files"], now["files"]).ToList();
        if (files.Count == 0) return [];
        var made = KeyParts.Differences(old["made"], now["made"]).Where(d => !d.Place.StartsWith("inputs.", StringComparison.Ordinal)).Select(d => $"{d.Place} ({d.Old} → {d.New})").ToList();
        return files.Select(f => $"{stage}: {f.Place} has other bits ({f.Old} → {f.New})" + (made.Count == 0 ? ", made of the same parts" : $"; made of other parts: {string.Join(", ", made)}"));
    }
}
