import json
import os
import struct


def send(frame):
    data = json.dumps(frame).encode()
    os.write(3, struct.pack(">I", len(data)) + data)


def execute(input_data):
    kind = input_data["kind"]
    if kind == "other-task":
        send({"type": "result", "id": "00", "output": {"forged": True}})
    if kind == "oversized":
        os.write(3, struct.pack(">I", 0xFFFFFFFF))
    if kind == "not-json":
        os.write(3, struct.pack(">I", 4) + b"\xff\xff\xff\xff")
    if kind == "ready-again":
        send({"type": "ready", "language_version": "1"})
    return {"honest": True}
