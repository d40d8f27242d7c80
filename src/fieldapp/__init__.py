"""fieldapp: offline fieldwork, from an XLSForm to a signed bundle that a central database imports.

Read this first; it is the tour of the house. Data goes one way::

    XLSForm -> FormDefinition -> FormSession -> Record + Change -> workspace file (SQLCipher)
    (forms)       (forms)          (engine)       (records)             (store)
                                                     |
              .--------------------------------------+----------------------.
              v                                                             v
     Outline -> PDF -> PAdES                      SealedBundle -> VerifiedBundle -> ImportPlan -> central tables
     (exports, signing)                           (bundle, signing)                 (central)     (central)
                                                        ^                                |
                                                        '----------- Receipt <-----------'

The floors, from the ground up. A floor imports only from floors below it; import-linter keeps that, and
`pyproject.toml` says it exactly:

1. `base`      errors with a code and facts, the clock, identifiers, files written whole, paths, settings
2. `xpath`     ODK XPath: tokens, parser, compiled closures, functions, references
3. `forms`     an XLSForm or XForm read into an immutable `FormDefinition`, or all its problems at once
4. `records`   `Record`, `Change`, merge by heads, what may travel; pure, without SQL
5. `engine`    one live `FormSession`: answer in, `Effects` out; no listeners
6. `signing`   keys, certificates, CMS, age, PAdES
7. `store`     the encrypted workspace file; `exports` (PDF for people), `bundle` (the signed file that
   travels), `submissions` (what other ODK tools write and read); neighbours on this floor do not know each other
8. `usecases`  one verb a file: finalise a record, make a bundle, receive a receipt…
9. `central`   what the employment agency runs: its database, the importer, receipts
10. `ui` (the only room with Qt), `cli` (`fieldapp`), `central_cli` (`fieldapp-central`); above them
   `__main__` alone, which opens the window or runs a command

Where to begin: `forms.load_form`, `engine.FormSession`, `store.open_workspace`, `bundle.reader`,
`central.importer`. Each package's docstring says what it decides and why.
"""

__version__ = "0.1.0"
