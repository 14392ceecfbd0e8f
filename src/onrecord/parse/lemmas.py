"""Lemmas by (word, kind of word), worked out once each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

CONTRACTED = {"'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have",
              "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "n't": "not", "n’t": "not", "ca": "can",
              "wo": "will", "sha": "shall"}  # fmt: skip
POS_OF_TAG = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV"}

BASE_FORMS = {"NN", "NNP", "VB", "JJ", "RB"}
LONGEST_WORD = 40


class Lemmas:
    """The lemmas of a model's own rules, remembered for the life of a worker.

    `corrections` by (word, first two letters of the tag) go before the rules.
    """

    def __init__(self, pipeline: "Language", corrections: Mapping[tuple[str, str], str]) -> None:
        self.vocab = pipeline.vocab
        self.corrections = dict(corrections)
        self.rules: Any = pipeline.get_pipe("lemmatizer")
        self.known: dict[tuple[str, str], str] = {}

    def find(self, words: str, tag: str) -> str:
        """The lemma of a word with a Penn tag, in lower case; "Talks" tagged as a name is "talk" too."""
        lemma = self.known.get((words, tag))
        if lemma is None:
            lemma = self.known[words, tag] = self.work_out(words.lower(), POS_OF_TAG.get(tag[:2], ""), tag)
        return lemma

    def work_out(self, word: str, pos: str, tag: str) -> str:
        """The lemma by the model's rules and exceptions."""
        if (word, tag[:2]) in self.corrections:
            return self.corrections[word, tag[:2]]
        if word in CONTRACTED and tag != "POS":
            return CONTRACTED[word]
        if not pos or tag in BASE_FORMS or not word.isascii() or len(word) > LONGEST_WORD:
            return word
        from spacy.tokens import Doc

        one: Any = Doc(self.vocab, words=[word], tags=[tag], pos=[pos])
        return str(self.rules.rule_lemmatize(one[0])[0]).lower()
