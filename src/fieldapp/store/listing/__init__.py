"""Finding records: the index of words (`search`, `indexing`), filters, order and pages (`listing`), lists for forms."""
