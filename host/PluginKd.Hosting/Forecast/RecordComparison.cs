using System.Text.Json.Nodes;

namespace PluginKd.Hosting;

/// <summary>Holds the results of a run against those of an earlier record, to the bit.</summary>
public static class RecordComparison
{
    // What is in no key, because results agree across it to rounding, and not always to the bit.
    private static readonly string[] Machine = ["threads", "device", "architecture", "libtorch", "blas", "blas-kernels"];

    /// <summary>Lists every result that differs, with what it was made of that differs too.</summary>
    /// <param name="record">The earlier <c>record.json</c>.</param>
    /// <param name="folder">Folder of the new run.</param>
    /// <returns>One sentence a difference; none when all bits agree.</returns>
    /// <exception cref="UserErrorException">There is no such record.</exception>
    public static IReadOnlyList<string> Differences(string record, string folder)
    {
        var (then, today) = (Read(record), Read(Path.Combine(folder, "record.json")));
        var (old, now) = (Stages(then), Stages(today));
        var machine = Machine.SelectMany(part => KeyParts.Differences(then[part], today[part], part)).Select(Show).ToList();
        return [.. old.Keys.Union(now.Keys).SelectMany(stage => Compare(stage, old.GetValueOrDefault(stage), now.GetValueOrDefault(stage), machine))];
    }

    /// <summary>Reads a record as a pipeline to run again: everything as it was resolved then.</summary>
    /// <param name="record">A <c>record.json</c>.</param>
    /// <exception cref="UserErrorException">It is no record, or one of a run that did not come to its end.</exception>
    public static PipelineFile Pipeline(string record)
    {
        var content = Read(record);
        if (EarlierRuns.Text(content["status"]) is var status && status != "complete")
            throw new UserErrorException($"the recorded run is {status}", "the record of a complete run: only that has results to compare with", record, "`dotnet kd status` lists the runs");
        return PipelineFile.Of(record, content["folder"]!.GetValue<string>(), content["resolved"]!.AsObject());
    }

    private static JsonObject Read(string record) => EarlierRuns.Read(record) is { } content && IsWhole(content)
        ? content
        : throw new UserErrorException($"'{record}' is no record of a run", "the record.json of a run folder, such as .kd/runs/…/record.json", record, "`dotnet kd status` lists the runs");

    /// <summary>Looked at before hours of work, not when their results are compared.</summary>
    private static bool IsWhole(JsonObject record) =>
        EarlierRuns.Text(record["status"]) is not null && EarlierRuns.Text(record["folder"]) is not null && record["resolved"] is JsonObject
        && record["stages"] is JsonArray stages && stages.All(s => s is JsonObject stage && EarlierRuns.Text(stage["stage"]) is not null && stage["files"] is JsonObject && stage["made"] is JsonObject)
        && stages.Select(s => EarlierRuns.Text(s!["stage"])).Distinct().Count() == stages.Count;

    private static Dictionary<string, JsonObject> Stages(JsonObject record) =>
        record["stages"]!.AsArray().Select(s => s!.AsObject()).Where(s => s["stage"]!.GetValue<string>() != StageGraph.Rehearsal).ToDictionary(s => s["stage"]!.GetValue<string>());

    private static IEnumerable<string> Compare(string stage, JsonObject? old, JsonObject? now, IReadOnlyList<string> machine)
    {
        if (old is null || now is null) return [$"{stage}: only one of the runs has it"];
        var files = KeyParts.Differences(old["files"], now["files"]).ToList();
        if (files.Count == 0) return [];
        var made = KeyParts.Differences(old["made"], now["made"]).Where(d => !d.Place.StartsWith("inputs.", StringComparison.Ordinal)).Select(Show).ToList();
        return files.Select(f => $"{stage}: {f.Place} has other bits ({f.Old} → {f.New})" + (made.Count == 0 && machine.Count > 0 ? $", made of the same parts in another way: {string.Join(", ", machine)}"
            : made.Count == 0 ? ", made of the same parts" : $"; made of other parts: {string.Join(", ", made)}"));
    }

    private static string Show((string Place, string Old, string New) difference) => $"{difference.Place} ({difference.Old} → {difference.New})";
}
