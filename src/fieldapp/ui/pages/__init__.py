"""One file a page. A page shows and asks; what was asked goes out as a signal, and the errands do it."""
