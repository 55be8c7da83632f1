"""Another limit makes a build read again only what it may bear on; the rest is as from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import BODY, LETTERS, MAIL, built, letter, packed, sound, turtle, written

from kg.building import tasks
from kg.read import Limits

#: More characters than any of the letters has.
LONG = letter("Zie Kamerstuk 25 424, nr. 631. " + "Dit is een lange brief. " * 200)
SOME = Limits(text_chars=4_000)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return written(tmp_path / "papers", {**LETTERS, "long.txt": LONG})


def anew(papers: Path, tmp_path: Path, limits: Limits) -> tuple[bytes, object]:
    """The graph and the problems of a build from nothing."""
    result = built(tmp_path / "anew", papers, limits=limits)
    return turtle(tmp_path / "anew"), result.problems


def test_a_raised_limit_reads_only_what_had_trouble(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (problem,) = built(out, papers, limits=SOME).problems
    assert "more than 4000 characters" in problem[1]
    again = built(out, papers, limits=Limits())
    assert (again.read, again.problems) == (1, ())
    sound(out, anew(papers, tmp_path, Limits())[0])
    assert b"kst-25424-631" in turtle(out)


def test_one_that_is_still_too_low_is_told_as_it_is_now(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(out, papers, limits=SOME)
    more = Limits(text_chars=4_500)
    again = built(out, papers, limits=more)
    assert (again.read, again.changed) == (0, False)
    assert (turtle(out), again.problems) == anew(papers, tmp_path, more)
    assert "more than 4500 characters" in again.problems[0][1]


def test_a_lowered_limit_leaves_out_what_is_above_it(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert built(out, papers).problems == ()
    again = built(out, papers, limits=SOME)
    assert (turtle(out), again.problems) == anew(papers, tmp_path, SOME)
    assert len(again.problems) == 1 and b"kst-25424-631" not in turtle(out)


@pytest.mark.parametrize("limits", [Limits(seconds=60), Limits(seconds=600), Limits(web_files=1)])
def test_time_and_the_web_bear_on_no_document_that_was_read(
    limits: Limits, papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    built(out, papers)
    before = turtle(out)

    def never(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(tasks, "documents", never)
    again = built(out, papers, limits=limits)
    assert (again.read, again.changed, again.problems) == (0, False, ())
    sound(out, before)


def test_a_mail_knows_its_attachments_when_they_can_be_read(tmp_path: Path) -> None:
    papers = written(tmp_path / "papers", {"mail.eml": MAIL.format("lang.txt", LONG)})
    out = tmp_path / "out"
    (problem,) = built(out, papers, limits=Limits(text_chars=4_000)).problems
    assert "mail.eml/lang.txt" in problem[0]
    again = built(out, papers)
    assert (turtle(out), again.problems) == anew(papers, tmp_path, Limits())
    assert b"kst-25424-631" in turtle(out) and again.problems == ()


def test_an_archive_of_which_a_part_was_too_large_is_whole_again(tmp_path: Path) -> None:
    members = {**LETTERS, "long.txt": LONG, "note.txt": BODY.format("Zie kst-25295-1.")}
    papers = written(tmp_path / "papers", {"all.zip": packed(members), "x.txt": letter("Zie ah.")})
    out = tmp_path / "out"
    first = built(out, papers, limits=SOME)
    assert (first.read, len(first.problems)) == (len(members), 1)
    again = built(out, papers)
    assert (again.read, again.problems) == (len(members), ())  # all of the archive, not x.txt
    sound(out, anew(papers, tmp_path, Limits())[0])


def test_a_build_that_was_stopped_between_two_limits_has_them_right(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    built(out, papers)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr("kg.building.run.look", stopped)
        built(out, papers, limits=SOME)
    built(out, papers)
    assert b"kst-25424-631" in turtle(out)
    again = built(out, papers, limits=SOME)
    assert (turtle(out), again.problems) == anew(papers, tmp_path, SOME)
