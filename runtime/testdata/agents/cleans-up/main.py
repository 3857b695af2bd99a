import time


def execute(input_data):
    try:
        print("started", flush=True)
        while True:
            time.sleep(0.05)
    finally:
        print("cleaned up", flush=True)
