import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import type { Look } from '../service/feature.ts';
import type { Pause } from '../service/pause.ts';
import type { Place } from './field.ts';
import { fieldsAt, placesBeside, placesOf } from './find-field.ts';

/** Every place that names what is pointed at, in all folders of the window. */
export async function references(
  look: Look,
  { textDocument, position, context }: ReferenceParams,
  pause: Pause,
): Promise<Location[] | null> {
  const pointed = await fieldsAt(look, textDocument.uri, position, pause);
  if (pointed === undefined) return null;
  const found = await Promise.all(pointed.fields.map((field) => placesOf(look, field, pause)));
  return unique(found.flatMap(({ places }) => places))
    .filter(({ kind }) => context.includeDeclaration || kind !== 'declaration')
    .map(({ file, range }) => ({ uri: look.documents.uriOf(file), range }));
}

/** The same, in one file. */
export async function documentHighlights(
  look: Look,
  { textDocument, position }: TextDocumentPositionParams,
  pause: Pause,
): Promise<DocumentHighlight[] | null> {
  const places = await placesBeside(look, textDocument.uri, position, pause);
  if (places === undefined) return null;
  return places.map(({ range, kind, write }) => ({
    range,
    kind: kind === 'declaration' || write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.file} ${JSON.stringify(place.range)}`, place])).values()];
}
