# A function with yield runs none of its code when it is called.
def execute(input_data):
    for line in input_data.get("text", "").splitlines():
        yield {"words": len(line.split())}
