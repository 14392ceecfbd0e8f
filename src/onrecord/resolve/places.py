"""Which place a name stands for: the candidate that fits the rest of the report best.

What speaks for a candidate, in tenfolds of population: its size and fame; the places that the text says it lies in
("Tripoli, Lebanon"); the countries and provinces that the report names; how near it is to the report's other places, to
its dateline and to the home of its publisher. A name stands for one place throughout a report.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from math import cos, floor, radians
from typing import ClassVar

from onrecord.codebook.lexicon import Lexicon
from onrecord.codebook.place_rows import Outlet
from onrecord.gazetteer.keys import make_key
from onrecord.gazetteer.lookup import MOST_REMEMBERED, Candidate, Gazetteer
from onrecord.model.coded import CodedDocument, Record
from onrecord.model.links import make_link
from onrecord.model.mentions import Mention
from onrecord.model.places import Place, make_place
from onrecord.resolve.place_chains import Chain, find_chains, is_inside

NAMES = ("name", "adjective")
STRONG, WEAK = 8.0, 3.5
"""What it is worth to lie where the text says, by how it says so."""
FAMOUS = 7.5
"""The prior of a country or a large state: "Mexico, Canada" is a list, and no Mexico in Canada."""
SAME_COUNTRY, SAME_ADMIN1 = 2.0, 2.5
"""What it is worth at most that the report names the country or province around a candidate."""
HOLDING = 2.0
"""What it is worth at most for a country or province that other places of the report lie in it."""
NEARNESS, NEAR_KILOMETRES = 3.0, 120.0
"""What it is worth at most to lie near other places of the report, and the distance at which half of it is left."""
HOME_COUNTRY, HOME_NEARNESS = 1.0, 2.0
"""What the home of the publisher is worth at most."""
SAID_KIND = 1.5
"""What it is worth to be of the kind that the text says: "Sindh province"."""
ALIKE = 2.0
"""What it is worth for a state or province to stand in a list with others: "Ohio and New York"."""
BESIDE = (", ", " and ", ", and ", " or ")
FORGOTTEN = 4
"""Sentences after which "the city" no longer stands for a city named before."""
HOPELESS = 6.0
"""So far behind the likeliest, a candidate that the text does not place is left out of account."""
MOST_KEPT = 3
"""Candidates of a mention that stay on record."""
MOST_CANDIDATES = 24
TENFOLD = 4.0
"""How many times likelier a candidate is for each tenfold of population, or what is worth as much."""
LEAST_SHARE = 0.02
LOCAL = ("city", "district", "point")
NEARNESS_SCALE = (111.2 / NEAR_KILOMETRES) ** 2
"""Squares of degrees to squares of NEAR_KILOMETRES."""
FAR = 36.0
"""The square of the distance, in NEAR_KILOMETRES, beyond which nothing is near."""
BAND = 6.6
"""Degrees of latitude in a band: no point is near one beyond the next band."""


@dataclass(eq=False)
class Group:
    """The mentions of one name, and what it can stand for."""

    candidates: tuple[Candidate, ...]
    mentions: list[Mention] = field(default_factory=list)
    inside: list[tuple["Group", float]] = field(default_factory=list)
    beside: list["Group"] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    scores: list[float] = field(default_factory=list)
    shares: list[tuple[Candidate, float]] = field(default_factory=list)
    places: list[tuple[Place, float]] = field(default_factory=list)
    weight: float = 1.0

    def list_shares(self) -> list[tuple[Candidate, float]]:
        """The likeliest candidates with how likely each is, from 0 to 1."""
        top = max(self.scores)
        weights = [TENFOLD ** (score - top) for score in self.scores]
        total = sum(weights)
        return [
            (one, weight / total)
            for one, weight in zip(self.candidates, weights, strict=True)
            if weight >= LEAST_SHARE * total
        ]

    @property
    def best(self) -> Candidate:
        """The candidate with the highest score."""
        return self.candidates[max(range(len(self.candidates)), key=lambda number: (self.scores[number], -number))]


@dataclass(frozen=True, eq=False)
class PlaceResolver:
    """The stage that links mentions to places. Actors that are countries or capitals get a place as well."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    name: ClassVar[str] = "resolve.places"
    reads: ClassVar[tuple[str, ...]] = ("parse", "mentions")
    writes: ClassVar[tuple[str, ...]] = ("places", "links")

    @cached_property
    def is_seat(self) -> Callable[[str], bool]:
        """Whether a name is a country's, a nationality's or a capital's; remembered, as names come back."""

        @lru_cache(MOST_REMEMBERED)
        def look(words: str) -> bool:
            senses = self.lexicon.names.look_up(words)
            return any(one.kind in ("country", "adjective", "demonym", "capital") for one in senses)

        return look

    @cached_property
    def outlets(self) -> dict[str, Outlet]:
        """Newspapers, broadcasters and agencies by their names and domains, in lower case."""
        outlets = self.lexicon.codebook.outlets
        return {fold_title(name): one for one in outlets for name in (one.domain, *one.other_names, one.name) if name}

    def __call__(self, doc: CodedDocument) -> Iterator[Record]:
        """A place and a link for each candidate of each mention, the best with rank 0."""
        mentions = sorted(
            (one for one in doc.mentions if one.kind == "place" or (one.kind == "actor" and one.form in NAMES)),
            key=lambda one: one.span,
        )
        chains = self.list_chains(doc, mentions)
        groups = self.gather(doc, mentions, chains)
        self.weigh(doc, list(dict.fromkeys(groups.values())))
        memory = Memory()
        for mention in mentions:
            group = groups.get(mention)
            if mention.form == "nominal":
                yield from self.link_back(mention, memory, doc)
            elif group is not None:
                yield from self.link(mention, group, doc)
                memory.keep(group.places[0][0], number_sentence(mention, doc))
            elif mention.kind == "place":
                around = next((groups[one.outer] for one in chains.get(mention, ()) if one.outer in groups), None)
                yield from self.link_unlisted(mention, around, memory, doc)

    def link_back(self, mention: Mention, memory: "Memory", doc: CodedDocument) -> Iterator[Record]:
        """The link of "the city" to the city named not long before, of "the capital" to the last country's capital."""
        head = doc.parsed.root_in(mention.span)
        noun = self.lexicon.place_nouns.get(head.lemma) if head else None
        if head is None or noun is None:
            return
        place = memory.recall(noun.precision, head.sentence)
        if head.lemma == "capital":
            capital = self.find_capital(memory.country, doc)
            if capital is not None:
                yield capital
            place = capital or place
        if place:
            yield make_link(mention.id, "place", place.id, score=1.0, rank=0, maker=f"{self.name}/reference")

    def find_capital(self, code: str | None, doc: CodedDocument) -> Place | None:
        """The capital of a country."""
        country = self.lexicon.countries.get(code or "")
        towns = self.gazetteer.look_up(country.capital) if country and country.capital else ()
        found = next((one for one in towns if one.country == code and one.precision == "city"), None)
        return describe(found, doc.id) if found else None

    def link_unlisted(
        self, mention: Mention, around: Group | None, memory: "Memory", doc: CodedDocument
    ) -> Iterator[Record]:
        """A place that no gazetteer has: where the text says that it is in a town, as exact as that; else nowhere."""
        words = mention.span.slice(doc.text)
        known = describe(around.best, doc.id) if around is not None and around.best.precision in LOCAL else None
        is_street = words.split()[-1].casefold() in self.lexicon.toponym_words["whole"]
        known = known or (memory.recall("city", number_sentence(mention, doc)) if is_street else None)
        place = make_place(doc.id, words, point=None)
        if known is not None and known.latitude is not None and known.longitude is not None:
            point = (known.latitude, known.longitude)
            place = make_place(
                doc.id, words, point=point, country=known.country, admin1=known.admin1, precision=known.precision
            )
        yield place
        how = "unknown" if place.latitude is None else "inside"
        yield make_link(mention.id, "place", place.id, score=0.0, rank=0, maker=f"{self.name}/{how}")

    def list_chains(self, doc: CodedDocument, mentions: list[Mention]) -> dict[Mention, list[Chain]]:
        """What the text says of where the places that it names lie."""
        named = [one for one in mentions if one.form in NAMES]
        outer: dict[Mention, list[Chain]] = defaultdict(list)
        placeable = [one for one in named if one.kind == "place" or self.is_placeable(one, doc)]
        for chain in find_chains(doc.text, placeable, self.gazetteer.is_region):
            outer[chain.inner].append(chain)
        return outer

    def gather(
        self, doc: CodedDocument, mentions: list[Mention], outer: dict[Mention, list[Chain]]
    ) -> dict[Mention, Group]:
        """The groups of the mentions whose names the gazetteer knows, with what the text says of where they lie."""
        named = [one for one in mentions if one.form in NAMES]
        groups: dict[tuple[str, str], Group] = {}
        found: dict[Mention, Group] = {}
        apart = find_namesakes(doc.text, outer)
        for mention in named:
            words = mention.span.slice(doc.text)
            candidates = self.gazetteer.look_up(words)
            if not candidates or (mention.kind == "actor" and not self.is_placeable(mention, doc)):
                continue
            key = make_key(words)
            group = groups.setdefault((key, apart.get(mention, "")), Group(candidates[:MOST_CANDIDATES]))
            group.mentions.append(mention)
            group.kinds.update(self.list_said_kinds(mention, doc))
            found[mention] = group
        listed = sorted(found, key=lambda one: one.span)
        for one, other in pairwise(listed):
            if doc.text[one.span.end : other.span.start] in BESIDE and found[one] is not found[other]:
                found[one].beside.append(found[other])
                found[other].beside.append(found[one])
        for mention, group in found.items():
            for chain in outer[mention]:
                around = found.get(chain.outer)
                if around is not None and around is not group:
                    is_plain = chain.is_strong and max(one.prior for one in group.candidates) < FAMOUS
                    group.inside.append((around, STRONG if is_plain else WEAK))
        return found

    def is_placeable(self, mention: Mention, doc: CodedDocument) -> bool:
        """Whether an actor's name can be a place's as well: a country, a nationality, a capital, a state."""
        words = mention.span.slice(doc.text)
        if self.is_seat(words) or words in self.gazetteer.words:
            return True
        return mention.form == "name" and self.gazetteer.is_region(words)

    def list_said_kinds(self, mention: Mention, doc: CodedDocument) -> Iterator[str]:
        """The precisions of the nouns beside a name: "region" of "Sindh province", "city" of "the city of Basra"."""
        parse, nouns = doc.parsed, self.lexicon.place_nouns
        first, last = parse.find_token(mention.span.start), parse.find_token(mention.span.end - 1)
        after = parse.tokens[last.index + 1].lemma.casefold() if last.index + 1 < len(parse.tokens) else ""
        if after in nouns:
            yield nouns[after].precision
        if first.index > 1 and parse.tokens[first.index - 1].lemma == "of":
            before = parse.tokens[first.index - 2].lemma.casefold()
            if before in nouns:
                yield nouns[before].precision

    def weigh(self, doc: CodedDocument, groups: list[Group]) -> None:
        """Score the candidates of all groups: what is likely by itself speaks for what is near it."""
        home = self.find_home(doc)
        datelines = [zone.span for zone in doc.document.zones if zone.kind == "dateline"]
        for group in groups:
            group.scores = [self.rate_alone(one, group, home) for one in group.candidates]
            group.weight = 2.0 if any(span.contains(one.span) for span in datelines for one in group.mentions) else 1.0
        support = Support(groups)
        updated = [self.rate_group(group, group.scores, support) for group in groups]
        for group, scores in zip(groups, updated, strict=True):
            group.scores = scores

    def rate_group(self, group: Group, start: list[float], support: "Support") -> list[float]:
        """The scores of a group's candidates, but for those so far behind that no neighbour could help them."""
        if len(group.candidates) == 1:
            return start
        least = max(start) - HOPELESS if not group.inside else min(start)
        return [
            score + self.rate_together(one, group, support) if score >= least else score
            for one, score in zip(group.candidates, start, strict=True)
        ]

    def rate_alone(self, one: Candidate, group: Group, home: "Home | None") -> float:
        """What speaks for a candidate without the other places."""
        score = one.prior + (SAID_KIND if one.precision in group.kinds else 0.0)
        if home is not None:
            score += HOME_COUNTRY if one.country == home.country else 0.0
            score += HOME_NEARNESS * measure_nearness(one.point, home.point)
        return score

    def rate_together(self, one: Candidate, group: Group, support: "Support") -> float:
        """What the other names of the report speak for a candidate."""
        score = 0.0
        if one.feature == "country":
            score += HOLDING * saturate(support.sum_held(one.country or "", group))
            score += SAME_COUNTRY * saturate(support.sum_named(one.country or "", group))
        else:
            score += SAME_COUNTRY * saturate(support.sum_named(one.country or "", group))
            if one.feature == "admin1":
                score += HOLDING * saturate(support.sum_held(one.geonames_id or "", group))
            elif one.admin1_id:
                score += SAME_ADMIN1 * saturate(support.sum_named(str(one.admin1_id), group))
            if one.precision in LOCAL:
                score += NEARNESS * saturate(support.sum_near(one, group))
        score += ALIKE if any(self.is_alike(one, other) for other in group.beside) else 0.0
        said = (weight * share for around, weight in group.inside for share in [share_around(one, around)])
        return score + max(said, default=0.0)

    def is_alike(self, one: Candidate, other: Group) -> bool:
        """Whether a state or province stands in a list with another of the same country."""
        best = other.best
        return one.feature == best.feature == "admin1" and one.country == best.country

    def find_home(self, doc: CodedDocument) -> "Home | None":
        """The town that the report's publisher reports from, for local ones; the country for national ones."""
        publisher, url = doc.document.publisher or "", doc.document.url or ""
        outlet = self.outlets.get(fold_title(publisher)) or self.outlets.get(read_domain(url))
        if outlet is None or outlet.scope == "international":
            return None
        towns = [one for one in self.gazetteer.look_up(outlet.city) if one.country == outlet.country]
        inside = [one for one in towns if not outlet.admin1 or self.lies_in(one, outlet.admin1)]
        point = inside[0].point if inside and outlet.scope == "local" else None
        return Home(outlet.country, point)

    def lies_in(self, town: Candidate, admin1: str) -> bool:
        """Whether a town lies in a state or province of that name."""
        return any(is_inside(town, one) for one in self.gazetteer.look_up(admin1) if one.feature == "admin1")

    def link(self, mention: Mention, group: Group, doc: CodedDocument) -> Iterator[Record]:
        """The likeliest places of one mention, and its links to them."""
        is_first = not group.places
        if is_first:
            ranked = sorted(
                zip(group.candidates, group.scores, strict=True),
                key=lambda pair: (-round(pair[1], 6), pair[0].geonames_id or ""),
            )
            least = ranked[0][1] - HOPELESS
            kept = [(one, score) for one, score in ranked[:MOST_KEPT] if score >= least]
            group.places = [(describe(one, doc.id), round(score, 3)) for one, score in kept]
        if is_first:
            yield from (place for place, _ in group.places)
        for rank, (place, score) in enumerate(group.places):
            yield make_link(mention.id, "place", place.id, score=score, rank=rank, maker=f"{self.name}/gazetteer")


