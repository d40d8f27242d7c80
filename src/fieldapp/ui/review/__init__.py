"""What is said of a record: the panel beside the form, the marks at its questions, the words of a review."""
