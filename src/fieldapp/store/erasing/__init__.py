"""Erasure on request (law 09-08): `erasing` takes values out of a file, `finishing` out of its pages and its copies."""
