"""Distances on the globe."""

from math import asin, cos, radians, sin, sqrt

EARTH_KILOMETRES = 6371.0


def measure_kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points, each (latitude, longitude) in degrees."""
    first, second = radians(one[0]), radians(other[0])
    across = sin((second - first) / 2) ** 2
    along = sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KILOMETRES * asin(sqrt(min(1.0, across + cos(first) * cos(second) * along)))
