namespace PluginKd.Losses.Features;

/// <summary>Layers that bring features to another width, at each position by itself.</summary>
internal static class Projection
{
    /// <summary>Makes one layer from the student's width to the teacher's, or one that does nothing where none is wanted.</summary>
    /// <exception cref="UserErrorException">The widths differ and no layer is wanted, or the features do not fit together.</exception>
    public static nn.Module<Tensor, Tensor> Of(FeaturePair pair, Regressor when)
    {
        pair.OfOneSize();
        if (when == Regressor.Never) pair.OfOneWidth("set regressor to auto, which trains a layer in between");
        return when == Regressor.Always || pair.StudentWidth != pair.TeacherWidth ? Between(pair.StudentWidth, pair.TeacherWidth, pair.AreMaps) : nn.Identity();
    }

    /// <summary>Makes a 1×1 convolution of maps, or a linear layer of vectors.</summary>
    public static nn.Module<Tensor, Tensor> Between(long from, long to, bool ofMaps, bool bias = true) =>
        ofMaps ? nn.Conv2d(from, to, 1, bias: bias) : nn.Linear(from, to, hasBias: bias);
}
