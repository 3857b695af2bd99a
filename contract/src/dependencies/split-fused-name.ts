/** Well-known packages whose name ends in a digit: with them the version begins one digit later. */
const endInDigit = [
  'boto3',
  'urllib3',
  'psycopg2',
  'beautifulsoup4',
  'bs4',
  'jinja2',
  'httplib2',
  'oauth2',
  'base58',
  'web3',
  'py7zr',
  'iso8601',
  'lz4',
  'h2',
  'h11',
  's3',
  'http2',
  'id3',
  'mp3',
];

/** `requests2.31.0`, which is the name of a package that nobody has: the operator was lost. Undefined for all other names. */
export function splitFusedName(text: string): { readonly name: string; readonly version: string } | undefined {
  for (const known of endInDigit) {
    const rest = text.toLowerCase().startsWith(known) ? text.slice(known.length) : '';
    if (/^\d+(?:\.\d+)+$/.test(rest)) return { name: text.slice(0, known.length), version: rest };
  }
  const match = /^([\s\S]*?[^\d.])(\d+(?:\.\d+)+)$/.exec(text);
  const name = match?.[1]?.replace(/[-_.]+$/, '') ?? '';
  const version = match?.[2];
  return name === '' || version === undefined ? undefined : { name, version };
}
