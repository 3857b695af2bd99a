# The runtime passes one argument, the whole input.
def execute(text, language):
    return {"words": len(text.split()), "language": language}
