def execute(input_data):
    kept = []
    while True:
        kept.append(bytearray(8 * 1024 * 1024))
