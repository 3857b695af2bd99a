import json

raise RuntimeError("no key: " + json.dumps("city"))
