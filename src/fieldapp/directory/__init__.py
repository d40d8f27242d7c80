"""The directory: what is known of organisations, as pure functions on lists and fiches; no file of the workspace here.

A list that somebody already has (`lists`) becomes draft fiches: its columns are matched with questions (`columns`), its
cells read as answers (`answers`), and each row is held against the fiches that are there (`likeness`).
"""
