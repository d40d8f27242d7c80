"""Every function of the ODK XForms specification held against its text: arguments, optional ones, types, blanks."""

import math
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from fieldapp.base.clock import FixedClock
from fieldapp.xpath import Context, Environment, XPathProblems, compile_expression, parse_tree

FORM = parse_tree(
    b"""<data version="7"><here>12</here><blank/><no/><name>Anfa</name><kinds> a  b c </kinds><day>2024-02-29</day>
    <moment>2024-02-29T13:45:30.250+01:00</moment><hour>18:00:00.000+01:00</hour><truth>false</truth>
    <n>5</n><n>3</n><n>-2</n><t>x</t><t/><t>y</t><point>1 2</point>
    <house><room><bed>1</bed></room><room><bed>2</bed></room></house>
    <house><room><bed>3</bed></room></house></data>"""
)
ENV = Environment(
    root=FORM,
    clock=FixedClock(datetime.fromisoformat("2026-03-15T10:20:30+01:00")),
    zone=ZoneInfo("Africa/Lagos"),
    instances={"towns": parse_tree(b"<root><item><name>fes</name><label>Fes</label></item></root>")},
    itext=lambda text_id: f"text of {text_id}",
    lookup=lambda table, column, key_column, key: f"{table}.{column}[{key_column}={key}]",
    choice_name=lambda value, reference, _node: f"{value} of {reference}",
    properties={"deviceid": "d1"},
)


def string(text):
    return compile_expression(text).string(Context(FORM.child("here"), ENV))


