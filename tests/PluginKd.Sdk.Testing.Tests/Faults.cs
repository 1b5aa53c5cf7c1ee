using PluginKd.Sdk.Testing.Tests.Faulty;

namespace PluginKd.Sdk.Testing.Tests;

/// <summary>A plugin with one fault, and the one fact that must find it.</summary>
/// <param name="Code">The fact.</param>
/// <param name="Plugin">The plugin.</param>
/// <param name="Settings">Settings to check it with.</param>
internal sealed record Fault(string Code, Type Plugin, params object[] Settings)
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("KD5001", typeof(NotSealed)),
        new("KD5001", typeof(TakesATakenName)),
        new("KD5002", typeof(Shares), new ShareSettings { Share = 0.5 }),
        new("KD5003", typeof(GoodShares), new GoodShareSettings { Share = 5 }),
        new("KD5004", typeof(NamesTwoAlike)),
        new("KD5005", typeof(Throws)),
        new("KD5006", typeof(StartsThreads)),
        new("KD5007", typeof(Prints)),
        new("KD5008", typeof(WritesToTemp)),
        new("KD5008", typeof(WritesWhereItStands)),
        new("KD5009", typeof(PushesTheStudent)),
        new("KD5009", typeof(SpoilsTheData)),
        new("KD5010", typeof(Unseeded)),
        new("KD5011", typeof(ReadsAsThePersonWrites)),
        new("KD5011", typeof(WritesAsThePersonDoes)),
        new("KD5012", typeof(Capitalises)),
        new("KD5013", typeof(SharesAStatic), new FactorSettings(), new FactorSettings { Factor = 2 }),
        new("KD5101", typeof(AlwaysDouble)),
        new("KD5102", typeof(WrongGradient)),
        new("KD5103", typeof(NeedsTwo)),
        new("KD5104", typeof(NaiveLogarithm)),
        new("KD5105", typeof(CountsCalls)),
        new("KD5106", typeof(TeachesTheTeacher)),
        new("KD5107", typeof(GrowsWithTheBatch)),
        new("KD5108", typeof(PrefersTheFirst)),
        new("KD5109", typeof(PassesOverWeights)),
        new("KD5110", typeof(TakesNoLabelForTheFirst)),
        new("KD5111", typeof(ForgetsHowMany)),
        new("KD5112", typeof(KeepsTheGivenLoss)),
        new("KD5201", typeof(AlwaysThree)),
        new("KD5202", typeof(LooksAgain)),
        new("KD5203", typeof(CentresTheBatch)),
        new("KD5204", typeof(Drifts)),
        new("KD5205", typeof(Casts)),
        new("KD5301", typeof(OneIndexForAll)),
        new("KD5302", typeof(ShowsTheTest)),
        new("KD5303", typeof(Doubles)),
        new("KD5304", typeof(JustOpens)),
        new("KD5401", typeof(StillTrains)),
        new("KD5402", typeof(StartsAnyway)),
        new("KD5403", typeof(NeverStops)),
        new("KD5404", typeof(StepsBack)),
        new("KD5405", typeof(RehearsesAtLength)),
        new("KD5406", typeof(TakesTheFirstStepsTwice)),
        new("KD5411", typeof(PromisesMore)),
        new("KD5412", typeof(NotFrozen)),
        new("KD5413", typeof(BadlyNamed)),
        new("KD5414", typeof(MakesAnotherTeacher)),
        new("KD5421", typeof(TellsEverySecond)),
        new("KD5422", typeof(MakesAnotherStudent)),
        new("KD5423", typeof(ShortensTheBaseline)),
        new("KD5423", typeof(AsksForItsTeacher)),
        new("KD5501", typeof(BelowZero)),
        new("KD5511", typeof(AddsToValidation)),
        new("KD5601", typeof(AddsATenth)),
        new("KD5602", typeof(RunsAhead)),
        new("KD5603", typeof(ForgetsTheCount)),
        new("KD5604", typeof(KeepsTheGivenSums)),
        new("KD5604", typeof(CountsSaving)),
        new("KD5701", typeof(Percent)),
        new("KD5702", typeof(Ragged)),
        new("KD5703", typeof(NeverQuiteRight)),
        new("KD5704", typeof(WantsATeacher)),
    ];

    public ConformanceSubject Subject => new()
    {
        Plugin = Plugin,
        Settings = Settings,
        Files = Plugin == typeof(JustOpens) ? new Dictionary<string, TestFile> { ["rows.txt"] = "rows" } : [],
    };
}
