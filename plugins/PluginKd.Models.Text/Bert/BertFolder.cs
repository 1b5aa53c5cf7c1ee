namespace PluginKd.Models.Text;

/// <summary>A folder as Hugging Face lays BERT models down: <c>config.json</c>, <c>vocab.txt</c>, <c>model.safetensors</c>.</summary>
/// <param name="path">Path of the folder.</param>
internal sealed class BertFolder(string path)
{
    /// <summary>Sizes from <c>config.json</c>.</summary>
    public EncoderSizes Sizes { get; } = BertConfig.Read(path);

    /// <summary>Gives the path of a file, or says that it is not there.</summary>
    public static string FileThere(string file) => File.Exists(file) ? file : throw new UserErrorException(
        $"the folder has no {Path.GetFileName(file)}", "config.json, vocab.txt and model.safetensors", Path.GetDirectoryName(file)!,
        "put the file there, or correct folder of model 'text-transformer'");

    /// <summary>Reads the word pieces.</summary>
    /// <exception cref="UserErrorException">There are more than the table of the weights has rows.</exception>
    public WordPieces ReadVocabulary()
    {
        var file = FileThere(Path.Combine(path, "vocab.txt"));
        var pieces = WordPieces.Read(file, "folder of model 'text-transformer'");
        return pieces.Count <= Sizes.Words ? pieces : throw new UserErrorException(
            $"the vocabulary has {pieces.Count} pieces, and vocab_size of config.json is {Sizes.Words}", "at most as many pieces", file,
            "use the vocab.txt that belongs to the weights");
    }

    /// <summary>Refuses settings that do not fit the folder.</summary>
    public void Check(TextTransformerSettings settings)
    {
        if (settings.Norm != NormPlace.Post) throw Misfit("norm is 'pre'", "'post', as in BERT", "leave norm out");
        if (settings.Vocabulary is not null) throw Misfit("vocabulary and folder are both given", "one of them: the folder has its own vocab.txt", "leave vocabulary out");
        if (settings.MaxLength > Sizes.Positions)
            throw Misfit($"max-length is {settings.MaxLength}, and the folder has {Sizes.Positions} positions", $"{Sizes.Positions} at most", $"set max-length to {Sizes.Positions}");
    }

    /// <summary>Brings the weights into a network.</summary>
    /// <exception cref="UserErrorException">Weights are missing or have another shape, or the file is damaged.</exception>
    public void LoadInto(TextTransformerNetwork network)
    {
        var file = FileThere(Path.Combine(path, "model.safetensors"));
        try
        {
            using var weights = SafeTensors.Open(file);
            new BertWeights(weights, file).LoadInto(network);
        }
        catch (SafeTensorsException error)
        {
            throw new UserErrorException($"the file is damaged: {error.Message}", "weights in the safetensors format", file, "download it again", error);
        }
    }

    private static UserErrorException Misfit(string found, string expected, string fix) => new(found, expected, "model 'text-transformer' with folder", fix);
}
