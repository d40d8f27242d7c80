"""What is planted: words that occur nowhere else, in two scripts, and every way of writing them that is looked for."""

import base64
import json

ANSWER = "Zvétlana Quokkavitch-4815"
SAID = "parole confiée de Xylandre زرقاوين"
ORGANISATION = "Fédération Wombatérienne 1623"
REASON = "motif Yggdrasilien 4242"
PHRASE = "phrase zébrée quokka 77"
NEW_PHRASE = "nouvelle zinzolin okapi 88"
TYPED = (ANSWER, SAID, ORGANISATION, REASON, PHRASE, NEW_PHRASE)


RARE = (
    "Zvétlana",
    "Quokkavitch",
    "Xylandre",
    "زرقاوين",
    "Wombatérienne",
    "Yggdrasilien",
    "quokka",
    "zinzolin",
    "okapi",
)
"""Of these texts, the words that nothing else says."""


def spellings(text):
    """Return a text as a program may write it: case, encodings, escapes."""
    found = set()
    for one in {text, text.lower(), text.upper()}:
        found |= {
            one.encode(),
            one.encode("utf-16-le"),
            one.encode("utf-16-be"),
            one.encode("unicode_escape"),
        }
        if not one.isascii():
            found.add(json.dumps(one)[1:-1].encode())
    return found | {base64.b64encode(text.encode())[:-4]}


def spellings_of_bytes(data):
    """Return random bytes as they are, in hexadecimal, in base 64."""
    return {data, data.hex().encode(), data.hex().upper().encode(), base64.b64encode(data).rstrip(b"=")}
