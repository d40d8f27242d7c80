"""An XForm read into a `FormDefinition`: binds, body, texts, every expression compiled, the order of the rules.

`reader` is the way through. Without a workbook there are no rows to name, so what is found names the element, or the
cell that `forms.places` remembers for it.
"""
