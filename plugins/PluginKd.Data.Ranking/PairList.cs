namespace PluginKd.Data.Ranking;

/// <summary>Pairs of a question and a candidate in the making; each text is kept once, however many pairs it is in.</summary>
internal sealed class PairList
{
    private readonly Pool _questions = new();
    private readonly Pool _candidates = new();
    private readonly List<string> _groups = [];
    private readonly List<string> _ids = [];

    /// <summary>Pairs so far.</summary>
    public int Count => _groups.Count;

    /// <summary>Question of each pair.</summary>
    public IReadOnlyList<string> Groups => _groups;

    /// <summary>Adds a pair.</summary>
    /// <param name="question">Text of the question.</param>
    /// <param name="candidate">Text of the candidate.</param>
    /// <param name="group">Name of the question.</param>
    /// <param name="id">Name of the candidate, or null.</param>
    public void Add(string question, string candidate, string group, string? id)
    {
        _questions.Add(question);
        _candidates.Add(candidate);
        _groups.Add(group);
        if (id is not null) _ids.Add($"{group} {id}");
    }

    /// <summary>Makes a split of the pairs.</summary>
    /// <param name="name">Name of the split.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="labels">A label for each pair, or null for none.</param>
    /// <param name="first">Index of the first pair.</param>
    public Split ToSplit(string name, SplitRole role, int[]? labels, long first) =>
        new(name, role, new PairInputs(_questions.ToInputs(), _candidates.ToInputs()), labels, [.. Enumerable.Range(0, Count).Select(i => first + i)])
        {
            Groups = _groups,
            Ids = _ids.Count == Count ? _ids : null,
        };

    private sealed class Pool
    {
        private readonly Dictionary<string, int> _numbers = [];
        private readonly List<string> _texts = [];
        private readonly List<int> _rows = [];

        public void Add(string text)
        {
            if (!_numbers.TryGetValue(text, out var number))
            {
                _numbers[text] = number = _texts.Count;
                _texts.Add(text);
            }

            _rows.Add(number);
        }

        public TextInputs ToInputs() => new(new PickedList<string>(_texts, [.. _rows]));
    }
}
