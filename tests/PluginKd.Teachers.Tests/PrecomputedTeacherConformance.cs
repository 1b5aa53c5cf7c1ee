using System.Globalization;

namespace PluginKd.Teachers.Tests;

public sealed class PrecomputedTeacherConformance : KdConformance<PrecomputedTeacher>
{
    protected override object[] Settings =>
    [
        new PrecomputedTeacherSettings { Path = "ordered.csv" },
        new PrecomputedTeacherSettings { Path = "numbered.tsv", By = RowAlignment.Id, On = ["train", "unlabelled"] },
    ];

    // 24 training examples and 12 without labels, with the numbers 0 to 35.
    protected override Dictionary<string, TestFile> Files => new()
    {
        ["ordered.csv"] = "c,a,b\n" + Rows(24, i => $"{2 * (i % 3)},{Number(i)},-1\n"),
        ["numbered.tsv"] = "id\ta\tb\tc\n" + Rows(36, i => $"{35 - i}\t{Number(i)}\t0.5\t{i % 3}\n"),
    };

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(row));

    private static string Number(int i) => (i / 8.0).ToString(CultureInfo.InvariantCulture);
}

public sealed class PrecomputedTeacherOnTextConformance : KdConformance<PrecomputedTeacher>
{
    protected override Modality Modality => Modality.Text;

    protected override object[] Settings => [new PrecomputedTeacherSettings { Path = "texts.tsv", By = RowAlignment.Text }];

    protected override Dictionary<string, TestFile> Files => new()
    {
        ["texts.tsv"] = "text\ta\tb\tc\n" + string.Concat(((TextInputs)TinyData.Of(Modality.Text)["train"].Inputs).Texts.Distinct().Select(text => $"{text}\t{text.Length}\t1\t0\n")),
    };
}
