"""Advice while typing: who is named, how long it is; and what it must leave alone."""

import pytest

from pmdesk.domain.guidance import guidance, people_named, titled

NAMES = ["Cllr Margaret Holloway", "Daniel Okafor", "Siân Tŷ-Glân O’Neill", "FM02", "Will May"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Margaret Holloway chaired it.", ["Cllr Margaret Holloway"]),
        ("We thank councillor MARGARET\nHOLLOWAY.", ["Cllr Margaret Holloway"]),
        ("It was Daniel Okafor’s idea, and Daniel Okafor's work.", ["Daniel Okafor"]),
        ("Siân Tŷ-Glân O’Neill spoke after Daniel Okafor.", ["Siân Tŷ-Glân O’Neill", "Daniel Okafor"]),
        ("Margaret spoke. Holloway Road was closed.", []),
        ("FM02 sent apologies.", []),
        ("Daniel Okaforson is somebody else.", []),
        ("", []),
    ],
)
def test_who_is_named(text: str, found: list[str]) -> None:
    assert people_named(text, NAMES) == found


def test_the_sentence_stands_under_the_answer_that_names_somebody() -> None:
    said = guidance({"main_business": "Quiet.", "issues": "Daniel Okafor fell out with the chair."}, NAMES)
    assert {field: str(sentence) for field, sentence in said.items()} == {
        "issues": "Guidance: this names Daniel Okafor. Do not name individuals."
    }


def test_more_than_two_pages_is_said_under_the_longest_answer() -> None:
    answers = {"main_business": "word " * 300, "contributed": "word " * 800, "issues": None}
    assert list(guidance(answers, [], two_pages=True)) == ["contributed"]
    assert "2.3 pages of 2" in str(guidance(answers, [], two_pages=True)["contributed"])
    assert guidance(answers, []) == {}
    assert guidance({**answers, "contributed": "word " * 600}, [], two_pages=True) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A note went to Mr Poole.", "Mr Poole"),
        ("Thanks to Dr. Siân O’Neill, who left.", "Dr. Siân"),
        ("Cllr J. Smith moved it.", "Cllr J. Smith"),
        ("Fe wnaeth y Cynghorydd Ŵyn hynny.", "Cynghorydd Ŵyn"),
        ("Miss a meeting and you lose the thread. Two councillors went. The Dr said so.", ""),
        ("Councillors voted and the Ms. was read.", ""),
    ],
)
def test_a_title_and_a_name_is_somebody(text: str, name: str) -> None:
    assert titled(text) == name
    said = guidance({"issues": text}, [])
    assert [sentence.values["name"] for sentence in said.values()] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("We will open a second hall.", "will"),
        ("The trust is going to move.", "going to"),
        ("I chair the finance group.", "I chair"),
        ("Byddwn yn agor neuadd.", "Byddwn"),
        ("Mae’r bwrdd yn mynd i symud.", "yn mynd i"),
        ("I chaired it. Will May read the accounts on the shallow side.", ""),
        ("The trust opened a hall and goodwill grew. Planned works were done; hopes were high.", ""),
        ("Agorwyd neuadd, ac yr oedd y bwrdd yn fodlon.", ""),
    ],
)
def test_what_was_done_is_said_in_the_past_tense(text: str, word: str) -> None:
    said = guidance({"contributed": text, "actions": text, "issues": text}, [])
    assert [(field, sentence.values["word"]) for field, sentence in said.items()] == (
        [("contributed", word)] if word else []
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The treasurer’s report was shocking.", "shocking"),
        ("I believe money was lost.", "I believe"),
        ("Roedd y cyfarfod yn warthus, yn fy marn i.", "yn fy marn i"),
        ("Roedd yr adroddiad yn ofnadwy.", "ofnadwy"),
        ("Accounts were 40 days late; the auditor qualified them on 3 May.", ""),
    ],
)
def test_what_happened_is_said_without_judging(text: str, word: str) -> None:
    said = guidance({"issues": text, "worthwhile_council_why": text}, [])
    assert [(field, sentence.values["word"]) for field, sentence in said.items()] == (
        [("issues", word)] if word else []
    )


def test_one_sentence_to_an_answer_the_most_pressing_first() -> None:
    said = guidance({"main_business": "Daniel Okafor will say it is shocking."}, NAMES)
    assert str(said["main_business"]).startswith("Guidance: this names Daniel Okafor.")
    said = guidance({"main_business": "It will be shocking."}, NAMES)
    assert "‘shocking’ judges" in str(said["main_business"])


def test_a_large_register_is_no_burden() -> None:
    """Ten thousand people, twenty thousand characters: the text is never compared with each of them."""
    names = [f"Given{n} Family{n}".replace("0", "o") for n in range(10_000)]
    assert people_named("word " * 4_000 + "Daniel Okafor", [*names, "Daniel Okafor"]) == ["Daniel Okafor"]
