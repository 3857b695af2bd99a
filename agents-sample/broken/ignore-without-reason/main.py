import os


def execute(input_data):
    limit = int(os.environ["WORD_LIMIT"])  # hermes-ignore environment-read
    return {"words": min(limit, len(input_data["text"].split()))}
