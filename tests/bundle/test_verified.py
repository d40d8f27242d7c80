"""Trust is a type: only `open_bundle` makes a `VerifiedBundle`."""

import ast
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"


def test_only_open_bundle_makes_a_verified_bundle():
    makers = [
        (path.name, function.name)
        for path in SOURCES.rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("VerifiedBundle")
    ]
    assert makers == [("reader.py", "open_bundle")]


def test_no_module_of_the_room_writes_a_file():
    text = "".join(path.read_text(encoding="utf-8") for path in (SOURCES / "fieldapp/bundle").glob("*.py"))
    assert not [word for word in ("extractall(", "write_atomically", "tempfile", '"wb"') if word in text]
