#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The search for blends against the same scores in NumPy, in one run.

    tests/bench/blend_numpy.py BENCH_BLEND [ELECTROLYTE [BINDER [SALT]]]

BENCH_BLEND is the program of the preset `bench`. It times the search, and writes what of the model
is left for blends: columns of numbers, one a solvent, and the arithmetic on them. Here the same
arithmetic runs over arrays, pairs by fractions, in pieces that stay in the cache. Both rank every
pair of solvents that pass the gates at 19 fractions; the best score of each pair must agree to
2e-9, as both round to 1e-9 (but where a published observation names the pair: there the program
asks elsewhere). Prints blends a second of both, and the ratio. Needs NumPy; no test.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import numpy as np

ROUNDS = 3
AGREE = 2e-9
PIECES = (256, 1024, 4096, 1 << 20)  # pairs at a time; the fastest counts
NAN = float("nan")


class Piece:
    """Some pairs at all fractions: arrays are pairs by fractions, or by 1 where all are alike."""

    def __init__(self, plan, first, second):
        k = np.arange(1, plan["steps"])
        self.plan = plan
        self.pair = (first, second)
        self.volumes = (k / plan["steps"], (plan["steps"] - k) / plan["steps"])
        self.least = 1 / plan["steps"]

    def parts(self, column):
        return [column[rows][:, None] for rows in self.pair]

    def mean(self, column):
        a, b = self.parts(column)
        mixed = a * self.volumes[0] + b * self.volumes[1]
        return np.where(np.isfinite(a) & np.isfinite(b), mixed, NAN)

    def extreme(self, column, start, sign):
        """The lowest (sign 1) or highest part from a fraction on; what is absent stands back."""
        best = np.array(np.inf)
        counted = np.array(False)
        unknown = np.array(False)
        for volume, x in zip(self.volumes, self.parts(column)):
            counts = np.array(True) if self.least >= start else volume >= start
            better = counts & np.isfinite(x) & (np.isinf(best) | (sign * x < sign * best))
            best = np.where(better, x, best)
            counted = counted | counts
            unknown = unknown | (counts & np.isnan(x))
        return np.where(counted & ~unknown, best, NAN)

    def any_part(self, column):
        """Words: yes if a part says yes, else unknown if one is."""
        a, b = self.parts(column)
        yes = (a > 0) | (b > 0)
        return yes, ~yes & (np.isnan(a) | np.isnan(b))


def curve(points, x):
    xs, ys = points
    y = np.interp(x, xs, ys)
    return np.where(np.isnan(x), NAN, y)


def finite(x):
    return np.where(np.isfinite(x), x, NAN)


def red(piece, node):
    columns = node["columns"]
    axes = [piece.mean(column) for column in columns[:3]]
    ra = None
    for sphere in node["spheres"]:
        d, p, h = (axis - at for axis, at in zip(axes, sphere))
        one = np.sqrt(4 * d * d + p * p + h * h) / sphere[3]
        ra = one if ra is None else np.maximum(ra, one)
    if ra is None:
        return np.array([[NAN]])
    return np.maximum(ra + piece.mean(columns[3]), 0)


def codes(piece, node):
    x = piece.extreme(node["columns"][0], node["from"], 1)
    x = finite(x)
    if node["curve"] is None:
        return x
    of = evaluate(piece, node["args"][0])
    volatile = ~np.isfinite(of) | (of < node["number"])
    return np.where(volatile, curve(node["curve"], x), x)


def mole(piece, node):
    x, per_volume = node["columns"][:2]
    return piece.mean(x * per_volume) / piece.mean(np.where(np.isfinite(x), per_volume, NAN))


def first(piece, node):
    x = np.array([[NAN]])
    for arg in node["args"]:
        if not np.isnan(x).any():
            break
        x = np.where(np.isfinite(x), x, evaluate(piece, arg))
    return x


def evaluate(piece, node):
    op = node["op"]
    if op == "fixed":
        return np.array([[node["number"]]])
    if op == "volume":
        return piece.mean(node["columns"][0])
    if op == "power":
        mean = piece.mean(node["columns"][0])
        return np.sqrt(np.sqrt(mean)) if node["exponent"] == 4 else mean ** (1 / node["exponent"])
    if op == "mole":
        return mole(piece, node)
    if op == "lowest":
        return piece.extreme(node["columns"][0], node["from"], 1)
    if op == "highest":
        return piece.extreme(node["columns"][0], node["from"], -1)
    if op == "codes":
        return codes(piece, node)
    if op == "red":
        return red(piece, node)
    if op == "first":
        return first(piece, node)
    x = evaluate(piece, node["args"][0])
    if op == "curve":
        return np.where(np.isinf(x), x, curve(node["curve"], x))
    x = finite(x)
    if op == "linear":
        return x * node["factor"] + node["offset"]
    if op == "log10":
        return np.where(x > 0, np.log10(np.where(x > 0, x, 1)), NAN)
    for arg in node["args"][1:]:
        y = finite(evaluate(piece, arg))
        x = x * y if op == "product" else x - y if op == "difference" else np.sqrt(x * x + y * y)
    return finite(x)


