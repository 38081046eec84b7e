"""Landmarks against searches that know nothing of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tests.case.solving.random_networks import dense_networks, random_networks
from timeline_app.case.cancelling import never
from timeline_app.case.solving.landmarks import LANDMARKS, Survey
from timeline_app.case.solving.network import Solution, relax, solve
from timeline_app.case.solving.paths import FAR, Search


def searches() -> Iterator[tuple[Search, Search]]:
    """Those of random networks that have a solution, there and back."""
    for network in chain(random_networks(1_500, seed=71), dense_networks(60, seed=72)):
        relaxed = relax(network, never)
        if relaxed.sound:
            solution = solve(network, relaxed, never)
            yield _both(solution)


def _both(solution: Solution) -> tuple[Search, Search]:
    return Search.of(solution, reverse=False), Search.of(solution, reverse=True)


def test_no_distance_changes_by_the_arcs_that_are_left_out() -> None:
    spared = 0
    for forth, back in searches():
        survey = Survey.of(forth, back)
        for search, thin in ((forth, survey.forth), (back, survey.back)):
            for number in range(search.graph.count):
                assert thin.distances(number) == search.distances(number)
            spared += len(search.graph.heads) - len(thin.graph.heads)
    assert spared > 4_000


def test_both_ways_have_the_same_arcs() -> None:
    for forth, back in searches():
        survey = Survey.of(forth, back)
        assert sorted(_arcs(survey.forth)) == sorted(
            (tail, head, weight) for head, tail, weight in _arcs(survey.back)
        )


def _arcs(search: Search) -> list[tuple[int, int, int]]:
    graph = search.graph
    return [
        (tail, graph.heads[arc], graph.weights[arc])
        for tail in range(graph.count)
        for arc in range(graph.offsets[tail], graph.offsets[tail + 1])
    ]


def test_the_distances_of_a_landmark_are_those_of_one_class() -> None:
    for forth, back in searches():
        landmarks = Survey.of(forth, back).landmarks
        assert len(landmarks) == LANDMARKS
        for landmark in landmarks:
            numbers = range(forth.graph.count)
            assert any(
                _near(landmark.to) == back.distances(one)
                and _near(landmark.since) == forth.distances(one)
                for one in numbers
                if landmark.to[one] == landmark.since[one] == 0
            )


def _near(distances: list[int]) -> dict[int, int]:
    return {one: distance for one, distance in enumerate(distances) if distance < FAR // 2}
