namespace PluginKd.Losses.Features;

/// <summary>The features of a batch at a pair of layers, and the errors that say why two do not fit together.</summary>
/// <remarks>Features are maps [N, C, H, W], vectors [N, D], or vectors of T tokens [N, T, D]. Their width is C or D.</remarks>
/// <param name="Loss">Id of the loss, for errors.</param>
/// <param name="Index">Place in the list of pairs.</param>
/// <param name="Layers">Names of the signals.</param>
/// <param name="Student">The student's features.</param>
/// <param name="Teacher">The teacher's, detached and of the student's type.</param>
internal sealed record FeaturePair(string Loss, int Index, LayerPair Layers, Tensor Student, Tensor Teacher)
{
    /// <summary>Where the student's texts have a position, [N, T], 1 there and 0 at padding; null where all count.</summary>
    public Tensor? Mask { get; init; }

    /// <summary>Whether the features are maps.</summary>
    public bool AreMaps => Student.dim() == 4;

    /// <summary>Width of the student's features.</summary>
    public long StudentWidth => Student.size(WidthAxis);

    /// <summary>Width of the teacher's features.</summary>
    public long TeacherWidth => Teacher.size(WidthAxis);

    private int WidthAxis => AreMaps ? 1 : -1;

    /// <summary>The pair with maps of one height and width: of each the smaller, to which means over parts of the larger map are taken.</summary>
    /// <exception cref="UserErrorException">A side has no maps.</exception>
    public FeaturePair Maps() => OfMaps().OfOneSize();

    /// <summary>The pair as it is where both sides have maps.</summary>
    /// <exception cref="UserErrorException">A side has none.</exception>
    public FeaturePair OfMaps() => Student.dim() == 4 && Teacher.dim() == 4 ? this
        : throw Unfit("maps [N, C, H, W] of both sides", "in layers, name signals that are maps, such as hidden.0 of a cnn");

    /// <summary>The pair with vectors of one width.</summary>
    /// <exception cref="UserErrorException">A side has no vectors, or they differ in tokens or width.</exception>
    public FeaturePair Vectors()
    {
        if (Student.dim() is not (2 or 3) || Teacher.dim() is not (2 or 3)) throw Unfit("vectors [N, D] or [N, T, D] of both sides", "in layers, name signals that are vectors, such as embedding");
        return OfOneSize().OfOneWidth("in layers, name signals of one width; or use hint, whose regressor brings one width to another");
    }

    /// <summary>The pair as it is where everything but the width agrees; of maps, the larger is brought to the smaller.</summary>
    /// <exception cref="UserErrorException">One side has maps and the other vectors, or the numbers of tokens differ.</exception>
    public FeaturePair OfOneSize()
    {
        if (Student.dim() is not (2 or 3 or 4) || Student.dim() != Teacher.dim())
            throw Unfit("maps [N, C, H, W], vectors [N, D] or vectors of tokens [N, T, D], the same of both sides", "in layers, name signals of one kind");
        if (Student.dim() == 3) return OfOneLength();
        if (!AreMaps) return this;
        var (height, width) = (Math.Min(Student.size(2), Teacher.size(2)), Math.Min(Student.size(3), Teacher.size(3)));
        return this with { Student = Pool.To(Student, height, width), Teacher = Pool.To(Teacher, height, width) };
    }

    /// <summary>The mean of each example over its positions and the width [N]; padding does not count.</summary>
    /// <param name="values">Maps, vectors, or vectors of tokens of the pair's shape.</param>
    public Tensor MeanOfEach(Tensor values)
    {
        if (Mask is null || values.dim() != 3) return values.flatten(1).mean([1]);
        var mask = Mask.to(values.dtype);
        return (values.mean([2]) * mask).sum([1]) / mask.sum([1]).clamp_min(1);
    }

    /// <summary>The sum of each example over its positions and the width [N]; padding does not count.</summary>
    /// <inheritdoc cref="MeanOfEach" path="/param" />
    public Tensor SumOfEach(Tensor values) => (Mask is null || values.dim() != 3 ? values : values * Mask.to(values.dtype).unsqueeze(2)).flatten(1).sum([1]);

    // Where padding is known, more of it on one side is cut.
    private FeaturePair OfOneLength()
    {
        var length = Math.Min(Student.size(1), Teacher.size(1));
        if (Student.size(1) == Teacher.size(1)) return this;
        if (Mask is null) throw Unfit("as many tokens T of both sides", "in layers, name signals of one length, or give both models the same tokens");
        return this with { Student = Student.narrow(1, 0, length), Teacher = Teacher.narrow(1, 0, length), Mask = Mask.narrow(1, 0, length) };
    }

    /// <summary>The pair as it is where the widths agree.</summary>
    /// <param name="fix">What to change where they do not.</param>
    /// <exception cref="UserErrorException">They do not.</exception>
    public FeaturePair OfOneWidth(string fix) => StudentWidth == TeacherWidth ? this : throw Unfit($"one width ({(AreMaps ? "channels C" : "numbers D")}) of both sides", fix);

    /// <summary>Both sides in the teacher's width.</summary>
    /// <param name="layers">One for each pair, from <see cref="Projection.Of"/>; null where there are none.</param>
    public (Tensor Student, Tensor Teacher) Projected(IReadOnlyList<nn.Module<Tensor, Tensor>>? layers)
    {
        var projected = layers is null ? this : this with { Student = layers[Index].call(Student) };
        projected.OfOneWidth("set regressor to auto, which trains a layer in between");
        return (projected.Student, Teacher);
    }

    /// <summary>Says that the two sides do not fit together.</summary>
    /// <param name="expected">What would fit.</param>
    /// <param name="fix">What to change.</param>
    public UserErrorException Unfit(string expected, string fix) =>
        new($"'{Layers.Student}' of the student is {Shape(Student)}, '{Layers.Teacher}' of the teacher {Shape(Teacher)}", expected, $"loss '{Loss}', layers.{Index}", fix);

    /// <summary>A shape for errors, such as [N, 4, 8, 8].</summary>
    public static string Shape(Tensor features) => $"[{string.Join(", ", features.shape.Skip(1).Select(size => $"{size}").Prepend("N"))}]";
}