def read(piece, reading):
    if reading["fixed"]:
        return np.array([[reading["value"]]])
    x = evaluate(piece, reading["node"])
    d = x
    if reading["words"]:
        d = np.full_like(x, NAN)
        for cell, value in reading["words"]:
            d = np.where(x == cell, value, d)
    elif reading["curve"] is not None:
        d = curve(reading["curve"], x)
    return np.where(np.isinf(x), reading["none"], np.clip(d, 0, 1))


def mixed(piece, term):
    """Desirabilities of the parts: the worst, or the mean by volume, of those from a fraction."""
    if term["worst"]:
        return piece.extreme(term["parts"], term["mix_from"], 1)
    if piece.least >= term["mix_from"]:
        return piece.mean(term["parts"])
    total = np.zeros((1, 1))
    share = np.zeros((1, 1))
    for volume, d in zip(piece.volumes, piece.parts(term["parts"])):
        counts = volume >= term["mix_from"]
        total = total + np.where(counts, d * volume, 0)
        share = share + np.where(counts, volume, 0)
    return np.where(share > 0, total / share, NAN)


def desirability(piece, term):
    if term["parts"] is not None:
        d = mixed(piece, term)
    else:
        d = read(piece, term["readings"][0])
        for reading in term["readings"][1:]:
            if not np.isnan(d).any():
                break
            d = np.where(np.isnan(d), read(piece, reading), d)
    d = np.where(np.isnan(d), term["missing"], d)
    if term["cap"] is not None:
        cap = evaluate(piece, term["cap"])
        d = np.minimum(d, np.where(np.isfinite(cap), cap, term["cap_unknown"]))
    return d


def combined(criterion, ds):
    weights = [term["weight"] for term in criterion["terms"]]
    if len(ds) == 1:
        return ds[0]
    if criterion["combine"] == "minimum":
        return np.minimum.reduce(np.broadcast_arrays(*ds))
    if criterion["combine"] == "arithmetic":
        return sum(w * d for w, d in zip(weights, ds)) / sum(weights)
    return np.exp(sum(w * np.log(d) for w, d in zip(weights, ds)) / sum(weights))


def weigh_in(piece, criterion, value):
    if criterion["witness"] is None or not (criterion["witness"] > 0).any():
        return value
    w = np.zeros((1, 1))
    for volume, weight in zip(piece.volumes, piece.parts(criterion["witness"])):
        w = np.where(volume < criterion["part_from"], w, np.maximum(w, weight))
    heard = value ** (1 - w) * criterion["part_value"] ** w
    return np.where(w > 0, heard, value)


COMPARE = {
    "at_least": np.greater_equal,
    "above": np.greater,
    "at_most": np.less_equal,
    "below": np.less,
}


def test(piece, condition):
    """Where it is yes, and where it is unknown."""
    op = condition["op"]
    if op == "fixed":
        yes = np.array(condition["fixed"] == "yes")
        unknown = np.array(condition["fixed"] == "unknown")
    elif op == "words":
        yes, unknown = piece.any_part(condition["column"])
    elif op == "not":
        yes, unknown = test(piece, condition["inner"])
        yes = ~yes & ~unknown
    else:
        x = evaluate(piece, condition["node"])
        if op == "known":
            yes, unknown = np.isfinite(x), np.array(False)
        else:
            yes = np.isfinite(x) & COMPARE[condition["compare"]](x, condition["limit"])
            unknown = np.isnan(x)
    return (yes, np.array(False)) if condition["closed"] else (yes, unknown)


def gates(piece):
    """Where something rejects, and the smallest factor. (Options are the default ones.)"""
    plan = piece.plan
    rejected = np.array(False)
    factor = np.array(1.0)
    for gate in plan["gates"]:
        fired = np.array(False)
        for conditions in gate["any"]:
            whole = np.array(True)
            for condition in conditions:
                whole = whole & test(piece, condition)[0]
            fired = fired | whole
        if gate["rejects"]:
            rejected = rejected | fired
        else:
            factor = np.where(fired, np.minimum(factor, gate["factor"]), factor)
    for i, threshold in enumerate(plan["thresholds"]):
        for volume, rows in zip(piece.volumes, piece.pair):
            reached = np.array(True) if piece.least >= threshold else volume >= threshold
            rejected = rejected | (reached & plan["part_rejects"][rows, i][:, None])
            factor = np.where(
                reached, np.minimum(factor, plan["part_factors"][rows, i][:, None]), factor
            )
    return rejected, factor


