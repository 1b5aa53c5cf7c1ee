namespace PluginKd.Losses.Logits.Tests;

/// <summary>Values and gradients of independent programs on the inputs of <see cref="Golden"/>: value, Σ|gradient|, first entry of the gradient.</summary>
public class ReferenceTests
{
    private static readonly Dictionary<string, Func<ILoss>> Made = new()
    {
        ["soft-target 4"] = () => new SoftTarget(new()),
        ["soft-target 1"] = () => new SoftTarget(new() { Temperature = 1 }),
        ["soft-cross-entropy 4"] = () => new SoftCrossEntropy(new()),
        ["logit-mse 1"] = () => new LogitMse(new()),
        ["reverse-kl 1"] = () => new ReverseKl(new()),
        ["generalized-js 0.5 1"] = () => new GeneralizedJs(new()),
        ["symmetric-kl 1"] = () => new SymmetricKl(new()),
        ["total-variation 1"] = () => new TotalVariation(new()),
        ["dkd 1 8 4"] = () => new Dkd(new()),
        ["dist 1 1 1"] = () => new Dist(new()),
        ["subclass-auxiliary 1"] = () => new SubclassAuxiliary(new()),
        ["dkd 0.3 2 1"] = () => new Dkd(new() { Alpha = 0.3, Beta = 2, Temperature = 1 }),
        ["nkd 1.5 1"] = () => new Nkd(new()),
        ["nkd 0.7 3"] = () => new Nkd(new() { Gamma = 0.7, Temperature = 3 }),
        ["wsl 2"] = () => new Wsl(new()),
        ["wsl 1"] = () => new Wsl(new() { Temperature = 1 }),
        ["soft-target 4 standardized"] = () => new SoftTarget(new() { Standardize = true }),
        ["soft-target 2 standardized"] = () => new SoftTarget(new() { Standardize = true, Temperature = 2 }),
        ["generalized-js 0 2"] = () => new GeneralizedJs(new() { Beta = 0, Temperature = 2 }),
        ["generalized-js 0.1 2"] = () => new GeneralizedJs(new() { Beta = 0.1, Temperature = 2 }),
        ["generalized-js 0.9 2"] = () => new GeneralizedJs(new() { Beta = 0.9, Temperature = 2 }),
        ["generalized-js 1 2"] = () => new GeneralizedJs(new() { Beta = 1, Temperature = 2 }),
        ["top-k 2 one-class 4"] = () => new TopKSoftTarget(new() { K = 2 }),
        ["top-k 1 one-class 1"] = () => new TopKSoftTarget(new() { K = 1, Temperature = 1 }),
        ["top-k 2 dropped 4"] = () => new TopKSoftTarget(new() { K = 2, Tail = TopKTail.Dropped }),
        ["top-k 2 uniform 4"] = () => new TopKSoftTarget(new() { K = 2, Tail = TopKTail.Uniform }),
        ["top-k 1 uniform 1"] = () => new TopKSoftTarget(new() { K = 1, Tail = TopKTail.Uniform, Temperature = 1 }),
        ["dist 2 0.5 4"] = () => new Dist(new() { Beta = 2, Gamma = 0.5, Temperature = 4 }),
        ["subclass-auxiliary 0.1"] = () => new SubclassAuxiliary(new() { Temperature = 0.1 }),
        // τ² = 16 times the soft cross-entropy without it.
        ["subclass 4"] = () => new Subclass(new()),
    };

    // torch 1.13.1, float64: the published programs that the doc comments name. reverse-kl and subclass-auxiliary: their formulas in plain torch, no program was run.
    [Theory]
    [InlineData("soft-target 4", 0.7243629687298051, 0.9480583472149002, -0.1972108739210916)]
    [InlineData("soft-target 1", 0.5658203122538047, 0.8295000875528131, -0.17605116901637613)]
    [InlineData("soft-cross-entropy 4", 1.5448571362657124, 0.059253646700931265, -0.012325679620068225)]
    [InlineData("logit-mse 1", 2.008995297976785, 2.465873607135933, -0.2740532900230069)]
    [InlineData("reverse-kl 1", 0.6285967641784727, 0.8027286655643404, -0.09070742106317452)]
    [InlineData("generalized-js 0.5 1", 0.13235980861974267, 0.17004946859558384, -0.02369452249257559)]
    [InlineData("symmetric-kl 1", 0.5972085382161387, 0.8144720099750076, -0.13337929503977533)]
    [InlineData("total-variation 1", 0.4147500437764066, 0.36398041229292855, -0.02436271923485405)]
    [InlineData("dkd 1 8 4", 2.855147160890899, 5.371164172886138, -0.19721087392109157)]
    [InlineData("dist 1 1 1", 0.7952317243912954, 1.0928943632034664, -0.0470279315490949)]
    [InlineData("subclass-auxiliary 1", -0.3899248157320998, 0.35456367959806595, 0.04120263354296885)]
    [InlineData("subclass 4", 16 * 1.5448571362657124, 16 * 0.059253646700931265, 16 * -0.012325679620068225)]
    public void Agrees_with_the_published_program(string name, double value, double sum, double first) => Agree(name, value, sum, first);

