"""Submissions: what other ODK tools write and read, so that data taken with them is never typed again.

Two shapes of the same thing:

* **XML** (`instance`): the instance that ODK Collect keeps in its folder and that Central and Kobo give out, with its
  files beside it. The shape that loses nothing.
* **CSV** (`table_reader`, `table_writer`): one table for the form and one for each repeat, as Central and Briefcase
  write them; the headings of Kobo are understood too (`headings`).

The id of a record is that of its submission (`uuid:…` of the instanceID), and the ids of its repeat instances follow
from it: two laptops that read the same submission hold the same record, and their merge has nothing to settle.

Nothing is left out in silence: what has no place in the form is named, and the caller decides.
"""
