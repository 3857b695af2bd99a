import os
import time


def execute(input_data):
    children = 0
    try:
        while children < 500:
            if os.fork() == 0:
                time.sleep(60)
                os._exit(0)
            children += 1
    except OSError as error:
        return {"children": children, "stopped_by": error.strerror}
    return {"children": children}
