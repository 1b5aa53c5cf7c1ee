using System.ComponentModel.DataAnnotations;

namespace PluginKd.Data.Ranking;

/// <summary>How documents and queries are written.</summary>
public enum CollectionFormat
{
    /// <summary>A line each: id, tab, text; further tabs part texts that are joined.</summary>
    Tsv,

    /// <summary>Blocks that begin with <c>.I ID</c>, with fields under <c>.T</c>, <c>.A</c>, <c>.B</c>, <c>.W</c> and so on, as Cranfield has them.</summary>
    Smart,
}

/// <summary>How judgements name queries.</summary>
public enum QueryNumbers
{
    /// <summary>By the ids that the queries have in their file.</summary>
    Own,

    /// <summary>By their order in the file, from 1, as Cranfield's do.</summary>
    Order,
}

/// <summary>To which queries relevant documents are added that were not retrieved.</summary>
public enum RelevantRule
{
    /// <summary>To those that are learned from; the others keep what a first search finds, as in use.</summary>
    Train,

    /// <summary>To all.</summary>
    Always,

    /// <summary>To none: what is learned from is what a first search finds. Relevant documents that it misses share few words with their query; learned from, they say that common words speak against relevance.</summary>
    Never,
}

/// <summary>Files of a collection, and how candidates come about.</summary>
public sealed record RetrievalSettings
{
    /// <summary>Folder of the files, from the pipeline file on.</summary>
    [KdPath]
    public string Path { get; init; } = ".";

    /// <summary>File of the documents; found with .gz behind its name too, like the others.</summary>
    [KdPath(In = nameof(Path))]
    public required string Documents { get; init; }

    /// <summary>File of the queries.</summary>
    [KdPath(In = nameof(Path))]
    public required string Queries { get; init; }

    /// <summary>File of the judgements, a line each: query, document, grade, or as TREC has them: query, anything, document, grade.</summary>
    [KdPath(In = nameof(Path))]
    public required string Qrels { get; init; }

    /// <summary>How documents and queries are written.</summary>
    public CollectionFormat Format { get; init; }

    /// <summary>Fields that make the text of a document or query in the format smart, in this order.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Fields { get; init; } = ["T", "W"];

    /// <summary>How judgements name queries.</summary>
    public QueryNumbers QueryNumbers { get; init; }

    /// <summary>Grades above 0 that judgements have, from least to most relevant; 0 and below always mean not relevant.</summary>
    [Range(1, 1000)]
    [MinLength(1)]
    public IReadOnlyList<int> Relevant { get; init; } = [1];

    /// <summary>Whether each grade is a class, 0 for not relevant and then 1, 2, … by the order of relevant; else there are two, 0 and 1.</summary>
    public bool Graded { get; init; }

    /// <summary>Documents that BM25 finds best, for each query.</summary>
    [Range(1, 1_000_000)]
    public int Candidates { get; init; } = 50;

    /// <summary>Further documents for each query, drawn from those that are not judged relevant.</summary>
    [Range(0, 1_000_000)]
    public int Negatives { get; init; } = 5;

    /// <summary>To which queries relevant documents are added that BM25 does not find.</summary>
    public RelevantRule AddRelevant { get; init; }

    /// <summary>BM25's k₁, no unit: how much further occurrences of a word add.</summary>
    [Range(0, 100)]
    public double K1 { get; init; } = 1.2;

    /// <summary>BM25's b, no unit: how much long documents are marked down, 0 not at all.</summary>
    [Range(0, 1)]
    public double B { get; init; } = 0.75;

    /// <summary>Share of the queries, 0 to 1, for choosing settings; 0 leaves the split out.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>Share of the queries, 0 to 1, for the final evaluation; 0 leaves the split out.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double TestShare { get; init; } = 0.2;

    /// <summary>What to do with entries that cannot be used: documents without text, ids that occur twice, judgements of unknown documents or queries, queries without judgements.</summary>
    public OnError OnError { get; init; } = OnError.Refuse;
}
