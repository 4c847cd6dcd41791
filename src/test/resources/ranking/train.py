"""Trains a ranker on examples and writes it as ONNX, for `ranker: onnx` and `evaluate --model`.

    pip install numpy pandas scikit-learn lightgbm onnxmltools skl2onnx onnx
    kindred export examples --data events.csv --split 0.8 --sample 5 --output examples.csv.gz
    python train.py examples.csv.gz model.onnx            # trees that learn the order within lists (LambdaMART)
    python train.py examples.csv.gz model.onnx network    # a network with two hidden layers, with scikit-learn alone
    kindred evaluate --data events.csv --protocol prequential --strategy blend --model model.onnx
"""

import sys

import numpy as np
import onnx
import pandas as pd


def read(path):
    data = pd.read_csv(path, dtype={name: np.float32 for name in pd.read_csv(path, nrows=0).columns[4:]})
    version = data.columns[0].removeprefix("list_v")
    return data, data.iloc[:, 4:].to_numpy(np.float32), version


def trees(data, x):
    import lightgbm
    from onnxmltools import convert_lightgbm
    from onnxmltools.convert.common.data_types import FloatTensorType

    model = lightgbm.LGBMRanker(
        n_estimators=80,
        learning_rate=0.05,
        num_leaves=7,
        min_child_samples=200,
        colsample_bytree=0.7,
        reg_lambda=10,
        lambdarank_truncation_level=100,  # of all candidates
        random_state=1,
        n_jobs=1,
        verbose=-1,
    )
    weight = 1 / data.propensity  # rare choices of chance count as much as frequent ones
    model.fit(x, data.label, group=data.groupby(data.columns[0]).size(), sample_weight=weight)
    return convert_lightgbm(model, initial_types=[("features", FloatTensorType([None, x.shape[1]]))], target_opset=15)


def network(data, x):
    from skl2onnx import to_onnx
    from sklearn.neural_network import MLPRegressor
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    layers = MLPRegressor(hidden_layer_sizes=(32, 16), alpha=1e-3, batch_size=500, early_stopping=True, max_iter=30, random_state=1)
    model = make_pipeline(StandardScaler(), layers)
    model.fit(x, data.label / data.propensity)
    return to_onnx(model, x[:1], target_opset=17)


if __name__ == "__main__":
    data, x, version = read(sys.argv[1])
    model = (network if sys.argv[3:] == ["network"] else trees)(data, x)
    onnx.helper.set_model_props(model, {"kindred.features": version})
    onnx.save(model, sys.argv[2])
    print(f"{len(data):,} candidates of {data.iloc[:, 0].nunique():,} lists")
