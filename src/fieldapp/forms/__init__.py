"""Forms: an XLSForm or XForm read into an immutable `FormDefinition`, or refused with all its problems at once.

The way: workbook or Markdown table -> pyxform (`forms.xlsform`, the only door to it) -> XForm XML ->
`forms.xform` -> `FormDefinition`, every expression compiled, every dependency known, every cycle refused.
"""
