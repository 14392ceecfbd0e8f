"""Which place a name stands for: the candidate that fits the report's other places best, then the largest.

Not handled yet: regions, dams, bases and small towns; chains such as "Hyderabad, Sindh".
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.gazetteer.lookup import Candidate, Gazetteer
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.links import make_link
from onrecord.model.mentions import Mention
from onrecord.model.places import Place, make_place

NAMES = ("name", "adjective")
SAME_COUNTRY = 4.0
"""How much it speaks for a city that its country is named elsewhere in the report, in tenfolds of population."""


@dataclass(frozen=True)
class PlaceResolver:
    """The stage that links mentions to places. Actors that are countries or capitals get a place as well."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    name: ClassVar[str] = "resolve.places"
    reads: ClassVar[tuple[str, ...]] = ("mentions",)
    writes: ClassVar[tuple[str, ...]] = ("places", "links")

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """A place and a link for each candidate of each mention, the best with rank 0."""
        mentions = [one for one in doc.mentions if one.kind == "place" or (one.kind == "actor" and one.form in NAMES)]
        weighed = [(mention, self.list_candidates(mention, doc)) for mention in mentions]
        named = Counter(found[0].country for _, found in weighed if found and found[0].feature == "country")
        last: dict[str, Place] = {}
        for mention, found in weighed:
            if mention.form == "nominal":
                yield from self.link_back(mention, last, doc)
            elif found or mention.kind == "place":
                records = list(self.link(mention, found, named, doc))
                last.update((one.precision, one) for one in records[:1] if isinstance(one, Place) and one.precision)
                yield from records

    def link_back(self, mention: Mention, last: dict[str, Place], doc: CodedDocument) -> Iterator[Record]:
        """The link of "the city" to the last city named before; none where no such place was named."""
        head = doc.parsed.root_in(mention.span)
        noun = self.lexicon.place_nouns.get(head.lemma) if head else None
        place = last.get(noun.precision) if noun else None
        if place:
            yield make_link(mention.id, "place", place.id, score=1.0, rank=0, maker=f"{self.name}/reference")

    def list_candidates(self, mention: Mention, doc: CodedDocument) -> list[Candidate]:
        """What the words of a mention can stand for."""
        senses = self.gazetteer.names.look_up(mention.span.slice(doc.text))
        return self.gazetteer.list_candidates(senses)

    def link(
        self, mention: Mention, found: list[Candidate], named: Counter[str], doc: CodedDocument
    ) -> Iterator[Record]:
        """Places and links of one mention; a place that nobody knows has no coordinates."""
        if not found:
            place = make_place(doc.id, mention.span.slice(doc.text), point=None)
            yield place
            yield make_link(mention.id, "place", place.id, score=0.0, rank=0, maker=f"{self.name}/unknown")
            return
        scored = sorted(found, key=lambda one: (-rate(one, named), one.geonames_id or ""))
        for rank, candidate in enumerate(scored[:3]):
            place = describe(candidate, doc.id)
            yield place
            score = round(rate(candidate, named), 3)
            yield make_link(mention.id, "place", place.id, score=score, rank=rank, maker=f"{self.name}/gazetteer")


def rate(candidate: Candidate, named: Counter[str]) -> float:
    """How likely a candidate is: countries first, then cities of countries that the report names, then large ones."""
    if candidate.feature == "country":
        return 20.0
    return len(str(candidate.population)) + (SAME_COUNTRY if named[candidate.country] else 0.0)


def describe(candidate: Candidate, document: str) -> Place:
    """A candidate as a place."""
    return make_place(
        document,
        candidate.name,
        point=candidate.point,
        country=candidate.country,
        admin1=candidate.admin1,
        geonames_id=candidate.geonames_id,
        feature=candidate.feature,
        precision="country" if candidate.feature == "country" else "city",
    )
