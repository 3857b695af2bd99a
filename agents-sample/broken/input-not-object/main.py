def execute(input_data: list[dict]):
    # The input is one object, not a list of them.
    words = input_data["text"].split()
    return {"words": len(words)}
