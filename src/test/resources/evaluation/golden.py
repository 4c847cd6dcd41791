"""Makes the golden files of GoldenEvaluationTest from the definitions alone, with nothing but Python: train.csv, test.csv,
items.csv and figures.csv (protocol, strategy, figure, value).

The model is the textbook's: every event adds its strength, nothing fades, all users are neighbors, nothing is capped.

Not needed to build. To make the files again: python3 golden.py
"""

import collections
import csv
import math
import pathlib
import random
import struct

USERS, ITEMS, EVENTS, SEED, K, SHARE = 30, 40, 600, 20240101, 5, 0.7
here = pathlib.Path(__file__).parent
rng = random.Random(SEED)


def make_log():
    log = []
    for n in range(EVENTS):
        user = rng.randrange(USERS)
        item = min((user % 4) * 8 + rng.randrange(20), rng.randrange(ITEMS))
        log.append((f"u{user}", f"i{item}", 1_700_000_000 + 60 * n, rng.choice([1, 1.5, 2, 2.5, 3.7, 4.1])))
    return log


def as_float(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def best(scores, count):
    """Items by score as a single-precision float, then by id."""
    return sorted(scores, key=lambda i: (-as_float(scores[i]), i))[:count]


class Model:
    def __init__(self, exclude_seen):
        self.exclude_seen = exclude_seen
        self.mine = collections.defaultdict(dict)  # what the user's own questions see
        self.all = collections.defaultdict(dict)  # what others see
        self.last = {}
        self.touched = {}

    def learn(self, event):
        user, item, time, strength = event
        self.observe(event)
        self.all[user][item] = self.all[user].get(item, 0) + strength
        self.touched[item] = max(time, self.touched.get(item, 0))

    def observe(self, event):
        user, item, _, strength = event
        self.mine[user][item] = self.mine[user].get(item, 0) + strength
        self.last[user] = item

    def allowed(self, user, item):
        return not (self.exclude_seen and item in self.mine[user])

    def popularity(self, user):
        counts = collections.Counter(i for row in self.all.values() for i in row)
        return {i: c for i, c in counts.items() if self.allowed(user, i)}

    def popular(self, user):
        return best(self.popularity(user), K)

    def recent(self, user):
        allowed = [i for i in self.touched if self.allowed(user, i)]
        return sorted(allowed, key=lambda i: (-self.touched[i], i))[:K]

    def item_based(self, user):
        scores = {}
        if user in self.last:
            last = self.last[user]
            have = {i: {u for u, row in self.all.items() if i in row} for i in self.touched}
            for i in have:
                common = len(have[i] & have.get(last, set()))
                if i != last and common and self.allowed(user, i):
                    scores[i] = common / math.sqrt(len(have[i]) * len(have[last]))
        return self.filled_up(best(scores, K), user)

    def user_based(self, user):
        scores = collections.defaultdict(float)
        own = self.mine[user]
        own_norm = math.sqrt(sum(x * x for x in own.values()))
        for other, row in self.all.items():
            dot = sum(x * row[i] for i, x in own.items() if i in row)
            if other != user and dot > 0:
                similarity = dot / own_norm / math.sqrt(sum(x * x for x in row.values()))
                for i, x in row.items():
                    if self.allowed(user, i):
                        scores[i] += similarity * x
        return self.filled_up(best(scores, K), user)

    def filled_up(self, found, user):
        rest = [i for i in best(self.popularity(user), ITEMS) if i not in found]
        return (found + rest)[:K]

    def recommend(self, strategy, user):
        return getattr(self, strategy.replace("-last-click", "").replace("-", "_"))(user)


def prequential(strategy, train, test):
    model = Model(exclude_seen=True)
    seen = collections.Counter()
    for event in train:
        model.learn(event)
        seen[event[0]] += 1
    for event in test:
        yield event[0], model.recommend(strategy, event[0]), {event[1]}, seen[event[0]]
        model.learn(event)
        seen[event[0]] += 1


def next_item(strategy, train, test):
    model = Model(exclude_seen=False)
    seen = collections.Counter()
    for event in train:
        model.learn(event)
        seen[event[0]] += 1
    for n, event in enumerate(test):
        model.observe(event)
        seen[event[0]] += 1
        later = [e for e in test[n + 1 :] if e[0] == event[0]]
        if later:
            yield event[0], model.recommend(strategy, event[0]), {later[0][1]}, seen[event[0]]


def leave_out(strategy, train, test):
    model = Model(exclude_seen=True)
    seen = collections.Counter()
    for event in train:
        model.learn(event)
        seen[event[0]] += 1
    for user in dict.fromkeys(e[0] for e in test):
        yield user, model.recommend(strategy, user), {e[1] for e in test if e[0] == user}, seen[user]


def accuracy(answers):
    sums = collections.Counter()
    for items, right in answers:
        ranks = [n + 1 for n, i in enumerate(items) if i in right]
        ideal = sum(1 / math.log2(n + 1) for n in range(1, min(K, len(right)) + 1))
        sums["hr"] += bool(ranks)
        sums["mrr"] += 1 / ranks[0] if ranks else 0
        sums["ndcg"] += sum(1 / math.log2(r + 1) for r in ranks) / ideal
        sums["recall"] += len(ranks) / len(right)
        sums["precision"] += len(ranks) / K
        sums["map"] += sum(len([s for s in ranks if s <= r]) / r for r in ranks) / min(K, len(right))
    return {"predictions": len(answers)} | {m: sums[m] / len(answers) for m in ("hr", "mrr", "ndcg", "recall", "precision", "map")}


def figures(answers, train, catalog, categories):
    counts = collections.Counter(e[1] for e in train)
    head, covered = set(), 0
    for item in sorted(counts, key=lambda i: (-counts[i], i)):
        if 2 * covered >= len(train):
            break
        head.add(item)
        covered += counts[item]
    result = accuracy([(items, right) for _, items, right, _ in answers])
    slices = {
        "cold_users": [(items, right) for _, items, right, before in answers if before < 5],
        "warm_users": [(items, right) for _, items, right, before in answers if before >= 5],
        "head_items": [(items, right & head) for _, items, right, _ in answers if right & head],
        "tail_items": [(items, right - head) for _, items, right, _ in answers if right - head],
    }
    for name, part in slices.items():
        result |= {f"{name}.{figure}": value for figure, value in accuracy(part).items()} if part else {f"{name}.predictions": 0}
    shown = collections.Counter(i for _, items, _, _ in answers for i in items)
    every = [shown[i] for i in catalog]
    differences = sum(abs(a - b) for a in every for b in every)
    result["users"] = len({user for user, _, _, _ in answers})
    result["items"] = len(catalog)
    result["coverage"] = len(shown) / len(catalog)
    result["gini"] = differences / (2 * len(every) * sum(every))
    result["novelty"] = sum(c * -math.log2(counts.get(i, 1) / len(train)) for i, c in shown.items()) / sum(every)
    lists = []
    for _, items, _, _ in answers:
        sets = [categories[i] for i in items if categories.get(i)]
        pairs = [1 - len(a & b) / len(a | b) for n, a in enumerate(sets) for b in sets[:n]]
        if pairs:
            lists.append(sum(pairs) / len(pairs))
    result["diversity"] = sum(lists) / len(lists)
    return result


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


log = make_log()
train, test = log[: int(EVENTS * SHARE)], log[int(EVENTS * SHARE) :]
# the first three users are unknown to the training, so that there are strangers and cold users
train = [e for e in train if e[0] not in ("u0", "u1", "u2")]
categories = {f"i{n}": {f"c{c}" for c in range(4) if rng.random() < 0.5} for n in range(ITEMS)}
catalog = {e[1] for e in train + test} | set(categories)
rows = []
for protocol in (prequential, next_item, leave_out):
    for strategy in ("user-based", "popular", "recent", "item-based-last-click"):
        answers = list(protocol(strategy, train, test))
        for figure, value in figures(answers, train, catalog, categories).items():
            rows.append((protocol.__name__.replace("_", "-"), strategy, figure, f"{value:.9f}"))
columns = ["user_id", "item_id", "event_type", "timestamp", "strength"]
for name, events in (("train.csv", train), ("test.csv", test)):
    write(name, columns, [(u, i, "rating", t, s) for u, i, t, s in events])
write("items.csv", ["item_id", "title", "categories"], [(i, f"Item, {i}", "|".join(sorted(c))) for i, c in categories.items()])
write("figures.csv", ["protocol", "strategy", "figure", "value"], rows)
