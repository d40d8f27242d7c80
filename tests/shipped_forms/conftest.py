"""The shipped forms and the script that writes them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def builder() -> ModuleType:
    """The script itself: `packaging` as a package name belongs to somebody else."""
    spec = importlib.util.spec_from_file_location("build_forms", ROOT / "packaging" / "build_forms.py")
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["build_forms"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def lists(builder):
    """The shared code lists by name."""
    return builder.code_lists(ROOT / "forms" / "lists")


def form_folders() -> list[Path]:
    """Every form that has sources."""
    return sorted(path.parent for path in (ROOT / "forms").glob("*/survey.csv"))