@dataclass(eq=False)
class Memory:
    """The places named last, by their precision, with the sentences that name them."""

    last: dict[str, tuple[Place, int]] = field(default_factory=dict)
    country: str | None = None

    def keep(self, place: Place, sentence: int) -> None:
        """Remember a place that a sentence names."""
        self.country = place.country or self.country
        if place.precision:
            self.last[place.precision] = (place, sentence)

    def recall(self, precision: str, sentence: int) -> Place | None:
        """The place of a precision that was named not long before a sentence."""
        place, told = self.last.get(precision, (None, 0))
        return place if sentence - told <= FORGOTTEN else None


def find_namesakes(text: str, outer: dict[Mention, list[Chain]]) -> dict[Mention, str]:
    """What tells mentions of one name apart: "Springfield, Illinois" and "Springfield, Missouri" in one report."""
    told: dict[str, dict[Mention, str]] = defaultdict(dict)
    for mention, chains in outer.items():
        strong = next((one for one in chains if one.is_strong), None)
        if strong is not None:
            told[make_key(mention.span.slice(text))][mention] = make_key(strong.outer.span.slice(text))
    several = (one for one in told.values() if len(set(one.values())) > 1)
    return {mention: around for one in several for mention, around in one.items()}


def number_sentence(mention: Mention, doc: CodedDocument) -> int:
    """The number of the sentence that a mention stands in."""
    return doc.parsed.find_token(mention.span.start).sentence


