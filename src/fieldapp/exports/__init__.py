"""Copies for people: the fiche as a PDF page that anyone can read, print, sign and archive.

What is decided here:

- Between the form and the page stands an `Outline`: what is said, in which order, under which heading, in the
  language of the session. The renderer knows nothing of forms; the outline knows nothing of paper.
- Text is set by our own flowable (`text_flow`), because reportlab's paragraph puts Arabic words in the wrong
  order; levels come from `bidi`, shapes from HarfBuzz, and every glyph says which letters it stands for, so
  that a PDF can be searched and copied.
- The fonts ship with the program: a fiche looks the same on every computer.
- Same outline and same moment give the same bytes, before signing.
- A copy has no way back: what travels is a bundle.

Where to begin: `outline.build_outline`, then `fiche_pdf.render_fiche`. reportlab is imported only inside functions
of this package that draw, through modules that nothing else imports at start.
"""