    // reference/losses.py.
    [Theory]
    [InlineData("nkd 1.5 1", 1.945327402341, 1.176221088195, -0.181149554989)]
    [InlineData("nkd 0.7 3", 8.712794836052, 0.917905757291, -0.181149554989)]
    [InlineData("wsl 2", 4.222967268151, 0.798774403129, -0.205152345073)]
    [InlineData("wsl 1", 0.965166835852, 0.681246641318, -0.176047306995)]
    [InlineData("dkd 0.3 2 1", 0.560930655749, 1.076013802424, -0.052815350705)]
    [InlineData("soft-target 4 standardized", 0.186359125070, 0.345545039244, -0.059851212712)]
    [InlineData("soft-target 2 standardized", 0.200637953561, 0.366323347446, -0.067508143947)]
    [InlineData("generalized-js 0 2", 0.736255004794, 0.985396358624, -0.205156845583)]
    [InlineData("generalized-js 0.1 2", 0.065079000965, 0.085489290318, -0.017033249875)]
    [InlineData("generalized-js 0.9 2", 0.063302460303, 0.078714479747, -0.012807290095)]
    [InlineData("generalized-js 1 2", 0.709993983986, 0.883329762864, -0.141637833753)]
    [InlineData("top-k 2 one-class 4", 0.654736554482, 0.869743268869, -0.197210873921)]
    [InlineData("top-k 1 one-class 1", 0.529004369085, 0.777742450213, -0.176051169016)]
    [InlineData("top-k 2 dropped 4", 0.670436231909, 1.011043717710, -0.206378328877)]
    [InlineData("top-k 2 uniform 4", 0.824609483736, 1.029994238937, -0.197210873921)]
    [InlineData("top-k 1 uniform 1", 0.692177281707, 0.909786577758, -0.176051169016)]
    [InlineData("dist 2 0.5 4", 10.383898037805, 15.429965903657, -2.048310770378)]
    [InlineData("subclass-auxiliary 0.1", -1.256021215110, 0.378600682250, 0.045674224756)]
    public void Agrees_with_a_program_written_from_the_definition(string name, double value, double sum, double first) => Agree(name, value, sum, first);

    // zT = [[2, −1, 0.5], [0.1, 0.2, 0.3]], zS = [[1, 0, 0], [0, 0.5, −0.5]]; Python without torch, double precision.
    [Fact]
    public void Agrees_with_plain_Python_on_other_inputs()
    {
        var (student, teacher) = (tensor(new[] { 1, 0, 0, 0, 0.5, -0.5 }).reshape(2, 3), tensor(new[] { 2, -1, 0.5, 0.1, 0.2, 0.3 }).reshape(2, 3));
        double Value(ILoss loss) => Losses.Value(loss, student, teacher, [0, 2]);
        Assert.Equal(0.9817937769, Value(new SoftCrossEntropy(new() { Temperature = 1 })), 1e-9);
        Assert.Equal(0.1233578402, Value(new SoftTarget(new() { Temperature = 1 })), 1e-9);
        Assert.Equal(0.2115515655, Value(new SoftTarget(new() { Temperature = 4 })), 1e-9);
        Assert.Equal(0.2166342461, Value(new SoftTarget(new() { Temperature = 5 })), 1e-9);
        Assert.Equal(0.4983333333, Value(new LogitMse(new())), 1e-9);
        Assert.Equal(1.1158571923, Value(new CrossEntropy(new())), 1e-9);
    }

    private static void Agree(string name, double value, double sum, double first)
    {
        var exact = Losses.Look(Made[name](), Golden.Student(), Golden.Teacher());
        Assert.Equal(value, exact.Value, 1e-9);
        Assert.Equal(sum, exact.Gradient.Sum(Math.Abs), 1e-9);
        Assert.Equal(first, exact.Gradient[0], 1e-9);

        var single = Losses.Look(Made[name](), Golden.Student().to(float32), Golden.Teacher().to(float32));
        Assert.Equal(value, single.Value, 1e-5 * Math.Max(1, Math.Abs(value)));
        Assert.Equal(sum, single.Gradient.Sum(Math.Abs), 1e-5 * Math.Max(1, sum));
    }
}