CLAIMS = {
    "string": [
        ("string(1.50)", "1.5"),
        ("string(/data/n)", "5"),
        ("string()", "12"),
        ("string(1 = 1)", "true"),
    ],
    "concat": [("concat('a')", "a"), ("concat(/data/t, 1)", "xy1"), ("concat()", "")],
    "join": [("join('-', /data/t)", "x--y"), ("join(', ', 1, /data/t)", "1, x, , y"), ("join('-')", "")],
    "substr": [
        ("substr('hello', 1)", "ello"),
        ("substr('hello', 1, 3)", "el"),
        ("substr('hello', -3, -1)", "ll"),
        ("substr('hello', 3, 1)", ""),
        ("substr('hello', /data/blank)", ""),
        ("substr('hello', 1, /data/blank)", ""),
    ],
    "substring-before": [("substring-before('a-b', '-')", "a"), ("substring-before('ab', '-')", "")],
    "substring-after": [("substring-after('a-b', '-')", "b"), ("substring-after('ab', '')", "ab")],
    "translate": [("translate('abc', 'abc', 'AB')", "AB"), ("translate('aa', 'aa', 'xy')", "xx")],
    "string-length": [("string-length(/data/name)", "4"), ("string-length(/data/blank)", "0")],
    "normalize-space": [("normalize-space(/data/kinds)", "a b c"), ("normalize-space()", "12")],
    "contains": [("contains('abc', 'b')", "true"), ("contains('abc', '')", "true")],
    "starts-with": [("starts-with('abc', 'ab')", "true"), ("starts-with('', '')", "true")],
    "ends-with": [("ends-with('abc', 'bc')", "true"), ("ends-with('abc', 'ab')", "false")],
    "uuid": [("string-length(uuid())", "36"), ("string-length(uuid(7))", "7"), ("uuid(0)", "")],
    "digest": [
        ("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72"),
        ("digest('abc', 'SHA-1')", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="),
        ("digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("substr(digest('abc', 'SHA-256', 'hex'), 0, 8)", "ba7816bf"),
        ("substr(digest('abc', 'SHA-384', 'hex'), 0, 8)", "cb00753f"),
        ("substr(digest('abc', 'SHA-512', 'hex'), 0, 8)", "ddaf35a1"),
        ("digest('', 'MD5', 'base64')", "1B2M2Y8AsgTpgAmY7PhCfg=="),
    ],
    "base64-decode": [
        ("base64-decode('SGVsbG8=')", "Hello"),
        ("base64-decode('SGVsbG8')", "Hello"),
        ("base64-decode('2YXYsdit2KjYpw==')", "مرحبا"),
        ("base64-decode('not base64!')", ""),
        ("base64-decode('é')", ""),
        ("base64-decode('')", ""),
    ],
    "pulldata": [("pulldata('towns', 'label', 'name', 'fes')", "towns.label[name=fes]")],
    "if": [("if(/data/blank = '', 'a', 'b')", "a"), ("if('false', 1, 2)", "1"), ("if(0, 'a', /data/n)", "5")],
    "coalesce": [("coalesce(/data/blank, 'x')", "x"), ("coalesce(/data/none, /data/blank)", "")],
    "once": [("once(random())", "12"), ("once('x')", "12")],
    "boolean": [
        ("boolean('false')", "true"),
        ("boolean(/data/blank)", "true"),
        ("boolean(/data/none)", "false"),
    ],
    "boolean-from-string": [
        ("boolean-from-string('true')", "true"),
        ("boolean-from-string('1')", "true"),
        ("boolean-from-string(/data/truth)", "false"),
        ("boolean-from-string('yes')", "false"),
    ],
    "not": [("not(/data/none)", "true"), ("not('false')", "false")],
    "true": [("true()", "true")],
    "false": [("false()", "false")],
    "regex": [("regex(/data/here, '[0-9]+')", "true"), ("regex(/data/blank, '.+')", "false")],
    "checklist": [
        ("checklist(1, 2, 1 = 1, 2 = 3)", "true"),
        ("checklist(-1, 1, true(), true())", "false"),
        ("checklist(2, -1, true(), true(), true())", "true"),
        ("checklist(-1, -1)", "true"),
    ],
    "weighted-checklist": [
        ("weighted-checklist(3, 4, true(), 3, false(), 9)", "true"),
        ("weighted-checklist(-1, 2, true(), 3)", "false"),
        ("weighted-checklist(0, 0)", "true"),
        ("weighted-checklist(6, 6, /data/n, /data/n)", "true"),
    ],
    "number": [
        ("number(true())", "1"),
        ("number('')", "NaN"),
        ("number(' 12 ')", "12"),
        ("number('1970-01-03')", "2"),
        ("number('1970-01-03') + 0", "1.9583333333333333"),
        ("number('1970-01-03T12:00:00Z')", "2"),
        ("number('2024-02-29T10:00:00+20:00')", "NaN"),
        ("number('١٢')", "NaN"),
    ],
    "random": [("random() >= 0 and random() < 1", "true")],
    "int": [("int(3.9)", "3"), ("int(-3.9)", "-3"), ("int('x')", "NaN")],
    "sum": [("sum(/data/n)", "6"), ("sum(/data/none)", "0"), ("sum(/data/t)", "NaN")],
    "max": [("max(/data/n)", "5"), ("max(1, /data/n, 9)", "9"), ("max(/data/none)", "NaN")],
    "min": [("min(/data/n)", "-2"), ("min(1, '0.5')", "0.5"), ("min('')", "NaN")],
    "round": [
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(1.005, 2)", "1.01"),
        ("round(1250, -2)", "1300"),
        ("round('x')", "NaN"),
        ("round(1, /data/blank)", "NaN"),
        ("round(1, 1 div 0)", "NaN"),
    ],
    "pow": [
        ("pow(2, 3)", "8"),
        ("pow(9, 0.5)", "3"),
        ("pow(0, -1)", "Infinity"),
        ("pow(-8, 1 div 3)", "NaN"),
    ],
    "log": [("log(1)", "0"), ("log(0)", "-Infinity"), ("log(-1)", "NaN")],
    "log10": [("log10(1000)", "3"), ("log10(0)", "-Infinity")],
    "abs": [("abs(-2.5)", "2.5"), ("abs('')", "NaN")],
    "sin": [("sin(0)", "0")],
    "cos": [("cos(0)", "1")],
    "tan": [("tan(0)", "0")],
    "asin": [("asin(2)", "NaN"), ("asin(0)", "0")],
    "acos": [("acos(1)", "0")],
    "atan": [("atan(0)", "0")],
    "atan2": [("atan2(0, 1)", "0")],
    "sqrt": [("sqrt(9)", "3"), ("sqrt(-1)", "NaN")],
    "exp": [("exp(0)", "1"), ("exp(1000)", "Infinity")],
    "exp10": [("exp10(2)", "100")],
    "pi": [("pi()", str(math.pi))],
    "count": [("count(/data/n)", "3"), ("count(/data/none)", "0")],
    "count-non-empty": [("count-non-empty(/data/t)", "2")],
    "position": [
        ("position(/data/house[2])", "2"),
        ("position(/data/house[1]/room[2]/bed/..)", "2"),
        ("position(/data/none)", "NaN"),
        ("string(/data/n[position() = 2])", "3"),
    ],
    "instance": [("instance('towns')/root/item[name = 'fes']/label", "Fes")],
    "current": [("count(/data/n[. = current()/../n])", "3")],
    "today": [("today()", "2026-03-15")],
    "now": [("now()", "2026-03-15T10:20:30.000+01:00")],
    "format-date": [
        ("format-date(/data/day, '%Y %y %m %n %b %d %e %a')", "2024 24 02 2 Feb 29 29 Thu"),
        ("format-date(/data/blank, '%Y')", ""),
        ("format-date('2024-02-29 10:00', '%Y')", ""),
        ("format-date(/data/day, '%Y%%%q%')", "2024%%%q%"),
    ],
    "format-date-time": [
        ("format-date-time(/data/moment, '%H:%h:%M:%S.%3')", "13:13:45:30.250"),
        ("format-date-time('2024-02-29T05:06:07.008+01:00', '%H %h %M %S %3')", "05 5 06 07 008"),
    ],
    "date": [
        ("date('2024-02-29')", "2024-02-29"),
        ("date(0)", "1970-01-01"),
        ("date(today() + 1)", "2026-03-16"),
        ("date('')", ""),
        ("date('2024-02-29x')", "Invalid Date"),
        ("date('2024-02-29T10:00:00+20:00')", "Invalid Date"),
        ("date('2024-02-29T10')", "2024-02-29T10:00:00.000+01:00"),
        ("date('9999-12-31')", "9999-12-31"),
        ("date('١٢')", "Invalid Date"),
    ],
    "decimal-date-time": [
        ("decimal-date-time('1970-01-02T12:00:00Z')", "1.5"),
        ("decimal-date-time('')", "NaN"),
    ],
    "decimal-time": [
        ("decimal-time(/data/hour)", "0.75"),
        ("decimal-time('12:00')", "0.5"),
        ("decimal-time('24:00')", "NaN"),
        ("decimal-time('')", "NaN"),
    ],
    "selected": [
        ("selected(/data/kinds, 'b')", "true"),
        ("selected(/data/kinds, 'd')", "false"),
        ("selected(/data/blank, 'b')", "false"),
        ("selected('ab', 'a')", "false"),
    ],
    "selected-at": [
        ("selected-at(/data/kinds, 0)", "a"),
        ("selected-at(/data/kinds, 2)", "c"),
        ("selected-at(/data/kinds, 3)", ""),
        ("selected-at(/data/kinds, -1)", ""),
    ],
    "count-selected": [("count-selected(/data/kinds)", "3"), ("count-selected(/data/blank)", "0")],
    "jr:choice-name": [("jr:choice-name('a', '/data/kinds')", "a of /data/kinds")],
    "jr:itext": [("jr:itext('a')", "text of a")],
    "indexed-repeat": [
        ("indexed-repeat(/data/house/room/bed, /data/house, 1, /data/house/room, 2)", "2"),
        ("indexed-repeat(/data/house/room/bed, /data/house/room, 1, /data/house, 2)", "3"),
        ("indexed-repeat(/data/house/room/bed, /data/house, 3)", ""),
        ("indexed-repeat(/data/house/room/bed, /data/house, 0)", ""),
        ("indexed-repeat(/data/house/room/bed, /data/house, 1.5)", ""),
        ("indexed-repeat(/data/house/room/bed, /data/house, /data/blank)", ""),
    ],
    "area": [("area('0 0;0 1;1 1;0 0') > 6.1 * 1000000000", "true"), ("enclosed-area('')", "0")],
    "distance": [("distance('0 0;0 1')", "111318.85"), ("distance(/data/blank)", "0")],
    "geofence": [("geofence(/data/point, '0 0;0 3;3 3;0 0')", "true"), ("geofence('', '')", "false")],
    "depend": [("depend(/data/name, /data/blank)", "Anfa")],
    "version": [("version()", "7")],
    "property": [("property('deviceid')", "d1"), ("property('unknown')", "")],
}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [claim for claims in CLAIMS.values() for claim in claims],
    ids=lambda text: text,
)
def test_a_function_does_as_its_specification_says(expression, expected):
    assert string(expression) == expected


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("42", "1 5 3 2 4"),
        ("1", "2 4 5 1 3"),
        ("-5", "4 3 1 2 5"),
        ("3.7", "3 4 5 1 2"),
        ("'abc'", "1 3 2 5 4"),
        ("''", "3 2 5 1 4"),
    ],
)
def test_a_seed_shuffles_as_every_client_of_odk_does(seed, expected):
    root = parse_tree(b"<d><k>1</k><k>2</k><k>3</k><k>4</k><k>5</k></d>")
    shuffled = compile_expression(f"join(' ', randomize(/d/k, {seed}))")
    assert shuffled.string(Context(root, Environment(root=root))) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "if(1, 2)", "coalesce('a')", "selected('a')", "substr('a')", "substr('a', 1, 2, 3)", "round()", "pow(2)",
        "today(1)", "position(1, 2)", "checklist(1)", "weighted-checklist(1, 2, 3)", "regex('a')", "digest('a')",
        "indexed-repeat(/a, /b)", "indexed-repeat(/a, /b, 1, /c)", "count()", "count('a')", "sum(1)", "concat(",
        "distance()", "area()", "geofence('')", "string-length('a', 'b')", "jr:choice-name('a')", "uuid(1, 2)",
        "randomize()", "randomize('a')", "format-date('2024-01-01')", "digest('a', 'CRC32')", "true(1)",
    ],
)  # fmt: skip
def test_a_wrong_number_or_type_of_arguments_is_found_when_the_form_is_loaded(expression):
    with pytest.raises(XPathProblems):
        compile_expression(expression)
