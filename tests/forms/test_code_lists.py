from fieldapp.forms.code_lists import LANGUAGES, shared_lists


def test_every_shared_word_stands_in_three_languages():
    words = [words for codes in shared_lists().values() for words in codes.values()]
    assert len(words) > 900
    assert all(each[language] for each in words for language in LANGUAGES)


def test_codes_keep_their_order_and_their_zeros():
    assert list(shared_lists()["region"])[:4] == ["01", "02", "03", "04"]


def test_no_folder_shares_nothing(tmp_path):
    assert shared_lists(tmp_path / "absent") == {}
