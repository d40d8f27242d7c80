import re
from pathlib import Path

import pytest

from fieldapp.ui.theme import DARK, LIGHT, LINE_PAIRS, TEXT_PAIRS, contrast

UI = Path(__file__).parents[2] / "src/fieldapp/ui"
LITERAL = re.compile(
    r"#[0-9a-fA-F]{6}\b|\b\d+px\b|set(?:Fixed|Minimum|Maximum)(?:Width|Height)\(\d|setSpacing\([1-9]"
)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_readable(colours, ink, ground):
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_lines_and_icons_are_seen(colours, line, ground):
    assert contrast(getattr(colours, line), getattr(colours, ground)) >= 3


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_sizes_and_colours_stand_in_one_place():
    others = [path for path in UI.rglob("*.py") if path.name != "theme.py"]
    assert not [
        path.name for path in others if LITERAL.search(path.read_text(encoding="utf-8").split('"""', 2)[2])
    ]
