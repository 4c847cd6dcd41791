"""Makes the golden files of GoldenCosineTest with scikit-learn: events.csv (user, item, weight), similarities.csv
(user, other, cosine) and scores.csv (user, item, sum of cosine times weight over all other users).

Not needed to build. To make the files again: pip install scikit-learn && python golden.py
"""

import csv
import pathlib
import random

import numpy
import sklearn
from sklearn.metrics.pairwise import cosine_similarity

USERS, ITEMS, EVENTS, SEED = 30, 40, 400, 20240101
here = pathlib.Path(__file__).parent

rng = random.Random(SEED)
events = [(rng.randrange(USERS), min(rng.randrange(ITEMS), rng.randrange(ITEMS)), rng.randint(1, 5)) for _ in range(EVENTS)]
table = numpy.zeros((USERS, ITEMS))
for user, item, weight in events:
    table[user, item] += weight

similarity = cosine_similarity(table)
numpy.fill_diagonal(similarity, 0)
scores = similarity @ table


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


write("events.csv", ["user", "item", "weight"], events)
write(
    "similarities.csv",
    ["user", "other", "cosine"],
    [(u, v, f"{similarity[u, v]:.9f}") for u in range(USERS) for v in range(USERS) if similarity[u, v] > 0],
)
write(
    "scores.csv",
    ["user", "item", "score"],
    [(u, i, f"{scores[u, i]:.9f}") for u in range(USERS) for i in range(ITEMS) if scores[u, i] > 0],
)
print("scikit-learn", sklearn.__version__)
