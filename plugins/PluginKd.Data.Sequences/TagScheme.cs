namespace PluginKd.Data.Sequences;

/// <summary>How tags spell where a span begins and ends.</summary>
public enum TagScheme
{
    /// <summary>Found out from the tags of each split.</summary>
    Auto,

    /// <summary>I- everywhere; B- only where a span follows one of its own type at once.</summary>
    Iob1,

    /// <summary>B- for the first word of a span, I- for the others.</summary>
    Iob2,

    /// <summary>B-, I-, E- for the first, inner and last word of a span, S- for the word of a span of one.</summary>
    Iobes,

    /// <summary>Tags that spell no spans, such as parts of speech; taken as they are.</summary>
    Plain,
}
