using F = TorchSharp.torch.nn.functional;
using static PluginKd.Torch.Tests.OperatorRows;

namespace PluginKd.Torch.Tests;

/// <summary>The rows of operators.py for further forms of operators: aliases, in-place forms, other parameters.</summary>
internal static class OperatorFormRows
{
    public static Dictionary<string, Func<Tensor[], Tensor[]>> All => new()
    {
        ["cdist_apart"] = Two((a, b) => cdist(a, b, 2, compute_mode.donot_use_mm_for_euclid_dist)),
        ["unique_dim"] = t => Triple(t[0].unique(return_inverse: true, return_counts: true, dim: 1)),
        ["amax_list"] = One(x => amax(x, [0, 1])),
        ["amin_list"] = One(x => x.amin(0, 1)),
        ["div__floor"] = Two((a, b) => a.clone().div_(b, RoundingMode.floor)),
        ["div__trunc"] = One(x => x.clone().div_(0.3, RoundingMode.trunc)),
        ["subtract"] = Two((a, b) => subtract(a, b)),
        ["multiply"] = Two((a, b) => multiply(a, b)),
        ["divide"] = Two((a, b) => divide(a, b, RoundingMode.floor)),
        ["true_divide"] = Two(true_divide),
        ["floor_divide"] = Two((a, b) => floor_divide(a.detach(), b.detach())),
        ["remainder_both"] = Two((a, b) => remainder(a, b)),
        ["fmod_both"] = Two((a, b) => fmod(a, b)),
        ["clamp_tensors"] = t => [clamp(t[0], t[1], t[2])],
        ["clip"] = One(x => clip(x, -0.4, 0.6)),
        ["clamp_min"] = One(x => clamp_min(x, 0.1)),
        ["clamp_max"] = One(x => clamp_max(x, 0.1)),
        ["round_digits"] = One(x => round(x, 1)),
        ["xlogy_scalar"] = One(x => xlogy(x, 2.5)),
        ["cartesian_prod"] = Two((a, b) => cartesian_prod(a, b)),
        ["combinations"] = One(x => combinations(x, 2, true)),
        ["chain_matmul"] = t => [chain_matmul(t)],
        ["split_at_tensor"] = t => tensor_split(t[0], t[1]),
        ["unflatten_size"] = One(x => unflatten(x, 1, new Size([2, 3]))),
        ["roll_pair"] = One(x => roll(x, (1, 2), (0, 1))),
        ["take_along_list"] = One(x => take_along_dim(x, new List<long> { 2, 0 }, 1)),
        ["gather_again"] = Two((x, i) => gather(x, 1, i, false)),
        ["tensordot_pairs"] = Two((a, b) => tensordot(a, b, [(1, 0), (2, 1)])),
        ["searchsorted_scalar"] = One(s => searchsorted(s, 0.3, false, true, null)),
        ["std_pair"] = One(x => x.std((0, 2))),
        ["var_triple"] = One(x => var(x, (0, 1, 2), false)),
        ["std_mean_pair"] = t => Pair(t[0].std_mean((0, 2))),
        ["var_mean_dim"] = t => Pair(t[0].var_mean(1)),
        ["sum_dims"] = One(x => x.sum(0, 2)),
        ["logspace"] = t => [logspace(-1, 2, 4, 3, float64)],
        ["tril_indices"] = t => [tril_indices(3, 4, 1)],
        ["triu_indices"] = t => [triu_indices(3, 4, 1)],
        ["sparse"] = Two((i, v) => sparse_coo_tensor(i, v, [3, 2]).to_dense()),
        ["to_sparse"] = One(x => x.to_sparse().to_dense()),
        ["erfc"] = One(x => x.erfc()),
        ["frexp"] = One(x => x.detach().frexp().Mantissa),
        ["frexp_exponent"] = One(x => x.detach().frexp().Exponent),
        ["aminmax"] = t => Pair(t[0].detach().aminmax(1)),
        ["nanmean"] = One(x => x.nanmean(1)),
        ["argwhere"] = One(i => i.argwhere()),
        ["transposes"] = t => [t[0].T, t[0].H, t[0].mT, t[0].mH],
        ["cholesky_upper"] = One(x => ((x + x.t()) / 2).cholesky(true)),
        ["geqrf"] = t => Pair(t[0].detach().geqrf()),
        ["ravel"] = One(x => x.ravel()),
        ["tile_again"] = One(x => x.tile([2, 1, 2])),
        ["as_strided"] = One(x => x.as_strided([2, 2], [2, 1], 1)),
        ["atleast"] = t => [t[0][0].atleast_1d(), t[0].atleast_2d(), t[0].atleast_3d()],
        ["moveaxis"] = One(x => x.moveaxis([0, 1], [2, 0])),
        ["select_scatter"] = Two((x, s) => x.select_scatter(s, 1, 2)),
        ["slice_scatter"] = Two((x, s) => x.slice_scatter(s, 1, 0, 3, 2)),
        ["diagonal_scatter"] = Two((x, s) => x.diagonal_scatter(s, 1)),
        ["masked_scatter"] = t => [t[0].masked_scatter(t[1] > 0, t[2])],
        ["take_along_all"] = Two((x, i) => x.take_along_dim(i)),
        ["index_put_scalar"] = Two((x, i) => x.clone().index_put_(1.5, i)),
        ["index_put_sum"] = Two((x, v) => Changed(x, y => y.index_put_(v, [TensorIndex.Colon, TensorIndex.Slice(1)], true))),
        ["pow__tensor"] = Two((a, b) => a.clone().pow_(b)),
        ["addmm_"] = t => [t[0].clone().addmm_(t[1], t[2], 0.5f, 2)],
        ["addmv_"] = t => [t[0].clone().addmv_(t[1], t[2], 0.5f, 2)],
        ["clamp__tensors"] = t => [t[0].clone().clamp_(t[1], t[2])],
        ["floor_divide_"] = Two((a, b) => a.detach().clone().floor_divide_(b.detach())),
        ["fmod_"] = Two((a, b) => a.clone().fmod_(b)),
        ["remainder_"] = Two((a, b) => a.clone().remainder_(b)),
        ["rounded_quotients"] = t => [t[0].detach().clone().floor_divide_(0.3), t[0].clone().fmod_(0.3), t[0].clone().remainder_(0.3)],
        ["pointwise_"] = t => [t[0].clone().exp2_(), t[0].clone().erfc_(), t[0].clone().leaky_relu_(0.2), t[0].clone().nan_to_num_(), t[0].clone().round_(1)],
        ["masked_scatter_"] = t => [t[0].clone().masked_scatter_(t[1] > 0, t[2])],
        ["triangles_"] = t => [t[0].clone().tril_(-1), t[0].clone().triu_(1)],
        ["shapes_"] = t => [t[0].clone().squeeze_(), t[0].clone().squeeze_(1), t[0].clone().unsqueeze_(0), t[0].clone().transpose_(0, 2)],
        ["compared_"] = t => [
            t[0].clone().eq_(t[1]), t[0].clone().not_equal_(t[1]), t[0].clone().lt_(t[1]), t[0].clone().less_equal_(t[1]), t[0].clone().gt_(t[1]),
            t[0].clone().ge_(t[1]), t[0].clone().eq_(1), t[0].clone().ne_(1), t[0].clone().lt_(1), t[0].clone().le_(1), t[0].clone().gt_(1),
            t[0].clone().ge_(1)],
        ["compared"] = t => [t[0].greater(t[1]), t[0].greater_equal(t[1]), t[0].less(t[1]), t[0].less_equal(t[1]), t[0].not_equal(t[1])],
        ["logic_"] = t => [t[0].clone().logical_and_(t[1]), t[0].clone().logical_or_(t[1]), t[0].clone().logical_xor_(t[1]), t[0].clone().logical_not_()],
        ["bits_"] = t => [t[0].clone().bitwise_and_(t[1]), t[0].clone().bitwise_or_(t[1]), t[0].clone().bitwise_xor_(t[1]), t[0].clone().bitwise_not_()],
        ["filled"] = t => [empty(1).full([2, 2], 3), empty(1).eye(2, 3), empty(1).arange_out(1, 4, 0.5), empty(1).zeros(2), empty(1).ones(2, 1)],
        ["joined"] = t => [concat(t), concatenate(t, 1), hstack(t.ToList()), vstack(t.ToList())],
        ["cholesky_ex"] = t => Pair(linalg.cholesky_ex((t[0] + t[0].t()) / 2)),
        ["inv_ex"] = t => Pair(linalg.inv_ex(t[0])),
        ["solve_ex"] = t => Pair(linalg.solve_ex(t[0], t[1])),
        ["lu"] = t => Triple(linalg.lu(t[0])),
        ["lu_factor"] = t => Pair(linalg.lu_factor(t[0])),
        ["lu_with_info"] = t => Triple(lu(t[0], get_infos: true)!),
        ["lu_solve"] = Two((x, b) =>
        {
            var (factors, pivots) = linalg.lu_factor(x);
            return linalg.lu_solve(factors, pivots, b);
        }),
        ["ldl"] = t => Triple(linalg.ldl_factor_ex((t[0] + t[0].t()).detach())),
        ["ldl_solve"] = Two((x, b) =>
        {
            var (factors, pivots) = linalg.ldl_factor((x + x.t()).detach());
            return linalg.ldl_solve(factors, pivots, b.detach());
        }),
        ["householder_product"] = Two(linalg.householder_product),
        ["cond"] = t => [linalg.cond(t[0]), linalg.cond(t[0], -2.0)],
        ["cond_norms"] = t => [linalg.cond(t[0].detach(), 1), linalg.cond(t[0].detach(), "fro")],
        ["lstsq_rcond"] = Two((a, b) => linalg.lstsq(a, b, 0.01).Solution),
        ["matrix_rank"] = One(x => linalg.matrix_rank(x, tensor(0.5))),
        ["tensorinv"] = One(x => linalg.tensorinv(x, 1)),
        ["tensorsolve"] = Two((a, b) => linalg.tensorsolve(a, b, [0])),
        ["vander"] = One(x => linalg.vander(x, 4)),
        ["all_any"] = t => [t[0].all(), t[0].all(1), all(t[0], 0, true), t[0].any()],
        ["broadcast_tensors"] = t => [.. broadcast_tensors(t)],
        ["broadcast_to"] = One(x => x.broadcast_to(2, 3)),
        ["compared_scalars"] = t => [t[0] == 1, t[0] != 1, t[0] < 1, t[0] <= 1, t[0] > 1, t[0] >= 1],
        ["equal_places"] = Two((a, b) => a == b),
        ["made_empty"] = t => [empty_like(t[0]).fill_(1.5), empty(0).empty(2, 3).fill_(1.5)],
        ["inverse"] = One(x => x.inverse()),
        ["linalg_diagonal"] = One(x => linalg.diagonal(x, 1)),
        ["lu_solve_out"] = Two((x, b) =>
        {
            var (factors, pivots) = linalg.lu_factor(x.detach());
            var room = empty(0, dtype: float64);
            linalg.lu_solve(factors, pivots, b.detach(), @out: room);
            return room;
        }),
        ["matrix_rank_number"] = One(x => linalg.matrix_rank(x, 0.5)),
        ["linalg_norm"] = t => [linalg.norm(t[0]), linalg.norm(t[0], 1.0), linalg.norm(t[0], 3.0, [1])],
        ["pinverse"] = One(x => pinverse(x, 1e-10)),
        ["pinv_tensor"] = One(x => linalg.pinv(x, tensor(1e-3))),
        ["logdet"] = One(x => x.logdet()),
        ["greater_of_two"] = t => [t[0].max(t[1]), t[0].min(t[1])],
        ["least"] = One(x => x.min()),
        ["prod_all"] = One(x => x.prod()),
        ["meshgrid"] = t => [.. meshgrid(t, "xy"), .. meshgrid(t)],
        ["real"] = One(x => x.real),
        ["split_size"] = t => t[0].split(2, 1),
        ["squeeze"] = t => [t[0].squeeze(), t[0].squeeze(2)],
        ["swapaxes"] = One(x => swapaxes(x, 0, 2)),
        ["tensor_split"] = t => [.. tensor_split(t[0], 3, 1), .. tensor_split(t[0], [1, 3], 1)],
        ["to_sparse_dim"] = One(x => x.to_sparse(1).to_dense()),
        ["nearest_line"] = One(x => F.interpolate(x, [5])),
    };

    private static Tensor Changed(Tensor source, Action<Tensor> change)
    {
        var copy = source.clone();
        change(copy);
        return copy;
    }
}
