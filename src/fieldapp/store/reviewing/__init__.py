"""Reviews and comments of a workspace: written into the journal as changes, noted beside the list."""
