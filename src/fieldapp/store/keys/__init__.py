"""What opens a workspace: the wrapped key beside the file, kept twice, found again, changed, and the marker's hints."""
