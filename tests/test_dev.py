"""The chores set themselves up: what is missing is named, what is there is left alone."""

import json

import pytest

import dev


@pytest.fixture
def debian(monkeypatch):
    """A Debian on which apt is never really called; what it was asked for is kept."""
    asked = []
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "installed_packages", lambda: {"age", "postgresql-16"})
    monkeypatch.setattr(dev, "is_available", lambda name: name != "postgresql-15")
    monkeypatch.setattr(dev.subprocess, "run", lambda command, **_: asked.append(command))
    return asked


def test_what_is_installed_under_either_name_is_not_asked_for(debian):
    dev.install_system_packages(["age", "postgresql-15 | postgresql-16"])
    assert debian == []


def test_as_root_the_missing_packages_are_installed(debian, monkeypatch):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    dev.install_system_packages(["age", "xvfb"])
    assert debian[-1][-1] == "xvfb"
    assert "age" not in debian[-1]


def test_without_root_the_one_line_to_type_is_said(debian, monkeypatch):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.SetupError, match="sudo apt-get install -y --no-install-recommends xvfb"):
        dev.install_system_packages(["xvfb"])
    assert debian == []


def test_package_lists_hold_names_and_no_comments():
    for path in dev.PACKAGING.glob("apt-*.txt"):
        assert dev.read_list(path)
        assert not [line for line in dev.read_list(path) if "#" in line]


def test_a_matching_environment_is_left_alone(monkeypatch, tmp_path):
    python = f"{dev.sys.version_info.major}.{dev.sys.version_info.minor} {dev.sys.base_prefix}"
    stamp = {
        name: dev.digest(dev.PACKAGING / name) for name in ("requirements.lock", "requirements-dev.lock")
    }
    stamp |= {"python": python, "pyproject": dev.digest(dev.ROOT / "pyproject.toml")}
    (tmp_path / "stamp.json").write_text(json.dumps(stamp), encoding="utf-8")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(dev.subprocess, "run", lambda *_, **__: pytest.fail("something was installed"))
    dev.install_environment("requirements.lock")


def test_a_linux_without_a_display_is_known(monkeypatch):
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not dev.has_display()
    monkeypatch.setenv("DISPLAY", ":1")
    assert dev.has_display()


def test_the_readme_names_chores_that_exist():
    text = (dev.ROOT / "README.md").read_text(encoding="utf-8")
    assert {"run", "test", "test-all"} <= set(dev.CHORES)
    assert all(f"python3 dev.py {chore}" in text for chore in ("run", "test", "test-all"))


def test_chores_compile_modules_once_whatever_the_shell_says(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    environment = dev.environment()
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert environment["PATH"].startswith(str(dev.BIN))
