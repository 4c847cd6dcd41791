"""Figures of Open Bandit Pipeline to compare ours with.

    pip install numpy pandas scipy scikit-learn matplotlib seaborn pyyaml tqdm mypy-extensions
    pip install --no-deps obp==0.4.1
    python reference.py sample sample.csv                     # writes the log that lies beside this file
    python reference.py figures LOG.csv[.gz] ... > FILE.csv   # what each policy would have earned

The estimates of ReplayMethod, InverseProbabilityWeighting, SelfNormalizedInverseProbabilityWeighting and DoublyRobust are computed
by obp. It receives the policies and the reward model as arrays, which are computed here from their definitions in MATH.md, with scipy.
Standard errors and the effective sample size are computed with numpy: obp has bootstrap intervals only. obp imports torch for
its tensor versions; they are not used, so an empty module takes its place where torch is not installed.
"""

import sys
from abc import ABCMeta

import numpy as np
import pandas as pd
from scipy import stats

try:
    import torch  # noqa: F401
except ImportError:
    class Meta(ABCMeta):
        def __getattr__(cls, name):
            if name.startswith("__"):
                raise AttributeError(name)
            return Absent

    class Absent(metaclass=Meta):
        pass

    for name in ["torch", "torch.nn", "torch.nn.functional", "torch.optim", "torch.utils", "torch.utils.data"]:
        sys.modules[name] = Absent

from obp.ope.estimators import (  # noqa: E402
    DoublyRobust,
    InverseProbabilityWeighting,
    ReplayMethod,
    SelfNormalizedInverseProbabilityWeighting,
)

TRAINING = 0.5


def sample(path):
    random = np.random.default_rng(7)
    rows = []
    for i in range(600):
        chances = np.array([0.5, 0.2, 0.15, 0.1, 0.05])
        item = random.choice(5, p=chances)
        position = random.integers(1, 3)
        click = int(random.random() < [0.1, 0.3, 0.2, 0.4, 0.2][item] / position)
        rows.append((f"2025-01-01 {i // 60:02d}:{i % 60:02d}:00.000000+00:00", item, position, click, chances[item]))
    pd.DataFrame(rows, columns=["timestamp", "item_id", "position", "click", "propensity_score"]).to_csv(path)


def posteriors(log, actions):
    clicks = log.groupby("item_id").click.sum().reindex(actions, fill_value=0).to_numpy()
    count = log.groupby("item_id").click.count().reindex(actions, fill_value=0).to_numpy()
    prior = max(1, len(log) / max(1, log.click.sum()) - 1)
    return 1 + clicks, prior + count - clicks


