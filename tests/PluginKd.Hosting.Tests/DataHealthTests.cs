namespace PluginKd.Hosting.Tests;

public class DataHealthTests
{
    [Fact]
    public void A_tag_may_lack_a_training_example_and_a_class_may_not()
    {
        var words = new Split("train", SplitRole.Train, new TokenInputs([["EU", "rejects"]]), null, [0]) { TokenLabels = new([[1, 0]]) };
        DataHealth.RequireEveryClass(new DataBundle(["O", "B-ORG", "I-ORG"], [words]));

        var texts = new Split("train", SplitRole.Train, new TextInputs(["good", "bad"]), [1, 0], [0, 1]);
        Assert.Equal("class 'odd' has no training example", Assert.Throws<UserErrorException>(() => DataHealth.RequireEveryClass(new DataBundle(["bad", "good", "odd"], [texts]))).Found);
    }
}
