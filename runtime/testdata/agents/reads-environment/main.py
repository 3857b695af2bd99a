import os


def execute(input_data):
    seen = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/environ", "rb") as file:
                seen[pid] = file.read().decode("utf-8", "replace").split("\0")
        except OSError as error:
            seen[pid] = [type(error).__name__]
    return {"environment": dict(os.environ), "processes": seen, "encoding": os.fsencode("é").hex(), "timezone": os.environ.get("TZ")}