def best_of(a, b):
    """The probability that each of independent Beta variables is the greatest, by Simpson's rule on its distribution functions."""
    x = np.linspace(0, 1, 400_001)
    x = x[: np.searchsorted(x, min(1, np.max(stats.beta.ppf(1 - 1e-15, a, b)))) // 2 * 2 + 3]
    x = x[: len(x) // 2 * 2 - 1]
    densities = np.array([stats.beta.pdf(x, i, j) for i, j in zip(a, b)])
    below = np.array([stats.beta.cdf(x, i, j) for i, j in zip(a, b)])
    weights = np.ones(len(x))
    weights[1:-1:2], weights[2:-1:2] = 4, 2
    result = []
    for i in range(len(a)):
        others = np.prod(np.delete(below, i, axis=0), axis=0)
        result.append(np.sum(weights * densities[i] * others) * (x[1] - x[0]) / 3)
    return np.array(result)


def policies(training, actions):
    n = len(actions)
    a, b = posteriors(training, actions)
    names = sorted(range(n), key=lambda i: str(actions[i]))
    best = max(names, key=lambda i: a[i] / (a[i] + b[i]))  # of several the first by name
    greedy = np.eye(n)[best]
    return {
        "uniform": np.full(n, 1 / n),
        "greedy": greedy,
        "epsilon-greedy": 0.1 / n + 0.9 * greedy,
        "thompson": best_of(a, b),
    }


def expected(log, actions, positions):
    """By action and position: clicks over expected clicks, drawn to 1 with the weight of 5 clicks."""
    overall = log.click.mean()
    by_position = log.groupby("position").click.mean().reindex(positions, fill_value=overall)
    promised = log.position.map(by_position)
    clicks = log.groupby("item_id").click.sum().reindex(actions, fill_value=0).to_numpy()
    promises = promised.groupby(log.item_id).sum().reindex(actions, fill_value=0).to_numpy()
    prior = 5 * log.click.max()
    lift = (clicks + prior) / (promises + prior) if prior > 0 else np.ones(len(actions))
    return np.outer(lift, by_position.to_numpy())


def estimates(policy, log, actions):
    n = len(log)
    positions = sorted(log.position.unique())
    place = log.position.map({p: i for i, p in enumerate(positions)}).to_numpy()
    action = log.item_id.map({a: i for i, a in enumerate(actions)}).to_numpy()
    reward = log.click.to_numpy().astype(float)
    pscore = log.propensity_score.to_numpy()
    distribution = np.tile(policy[None, :, None], (n, 1, len(positions)))
    q = np.empty_like(distribution)
    q[0::2] = expected(log.iloc[1::2], actions, positions)
    q[1::2] = expected(log.iloc[0::2], actions, positions)
    logged = dict(reward=reward, action=action, position=place, pscore=pscore, action_dist=distribution)
    w = policy[action] / pscore

    def of(estimator, **more):
        return estimator.estimate_policy_value(**logged, **more)

    def of_mean(terms):
        return terms.std(ddof=1) / np.sqrt(n)

    def of_ratio(u, value):
        return np.sqrt(np.sum((u * (reward - value)) ** 2)) / np.sum(u)

    dr = DoublyRobust()
    result = {}
    uniform = np.allclose(pscore, 1 / len(actions), rtol=0.01)
    matches = policy[action]
    if uniform and matches.sum() > 0:
        value = of(ReplayMethod()) if policy.max() == 1 else np.sum(matches * reward) / matches.sum()
        result["replay"] = (value, of_ratio(matches, value))
    result["ips"] = (of(InverseProbabilityWeighting()), of_mean(w * reward))
    if w.sum() > 0:
        value = of(SelfNormalizedInverseProbabilityWeighting())
        result["snips"] = (value, of_ratio(w, value))
    terms = dr._estimate_round_rewards(**logged, estimated_rewards_by_reg_model=q)
    result["dr"] = (of(dr, estimated_rewards_by_reg_model=q), of_mean(terms))
    result["ess"] = (w.sum() ** 2 / np.sum(w * w) if w.sum() > 0 else 0, 0)
    return result


def figures(paths):
    logs = [pd.read_csv(path) for path in paths]
    for log in logs:  # the parts of a second make it no number
        log["timestamp"] = pd.to_datetime(log.timestamp, format="ISO8601").dt.floor("ms")
    logs = [log.sort_values("timestamp", kind="stable").reset_index(drop=True) for log in logs]
    actions = sorted({item for log in logs for item in log.item_id})
    print("log,part,policy,estimator,value,standard_error")
    for path, log in zip(paths, logs):
        cut = int(TRAINING * len(log))
        while log.timestamp[cut - 1] == log.timestamp[cut]:
            cut -= 1
        found = policies(log.iloc[:cut], actions)
        parts = [("all", log, {"uniform": found["uniform"]}), ("test", log.iloc[cut:].reset_index(drop=True), found)]
        for part, rows, some in parts:
            for name, policy in some.items():
                for estimator, (value, error) in estimates(policy, rows, actions).items():
                    print(f"{path.split('/')[-1]},{part},{name},{estimator},{value:.12g},{error:.12g}")


if __name__ == "__main__":
    if sys.argv[1] == "sample":
        sample(sys.argv[2])
    else:
        figures(sys.argv[2:])
