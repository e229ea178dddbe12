"""Writes pillow.json: what Pillow makes of two images, one colour and one grey.

Run in this directory with Pillow and numpy (made with Pillow 9.4.0). Levels are base64 of
unsigned bytes [C, H, W]. Each operation is at a magnitude 0..9 of the ranges of Cubuk et al.
(2019), table 6, with the sign given; geometry takes the nearest pixel and fills with 128.
"""

import base64
import json

import numpy as np
from PIL import Image, ImageEnhance, ImageOps, __version__

HEIGHT, WIDTH = 17, 19
GREY = 128


def affine(image, matrix):
    fill = GREY if image.mode == "L" else (GREY,) * 3
    return image.transform(image.size, Image.AFFINE, matrix, Image.NEAREST, fillcolor=fill)


def rotate(image, angle):
    return image.rotate(angle, Image.NEAREST, fillcolor=GREY if image.mode == "L" else (GREY,) * 3)


SIGNED = {
    "SHEAR_X": (0.3, lambda i, a: affine(i, (1, a, 0, 0, 1, 0))),
    "SHEAR_Y": (0.3, lambda i, a: affine(i, (1, 0, 0, a, 1, 0))),
    "TRANSLATE_X": (150 / 331, lambda i, a: affine(i, (1, 0, a * i.size[0], 0, 1, 0))),
    "TRANSLATE_Y": (150 / 331, lambda i, a: affine(i, (1, 0, 0, 0, 1, a * i.size[1]))),
    "ROTATE": (30, rotate),
    "CONTRAST": (0.9, lambda i, a: ImageEnhance.Contrast(i).enhance(1 + a)),
    "COLOR": (0.9, lambda i, a: ImageEnhance.Color(i).enhance(1 + a)),
    "BRIGHTNESS": (0.9, lambda i, a: ImageEnhance.Brightness(i).enhance(1 + a)),
    "SHARPNESS": (0.9, lambda i, a: ImageEnhance.Sharpness(i).enhance(1 + a)),
}
UNSIGNED = {
    "SOLARIZE": lambda i, m: ImageOps.solarize(i, 256 - 256 * m / 9),
    "POSTERIZE": lambda i, m: ImageOps.posterize(i, 8 - round(4 * m / 9)),
    "AUTO_CONTRAST": lambda i, m: ImageOps.autocontrast(i),
    "EQUALIZE": lambda i, m: ImageOps.equalize(i),
    "INVERT": lambda i, m: ImageOps.invert(i),
}


def encode(image):
    levels = np.asarray(image)
    levels = levels[None] if levels.ndim == 2 else levels.transpose(2, 0, 1)
    return base64.b64encode(levels.tobytes()).decode()


def images():
    random = np.random.default_rng(5)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    smooth = [60 + 5 * x + 3 * y, 200 - 6 * x + 2 * y, 40 + 9 * y]
    noisy = np.stack(smooth, -1) + random.integers(-20, 21, (HEIGHT, WIDTH, 3))
    colour = np.clip(noisy, 5, 240).astype(np.uint8)
    return {"colour": Image.fromarray(colour), "grey": Image.fromarray(colour[..., 0].copy())}


def results():
    for name, image in images().items():
        for operation, (largest, function) in SIGNED.items():
            for magnitude in (2, 5, 9):
                for sign in (1, -1):
                    changed = function(image, sign * largest * magnitude / 9)
                    yield name, operation, magnitude, sign, encode(changed)
        for operation, function in UNSIGNED.items():
            for magnitude in (2, 7):
                yield name, operation, magnitude, 1, encode(function(image, magnitude))


def main():
    keys = ("image", "operation", "magnitude", "sign", "levels")
    content = {
        "pillow": __version__,
        "height": HEIGHT,
        "width": WIDTH,
        "images": {name: encode(image) for name, image in images().items()},
        "results": [dict(zip(keys, result)) for result in results()],
    }
    with open("pillow.json", "w") as file:
        json.dump(content, file, indent=0)
        file.write("\n")


main()
