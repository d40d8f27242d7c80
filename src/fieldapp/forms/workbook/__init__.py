"""What a form author wrote: the sheets read, every row checked, all problems told, then converted into an XForm.

`authoring` is the way through; `sheets` and `xlsx` read, `checks` begins every check, `xlsform` is the only door to
pyxform. Each check names the sheet, the row and the column of what it finds (`findings`).
"""
