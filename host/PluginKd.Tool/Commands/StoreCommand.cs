using System.CommandLine;
using System.Globalization;
using PluginKd.Tool.Display;

namespace PluginKd.Tool.Commands;

/// <summary><c>dotnet kd store list|verify|prune</c>.</summary>
internal static class StoreCommand
{
    private const int KeptDays = 30;

    public static Command Create()
    {
        var list = new Command("list", "List the stored results, the largest first.");
        list.SetAction(parsed => CommandLine.Guard(parsed, () => List(Keeper().List())));
        var verify = new Command("verify", "Hash every stored file; ends with 1 when one is damaged.");
        verify.SetAction(parsed => CommandLine.Guard(parsed, () => Verify(Keeper().Verify())));
        return new Command("store", "List, check and clear the results that stages have left in .kd/store.") { list, verify, Prune() };
    }

    private static Command Prune()
    {
        var days = new Option<int>("--unused-for") { Description = "Days without use after which a result goes.", DefaultValueFactory = _ => KeptDays };
        var all = new Option<bool>("--all") { Description = "Everything goes." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would go." };
        var prune = new Command("prune", "Delete results that nobody has used for a while, damaged ones, and what interrupted runs left.") { days, all, dry };
        prune.SetAction(parsed => CommandLine.Guard(parsed, () =>
        {
            if (parsed.GetValue(days) < 0)
                throw new UserErrorException($"--unused-for is {parsed.GetValue(days)}", "a number of days, 0 or more", "--unused-for", "--all deletes everything");
            var before = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-parsed.GetValue(days));
            var gone = Keeper().Prune(result => parsed.GetValue(all) || result.Used < before, parsed.GetValue(dry));
            foreach (var result in gone) Terminal.Out.WriteLine($"{Name(result)}  {Bytes.Text(result.Bytes)}{(result.Damage is null ? "" : $"  damaged: {result.Damage}")}");
            Terminal.Out.WriteLine($"{gone.Count} result{(gone.Count == 1 ? "" : "s")}, {Bytes.Text(gone.Sum(r => r.Bytes))}{(parsed.GetValue(dry) ? " would go" : " deleted")}");
            return ExitCodes.Success;
        }));
        return prune;
    }

    private static StoreKeeper Keeper() => new(Environment.CurrentDirectory);

    private static int List(IReadOnlyList<StoredResult> results)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns("result", "stage", "pipeline", "size", "made in", "last used");
        foreach (var result in results)
        {
            table.AddRow(new Text(result.Key[..12]), new Text(result.Stage), new Text(result.Damage is null ? result.Pipeline : $"damaged: {result.Damage}"), new Text(Bytes.Text(result.Bytes)),
                new Text(StageMeter.Duration(TimeSpan.FromSeconds(result.Seconds))), new Text(result.Used.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        }

        if (results.Count > 0) Terminal.Out.Write(table);
        Terminal.Out.WriteLine($"{results.Count} result{(results.Count == 1 ? "" : "s")}, {Bytes.Text(results.Sum(r => r.Bytes))} in {Path.GetRelativePath(Environment.CurrentDirectory, Keeper().Folder)}");
        return ExitCodes.Success;
    }

    private static int Verify(IReadOnlyList<StoredResult> results)
    {
        var damaged = results.Where(r => r.Damage is not null).ToList();
        foreach (var result in damaged) Terminal.Out.WriteLine($"damaged  {Name(result)}  {result.Damage}");
        Terminal.Out.WriteLine($"{results.Count - damaged.Count} of {results.Count} results are whole"
            + (damaged.Count == 0 ? "" : "; the next run that needs a damaged one makes it again, `dotnet kd store prune` deletes them now"));
        return damaged.Count == 0 ? ExitCodes.Success : ExitCodes.RunFailed;
    }

    private static string Name(StoredResult result) => $"{result.Key[..12]}  {result.Stage}";
}
