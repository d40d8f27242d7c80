"""Workbooks made inside tests, odd ones too."""

import zipfile
from io import BytesIO


def workbook(*, merge="", hide_row=0, hide_sheet="", **sheets):
    """Return an `.xlsx` of lists of rows; a cell `#REF!` is an error, one that begins with `=` a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
        if hide_row:
            sheet.row_dimensions[hide_row].hidden = True
        if name == hide_sheet:
            sheet.sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def parts_of(data):
    """Return the parts of a workbook by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts):
    """Return a ZIP of parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def edited(data, part, change):
    """Return a workbook with one part changed."""
    parts = parts_of(data)
    return zipped({**parts, part: change(parts[part])})
