"""Texts that are plainly not English are told; nothing else is."""

import pytest

from onrecord.read.languages import check_english, is_english

ENGLISH = "The rebels said that they had taken the town, and the army denied it on Monday. " * 4
FOREIGN = {
    "es": "El gobierno dijo que los rebeldes tomaron la ciudad y que el ejército se retiró con sus tropas el lunes. ",
    "fr": "Le gouvernement a dit que les rebelles ont pris la ville et que l'armée est partie avec ses troupes lundi. ",
    "de": "Die Regierung sagte, dass die Rebellen die Stadt eingenommen haben und die Armee mit den Truppen geht. ",
    "id": "Pemerintah mengatakan bahwa pemberontak telah merebut kota itu dan tentara akan kembali dengan pasukan. ",
    "tr": "Hükümet isyancıların kenti aldığını ve ordunun pazartesi günü geri çekildiğini söyledi ama bu bir yalan. ",
}


@pytest.mark.parametrize("language", sorted(FOREIGN))
def test_another_language_in_latin_script_is_named(language: str) -> None:
    found, reason = check_english(FOREIGN[language] * 4, None)
    assert found == language
    assert reason is not None
    assert reason.startswith("not English: ")


@pytest.mark.parametrize(
    "text",
    [
        "Повстанцы заняли город в понедельник, сообщили власти.",
        "هاجم المتمردون البلدة يوم الاثنين وقال المسؤولون",
        "反政府勢力が月曜日に町を占領したと当局が発表した。",
        "Οι αντάρτες κατέλαβαν την πόλη τη Δευτέρα.",
    ],
)
def test_another_script_is_told_by_its_letters(text: str) -> None:
    assert "letters are not Latin" in (check_english(text, None)[1] or "")


def test_a_language_without_a_list_has_no_english_words() -> None:
    finnish = "Kapinalliset valtasivat kaupungin maanantaina ja armeija vetäytyi joukkoineen pohjoiseen sanoi hallitus "
    assert check_english(finnish * 5, None) == (None, "not English: 0% of its words are common English words")


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH + "\nEl gobierno dijo que no.\n" * 3,
        ENGLISH + "\n".join(f"Name{i} Surname{i} 12 3" for i in range(500)),
        "Повстанцы said no. " + ENGLISH,
    ],
)
def test_english_with_other_things_in_it_is_english(text: str) -> None:
    assert check_english(text, None)[1] is None


@pytest.mark.parametrize("text", ["", "Two killed", "Ямб", "123 " * 100])
def test_little_text_is_not_judged(text: str) -> None:
    assert check_english(text, None) == (None, None)


def test_a_given_language_is_believed_when_it_is_not_english() -> None:
    assert check_english(ENGLISH, "fr")[1] == 'not English: its language is given as "fr"'
    assert check_english(ENGLISH, "en-GB") == ("en-GB", None)
    assert check_english(FOREIGN["es"] * 4, "en")[1] is not None


@pytest.mark.parametrize(("given", "expected"), [("EN", True), ("en_US", True), ("eng", True), ("English", True)])
def test_english_has_several_codes(given: str, expected: bool) -> None:
    assert is_english(given) is expected
    assert not is_english("enm")
    assert not is_english("fr-en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El presidente dijo que los soldados se retiran de la frontera con el pueblo.", "es"),
        ("Le ministre a rencontré les délégués qui sont dans la capitale avec des experts.", "fr"),
    ],
)
def test_a_short_text_in_another_language_is_named(text: str, language: str) -> None:
    found, reason = check_english(text, None)
    assert found == language
    assert reason is not None


@pytest.mark.parametrize("text", ["Los Angeles, San Jose and La Paz met.", "Police arrest two men", "De la Rua se va"])
def test_a_short_text_with_foreign_names_is_not(text: str) -> None:
    assert check_english(text, None)[1] is None
