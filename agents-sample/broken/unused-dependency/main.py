def execute(input_data):
    return {"words": len(input_data["text"].split())}
