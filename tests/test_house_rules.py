"""The house keeps its shape: short files, short functions, small classes, a docstring on every door."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [*sorted((ROOT / "src").rglob("*.py")), ROOT / "dev.py"]
FILE_LINES, FUNCTION_LINES, CLASS_LINES = 400, 50, 250
MAIN_WINDOW_LINES = 200
KNOT_NAMES = {"utils", "common", "helpers", "misc", "core", "manager"}


def lines_of(node):
    return node.end_lineno - node.lineno + 1


def definitions(kinds):
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kinds):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines_of(node)


def test_no_file_is_long():
    long = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert not {str(path): count for path, count in long.items() if count > FILE_LINES}


def test_no_function_is_long():
    functions = definitions((ast.FunctionDef, ast.AsyncFunctionDef))
    assert not [where for where, lines in functions if lines > FUNCTION_LINES]


def test_no_class_is_big():
    assert not [where for where, lines in definitions(ast.ClassDef) if lines > CLASS_LINES]


def test_the_main_window_only_arranges():
    window = ROOT / "src/fieldapp/ui/main_window.py"
    assert len(window.read_text(encoding="utf-8").splitlines()) <= MAIN_WINDOW_LINES


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_module_is_a_drawer_for_everything():
    assert not [path for path in SOURCES if path.stem in KNOT_NAMES]


def test_nothing_is_left_for_later():
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError")
    assert not [str(path) for path in SOURCES if marks.search(path.read_text(encoding="utf-8"))]


def test_the_lock_files_name_no_index():
    locks = (ROOT / "packaging").glob("requirements*.lock")
    assert not [
        lock for lock in locks if re.search(r"https?://|--index|--find-links", lock.read_text("utf-8"))
    ]


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[project.scripts]")[0]
    listed = re.findall(r'^    "[^"]+",?(.*)$', text, re.MULTILINE)
    assert listed
    assert not [line for line in listed if "#" not in line]
