import time

time.sleep(0.4)


def execute(input_data):
    return {"late": True}
