import os


def execute(input_data):
    line = b"x" * 99 + b"\n"
    while True:
        os.write(1, line * 10)
