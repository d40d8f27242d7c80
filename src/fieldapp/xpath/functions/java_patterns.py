r"""Reads a pattern written for Java or JavaScript, as forms have them, and writes it for Python.

What both understand is kept. What only one understands is read as that one does: possessive repetitions, `\p{L}`,
`\Q…\E`, sets inside sets and `&&` as Java; `[[]`, needless backslashes and `[^]` as JavaScript.
"""

import re
from collections.abc import Callable, Mapping

from fieldapp.xpath.functions.character_sets import characters_of
from fieldapp.xpath.problems import XPathError

_LINE_ENDS = "\\n\\r\\x85\\u2028\\u2029"
_BLANKS = " \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000"
_BREAKS = "\\n\\x0b\\f\\r\\x85\\u2028\\u2029"
_KEPT = frozenset("dDwWsSbBAtnrfvaxuU0123456789")
"""Letters and digits behind a backslash that Python reads as Java does, or that are handled apart."""
_ELSEWHERE = {
    "h": f"[{_BLANKS}]", "H": f"[^{_BLANKS}]", "v": f"[{_BREAKS}]", "V": f"[^{_BREAKS}]", "z": "\\Z",
    "Z": "(?=\\r?\\n?\\Z)", "R": f"(?:\\r\\n|[{_BREAKS}])", "e": "\\x1b", "a": "\\x07", "G": "\\A",
}  # fmt: skip
_IN_SET = {"h": _BLANKS, "v": _BREAKS, "e": "\\x1b", "a": "\\x07", "b": "\\x08"}

_UNICODE_SETS: Mapping[str, Callable[[], str]] = {
    "d": lambda: characters_of("Nd") or "",
    "w": lambda: "".join(characters_of(name) or "" for name in ("L", "M", "Nd", "Pc")),
    "s": lambda: f"\\s{characters_of('Z')}",
}
"""What `\\d`, `\\w` and `\\s` stand for under `(?U)`; otherwise they are of ASCII alone, as in Java."""

_FLAGS = re.compile(r"\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])")
_NAMED_GROUP = re.compile(r"\(\?<(?![=!])")
_NAMED_REFERENCE = re.compile(r"\\k<(\w+)>")
_PROPERTY = re.compile(r"\\([pP])(?:\{(\^?)([^}]*)\}|([A-Za-z]))")
_CODE = re.compile(r"\\x\{([0-9a-fA-F]+)\}|\\0([0-3]?[0-7]{1,2})|\\c([A-Z])")
_COMMENT = re.compile(r"\s+|#[^\n]*")


