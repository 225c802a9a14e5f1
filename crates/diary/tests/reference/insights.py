"""The values in tests/insights.rs, by tools that are not ours: rho by SciPy, and p by laying the
week-long blocks in every order there is instead of 10,000 drawn ones.

Pinned: scipy==1.17.1 numpy==2.4.6
    python -m venv V && V/bin/pip install scipy==1.17.1 numpy==2.4.6
    V/bin/python tests/reference/insights.py
"""

import itertools

import numpy as np
from scipy import stats

# Days of the window (0 to 83), minutes slept, mood of the next day.
WHOLE = list(range(49, 84))
GAPS = [d for d in range(21, 84) if d % 7 not in (1, 4) and d not in (24, 33, 47, 52, 59, 68)]


def slept(day):
    return 400 + (day * 37) % 101 + day


def mood(day):
    return min(5, 1 + (slept(day) - day - 400 + (day * 53) % 67) // 30)


def left(days, values):
    line = stats.linregress(days, values)
    return np.round(np.array(values) - line.intercept - line.slope * np.array(days), 9)


def by_weekday(days, x, y, rho):
    weeks = sorted({day // 7 for day in days})
    of = lambda values: {(d // 7, d % 7): v for d, v in zip(days, values)}
    x, y = of(x), of(y)
    strong = total = 0
    for order in itertools.permutations(weeks):
        pairs = [(x[(to, w)], y[(own, w)]) for own, to in zip(weeks, order) for w in range(7)
                 if (to, w) in x and (own, w) in y]
        a, b = zip(*pairs)
        r = np.corrcoef(a, b)[0, 1] * np.sqrt(len(pairs) - 1)
        strong += abs(r) >= abs(rho) * np.sqrt(len(days) - 1) - 1e-9
        total += 1
    return strong / total, total


def by_pair(x, y, rho):
    n = len(x)
    first = n % 7
    blocks = ([x[:first]] if first else []) + [x[i : i + 7] for i in range(first, n, 7)]
    strong = total = 0
    for order in itertools.permutations(range(len(blocks))):
        laid = np.concatenate([blocks[i] for i in order])
        strong += abs(np.corrcoef(laid, y)[0, 1]) >= abs(rho) - 1e-9
        total += 1
    return strong / total, total


for name, days in [("whole", WHOLE), ("gaps", GAPS)]:
    x, y = [slept(d) for d in days], [mood(d) for d in days]
    dx, dy = left(days, x), left(days, y)
    rho = stats.spearmanr(dx, dy).statistic
    rx, ry = stats.rankdata(dx), stats.rankdata(dy)
    print(name, "n", len(days), "rho", f"{rho:.12f}")
    print("  by weekday", *by_weekday(days, rx, ry, rho), "by pair", *by_pair(rx, ry, rho))
    middle = np.median(x)
    for half in ([i for i in range(len(x)) if x[i] <= middle], [i for i in range(len(x)) if x[i] > middle]):
        print("  half", len(half), np.median([x[i] for i in half]), np.median([y[i] for i in half]))
