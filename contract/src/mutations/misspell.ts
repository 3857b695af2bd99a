/** Slips of the hand in a word: two letters swapped, one left out, another case. */
export function misspellings(word: string): readonly (readonly [slip: string, result: string])[] {
  const at = [...word].findIndex(
    (letter, index) => index > 0 && /[a-z]/i.test(letter) && /[a-z]/i.test(word.charAt(index + 1)) && letter !== word.charAt(index + 1),
  );
  const swapped = at < 0 ? undefined : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return [
    ...(swapped === undefined ? [] : [['swapped', swapped] as const]),
    ...(word.length > 3 ? [['cut', word.slice(0, -1)] as const] : []),
    ['capital', word.charAt(0).toUpperCase() + word.slice(1)],
  ];
}
