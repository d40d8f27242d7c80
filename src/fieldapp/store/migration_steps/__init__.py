"""The steps of `migrations` that need a file of their own; each, once shipped, is never edited."""
