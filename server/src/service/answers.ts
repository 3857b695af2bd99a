/** Answers to what a person asks for. One door to all of them, so that a bundler makes one file of them: nothing here is needed to check. */
export { complete } from '../completion/completion.ts';
export { definition } from '../fields/definition.ts';
export { documentHighlights, references } from '../fields/references.ts';
export { prepareRename, rename } from '../fields/rename.ts';
export { renameFiles } from '../fields/rename-files.ts';
export { hover } from '../hover/hover.ts';
export { codeActions } from './code-actions.ts';
export { format } from './formatting.ts';
