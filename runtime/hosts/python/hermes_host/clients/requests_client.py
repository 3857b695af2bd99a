"""requests: its exchanges are seen in http.client; here only what it makes of a body's charset."""


def patch_models(module, exchanges):
    response = module.Response
    read_text = response.text.fget

    def text(self):
        value = read_text(self)
        raw = getattr(self.raw, "_original_response", None)
        if self.encoding:
            exchanges.garbled.decoded(self.content, value, self.encoding, getattr(raw, "_hermes", None))
        return value

    response.text = property(text)
