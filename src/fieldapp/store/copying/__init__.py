"""Copies of the whole file: backups, copies on a stick, what is set aside, and what takes the file's place.

`copies` writes one and proves it; `backups` keeps ten; `restoring` and `upgrading` put another file in the place of the
workspace's own, which `replacing` carries out; `reapplying` takes back again what was taken back since.
"""
