import pytest

from fieldapp.forms import FormProblems, load_form, load_form_bytes

SURVEY = "| survey |\n| | type | name | label | calculation |\n"


def rows(*written):
    return SURVEY + "".join(f"| | {row} |\n" for row in written)


def told(table, files=()):
    with pytest.raises(FormProblems) as caught:
        load_form_bytes(table.encode(), name="f.md", files=dict(files))
    return caught.value.problems


@pytest.mark.parametrize(
    ("row", "file", "column"),
    [
        ("select_one_from_file communes.csv | c | C |", "communes.csv", "type"),
        ("select_multiple_from_file lieux.geojson | c | C |", "lieux.geojson", "type"),
        ("xml-external | maisons | |", "maisons.xml", "name"),
        ("csv-external | maisons | |", "maisons.csv", "name"),
        ("calculate | c | | pulldata('fruits', 'a', 'b', 'c')", "fruits.csv", "calculation"),
    ],
)
def test_a_missing_file_is_named_with_the_cell_that_asks_for_it(row, file, column):
    (problem,) = told(rows(row))
    assert (problem.code, problem.row, problem.column) == ("form.missing_file", 2, column)
    assert problem.facts["file"] == file


def test_a_file_of_nearly_that_name_is_offered():
    (problem,) = told(rows("select_one_from_file commune.csv | c | C |"), {"communes.csv": b"name,label\n"})
    assert problem.facts["nearest"] == ("communes.csv",)


def test_all_files_are_told_at_once():
    table = rows("select_one_from_file a.csv | a | A |", "select_one_from_file b.csv | b | B |")
    assert [problem.code for problem in told(table, {"b.csv": b"name,label\n\xe9,x\n"})] == [
        "form.missing_file",
        "form.file_not_utf8",
    ]


@pytest.mark.parametrize("name", ["../../etc/passwd.csv", "/etc/passwd.csv", "..\\x.csv", "sous/dossier.csv"])
def test_a_path_is_no_file_name(name):
    (problem,) = told(rows(f"select_one_from_file {name} | c | C |"))
    assert problem.code == "form.file_outside"


def test_a_list_of_another_ending_is_refused():
    (problem,) = told(rows("select_one_from_file communes.xlsx | c | C |"))
    assert problem.code == "form.bad_choice_file"


@pytest.mark.parametrize(
    ("name", "data", "code", "line"),
    [
        ("l.csv", "name,label\na,Salé\n".encode("cp1252"), "form.file_not_utf8", 2),
        ("l.csv", b'name,label\na,"A\n', "form.bad_file", ""),
        ("l.csv", b"name,label\na,Rabat, la capitale\n", "form.file_row_too_long", 2),
        ("l.csv", b"name,name\na,b\n", "form.file_column_twice", None),
        ("l.xml", b"<root>\n<item>\n</root>", "form.bad_file", 3),
        ("l.xml", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "form.bad_file", ""),
        ("l.geojson", b'{"features": [\n{,}]}', "form.bad_file", 2),
        (
            "l.geojson",
            b'{"features": [{"geometry": {"type": "Point", "coordinates": [1]}}]}',
            "form.bad_file",
            "",
        ),
        ("l.geojson", b'{"features": 3}', "form.bad_file", ""),
        ("l.geojson", b"[" * 100_000, "form.bad_file", ""),
    ],
)
def test_a_spoilt_file_is_told_with_its_line(name, data, code, line):
    table = rows(f"select_one_from_file {name} | c | C |")
    with pytest.raises(FormProblems) as caught:
        load_form_bytes(table.encode(), name="f.md", files={name: data})
    (problem,) = caught.value.problems
    assert (problem.code, problem.facts.get("line"), problem.row) == (code, line, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfname,label\na,A\n",
        b"name;label\r\na;A\r\n",
        b"name\tlabel\na\tA\n",
        b'"name","label"\n"a","A"\n\n,\n',
        "name;label\na;A\n".encode("utf-16"),
        b"name,label,\na,A,\n",
        b" name , label \na,A\n",
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(data):
    table = rows("select_one_from_file l.csv | c | C |")
    form = load_form_bytes(table.encode(), name="f.md", files={"l.csv": data})
    (item,) = [item for item in form.model.secondary["l"].children if item.child("name").text]
    assert (item.child("name").text, item.child("label").text) == ("a", "A")


def test_nothing_outside_the_folder_of_an_xform_is_read(tmp_path):
    (tmp_path / "secret.csv").write_text("name,label\na,A\n")
    folder = tmp_path / "forms"
    folder.mkdir()
    path = folder / "f.xml"
    path.write_text(
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>'
        '<instance><data id="f"><a/></data></instance><instance id="l" src="jr://file/../secret.csv"/></model>'
        "</h:head><h:body/></h:html>"
    )
    with pytest.raises(FormProblems) as caught:
        load_form(path)
    assert [problem.code for problem in caught.value.problems] == ["form.missing_file"]


def test_a_filter_on_a_column_that_the_file_lacks_is_told_with_the_nearest_one():
    table = "| survey |\n| | type | name | label | choice_filter |\n"
    table += "| | select_one_from_file l.csv | c | C | regoin = 'rsk' |\n"
    (problem,) = told(table, {"l.csv": b"name,label,region\na,A,rsk\n"})
    assert (problem.code, problem.column) == ("form.missing_file_column", "choice_filter")
    assert (problem.facts["missing"], problem.facts["nearest"]) == ("regoin", ("region",))


def test_a_filter_on_a_column_of_the_file_is_right():
    table = "| survey |\n| | type | name | label | choice_filter |\n"
    table += "| | select_one_from_file l.csv | c | C | region = 'rsk' and name != '' |\n"
    files = {"l.csv": b"name,label,region\na,A,rsk\n"}
    assert load_form_bytes(table.encode(), name="f.md", files=files).warnings == ()
