"""Records the name of the operation that PyTorch prints for the results of torch.nn.functional.

    python tools/record_grad_fns.py nn/src/test/resources/flambeau/functional/grad_fns.txt

A line is "call; name"; the calls are those of GradFnNamesTest.
"""

import sys
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")


def r(*sizes):
    return torch.rand(*sizes).requires_grad_()


x, t, ones, classes = r(4, 3), torch.rand(4, 3), torch.ones(4, 3), torch.tensor([0, 1, 2, 1])
signs = torch.tensor([1.0, -1.0, 1.0, -1.0])
image, line, volume = r(2, 4, 6, 6), r(2, 4, 6), r(2, 4, 4, 4, 4)
labels, times, counts = torch.tensor([[1, 2], [2, 3]]), torch.tensor([5, 5]), torch.tensor([2, 2])
words = torch.tensor([[0, 1], [2, 1]])


def log_p():
    return r(5, 2, 4).log_softmax(2)


CALLS = {
    "mseLoss": lambda: F.mse_loss(x, t),
    "mseLoss none": lambda: F.mse_loss(x, t, reduction="none"),
    "mseLoss weight": lambda: F.mse_loss(x, t, weight=ones),
    "l1Loss": lambda: F.l1_loss(x, t),
    "l1Loss none": lambda: F.l1_loss(x, t, reduction="none"),
    "smoothL1Loss": lambda: F.smooth_l1_loss(x, t),
    "smoothL1Loss beta 0": lambda: F.smooth_l1_loss(x, t, beta=0),
    "smoothL1Loss none": lambda: F.smooth_l1_loss(x, t, reduction="none"),
    "huberLoss": lambda: F.huber_loss(x, t),
    "nllLoss": lambda: F.nll_loss(x, classes),
    "nllLoss none": lambda: F.nll_loss(x, classes, reduction="none"),
    "nllLoss of images": lambda: F.nll_loss(r(2, 3, 2, 2), torch.zeros(2, 2, 2).long()),
    "crossEntropy": lambda: F.cross_entropy(x, classes),
    "crossEntropy sum": lambda: F.cross_entropy(x, classes, reduction="sum"),
    "crossEntropy weight": lambda: F.cross_entropy(x, classes, weight=torch.ones(3)),
    "crossEntropy ignoreIndex": lambda: F.cross_entropy(x, classes, ignore_index=1),
    "crossEntropy smoothing": lambda: F.cross_entropy(x, classes, label_smoothing=0.1),
    "crossEntropy of images": lambda: F.cross_entropy(r(2, 3, 2, 2), torch.zeros(2, 2, 2).long()),
    "crossEntropy probabilities": lambda: F.cross_entropy(x, t),
    "crossEntropy probabilities none": lambda: F.cross_entropy(x, t, reduction="none"),
    "binaryCrossEntropy": lambda: F.binary_cross_entropy(x, t),
    "binaryCrossEntropy none": lambda: F.binary_cross_entropy(x, t, reduction="none"),
    "binaryCrossEntropyWithLogits": lambda: F.binary_cross_entropy_with_logits(x, t),
    "binaryCrossEntropyWithLogits sum": lambda: F.binary_cross_entropy_with_logits(x, t, reduction="sum"),
    "klDiv": lambda: F.kl_div(x, t),
    "klDiv batchmean": lambda: F.kl_div(x, t, reduction="batchmean"),
    "klDiv none": lambda: F.kl_div(x, t, reduction="none"),
    "softMarginLoss": lambda: F.soft_margin_loss(x, ones),
    "multiMarginLoss": lambda: F.multi_margin_loss(x, classes),
    "multilabelMarginLoss": lambda: F.multilabel_margin_loss(x, torch.zeros(4, 3).long()),
    "multilabelSoftMarginLoss": lambda: F.multilabel_soft_margin_loss(x, t),
    "multilabelSoftMarginLoss none": lambda: F.multilabel_soft_margin_loss(x, t, reduction="none"),
    "hingeEmbeddingLoss": lambda: F.hinge_embedding_loss(x, ones),
    "hingeEmbeddingLoss none": lambda: F.hinge_embedding_loss(x, ones, reduction="none"),
    "marginRankingLoss none": lambda: F.margin_ranking_loss(x, t, ones, reduction="none"),
    "cosineEmbeddingLoss none": lambda: F.cosine_embedding_loss(x, t, signs, reduction="none"),
    "tripletMarginLoss": lambda: F.triplet_margin_loss(x, t, ones),
    "tripletMarginLoss none": lambda: F.triplet_margin_loss(x, t, ones, reduction="none"),
    "poissonNllLoss": lambda: F.poisson_nll_loss(x, t),
    "poissonNllLoss none": lambda: F.poisson_nll_loss(x, t, reduction="none"),
    "gaussianNllLoss none": lambda: F.gaussian_nll_loss(x, t, ones, reduction="none"),
    "ctcLoss": lambda: F.ctc_loss(log_p(), labels, times, counts),
    "ctcLoss none": lambda: F.ctc_loss(log_p(), labels, times, counts, reduction="none"),
    "linear": lambda: F.linear(x, r(5, 3), r(5)),
    "linear without bias": lambda: F.linear(x, r(5, 3)),
    "linear 3d": lambda: F.linear(r(2, 4, 3), r(5, 3), r(5)),
    "linear 1d": lambda: F.linear(r(3), r(5, 3), r(5)),
    "bilinear": lambda: F.bilinear(x, x, r(5, 3, 3), r(5)),
    "conv1d": lambda: F.conv1d(line, r(5, 4, 3)),
    "conv2d": lambda: F.conv2d(image, r(5, 4, 3, 3), r(5)),
    "conv3d": lambda: F.conv3d(volume, r(5, 4, 3, 3, 3)),
    "convTranspose2d": lambda: F.conv_transpose2d(image, r(4, 5, 3, 3)),
    "batchNorm": lambda: F.batch_norm(image, torch.zeros(4), torch.ones(4), r(4), r(4), training=True),
    "batchNorm eval": lambda: F.batch_norm(image, torch.zeros(4), torch.ones(4)),
    "layerNorm": lambda: F.layer_norm(x, [3], r(3), r(3)),
    "groupNorm": lambda: F.group_norm(image, 2, r(4), r(4)),
    "instanceNorm": lambda: F.instance_norm(image),
    "localResponseNorm": lambda: F.local_response_norm(image, 2),
    "normalize": lambda: F.normalize(x),
    "dropout": lambda: F.dropout(x, 0.5),
    "dropout eval": lambda: F.dropout(x * 2, 0.5, training=False),
    "dropout2d": lambda: F.dropout2d(image, 0.5),
    "alphaDropout": lambda: F.alpha_dropout(x, 0.5, training=True),
    "embedding": lambda: F.embedding(words, x),
    "embeddingBag": lambda: F.embedding_bag(words, x),
    "maxPool1d": lambda: F.max_pool1d(line, 2),
    "maxPool2d": lambda: F.max_pool2d(image, 2),
    "maxPool3d": lambda: F.max_pool3d(volume, 2),
    "avgPool1d": lambda: F.avg_pool1d(line, 2),
    "avgPool2d": lambda: F.avg_pool2d(image, 2),
    "avgPool3d": lambda: F.avg_pool3d(volume, 2),
    "adaptiveAvgPool2d": lambda: F.adaptive_avg_pool2d(image, 2),
    "adaptiveAvgPool2d 1": lambda: F.adaptive_avg_pool2d(image, 1),
    "adaptiveMaxPool2d": lambda: F.adaptive_max_pool2d(image, 2),
    "lpPool2d": lambda: F.lp_pool2d(image, 2, 2),
    "relu": lambda: F.relu(x),
    "relu6": lambda: F.relu6(x),
    "leakyRelu": lambda: F.leaky_relu(x),
    "prelu": lambda: F.prelu(x, r(1)),
    "elu": lambda: F.elu(x),
    "selu": lambda: F.selu(x),
    "celu": lambda: F.celu(x),
    "gelu": lambda: F.gelu(x),
    "silu": lambda: F.silu(x),
    "mish": lambda: F.mish(x),
    "softplus": lambda: F.softplus(x),
    "softsign": lambda: F.softsign(x),
    "tanhshrink": lambda: F.tanhshrink(x),
    "hardtanh": lambda: F.hardtanh(x),
    "hardsigmoid": lambda: F.hardsigmoid(x),
    "hardswish": lambda: F.hardswish(x),
    "hardshrink": lambda: F.hardshrink(x),
    "softshrink": lambda: F.softshrink(x),
    "threshold": lambda: F.threshold(x, 0.1, 1),
    "glu": lambda: F.glu(image, 1),
    "logsigmoid": lambda: F.logsigmoid(x),
    "softmax": lambda: F.softmax(x, 1),
    "logSoftmax": lambda: F.log_softmax(x, 1),
    "softmin": lambda: F.softmin(x, 1),
    "gumbelSoftmax": lambda: F.gumbel_softmax(x),
    "pad": lambda: F.pad(image, (1, 1)),
    "pad reflect": lambda: F.pad(image, (1, 1, 1, 1), mode="reflect"),
    "pad replicate": lambda: F.pad(image, (1, 1, 1, 1), mode="replicate"),
    "interpolate": lambda: F.interpolate(image, scale_factor=2),
    "interpolate bilinear": lambda: F.interpolate(image, scale_factor=2, mode="bilinear"),
    "interpolate bicubic": lambda: F.interpolate(image, scale_factor=2, mode="bicubic"),
    "gridSample": lambda: F.grid_sample(image, torch.zeros(2, 3, 3, 2)),
    "affineGrid": lambda: F.affine_grid(r(2, 2, 3), [2, 1, 3, 3]),
    "pixelShuffle": lambda: F.pixel_shuffle(image, 2),
    "unfold": lambda: F.unfold(image, 2),
    "fold": lambda: F.fold(r(2, 16, 9), 6, 2, stride=2),
    "cosineSimilarity": lambda: F.cosine_similarity(x, t),
    "pairwiseDistance": lambda: F.pairwise_distance(x, t),
    "pdist": lambda: F.pdist(x),
}

if __name__ == "__main__":
    with open(sys.argv[1], "w") as file:
        for call, make in CALLS.items():
            y = make()
            print(f"{call}; {y.grad_fn.name() if y.grad_fn else None}", file=file)
