"""Whether a text is English, by its script and its commonest words.

A cheap test with a wide margin: it turns away what is plainly another language, and nothing else.
"""

import re
from collections import Counter

FEWEST_WORDS = 40
FEWEST_FOREIGN = 3
FEWEST_LETTERS = 20
SAMPLE_CHARACTERS = 100_000

_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMON = {
    "en": (
        "the of and to that with said from were have has had they but been their this"
        " which will after by he his it is was are be who not as at an for"
    ),
    "es": (
        "el los las del que y en por con una para su al se"
        " lo como más pero sus fue está sobre desde según también ha entre cuando"
    ),
    "fr": (
        "le les des du et que qui est une dans pour par sur avec au"
        " aux ce cette il elle ont été pas plus sont mais selon leur ses après"
    ),
    "de": (
        "der die das und ist nicht mit von zu den dem des ein eine"
        " auf für im sich auch als nach bei wurde werden sind aus es hat dass"
    ),
    "it": (
        "il gli che di della del dei delle per con una è non sono"
        " nel nella ha ma anche dal alla più come stato dopo questo si lo"
    ),
    "pt": (
        "o os do da dos das que e em um uma para com não por"
        " no na nos nas mais ao foi são se como mas pelo pela segundo também"
    ),
    "nl": (
        "de het een van en niet dat op te zijn met voor aan er"
        " maar om hij ze ook bij uit door naar heeft wordt werd deze over"
    ),
    "sv": (
        "och att det som en på är av för den med till inte har de ett om var från vid efter men kan hade enligt sig"
    ),
    "tr": ("ve bir bu da de için ile olarak olan daha gibi çok ise kadar sonra ancak göre her en olduğunu değil ya"),
    "id": (
        "yang dan di dari untuk dengan pada ini itu tidak dalam"
        " akan ke oleh juga telah karena ada adalah mereka sebagai bahwa"
    ),
    "pl": ("i w na z do nie się że jest to o jak po od za przez dla są ale był oraz jego które roku został"),
    "ro": ("și de la în cu pe a din că nu este o mai au care pentru un fost sunt prin după să le ce lui"),
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = (
    (0x370, 0x3FF, "el"),
    (0x590, 0x5FF, "he"),
    (0xE00, 0xE7F, "th"),
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7A3, "ko"),
)


def check_english(text: str, given: str | None) -> tuple[str | None, str | None]:
    """The language as far as it is known, and the reason why the text is not English, or None.

    A language that the source gives is believed when it is not English. Texts of fewer than 40 words in
    Latin script are taken for English; so are names and figures without running text only if some English
    words are among them.
    """
    if given and not is_english(given):
        return given, f'not English: its language is given as "{given[:40]}"'
    sample = text[:SAMPLE_CHARACTERS]
    foreign = _share_of_other_letters(sample)
    if foreign > 0.5:
        return _find_script(sample), f"not English: {foreign:.0%} of its letters are not Latin"
    words = _find_words(sample)
    if len(words) < FEWEST_WORDS:
        return _judge_few(words, given)
    shares = _count_shares(words)
    best = max(shares, key=lambda language: (shares[language], language))
    if best != "en" and shares[best] >= 0.1 and 1.5 * shares["en"] < shares[best]:
        return best, f"not English: {shares[best]:.0%} of its words are common words of another language ({best})"
    if shares["en"] < 0.03:
        return None, f"not English: {shares['en']:.0%} of its words are common English words"
    return given or ("en" if shares["en"] >= 0.12 else None), None


def is_english(language: str) -> bool:
    """Whether a language code or name is English: "en", "en-GB", "eng", "English"."""
    code = re.split(r"[-_\s]", language.strip().lower(), maxsplit=1)[0]
    return code in {"en", "eng", "english"}


def _judge_few(words: list[str], given: str | None) -> tuple[str | None, str | None]:
    """A short text is turned away only with several words of another language and not one common English word."""
    if not words:
        return given, None
    shares = _count_shares(words)
    best = max(shares, key=lambda language: (shares[language], language))
    if shares["en"] == 0 and shares[best] * len(words) >= FEWEST_FOREIGN:
        return best, f"not English: {shares[best]:.0%} of its words are common words of another language ({best})"
    return given, None


def _find_words(sample: str) -> list[str]:
    """The words of the lines that end like sentences, where there are enough; else all: lists tell little."""
    lines = [line for line in sample.splitlines() if line.rstrip("\"'”’») ").endswith((".", "!", "?"))]
    words = _WORD.findall(" ".join(lines).lower())
    return words if len(words) >= FEWEST_WORDS else _WORD.findall(sample.lower())


def _count_shares(words: list[str]) -> dict[str, float]:
    counts = Counter(words)
    return {language: sum(counts[word] for word in common) / len(words) for language, common in _COMMON_WORDS.items()}


def _share_of_other_letters(text: str) -> float:
    """How many of the letters lie outside the Latin script; 0 where there are too few to tell."""
    if text.isascii():
        return 0.0
    letters = [ord(character) for character in text if character.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return 0.0
    other = sum(1 for code in letters if code >= 0x250 and not 0x1E00 <= code <= 0x1EFF)
    return other / len(letters)


def _find_script(text: str) -> str | None:
    """The language of a script that only one language of the news uses; None for Arabic, Cyrillic and others."""
    counts = Counter(
        language for character in text for first, last, language in _SCRIPTS if first <= ord(character) <= last
    )
    return counts.most_common(1)[0][0] if counts else None