@dataclass(frozen=True)
class Home:
    """Where a publisher is at home."""

    country: str
    point: tuple[float, float] | None


class Support:
    """What the names of a report speak for, each by how likely its candidates are at present."""

    def __init__(self, groups: list[Group]) -> None:
        self.named: dict[str, dict[int, float]] = defaultdict(dict)
        self.held: dict[str, dict[int, float]] = defaultdict(dict)
        self.local: dict[int, list[tuple[int, float, float, float]]] = defaultdict(list)
        for group in groups:
            number = id(group)
            weight = group.weight * min(2.0, 1.0 + 0.25 * (len(group.mentions) - 1))
            group.shares = group.list_shares()
            for one, share in group.shares:
                amount = weight * share
                if one.feature == "country":
                    add(self.named, one.country, number, amount)
                    continue
                add(self.held, one.country, number, amount)
                if one.feature == "admin1":
                    add(self.named, one.geonames_id, number, amount)
                elif one.admin1_id:
                    add(self.held, str(one.admin1_id), number, amount)
                if one.precision in LOCAL and one.point is not None:
                    north, east = one.point
                    self.local[floor(north / BAND)].append((number, north, east, amount))

    def sum_named(self, key: str, group: Group) -> float:
        """How much the other names speak of a country (by code) or a province (by GeoNames id)."""
        return sum(amount for number, amount in self.named.get(key, {}).items() if number != id(group))

    def sum_held(self, key: str, group: Group) -> float:
        """How much the other names speak of places inside a country or a province."""
        return sum(amount for number, amount in self.held.get(key, {}).items() if number != id(group))

    def sum_near(self, one: Candidate, group: Group) -> float:
        """How much the other names speak of places near a candidate, in its band of latitude and those beside it."""
        if one.point is None:
            return 0.0
        north, east = one.point
        shrunk = cos(radians(north))
        band, own, total = floor(north / BAND), id(group), 0.0
        for step in (-1, 0, 1):
            for number, other_north, other_east, amount in self.local.get(band + step, ()):
                if number != own:
                    gap = (east - other_east + 180.0) % 360.0 - 180.0
                    total += amount * rate_distance(north - other_north, gap * shrunk)
        return total


