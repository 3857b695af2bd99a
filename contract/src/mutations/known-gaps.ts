/** Mistakes that give more than the one problem, or give it at another place, and why; the test holds this list to be exact. */
export const knownGaps: Readonly<Record<string, readonly string[]>> = {
  'a comment that ignored what the key said has nothing to ignore while the key is misspelt or has another value, and says so': [
    'briefing: key steps swapped',
    'briefing: key steps cut',
    'briefing: key steps capital',
    'order-desk: key fail_when swapped',
    'order-desk: key fail_when cut',
    'order-desk: key fail_when capital',
    'order-desk: key schedule swapped',
    'order-desk: key schedule cut',
    'order-desk: key schedule capital',
    'order-desk: value fail_when is [text]',
    'order-desk: value fail_when is { a: text }',
    'order-desk: value fail_when is true',
    'order-desk: value fail_when is 1.10',
    'order-desk: value fail_when is nothing',
  ],
  'a key that lost its colon before a list: the list below is what YAML cannot read': [
    'briefing: line 9 without its colon',
    'order-desk: line 83 without its colon',
  ],
  'the line is left out while it is broken, and with it the draft by which the rest is read': ['image-sorter: line 5 without its colon'],
  'a key that lost its colon before a map in braces is a key with blanks in its name to YAML, and valid': [
    'mailer: line 10 without its colon',
    'price-watch: line 26 without its colon',
    'survey: line 46 without its colon',
  ],
  'a tab before the first item of a list: what it belongs to is told by nothing but its depth': [
    'log-digest: line 26 with a tab',
    'order-desk: line 95 with a tab',
    'order-desk: line 106 with a tab',
    'survey: line 12 with a tab',
    'survey: line 28 with a tab',
    'survey: line 74 with a tab',
  ],
};
