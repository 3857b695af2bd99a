def execute(input_data):
    if not input_data.get("text"):
        # "words" is required; a failure is better raised than returned.
        return {"problem": "there is no text"}
    return {"words": len(input_data["text"].split())}