def add(sums: dict[str, dict[int, float]], key: str | None, number: int, amount: float) -> None:
    """Add what a group speaks for a key."""
    if key:
        sums[key][number] = sums[key].get(number, 0.0) + amount


def share_around(one: Candidate, around: Group) -> float:
    """How likely the place that one is said to lie in is one that it lies in."""
    return sum(share for other, share in around.shares if is_inside(one, other))


def saturate(amount: float) -> float:
    """An amount of support brought to 0 to 1: half at 1."""
    return amount / (amount + 1.0)


def measure_nearness(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float:
    """1 for the same point, half at NEAR_KILOMETRES, 0 where far away."""
    if one is None or other is None:
        return 0.0
    gap = (one[1] - other[1] + 180.0) % 360.0 - 180.0
    return rate_distance(one[0] - other[0], gap * cos(radians(one[0])))


def rate_distance(north: float, east: float) -> float:
    """The nearness of two points so many degrees (of latitude) apart; on a flat map, which is near enough."""
    square = (north * north + east * east) * NEARNESS_SCALE
    return 1.0 / (1.0 + square) if square < FAR else 0.0


def fold_title(name: str) -> str:
    """A publisher's name as it is compared: "The Paris News" is "Paris News"."""
    return name.strip().casefold().removeprefix("the ")


def read_domain(url: str) -> str:
    """The domain of an address: "example.org" of "https://www.example.org/a"."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.").casefold()


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
        precision=candidate.precision,
    )
