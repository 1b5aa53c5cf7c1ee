namespace PluginKd.Sdk;

/// <summary>Makes a batch of tokens out of a batch of sequences, so that every loss on class scores works on both.</summary>
internal static class TokenBatch
{
    /// <summary>Lays the tokens of all sequences one behind the other and leaves out what stands behind a sequence's end.</summary>
    /// <param name="sequences">Labels [n, T]; class scores [n, T or more, C]; weights and indices [n].</param>
    /// <returns>Labels [M], class scores [M, C], weights and indices [M]; other signals as they are.</returns>
    public static LossBatch Of(LossBatch sequences)
    {
        var width = sequences.Labels.size(1);
        var labels = sequences.Labels.flatten();
        var tokens = labels.ge(Split.Unlabelled).nonzero().squeeze(1);
        var owners = tokens.div(width, RoundingMode.floor);
        return new LossBatch
        {
            Student = Flat(sequences.Student),
            Teachers = sequences.Teachers.ToDictionary(teacher => teacher.Key, teacher => Flat(teacher.Value)),
            Labels = labels.index_select(0, tokens),
            AllLabelled = sequences.AllLabelled,
            GatherIndices = () => sequences.Indices.index_select(0, owners),
            Weights = sequences.Weights?.index_select(0, owners),
            Moment = sequences.Moment,
            StudentAgain = () => Flat(sequences.StudentAgain()),
        };

        Signals Flat(Signals signals) => signals.Names.Contains(SignalNames.Logits)
            ? signals.With(SignalNames.Logits, signals.Logits.narrow(1, 0, width).flatten(0, 1).index_select(0, tokens))
            : signals;
    }
}
