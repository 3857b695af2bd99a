/** Why a problem of a code has no fix. */
export const codesWithoutFix: Readonly<Record<string, string>> = {
  'duplicate-agent-name': 'which of the two is called wrong, and by whom it is called, is not in the text',
  'endless-reference': 'what the schema was to say is not in the text',
  'execute-is-generator': 'whether the caller wants the items or the last of them is not in the text',
  'ignore-without-reason': 'only its author knows the reason',
  'letter-case-clash': 'which of the two files is to have another name is for a person to say',
  'pattern-not-enforced': 'the same words in another pattern are for a person to find',
  'return-not-object': 'under which key the value belongs is not in the text',
  'shell-line-ends': 'an editor puts the ends of lines itself, and gives an edit those that it has',
  'unreadable-entrypoint': 'the rights of a file are not in a text',
  'unreadable-file': 'the rights of a file are not in a text',
  'wrong-output-type': 'whether the value or the schema is wrong is not in the text',
  'yaml-too-large': 'what of it is data is for a person to say',
};
