"""The values in tests/statistics.rs, by tools that are not ours.

Pinned: scipy==1.17.1 numpy==2.4.6 pymannkendall==1.4.3 statsmodels==0.15.0
    python -m venv V && V/bin/pip install scipy==1.17.1 numpy==2.4.6 pymannkendall==1.4.3 statsmodels==0.15.0
    V/bin/python tests/reference/statistics.py
"""

import numpy as np
import pymannkendall as mk
from scipy import signal, stats
from statsmodels.stats.multitest import multipletests

# Weekly absence shares: without ties, with many, falling, and with a gap in the weeks.
RISING = [0.10, 0.14, 0.12, 0.19, 0.22, 0.20, 0.28, 0.31, 0.29, 0.36, 0.40, 0.38]
TIED = [0.2, 0.2, 0.4, 0.2, 0.4, 0.4, 0.6, 0.4, 0.6, 0.6]
FALLING = [0.9, 0.8, 0.85, 0.7, 0.7, 0.55, 0.5, 0.3]
HANGING = [0.3, 0.35, 0.5, 0.55, 0.6, 0.5, 0.4, 0.35, 0.45, 0.6, 0.7, 0.65]
GAPS = [1, 2, 4, 5, 7, 8, 9, 12]

# Minutes slept and the mood of the next day.
SLEPT = [480, 510, 420, 465, 540, 390, 480, 600, 450, 435, 510, 480]
MOOD = [3, 4, 2, 3, 4, 2, 3, 5, 4, 2, 3, 4]


def show(name, *values):
    print(name, *(f"{float(value):.12f}" for value in values))


for name, series in [("rising", RISING), ("tied", TIED), ("falling", FALLING), ("hanging", HANGING)]:
    plain = mk.original_test(series)
    hanging = mk.yue_wang_modification_test(series, lag=1)
    show(f"{name} s var p slope", plain.s, plain.var_s, plain.p, plain.slope)
    show(f"{name} var and p with lag 1", hanging.var_s, hanging.p)
    left = np.array(series) - plain.slope * np.arange(1, len(series) + 1)
    left = left - left.mean()
    show(f"{name} lag one", (left[1:] * left[:-1]).sum() / (left * left).sum())
    show(f"{name} theil-sen by scipy", stats.theilslopes(series, np.arange(len(series))).slope)
show("gaps theil-sen", stats.theilslopes(FALLING, GAPS).slope)
show("spearman", stats.spearmanr(SLEPT, MOOD).statistic)
show("ranks of mood", *stats.rankdata(MOOD))
show("detrended", *signal.detrend(SLEPT))
line = stats.linregress(GAPS, FALLING)
show("detrended with gaps", *(np.array(FALLING) - line.intercept - line.slope * np.array(GAPS)))
for values in ([0.03, 0.01, 0.02], [0.04, 0.6, 0.012], [0.5, 0.9], [0.0421]):
    show(f"holm of {values}", *multipletests(values, method="holm")[1])
show("sample sd and median", np.std(SLEPT, ddof=1), np.median(SLEPT))
