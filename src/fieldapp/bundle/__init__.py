r"""The sync bundle: the signed, sealed file that travels, its writer and its reader. No database, no merge.

::

    BundleContent -> write_bundle -> SealedFile  …a stick…  SealedBundle -> open_bundle -> VerifiedBundle

The file is age around ZIP around a signed manifest; the manifest carries the digest of everything else.

Decided here (the sync format, version 1.0):

* **Order of checks**, each with its own code `bundle.*`: size, age, ZIP shape, manifest JSON, signature, digests,
  version and recipient, CSV structure. Before the signature holds, nothing read is used for anything but refusing.
  What comes after is the receiver's, a centre's or a workspace's: `sequence`, then `records.settle`.
* **Two circles of trust.** Between laptops and a centre only the centre signs receipts; within a team each answers what
  it took, under the authority of the lead (`reader.CENTRE_ROLES`, `reader.TEAM_ROLES`).
* **Nothing in clear on disk.** The sealed file is held in memory; its entries are inflated in chunks by a list of
  allowed names, counted against `bundle.limits`, and never extracted.
* **`data/change.csv` and `data/change_field.csv` are the authority.** `data/<form>.csv` and `data/<form>-<repeat>.csv`
  show the state of every record touched, for people and their own databases; a value that is not of its column's
  type is blank there and stands only in `change_field.csv`.
* **Cells.** CSV is UTF-8, comma, CRLF, RFC 4180, NFC, empty for NULL. A cell holds line feeds and tabs as they are
  (quoted). Every other control character, every bidirectional override or isolate, U+2028, U+2029, U+FEFF and every
  character that NFC would alter is written `\uXXXX`, and a backslash is written `\\`; the reader gives the answer
  back to the letter. The same characters standing raw in a CSV are refused (`bundle.csv_control`, `bundle.csv_nfc`).
* **Names of columns and tables** follow from the path alone, so they stay when a form grows: see `bundle.naming`.
* **Same content, same bytes**: entries sorted, dates fixed, no time in the manifest. Only the signature differs.
"""
