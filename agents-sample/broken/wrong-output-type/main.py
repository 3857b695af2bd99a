def execute(input_data):
    if not input_data.get("text"):
        # "words" is a number; no words are 0 of them.
        return {"words": None}
    return {"words": len(input_data["text"].split())}
