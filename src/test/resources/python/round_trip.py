"""Runs the code of docs/python.md on what PythonRoundTripTest wrote, and writes what it reads.

Arguments: the code of the docs, and a folder with a folder for each network: in/ is a model
directory, io.safetensors holds images and the logits expected of it. Written beside: out/, a model
directory of other weights with their logits, and net.pt, the same as TorchScript.
"""

import sys
from pathlib import Path

code, root = sys.argv[1:]
exec(compile(Path(code).read_text(), code, "exec"))
torch.manual_seed(1)
torch.set_num_threads(1)

for folder in sorted(Path(root).iterdir()):
    given = load_file(folder / "io.safetensors")
    images = given["images"]
    model = load(folder / "in")
    difference = (model(images) - given["logits"]).abs().max().item()
    print(f"{folder.name} {difference}")

    about = json.loads((folder / "in" / "model.json").read_text())
    shape = tuple(images.shape[1:])
    other = network(about["network"], about["classes"], shape)
    for _ in range(2):
        other.train()(torch.rand(4, *shape))
    for name, buffer in other.named_buffers():
        if name.startswith("normalise"):
            buffer.copy_(torch.rand_like(buffer) + 0.2)
    export(other, folder / "net.pt", shape)
    logits = other.eval()(images).detach()
    if folder.name == "wrn-10-1":
        torch.jit.script(other.train()).save(str(folder / "net.pt"))
    if folder.name == "mlp":
        other = other.double()
    save(other, folder / "out", "from Python", about["network"], about["classes"], shape)
    save_file({"logits": logits}, folder / "expected.safetensors")
