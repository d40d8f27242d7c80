"""The commands of `fieldapp`: everything below the window, driven without a screen.

Every command has `--json`; exit code 0 is done, 1 refused with reasons, 2 a wrong call. A command returns an
`Answer`; sentences for errors come from `fieldapp.base.sentences`, never from here.
"""
