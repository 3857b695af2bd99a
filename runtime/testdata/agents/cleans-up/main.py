import time


def execute(input_data):
    print("started", flush=True)
    try:
        while True:
            time.sleep(0.05)
    finally:
        print("cleaned up", flush=True)
