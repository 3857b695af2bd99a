# The runtime passes one argument, the whole input.
def execute(input_data, language):
    return {"words": len(input_data["text"].split()), "language": language}
