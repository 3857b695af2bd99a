import time


def execute(input_data):
    print("started", flush=True)
    while True:
        time.sleep(0.05)
