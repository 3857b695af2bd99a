"""Whether bytes were decoded with the wrong charset. Says so only if another reading fits and round-trips."""

import codecs
import re

LARGEST_BODY = 4 << 20
SAMPLE_BYTES = 120

# Four or more bytes above ASCII in a row: rare in the Latin alphabets, the rule in Chinese.
CHINESE_RUN = re.compile(rb"(?:[\x81-\xfe][\xa1-\xfe]){2,}")
# Quotation marks and the like, which stand alone between Latin letters.
CHINESE_SIGN = re.compile(rb"[\xa1-\xa3][\xa1-\xfe]")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")
DECLARED_INSIDE = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
STRETCH = re.compile(rb"[^\x00-\x1f<>]*[\x80-\xff][^\x00-\x1f<>]*")
CHINESE_CHARSETS = ("gb18030", "gbk", "gb2312", "hz")


def charset_name(charset):
    try:
        return codecs.lookup(charset).name
    except (LookupError, TypeError, ValueError):
        return None


def fitting_charset(data, read_as):
    """The charset that the bytes really have, or None if they may well have the one that was used."""
    used = charset_name(read_as)
    if used is None or used.startswith("utf-16") or used.startswith("utf-32") or data.isascii():
        return None
    if used != "utf-8" and is_utf8(data):
        return "utf-8"
    if used not in CHINESE_CHARSETS and not says_otherwise(data) and is_chinese(data):
        return "gb18030"
    return None


def is_utf8(data):
    try:
        return data.decode("utf-8").encode("utf-8") == data
    except UnicodeDecodeError:
        return False


def is_chinese(data):
    """Bytes of GB18030 that cannot be Western text: whole runs of pairs, most of them the commonest characters."""
    try:
        if data.decode("gb18030").encode("gb18030") != data:
            return False
    except UnicodeError:
        return False
    runs = CHINESE_RUN.findall(data)
    pairs = [run[n : n + 2] for run in runs for n in range(0, len(run), 2)]
    # Level one of GB 2312 (B0 to D7) and its punctuation (A1 to A3); a sign that is repeated, as in a line of dots, is none.
    common = [pair for pair in pairs if (0xB0 <= pair[0] <= 0xD7 or 0xA1 <= pair[0] <= 0xA3) and pair[0] != pair[1]]
    explained = len(pairs) * 2 + 2 * len(CHINESE_SIGN.findall(CHINESE_RUN.sub(b" ", data)))
    is_dense = explained >= 0.7 * len(HIGH_BYTE.findall(data))
    return is_dense and len(set(common)) >= 2 and len(common) >= 0.6 * len(pairs)


def says_otherwise(data):
    """A document that names its own charset, in a `meta` tag or an XML declaration, knows better than statistics."""
    found = DECLARED_INSIDE.search(data[:1024])
    name = charset_name(found.group(1).decode("ascii")) if found else None
    return name is not None and name not in CHINESE_CHARSETS and name not in ("utf-8", "ascii", "iso8859-1", "cp1252")


def stretch_of(data, charset):
    """The first stretch of text that is not ASCII, cut at a character."""
    candidates = STRETCH.findall(data[: 256 * 1024])
    wanted = [found for found in candidates if CHINESE_RUN.search(found)] if charset == "gb18030" else candidates
    stretch = (wanted or candidates or [b""])[0]
    first = HIGH_BYTE.search(stretch)
    start = max(0, first.start() - SAMPLE_BYTES // 2) if first and first.start() > SAMPLE_BYTES // 2 else 0
    return whole_characters(stretch[start : start + SAMPLE_BYTES].strip(), charset)


def whole_characters(data, charset):
    """The longest start of some bytes that decodes; at most three bytes go."""
    for cut in range(4):
        piece = data[: len(data) - cut]
        try:
            piece.decode(charset)
            return piece
        except UnicodeDecodeError:
            # One byte less may end at a character.
            continue
    return data
