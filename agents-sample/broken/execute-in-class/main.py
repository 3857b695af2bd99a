class WordCounter:
    # The runtime calls a function at the top level; nobody calls this method.
    def execute(self, input_data):
        return {"words": len(input_data.get("text", "").split())}
