"""The live form on the screen: sections, questions, groups, repeats; only what moved is painted again."""
