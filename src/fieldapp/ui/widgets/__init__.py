"""One file a kind of answer: one setter, `set_value`, one signal, `answered`; values are XForm strings.

A widget knows no rule and no repository: it never says that an answer is wrong, it shows what it is told to show.
"""