def scores(piece):
    plan = piece.plan
    rejected, factor = gates(piece)
    total = np.zeros((1, 1))
    weights = 0.0
    limit = np.full((1, 1), 100.0)
    for criterion in plan["criteria"]:
        value = combined(criterion, [desirability(piece, term) for term in criterion["terms"]])
        value = np.round(weigh_in(piece, criterion, value), 9)
        total = total + criterion["weight"] * np.log(np.maximum(value, plan["floor"]))
        weights += criterion["weight"]
        if criterion["limit"] is not None:
            limit = np.minimum(limit, curve(criterion["limit"], value))
        for gate in criterion["gates"]:
            low = value < gate["below"]
            if gate["rejects"]:
                rejected = rejected | low
            else:
                factor = np.where(low, np.minimum(factor, gate["factor"]), factor)
    score = np.round(np.minimum(factor * 100 * np.exp(total / weights), limit), 9)
    return np.where(rejected, -1.0, score)


def prepare(thing):
    """Lists of numbers to arrays, once."""
    if isinstance(thing, list):
        return [prepare(item) for item in thing]
    if not isinstance(thing, dict):
        return thing
    made = {key: prepare(value) for key, value in thing.items()}
    for key in ("curve", "limit"):
        if isinstance(made.get(key), list):
            made[key] = tuple(np.array(made[key], dtype=float).T)
    for key in ("parts", "witness", "column"):
        if isinstance(made.get(key), list):
            made[key] = np.array(made[key], dtype=float)
    if "columns" in made:
        made["columns"] = [
            None if column is None else np.array(column, dtype=float) for column in made["columns"]
        ]
    return made


def search(plan, first, second, piece_size):
    best = []
    for start in range(0, len(first), piece_size):
        end = start + piece_size
        best.append(scores(Piece(plan, first[start:end], second[start:end])).max(axis=1))
    return np.concatenate(best)


def candidates(plan):
    """Pairs of solvents that no gate on parts rejects at every fraction, as the program tries."""
    reached = [i for i, t in enumerate(plan["thresholds"]) if t <= 1 / plan["steps"]]
    rejects = plan["part_rejects"][:, reached[-1]] if reached else np.zeros(plan["solvents"], bool)
    rows = np.flatnonzero(~rejects)
    a, b = np.triu_indices(len(rows), 1)
    return rows[a], rows[b]


def largest_difference(plan, first, second, best):
    known = {(min(a, b), max(a, b)): score for a, b, score in plan["best"]}
    worst = 0.0
    compared = 0
    for a, b, score in zip(first.tolist(), second.tolist(), best.tolist()):
        if (a, b) in known:
            worst = max(worst, abs(known[a, b] - score))
            compared += 1
    return worst, compared


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.json")
        subprocess.run(
            [sys.argv[1], "--plan", path, *sys.argv[2:]], check=True, stdout=subprocess.DEVNULL
        )
        with open(path, encoding="utf-8") as file:
            raw = json.load(file)
    plan = prepare(raw)
    if plan["slow"]:
        sys.exit("blend_numpy: this model asks evaluate() for every blend")
    part_gates = np.array(raw["part_gates"], dtype=float)
    part_gates = part_gates.reshape(plan["solvents"], len(plan["thresholds"]), 2)
    plan["part_factors"] = part_gates[:, :, 0]
    plan["part_rejects"] = part_gates[:, :, 1] > 0
    first, second = candidates(plan)
    blends = len(first) * (plan["steps"] - 1)
    fastest = None
    with np.errstate(all="ignore"):
        for size in PIECES:
            for _ in range(ROUNDS):
                start = time.process_time()
                best = search(plan, first, second, size)
                seconds = time.process_time() - start
                if fastest is None or seconds < fastest[0]:
                    fastest = (seconds, size)
    worst, compared = largest_difference(plan, first, second, best)
    million = 1e-6 * blends
    own = plan["seconds"]
    print(f"{len(first)} pairs of solvents that pass the gates on parts, {blends} blends; CPU time")
    print(f"largest difference of {compared} best scores: {worst:g}")
    print(f"numpy     {million / fastest[0]:6.2f} million a second, {fastest[1]} pairs at a time")
    for what, word in (("exhaustive", "no bound"), ("search", "search")):
        ratio = fastest[0] / own[what]
        print(f"{word:9} {million / own[what]:6.2f} million a second, {ratio:.1f} times NumPy")
    return 0 if worst <= AGREE * 1.001 and compared > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
