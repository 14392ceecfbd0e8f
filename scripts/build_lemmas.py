"""Write lexicons/en/lemmas.tsv: forms of the codebook's verbs and nouns whose lemma the parsing model gets wrong.

    python scripts/build_lemmas.py

The regular forms of every word that the rules and cues look for are made by English spelling, shown to the model's own
lemmatizer, and listed where it answers with another word ("dined" as "din").
"""

from onrecord.codebook.load import Codebook, find_package_folder, load_codebook
from onrecord.parse.lemmas import Lemmas
from onrecord.parse.model import find_model, load_model

VOWELS = "aeiou"
TARGET = "lexicons/en/lemmas.tsv"


def list_verbs(codebook: Codebook) -> set[str]:
    """The verbs of rules, reporting cues, view cues and relation cues."""
    words = {words.split()[0] for rule in codebook.rules for words in rule.verbs}
    words |= {one.cue.split()[0] for one in codebook.reporting_cues if one.pos == "verb"}
    words |= {one.lemma.split()[0] for one in codebook.light_verbs}
    return {word for word in words if is_plain(word) and not word.endswith("ly")}


def list_nouns(codebook: Codebook) -> set[str]:
    """The nouns of rules and the agents."""
    words = {words.split()[-1] for rule in codebook.rules for words in rule.nouns}
    words |= {one.lemma.split()[-1] for one in codebook.agents}
    return {word for word in words if is_plain(word) and not word.endswith("s")}


def is_plain(word: str) -> bool:
    """Whether a word is inflected as English words are: letters alone, none of them a capital."""
    return word.isascii() and word.isalpha() and word.islower() and len(word) > 2


def doubles(verb: str) -> bool:
    """Whether the last consonant of a verb of one syllable is doubled: "ban", "banned"."""
    if len(verb) < 3 or verb[-1] in VOWELS + "wxy" or verb[-2] not in VOWELS or verb[-3] in VOWELS:
        return False
    return sum(letter in VOWELS for letter in verb) == 1


def inflect_verb(verb: str) -> list[tuple[str, str]]:
    """Regular (form, tag) pairs of a verb."""
    third = add_s(verb)
    if verb.endswith("e"):
        past, ing = f"{verb}d", f"{verb[:-1]}ing" if not verb.endswith(("ee", "ye", "oe")) else f"{verb}ing"
    elif verb.endswith("y") and verb[-2] not in VOWELS:
        past, ing = f"{verb[:-1]}ied", f"{verb}ing"
    else:
        stem = verb + verb[-1] if doubles(verb) else verb
        past, ing = f"{stem}ed", f"{stem}ing"
    return [(third, "VBZ"), (past, "VBD"), (ing, "VBG")]


def inflect(word: str, tag: str) -> list[tuple[str, str]]:
    """Regular (form, tag) pairs of a verb or a noun."""
    return inflect_verb(word) if tag.startswith("V") else [(add_s(word), tag)]


def add_s(word: str) -> str:
    """The third person of a verb, or the plural of a noun."""
    if word.endswith("y") and word[-2] not in VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def main() -> None:
    """Write the table."""
    codebook = load_codebook()
    lemmas = Lemmas(load_model(find_model()), {})
    verbs, nouns = list_verbs(codebook), list_nouns(codebook)
    rows: dict[tuple[str, str], str] = {}
    forms = [(form, tag, verb) for verb in sorted(verbs) for form, tag in inflect_verb(verb)]
    forms += [(add_s(noun), "NNS", noun) for noun in sorted(nouns)]
    for form, tag, lemma in forms:
        answer = lemmas.find(form, tag)
        if answer != lemma and form not in {other for other, _ in inflect(answer, tag)}:
            rows[form, tag[:2]] = lemma
    lines = [f"{word}\t{tag}\t{lemma}\tonrecord" for (word, tag), lemma in sorted(rows.items())]
    path = find_package_folder() / TARGET
    path.write_text("\n".join(["word\ttag\tlemma\tsource", *lines]) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(lines)} rows")


if __name__ == "__main__":
    main()
