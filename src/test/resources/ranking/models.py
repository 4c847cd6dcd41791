"""Makes the models of the tests: pip install numpy onnx; python models.py COUNT VERSION, the number of features and their version."""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

BLEND, OWN = 1, 19  # columns


def column(name, count, at):
    values = np.zeros((count, 1), np.float32)
    values[at] = 1
    return numpy_helper.from_array(values, name)


def save(name, nodes, constants, count, version, output=TensorProto.FLOAT):
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", count])],
        [helper.make_tensor_value_info("score", output, ["n", 1])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(model, {"kindred.features": str(version)})
    onnx.checker.check_model(model)
    onnx.save(model, name + ".onnx")


def endless():
    """Adds 1 to each score, ten million times."""
    body = helper.make_graph(
        [
            helper.make_node("Add", ["before", "one"], ["after"]),
            helper.make_node("Identity", ["go"], ["goes"]),
        ],
        "body",
        [
            helper.make_tensor_value_info("i", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
            helper.make_tensor_value_info("before", TensorProto.FLOAT, ["n", 1]),
        ],
        [
            helper.make_tensor_value_info("goes", TensorProto.BOOL, []),
            helper.make_tensor_value_info("after", TensorProto.FLOAT, ["n", 1]),
        ],
        [numpy_helper.from_array(np.ones(1, np.float32), "one")],
    )
    return helper.make_node("Loop", ["times", "true", "own"], ["score"], body=body)


count, version = int(sys.argv[1]), int(sys.argv[2])
own = helper.make_node("MatMul", ["features", "column"], ["score"])
for name, columns, of in [("own", count, version), ("other-width", count - 1, version), ("other-version", count, 99)]:
    save(name, [own], [column("column", columns, OWN)], columns, of)
save(
    "ratio",
    [
        helper.make_node("MatMul", ["features", "column"], ["own"]),
        helper.make_node("MatMul", ["features", "other"], ["blend"]),
        helper.make_node("Div", ["own", "blend"], ["score"]),
    ],
    [column("column", count, OWN), column("other", count, BLEND)],
    count,
    version,
)
save(
    "label",
    [
        helper.make_node("MatMul", ["features", "column"], ["own"]),
        helper.make_node("Cast", ["own"], ["score"], to=TensorProto.INT64),
    ],
    [column("column", count, OWN)],
    count,
    version,
    TensorProto.INT64,
)
save(
    "endless",
    [helper.make_node("MatMul", ["features", "column"], ["own"]), endless()],
    [
        column("column", count, OWN),
        numpy_helper.from_array(np.array(10_000_000, np.int64), "times"),
        numpy_helper.from_array(np.array(True), "true"),
    ],
    count,
    version,
)
