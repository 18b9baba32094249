"""Records what PyTorch makes of the networks of nn's ArchitecturesTest.

    python tools/record_architectures.py nn/src/test/resources/flambeau/nn/architectures.txt.gz

For each network, built after manual_seed(0): its text, the number of its parameters, the names and shapes of its state, and what
it makes in evaluation of an input drawn next. Lines: `# name`, the text, `parameters n`, `state name [sizes]`, `output [sizes] values`.
"""

import gzip
import sys

import torch
from torch import nn
from torch.nn import functional as F


class MLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(20, 64)
        self.fc2 = nn.Linear(64, 32)
        self.fc3 = nn.Linear(32, 5)

    def forward(self, x):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, padding=2)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(400, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = F.max_pool2d(torch.relu(self.conv2(x)), 2)
        x = x.flatten(1)
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(x)))))


class AlexNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 16, 11, stride=4, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(3, stride=2),
            nn.Conv2d(16, 48, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(3, stride=2),
            nn.Conv2d(48, 32, 3, padding=1), nn.ReLU(inplace=True))
        self.avgpool = nn.AdaptiveAvgPool2d((6, 6))
        self.classifier = nn.Sequential(nn.Dropout(), nn.Linear(32 * 36, 64), nn.ReLU(inplace=True), nn.Dropout(0.3), nn.Linear(64, 10))

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


def vgg():
    layers, channels = [], 3
    for width in [8, 8, "M", 16, 16, "M", 32, "M"]:
        if width == "M":
            layers.append(nn.MaxPool2d(2, stride=2))
        else:
            layers += [nn.Conv2d(channels, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU(inplace=True)]
            channels = width
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(32 * 16, 10))


class BasicBlock(nn.Module):
    def __init__(self, channels, width, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.downsample = None
        if stride != 1 or channels != width:
            self.downsample = nn.Sequential(nn.Conv2d(channels, width, 1, stride=stride, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        return torch.relu(y + (x if self.downsample is None else self.downsample(x)))


class Bottleneck(nn.Module):
    def __init__(self, channels, width, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, 4 * width, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(4 * width)
        self.downsample = None
        if stride != 1 or channels != 4 * width:
            self.downsample = nn.Sequential(nn.Conv2d(channels, 4 * width, 1, stride=stride, bias=False), nn.BatchNorm2d(4 * width))

    def forward(self, x):
        y = torch.relu(self.bn1(self.conv1(x)))
        y = self.bn3(self.conv3(torch.relu(self.bn2(self.conv2(y)))))
        return torch.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet(nn.Module):
    def __init__(self, deep, blocks, base):
        super().__init__()
        self.conv1 = nn.Conv2d(3, base, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(base)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        channels, stages = base, []
        for stage, n in enumerate(blocks):
            width, layers = base << stage, []
            for i in range(n):
                stride = 2 if stage > 0 and i == 0 else 1
                layers.append(Bottleneck(channels, width, stride) if deep else BasicBlock(channels, width, stride))
                channels = 4 * width if deep else width
            stages.append(nn.Sequential(*layers))
        self.layer1, self.layer2, self.layer3, self.layer4 = stages
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(channels, 10)

    def forward(self, x):
        x = self.maxpool(torch.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(self.avgpool(x).flatten(1))


class InvertedResidual(nn.Module):
    def __init__(self, channels, width, stride, expand):
        super().__init__()
        hidden = channels * expand
        self.skips = stride == 1 and channels == width
        layers = []
        if expand != 1:
            layers += [nn.Conv2d(channels, hidden, 1, bias=False), nn.BatchNorm2d(hidden), nn.ReLU6(inplace=True)]
        layers += [nn.Conv2d(hidden, hidden, 3, stride=stride, padding=1, groups=hidden, bias=False), nn.BatchNorm2d(hidden), nn.ReLU6(inplace=True)]
        layers += [nn.Conv2d(hidden, width, 1, bias=False), nn.BatchNorm2d(width)]
        self.conv = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.conv(x) if self.skips else self.conv(x)


def mobilenet():
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(8), nn.ReLU6(),
        InvertedResidual(8, 8, 1, 1), InvertedResidual(8, 12, 2, 6), InvertedResidual(12, 12, 1, 6),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.2), nn.Linear(12, 10))


class DenseLayer(nn.Module):
    def __init__(self, channels, growth):
        super().__init__()
        self.norm = nn.BatchNorm2d(channels)
        self.conv = nn.Conv2d(channels, growth, 3, padding=1, bias=False)

    def forward(self, x):
        return torch.cat([x, self.conv(torch.relu(self.norm(x)))], 1)


def densenet():
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, padding=1), *[DenseLayer(8 + 4 * i, 4) for i in range(3)],
        nn.BatchNorm2d(20), nn.Conv2d(20, 10, 1), nn.AvgPool2d(2), *[DenseLayer(10 + 4 * i, 4) for i in range(2)],
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(18, 10))


class Double(nn.Module):
    def __init__(self, channels, width):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 3, padding=1)
        self.norm1 = nn.InstanceNorm2d(width, affine=True)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, x):
        return torch.relu(self.conv2(torch.relu(self.norm1(self.conv1(x)))))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1 = Double(1, 8)
        self.down2 = Double(8, 16)
        self.pool = nn.MaxPool2d(2)
        self.up = nn.ConvTranspose2d(16, 8, 2, stride=2)
        self.out = Double(16, 8)
        self.head = nn.Conv2d(8, 2, 1)

    def forward(self, x):
        a = self.down1(x)
        b = self.up(self.down2(self.pool(a)))
        return self.head(self.out(torch.cat([a, b], 1)))


