"""Moved: words are folded in `fieldapp.base.folding`."""

from fieldapp.base.folding import LONGEST_WORD, bare, folded, initials, title_key, words_of

__all__ = ["LONGEST_WORD", "bare", "folded", "initials", "title_key", "words_of"]
