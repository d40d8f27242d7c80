"""Records and their history: what a filled form is to us, how it changes, how changes merge. Pure; no SQL.

Decided here, and frozen because bundles carry it (the sync format, version 1.0):

* **Paths.** A value has a path relative to the form's root: `identite/nom`. A repeat instance is named by
  its UUID, never by position: `sites/site[0197…]/ville`; it exists through the field `sites/site[0197…]/@present`
  (`1` or blank) and stands in order of `…/@rank`, a fractional rank (`records.rank`).
* **Values** are the strings of the XForm instance; blank is `None` in a change and absent in `Answers`.
* **One change a finalisation**, holding the net difference of the *relevant, not computed* answers. A value that
  becomes irrelevant changes to blank here; the workspace keeps it dormant beside the record. Calculates and
  preloads are recomputed and never merged.
* **Heads decide, no clock does.** Every changed field names its parents: the changes whose value of this path
  the author saw. `records.merge` folds any order of changes into the same heads and the same last agreed value.
* **Received is not standing.** `records.settle` decides of all changes known of a record which stand and which wait,
  at a centre and in a workspace alike; the order in which they came decides nothing. A draft that others overtook is
  rebased by what its author had seen (`records.rebasing`).
* **What is said of a record** (`records.aside`) are changes too, which set no answer: moves of its review, by role
  (`records.review`), and comments pinned to its questions (`records.comments`). They merge by heads, and are erased
  with the answers they speak of; the answers merge as if nothing were said.
* **Two digests.** `content_hash` covers a change's metadata and the salted digest of each of its values, so that a
  value can be erased and the hash still holds; `chain_hash` links one device's changes into a journal.
* **Streams.** What may travel to an audience is decided when a change enters its stream (`records.projection`)
  and never again, so any bundle can be rebuilt to the same content.
"""
