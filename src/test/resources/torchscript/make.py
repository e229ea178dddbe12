"""Writes the TorchScript files of this folder from the golden weights (PyTorch 1.13 or newer)."""

import io
import json
import zipfile
from pathlib import Path

import torch
from torch import nn

HERE = Path(__file__).parent
CNN = json.loads((HERE.parent / "golden" / "golden.json").read_text())["tiny_cnn"]
EXAMPLE = torch.tensor(CNN["inputs"], dtype=torch.float32)


def golden(name):
    return nn.Parameter(torch.tensor(CNN[name], dtype=torch.float32))


def tiny_cnn(classes=5):
    """conv3x3(1 -> 4) relu maxpool2 flatten linear; the first classes of the golden ones."""
    convolution = nn.Conv2d(1, 4, 3, padding=1)
    convolution.weight, convolution.bias = golden("conv_weight"), golden("conv_bias")
    linear = nn.Linear(64, classes)
    linear.weight = nn.Parameter(golden("fc_weight")[:classes])
    linear.bias = nn.Parameter(golden("fc_bias")[:classes])
    return nn.Sequential(convolution, nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), linear)


class WithBatchNorm(nn.Module):
    """Saved in training mode, with running statistics far from those of any batch."""

    def __init__(self):
        super().__init__()
        self.normalisation = nn.BatchNorm2d(1)
        self.normalisation.running_mean.fill_(0.25)
        self.normalisation.running_var.fill_(4.0)
        self.dropout = nn.Dropout(0.5)
        self.network = tiny_cnn()

    def forward(self, images):
        return self.network(self.dropout(self.normalisation(images)))


class ForeverTraining(nn.Module):
    """Stays in training mode whatever is asked of it: with dropout, or with batch statistics."""

    def __init__(self, dropout: float, normalise: bool):
        super().__init__()
        self.dropout = dropout
        self.normalise = normalise
        self.network = tiny_cnn()

    def forward(self, images):
        if self.normalise:
            images = nn.functional.batch_norm(images, None, None, training=True)
        return self.network(nn.functional.dropout(images, self.dropout, training=True))


class ReturnsText(nn.Module):
    def forward(self, images):
        return "five"


class ReturnsPair(nn.Module):
    """Returns the logits and the features that they come from."""

    def __init__(self):
        super().__init__()
        self.network = tiny_cnn()

    def forward(self, images):
        return self.network(images), images.flatten(1)


class Detached(nn.Module):
    """Its output has no gradient by its input."""

    def __init__(self):
        super().__init__()
        self.network = tiny_cnn()

    def forward(self, images):
        return self.network(images.detach())


class ReturnsDouble(nn.Module):
    """Returns float64."""

    def __init__(self):
        super().__init__()
        self.network = tiny_cnn()

    def forward(self, images):
        return self.network(images).double()


class OneImage(nn.Module):
    """Takes a batch of one image only, as x.view(1, -1) does."""

    def __init__(self):
        super().__init__()
        self.network = tiny_cnn()

    def forward(self, images):
        return self.network[4](self.network[:3](images).view(1, 64))


def save(module, name):
    """Saves without the debug records, which hold paths of the machine."""
    buffer = io.BytesIO()
    torch.jit.save(module, buffer)
    with zipfile.ZipFile(buffer) as whole, zipfile.ZipFile(HERE / name, "w") as file:
        for entry in whole.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                file.writestr(zipfile.ZipInfo(entry.filename), whole.read(entry))


save(torch.jit.trace(tiny_cnn().eval(), EXAMPLE), "tiny_cnn.pt")
save(torch.jit.trace(tiny_cnn(classes=1).eval(), EXAMPLE), "binary.pt")
save(torch.jit.trace(nn.Sequential(tiny_cnn(), nn.Softmax(1)).eval(), EXAMPLE), "probabilities.pt")
save(torch.jit.script(WithBatchNorm().train()), "batchnorm.pt")
save(
    torch.jit.trace(nn.Sequential(tiny_cnn(classes=1), nn.Sigmoid()).eval(), EXAMPLE),
    "binary_probability.pt",
)
save(torch.jit.script(ForeverTraining(0.5, False)), "dropout_left_on.pt")
save(torch.jit.script(ForeverTraining(0.0, True)), "batch_statistics.pt")
save(torch.jit.script(ReturnsText()), "text_output.pt")
save(torch.jit.trace(ReturnsPair().eval(), EXAMPLE), "pair.pt")
save(torch.jit.trace(Detached().eval(), EXAMPLE), "detached.pt")
save(torch.jit.trace(ReturnsDouble().eval(), EXAMPLE), "float64.pt")
save(torch.jit.trace(OneImage().eval(), EXAMPLE[:1]), "one_image.pt")