class TextLSTM(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 16, padding_idx=0)
        self.lstm = nn.LSTM(16, 24, num_layers=2, batch_first=True, dropout=0.1, bidirectional=True)
        self.fc = nn.Linear(48, 4)

    def forward(self, x):
        return self.fc(self.lstm(self.embedding(x))[0][:, -1])


class Seq2Seq(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 12)
        self.encoder = nn.GRU(12, 20, batch_first=True)
        self.decoder = nn.GRU(12, 20, batch_first=True)
        self.out = nn.Linear(20, 50)

    def forward(self, x):
        e = self.embedding(x)
        return self.out(self.decoder(e, self.encoder(e)[1])[0])


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 16)
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 4, dim_feedforward=32, batch_first=True), 2, enable_nested_tensor=False)
        self.fc = nn.Linear(16, 3)

    def forward(self, x):
        return self.fc(self.encoder(self.embedding(x)).mean(1))


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.ln1 = nn.LayerNorm(width)
        self.attn = nn.MultiheadAttention(width, heads, batch_first=True)
        self.ln2 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(approximate="tanh"), nn.Linear(4 * width, width))

    def forward(self, x):
        n = x.shape[1]
        mask = torch.ones(n, n, dtype=torch.bool).triu(1)
        y = self.ln1(x)
        x = x + self.attn(y, y, y, attn_mask=mask, need_weights=False)[0]
        return x + self.mlp(self.ln2(x))


class GPT(nn.Module):
    def __init__(self):
        super().__init__()
        self.wte = nn.Embedding(50, 24)
        self.wpe = nn.Embedding(16, 24)
        self.h = nn.ModuleList([Block(24, 4) for _ in range(2)])
        self.ln_f = nn.LayerNorm(24)
        self.lm_head = nn.Linear(24, 50, bias=False)

    def forward(self, x):
        y = self.wte(x) + self.wpe(torch.arange(x.shape[1]))
        for block in self.h:
            y = block(y)
        return self.lm_head(self.ln_f(y))


class BERT(nn.Module):
    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(50, 24)
        self.position = nn.Embedding(16, 24)
        self.norm = nn.LayerNorm(24, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        layer = nn.TransformerEncoderLayer(24, 4, dim_feedforward=48, activation="gelu", batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.pooler = nn.Sequential(nn.Linear(24, 24), nn.Tanh())

    def forward(self, x):
        y = self.word(x) + self.position(torch.arange(x.shape[1]))
        return self.pooler(self.encoder(self.dropout(self.norm(y)))[:, 0])


class ViT(nn.Module):
    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 24, 8, stride=8)
        self.cls = nn.Parameter(torch.zeros(1, 1, 24))
        self.position = nn.Parameter(torch.randn(1, 17, 24) * 0.02)
        layer = nn.TransformerEncoderLayer(24, 3, dim_feedforward=48, activation="gelu", batch_first=True, norm_first=True)
        self.encoder = nn.TransformerEncoder(layer, 2, norm=nn.LayerNorm(24), enable_nested_tensor=False)
        self.head = nn.Linear(24, 10)

    def forward(self, x):
        y = self.patches(x).flatten(2).transpose(1, 2)
        y = torch.cat([self.cls.expand(x.shape[0], -1, -1), y], 1) + self.position
        return self.head(self.encoder(y)[:, 0])


class Translator(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 16)
        self.transformer = nn.Transformer(16, 2, num_encoder_layers=1, num_decoder_layers=1, dim_feedforward=32, batch_first=True)
        self.out = nn.Linear(16, 50)

    def forward(self, x):
        e = self.embedding(x)
        return self.out(self.transformer(e, e, tgt_mask=nn.Transformer.generate_square_subsequent_mask(x.shape[1])))


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(20, 12), nn.Tanh(), nn.Linear(12, 3))
        self.decoder = nn.Sequential(nn.Linear(3, 12), nn.Tanh(), nn.Linear(12, 20), nn.Sigmoid())

    def forward(self, x):
        return self.decoder(self.encoder(x))


