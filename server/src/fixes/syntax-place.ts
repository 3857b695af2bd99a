/** What Node does not run, as it stands in a text. */
export type SyntaxPlace = {
  readonly text: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** Where the words end that say what it is. */
  readonly markEnd: number;
};

/** The same in words that Node runs. */
export type Rewritten = {
  readonly title: string;
  readonly edits: readonly { readonly from: number; readonly to: number; readonly newText: string }[];
};
