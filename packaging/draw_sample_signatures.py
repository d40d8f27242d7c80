"""Draw the invented signatures of the sample fiches: `python packaging/draw_sample_signatures.py`.

Each is a curve computed from the sample's name, marked « Exemple »: nobody's real signature is copied.
"""

import math
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
WIDTH, HEIGHT = 600, 200
"""Pixels of the finished picture, drawn twice as large so that its lines are smooth."""
INK = (20, 30, 90)
PALE = (150, 150, 150)

Point = tuple[float, float]


def stroke(name: str) -> list[Point]:
    """Return a looping line that runs from left to right; the letters of the name bend it."""
    bends = [ord(letter) % 7 + 1 for letter in name]
    points = []
    for step in range(601):
        part = step / 600
        first, second = bends[0] + 3, bends[1] + 6
        wave = math.sin(part * first * math.pi) * 45 + math.sin(part * second * math.pi + bends[2]) * 22
        loop = math.cos(part * (bends[-1] + 7) * math.pi) * 26
        points.append((60 + part * 440 + loop, 95 + wave * (1 - 0.55 * part)))
    return points


def underline(name: str) -> list[Point]:
    """Return the flourish under the name."""
    lean = ord(name[0]) % 5 * 4
    return [(110 + step * 3.6, 160 + lean * math.sin(step / 32)) for step in range(101)]


def draw(name: str, target: Path) -> None:
    """Write one signature as PNG: ink on white."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (WIDTH * 2, HEIGHT * 2), "white")
    pen = ImageDraw.Draw(picture)
    for points in (stroke(name), underline(name)):
        pen.line([(x * 2, y * 2) for x, y in points], fill=INK, width=6, joint="curve")
    pen.text((WIDTH * 2 - 170, HEIGHT * 2 - 50), "Exemple", fill=PALE, font=ImageFont.load_default(34))
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(16)
    small.save(target, optimize=True)


def main() -> int:
    """Draw one signature for each sample fiche."""
    for path in sorted((SAMPLES / "fiches").glob("*.json")):
        draw(path.stem, SAMPLES / "signatures" / f"{path.stem}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
