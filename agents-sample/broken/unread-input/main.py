def execute(input_data):
    words = input_data["text"].split()
    return {"words": len(words)}
