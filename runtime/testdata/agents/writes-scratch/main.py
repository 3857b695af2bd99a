import os


def execute(input_data):
    path = os.path.join(os.environ["TMPDIR"], "left")
    before = os.path.exists(path)
    with open(path, "w") as file:
        file.write("left by an earlier task")
    return {"before": before, "home": os.path.expanduser("~")}