class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(20, 16)
        self.mu = nn.Linear(16, 4)
        self.logvar = nn.Linear(16, 4)
        self.fc2 = nn.Linear(4, 20)

    def forward(self, x):
        h = F.softplus(self.fc1(x))
        mu, logvar = self.mu(h), self.logvar(h)
        return torch.sigmoid(self.fc2(mu + torch.randn_like(mu) * (logvar / 2).exp()))


def generator():
    return nn.Sequential(
        nn.Unflatten(1, (20, 1, 1)),
        nn.ConvTranspose2d(20, 16, 4, bias=False), nn.BatchNorm2d(16), nn.ReLU(True),
        nn.ConvTranspose2d(16, 8, 4, stride=2, padding=1, bias=False), nn.BatchNorm2d(8), nn.ReLU(True),
        nn.ConvTranspose2d(8, 3, 4, stride=2, padding=1, output_padding=1), nn.Tanh())


def discriminator():
    return nn.Sequential(
        nn.Conv2d(3, 8, 4, stride=2, padding=1), nn.LeakyReLU(0.2, inplace=True),
        nn.Conv2d(8, 16, 4, stride=2, padding=1), nn.LeakyReLU(0.2, inplace=True),
        nn.AdaptiveMaxPool2d(2), nn.Flatten(), nn.Linear(64, 1), nn.Sigmoid())


class Siamese(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(20, 16), nn.PReLU(), nn.Linear(16, 8))
        self.distance = nn.PairwiseDistance(2)

    def forward(self, x):
        return self.distance(self.body(x), self.body(x.flip(0)))


class Fire(nn.Module):
    def __init__(self, channels, squeeze, expand):
        super().__init__()
        self.squeeze = nn.Conv2d(channels, squeeze, 1)
        self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
        self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)

    def forward(self, x):
        x = torch.relu(self.squeeze(x))
        return torch.cat([torch.relu(self.expand1x1(x)), torch.relu(self.expand3x3(x))], 1)


def squeezenet():
    return nn.Sequential(
        nn.Conv2d(3, 8, 3, stride=2), nn.ReLU(inplace=True), nn.MaxPool2d(3, stride=2, ceil_mode=True),
        Fire(8, 4, 8), Fire(16, 4, 8), nn.Dropout(0.5), nn.Conv2d(16, 10, 1), nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten())


class SqueezeExcite(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.fc1 = nn.Linear(channels, channels // 4)
        self.fc2 = nn.Linear(channels // 4, channels)

    def forward(self, x):
        gate = F.hardsigmoid(self.fc2(F.silu(self.fc1(x.mean((2, 3))))))
        return x * gate[:, :, None, None]


def senet():
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, stride=2, padding="valid"), nn.GroupNorm(4, 16), nn.Hardswish(), SqueezeExcite(16),
        nn.Conv2d(16, 8, 3, padding="same", padding_mode="reflect"), nn.Mish(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 10))


class TextCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 16)
        self.convs = nn.ModuleList([nn.Conv1d(16, 8, k) for k in (2, 3, 4)])
        self.fc = nn.Linear(24, 3)

    def forward(self, x):
        e = self.embedding(x).transpose(1, 2)
        return self.fc(torch.cat([torch.relu(c(e)).amax(2) for c in self.convs], 1))


class TCN(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Conv1d(4 if i == 0 else 8, 8, 3, dilation=2 ** i) for i in range(3)])
        self.out = nn.Conv1d(8, 1, 1)

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = F.elu(layer(F.pad(x, (2 * 2 ** i, 0))))
        return self.out(x)