def for_python(pattern: str) -> str:
    """Return a pattern that Python reads as its author meant it.

    Raises:
        XPathError: `xpath.bad_regex`, for a set that has no such name.
    """
    return _Reader(pattern).all()


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0
        self.flags: list[frozenset[str]] = [frozenset()]
        """Inline flags in force, of each group that is open."""
        self.opened: list[int] = [0]
        """How many groups of ours close with each group of the author's: `(?i)` in the middle begins one."""

    def all(self) -> str:
        written: list[str] = []
        while self.place < len(self.pattern):
            written.append(self.piece())
        return "".join(written) + ")" * self.opened[0]

    def take(self, length: int) -> str:
        taken = self.pattern[self.place : self.place + length]
        self.place += length
        return taken

    def accept(self, expected: re.Pattern[str]) -> re.Match[str] | None:
        match = expected.match(self.pattern, self.place)
        if match is not None:
            self.place = match.end()
        return match

    def piece(self) -> str:
        if "x" in self.flags[-1] and self.accept(_COMMENT):
            return ""
        match self.pattern[self.place]:
            case "\\":
                return self.escape()
            case "[":
                return self.char_set()
            case "(":
                return self.group()
            case ")":
                self.place += 1
                closed = self.opened.pop() if len(self.opened) > 1 else 0
                self.flags[:] = self.flags[:-1] or [frozenset()]
                return ")" * (closed + 1)
            case mark:
                self.place += 1
                return self.mark(mark)

    def mark(self, mark: str) -> str:
        flags = self.flags[-1]
        if mark == ".":
            return "[\\s\\S]" if "s" in flags else f"[^{_LINE_ENDS}]"
        if mark == "$":
            return f"(?=[{_LINE_ENDS}]|\\Z)" if "m" in flags else "\\Z"
        if mark == "^" and "m" in flags:
            return f"(?:\\A|(?<=[{_LINE_ENDS}]))"
        return mark

    def group(self) -> str:
        flags = self.accept(_FLAGS)
        if flags is not None:
            return self.flagged(flags)
        written = "(?P<" if self.accept(_NAMED_GROUP) else self.take(1)
        self.flags.append(self.flags[-1])
        self.opened.append(0)
        return written

    def flagged(self, match: re.Match[str]) -> str:
        on, off, end = match.groups()
        flags = (self.flags[-1] | set(on)) - set(off or "")
        begin = f"(?{'i' if 'i' in on else ''}{'-i' if 'i' in (off or '') else ''}:"
        if end == ":":
            self.flags.append(flags)
            self.opened.append(0)
            return begin
        self.flags[-1] = flags
        self.opened[-1] += 1
        return begin

    def escape(self) -> str:
        if self.pattern.startswith("\\Q", self.place):
            return re.escape(self.quoted())
        named = self.accept(_NAMED_REFERENCE)
        if named is not None:
            return f"(?P={named[1]})"
        known = self.property()
        if known is not None:
            return f"[{known}]"
        char = self.code()
        if char:
            return char
        letter = self.take(2)[1:]
        if "U" in self.flags[-1] and letter.lower() in _UNICODE_SETS:
            return f"[{'^' if letter.isupper() else ''}{_UNICODE_SETS[letter.lower()]()}]"
        return _ELSEWHERE.get(letter) or _plain(letter)

    def quoted(self) -> str:
        end = self.pattern.find("\\E", self.place)
        text = self.pattern[self.place + 2 : end if end >= 0 else None]
        self.place = end + 2 if end >= 0 else len(self.pattern)
        return text

    def code(self) -> str:
        match = self.accept(_CODE)
        if match is None:
            return ""
        hexadecimal, octal, control = match.groups()
        if control:
            return re.escape(chr(ord(control) ^ 64))
        return re.escape(chr(min(int(hexadecimal or octal, 16 if hexadecimal else 8), 0x10FFFF)))

    def property(self) -> str | None:
        match = self.accept(_PROPERTY)
        if match is None:
            return None
        sign, caret, long, short = match.groups()
        characters = characters_of(long or short)
        if characters is None:
            raise XPathError("xpath.bad_regex", pattern=self.pattern, detail=match[0])
        return characters if (sign == "p") is not bool(caret) else _without(characters)

    def char_set(self) -> str:
        """Read a set; one that cannot be read with sets inside it, as Java does, is read as JavaScript does."""
        begin = self.place
        found = self.java_set()
        if found is None:
            self.place = begin
            found = self.plain_set()
        return found

    def java_set(self) -> str | None:
        self.place += 1
        is_negated = self.pattern.startswith("^", self.place)
        self.place += is_negated
        items, inner, others = "", "", []
        while self.place < len(self.pattern):
            if self.pattern.startswith("&&", self.place):
                self.place += 2
                others.append(_united(items, inner))
                items, inner = "", ""
                continue
            match self.pattern[self.place]:
                case "]" if items or inner or others:
                    self.place += 1
                    return _set(items, inner, others, is_negated=is_negated)
                case "]":
                    return None
                case "[":
                    nested = self.java_set()
                    if nested is None:
                        return None
                    inner += f"|{nested}"
                case _:
                    items += self.item()
        return None

    def plain_set(self) -> str:
        self.place += 1
        if self.pattern.startswith("]", self.place):
            self.place += 1
            return "(?!)"
        if self.pattern.startswith("^]", self.place):
            self.place += 2
            return "[\\s\\S]"
        written = "["
        while self.place < len(self.pattern) and self.pattern[self.place] != "]":
            written += "\\[" if self.pattern[self.place] == "[" and self.take(1) else self.item()
        return written + self.take(1)

    def item(self) -> str:
        if self.pattern[self.place] != "\\":
            return self.take(1)
        if self.pattern.startswith("\\Q", self.place):
            return "".join(map(re.escape, self.quoted()))
        known = self.property()
        if known is not None:
            return known
        letter = self.code()
        if letter:
            return letter
        letter = self.take(2)[1:]
        return _IN_SET.get(letter) or _plain(letter)


def _plain(letter: str) -> str:
    """Return a character behind a backslash; one that means nothing there stands for itself, as in JavaScript."""
    if not letter:
        return "\\"
    return f"\\{letter}" if letter in _KEPT or not letter.isalnum() else letter


def _without(characters: str) -> str:
    """Return the characters outside ranges, or outside any other set, as what stands in a set."""
    outside = re.compile(f"[{characters}]")
    written, begin = "", 0
    for low, high in re.findall(r"\\U([0-9a-f]{8})-\\U([0-9a-f]{8})", characters):
        if int(low, 16) > begin:
            written += f"\\U{begin:08x}-\\U{int(low, 16) - 1:08x}"
        begin = int(high, 16) + 1
    if begin:
        return written + (f"\\U{begin:08x}-\\U0010ffff" if begin <= 0x10FFFF else "")
    few = [code for code in range(0x80) if not outside.match(chr(code))]
    return "".join(f"\\U{code:08x}" for code in few) + "\\x80-\\U0010ffff"


def _united(items: str, inner: str) -> str:
    if not inner:
        return f"[{items}]"
    return f"(?:[{items}]{inner})" if items else f"(?:{inner[1:]})"


def _set(items: str, inner: str, others: list[str], *, is_negated: bool) -> str:
    if not inner and not others:
        return f"[{'^' if is_negated else ''}{items}]"
    last = _united(items, inner) if items or inner else "[\\s\\S]"
    whole = f"(?:{''.join(f'(?={each})' for each in others)}{last})"
    return f"(?:(?!{whole})[\\s\\S])" if is_negated else whole
