import { CodeActionKind } from 'vscode-languageserver/node';

/** What an editor asks for to have all mended at once, on save for instance. */
export const fixAllKind: string = `${CodeActionKind.SourceFixAll}.hermes`;
