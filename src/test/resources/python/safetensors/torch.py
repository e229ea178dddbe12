"""load_file and save_file, as much as docs/python.md uses of them."""

import json
import struct
from pathlib import Path

import numpy
import torch

TYPES = {
    "F32": (numpy.float32, torch.float32),
    "F64": (numpy.float64, torch.float64),
    "F16": (numpy.float16, torch.float16),
    "I64": (numpy.int64, torch.int64),
}


def load_file(path):
    content = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = numpy.frombuffer(content[begin:end], TYPES[entry["dtype"]][0])
        tensors[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return tensors


def save_file(tensors, path):
    header, data, offset = {}, [], 0
    for name, tensor in tensors.items():
        if not tensor.is_contiguous():
            raise ValueError(f"{name} is not contiguous")
        values = tensor.detach().numpy().tobytes()
        kind = next(key for key, types in TYPES.items() if types[1] == tensor.dtype)
        header[name] = {
            "dtype": kind,
            "shape": list(tensor.shape),
            "data_offsets": [offset, offset + len(values)],
        }
        offset += len(values)
        data.append(values)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    Path(path).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(data))
