"""Settings may be lost or damaged without harm."""

import pytest

from fieldapp.base.settings import Settings, load_settings, save_settings


def test_settings_read_back(tmp_path):
    save_settings(tmp_path / "settings.json", Settings("ar", "/somewhere"))
    assert load_settings(tmp_path / "settings.json") == Settings("ar", "/somewhere")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"language": 3}', "\x00"])
def test_a_damaged_file_gives_the_defaults(tmp_path, text):
    (tmp_path / "settings.json").write_text(text)
    assert load_settings(tmp_path / "settings.json") == Settings()
