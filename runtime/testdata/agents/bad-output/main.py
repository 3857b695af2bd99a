import math


def execute(input_data):
    kind = input_data["kind"]
    if kind == "nan":
        return {"reading": {"value": math.nan}}
    if kind == "bytes":
        return {"image": b"\x00\x01"}
    if kind == "deep":
        value = {}
        for _ in range(100_000):
            value = {"next": value}
        return value
    if kind == "large":
        return {"small": 1, "body": "x" * (9 * 1024 * 1024)}
    return None
