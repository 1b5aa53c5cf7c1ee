namespace PluginKd.Sdk.Tests;

public class ScheduleTests
{
    // A run of 5 epochs of 4 steps.
    private static Moment At(long step) => new((int)(step / 4), 5, step, 20);

    [Fact]
    public void A_number_stays_as_it_is()
    {
        Schedule schedule = 0.9;
        Assert.True(schedule.IsConstant);
        Assert.Equal([0.9, 0.9, 0.9], new long[] { 0, 7, 19 }.Select(step => schedule.At(At(step))));
    }

    [Fact]
    public void Without_a_beginning_it_warms_up_from_zero_over_a_share_of_the_run()
    {
        var schedule = new Schedule { To = 2, End = 0.5 };
        Assert.Equal([0, 0.4, 1.8, 2, 2], new long[] { 0, 2, 9, 10, 19 }.Select(step => schedule.At(At(step))), Near);
    }

    // Steps 4 and 16 are the ends; step 7 is a quarter of the way: (1 − cos π/4) / 2 = 0.1464466.
    [Fact]
    public void Along_a_cosine_it_starts_and_ends_slowly()
    {
        var schedule = new Schedule { From = 8, To = 1, Shape = ScheduleShape.Cosine, Begin = 4, End = 16, By = ScheduleUnit.Step };
        Assert.Equal([8, 8, 8 - (7 * 0.14644660940672624), 4.5, 1, 1], new long[] { 0, 4, 7, 10, 16, 19 }.Select(step => schedule.At(At(step))), Near);
    }

    [Fact]
    public void By_epoch_it_stays_within_an_epoch_and_ends_in_the_last_one()
    {
        var schedule = new Schedule { From = 1, To = 0, By = ScheduleUnit.Epoch };
        Assert.Equal([1, 1, 0.75, 0.5, 0.25, 0, 0], new long[] { 0, 3, 4, 8, 12, 16, 19 }.Select(step => schedule.At(At(step))), Near);
    }

    [Fact]
    public void By_step_it_ends_in_the_last_step()
    {
        var schedule = new Schedule { To = 19, By = ScheduleUnit.Step };
        Assert.Equal([0, 1, 18, 19], new long[] { 0, 1, 18, 19 }.Select(step => schedule.At(At(step))), Near);
    }

    [Fact]
    public void In_jumps_it_takes_equal_parts_of_the_way()
    {
        var once = new Schedule { From = 4, To = 1, Shape = ScheduleShape.Step, End = 8, By = ScheduleUnit.Step };
        Assert.Equal([4, 4, 1, 1], new long[] { 0, 7, 8, 19 }.Select(step => once.At(At(step))), Near);
        var thrice = once with { Jumps = 3, End = 12 };
        Assert.Equal([4, 4, 3, 3, 2, 1], new long[] { 0, 3, 4, 7, 8, 12 }.Select(step => thrice.At(At(step))), Near);
    }

    [Fact]
    public void A_run_of_one_step_has_the_value_of_the_end()
    {
        Assert.Equal(3, new Schedule { To = 3, By = ScheduleUnit.Step }.At(new Moment(0, 1, 0, 1)));
        Assert.Equal(3, new Schedule { To = 3, By = ScheduleUnit.Epoch }.At(new Moment(0, 1, 0, 1)));
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;
}
