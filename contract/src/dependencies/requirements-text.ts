/** A dependency in another file than the descriptor: its text in the words of its language, and where it stands. */
export type TextAt = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** How it is written, where that is in other words. */
  readonly shown?: string;
};

/** Nobody asks for a package in a longer line. */
const maxLine = 2000;

/** The requirements in the text of a `requirements.txt`: options, addresses of other files and comments are left out. */
export function requirementsInText(text: string): readonly TextAt[] {
  const found: TextAt[] = [];
  let continued = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    // A line that goes on below holds hashes or a marker there; what is asked for stands in the first one.
    if (line.length > maxLine) continue;
    const isContinued = continued;
    continued = /\\\s*$/.test(line);
    const written = /^\s*(.*?)(?:\s+#.*|\s+--\S.*|\s*\\)?\s*$/.exec(line)?.[1] ?? '';
    if (isContinued || written === '' || /^[#-]/.test(written)) continue;
    const from = index + line.indexOf(written);
    found.push({ text: written, from, to: from + written.length });
  }
  return found;
}
