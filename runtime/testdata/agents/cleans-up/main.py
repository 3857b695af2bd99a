import time


def execute(input_data):
    # An interrupt in the first moments of a task may have been meant for the one before, and is passed over.
    time.sleep(0.1)
    try:
        print("started", flush=True)
        while True:
            time.sleep(0.05)
    finally:
        print("cleaned up", flush=True)
