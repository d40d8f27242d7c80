"""Threads of comments: the properties that `records/comments.py` writes down."""

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.records.aside import aside_heads
from fieldapp.records.change import Op
from fieldapp.records.comments import thread_parents, threads_of
from fieldapp.records.erasure import taken_back, without
from fieldapp.records.merge import merge_record
from tests.records.test_merge import change


def said(name, text, *parents, path="nom"):
    return change(name, {path: text}, parents, Op.COMMENT)


def texts(*changes):
    return [[remark.text for remark in thread.remarks] for thread in threads_of(changes)]


def test_an_answer_stands_below_what_it_answers():
    first, second = said("a", "Le nom ?"), said("b", "Corrigé.", "a")
    [thread] = threads_of([second, first])
    assert (thread.thread_id, thread.heads, thread.is_settled) == ("a", ("b",), False)
    assert [remark.text for remark in thread.remarks] == ["Le nom ?", "Corrigé."]


def test_two_comments_on_one_question_are_two_threads():
    assert texts(said("b", "Et ici ?"), said("a", "Le nom ?")) == [["Le nom ?"], ["Et ici ?"]]


def test_a_thread_is_settled_by_who_had_read_it_and_opened_by_a_later_word():
    open_, settled = said("a", "Le nom ?"), said("b", None, "a")
    assert threads_of([open_, settled])[0].is_settled
    assert not threads_of([open_, settled, said("c", "Non.", "b")])[0].is_settled


def test_a_word_written_while_it_was_settled_keeps_it_open():
    assert not threads_of([said("a", "Le nom ?"), said("b", None, "a"), said("c", "Attends.", "a")])[
        0
    ].is_settled


def test_a_first_comment_builds_upon_its_answer_and_an_erasure_of_that_takes_it():
    answer = change("v", {"nom": "Amel"}, op=Op.CREATE)
    parents = thread_parents(None, merge_record([answer])["nom"])
    first, late = said("a", "Amel qui ?", *parents), said("b", "Amel B.", "a")
    known = [answer, first]
    erase = change("e", {"nom": None}, ("v", *aside_heads(known)["nom"]), Op.ERASE)
    everything = [*known, erase, late]
    gone = taken_back(everything, ops={Op.ERASE})
    assert threads_of(without(one, gone) for one in everything) == ()


@st.composite
def talks(draw):
    made = []
    for number in range(draw(st.integers(1, 8))):
        seen = draw(st.lists(st.sampled_from(made), unique=True, max_size=2)) if made else []
        path = seen[0].fields[0].path if seen else draw(st.sampled_from(["nom", "ville"]))
        parents = sorted(one.change_id for one in seen if one.fields[0].path == path)
        text = draw(st.sampled_from(["Le nom ?", "Corrigé.", None]))
        made.append(said(f"c{number}", text, *parents, path=path))
    return made


@given(talks(), st.randoms())
def test_neither_order_nor_repetition_matters(made, random):
    shuffled = made + random.sample(made, k=len(made) // 2)
    random.shuffle(shuffled)
    assert threads_of(shuffled) == threads_of(made)


@given(talks())
def test_every_word_stands_in_one_thread(made):
    told = [remark.change_id for thread in threads_of(made) for remark in thread.remarks if remark.text]
    assert sorted(told) == sorted(one.change_id for one in made if one.fields[0].new_value)


@given(talks())
def test_an_unanswered_word_is_never_settled(made):
    for thread in threads_of(made):
        last = {remark.change_id: remark for remark in thread.remarks}
        assert thread.is_settled == all(last[head].settles for head in thread.heads)


@given(talks())
def test_comments_make_no_answer_another(made):
    answer = change("v", {"nom": "Amel"}, op=Op.CREATE)
    assert merge_record([answer, *made]) == merge_record([answer])
