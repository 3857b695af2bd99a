import base64
import os
import subprocess
import sys
import time


def execute(input_data):
    key = input_data["api_key"]
    print("printed", key)
    os.write(1, f"written {key} {base64.b64encode(key.encode()).decode()}\n".encode())
    subprocess.run(["/bin/sh", "-c", "cat >&2"], input=key.encode(), check=True)
    print("started", flush=True)
    time.sleep(input_data.get("wait", 0))
    raise RuntimeError("refused with " + key)
