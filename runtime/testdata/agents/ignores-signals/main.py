import signal
import time


def execute(input_data):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    print("started", flush=True)
    while True:
        time.sleep(0.05)