class FastText(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.EmbeddingBag(50, 16, mode="mean")
        self.fc = nn.Linear(16, 4)

    def forward(self, x):
        return F.log_softmax(self.fc(self.embedding(x)), 1)


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(50, 8)
        self.rnn = nn.RNN(8, 12, nonlinearity="relu", bidirectional=True, batch_first=True)
        self.norm = nn.RMSNorm(24)
        self.fc = nn.Linear(24, 5)

    def forward(self, x):
        return self.fc(self.norm(self.rnn(self.embedding(x))[0]))


class MatrixFactorization(nn.Module):
    def __init__(self):
        super().__init__()
        self.users = nn.Embedding(50, 8)
        self.items = nn.Embedding(50, 8)
        self.interaction = nn.Bilinear(8, 8, 3)

    def forward(self, x):
        u, i = self.users(x[:, 0]), self.items(x[:, 1])
        return torch.cat([(u * i).sum(1, keepdim=True), self.interaction(u, i)], 1)


class ConvNeXtBlock(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.dwconv = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.norm = nn.LayerNorm(width, eps=1e-6)
        self.pwconv1 = nn.Linear(width, 4 * width)
        self.pwconv2 = nn.Linear(4 * width, width)
        self.gamma = nn.Parameter(1e-2 * torch.ones(width))

    def forward(self, x):
        y = self.norm(self.dwconv(x).permute(0, 2, 3, 1))
        y = self.gamma * self.pwconv2(F.gelu(self.pwconv1(y)))
        return x + y.permute(0, 3, 1, 2)


def convnext():
    return nn.Sequential(nn.Conv2d(3, 12, 4, stride=4), ConvNeXtBlock(12), ConvNeXtBlock(12), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(12, 10))


def superresolution():
    return nn.Sequential(nn.Conv2d(1, 8, 5, padding=2), nn.Tanh(), nn.Conv2d(8, 4, 3, padding=1), nn.PixelShuffle(2))


def words():
    return torch.randint(1, 50, (3, 7))


NETWORKS = {
    "logistic": (lambda: nn.Sequential(nn.Linear(20, 1), nn.Sigmoid()), lambda: torch.rand(3, 20)),
    "mlp": (MLP, lambda: torch.rand(3, 20)),
    "normalized mlp": (lambda: nn.Sequential(nn.Linear(20, 16), nn.BatchNorm1d(16), nn.SELU(), nn.AlphaDropout(0.1), nn.Linear(16, 3), nn.LogSoftmax(1)), lambda: torch.rand(3, 20)),
    "lenet": (LeNet, lambda: torch.rand(2, 1, 28, 28)),
    "alexnet": (AlexNet, lambda: torch.rand(1, 3, 95, 95)),
    "vgg": (vgg, lambda: torch.rand(2, 3, 32, 32)),
    "resnet18": (lambda: ResNet(False, [2, 2, 2, 2], 64), lambda: torch.rand(1, 3, 64, 64)),
    "resnet50": (lambda: ResNet(True, [3, 4, 6, 3], 16), lambda: torch.rand(1, 3, 64, 64)),
    "mobilenet": (mobilenet, lambda: torch.rand(2, 3, 32, 32)),
    "densenet": (densenet, lambda: torch.rand(2, 3, 16, 16)),
    "unet": (UNet, lambda: torch.rand(1, 1, 16, 16)),
    "text lstm": (TextLSTM, words),
    "seq2seq": (Seq2Seq, words),
    "transformer classifier": (Classifier, words),
    "gpt": (GPT, words),
    "bert": (BERT, words),
    "vit": (ViT, lambda: torch.rand(2, 3, 32, 32)),
    "translator": (Translator, words),
    "autoencoder": (Autoencoder, lambda: torch.rand(3, 20)),
    "vae": (VAE, lambda: torch.rand(3, 20)),
    "gan generator": (generator, lambda: torch.randn(2, 20)),
    "gan discriminator": (discriminator, lambda: torch.rand(2, 3, 16, 16)),
    "siamese": (Siamese, lambda: torch.rand(4, 20)),
    "squeezenet": (squeezenet, lambda: torch.rand(1, 3, 33, 33)),
    "senet": (senet, lambda: torch.rand(2, 3, 17, 17)),
    "textcnn": (TextCNN, words),
    "tcn": (TCN, lambda: torch.rand(2, 4, 12)),
    "fasttext": (FastText, words),
    "tagger": (Tagger, words),
    "matrix factorization": (MatrixFactorization, words),
    "convnext": (convnext, lambda: torch.rand(1, 3, 32, 32)),
    "superresolution": (superresolution, lambda: torch.rand(1, 1, 8, 8)),
}


def record(name, make, draw):
    torch.manual_seed(0)
    net = make().eval()
    x = draw()
    yield "# " + name
    yield str(net)
    yield f"parameters {sum(p.numel() for p in net.parameters())}"
    for key, value in net.state_dict().items():
        yield f"state {key} {list(value.shape)}"
    with torch.no_grad():
        y = net(x)
    yield f"output {list(y.shape)} " + " ".join(repr(v) for v in y.flatten()[:64].tolist())


if __name__ == "__main__":
    with open(sys.argv[1], "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        for name, (make, draw) in NETWORKS.items():
            for line in record(name, make, draw):
                packed.write((line + "\n").encode())
