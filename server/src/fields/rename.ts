import * as l10n from '@vscode/l10n';
import {
  LSPErrorCodes,
  ResponseError,
  type Position,
  type Range,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Look } from '../service/feature.ts';
import type { Pause } from '../service/pause.ts';
import { isReadable } from './agent-places.ts';
import { nameOf, type Field, type NewText, type Place } from './field.ts';
import { fieldsAt, ownerOf, placesOf, type FieldPlaces } from './find-field.ts';
import { renameEdit } from './rename-edit.ts';

export async function prepareRename(
  look: Look,
  { textDocument, position }: TextDocumentPositionParams,
  pause: Pause,
): Promise<{ range: Range; placeholder: string } | null> {
  const found = await renamable(look, textDocument.uri, position, pause);
  return found === undefined ? null : { range: found.range, placeholder: nameOf(found.field) };
}

/** Renames a field in every place that names it, or says why that is not sure to be right. */
export async function rename(look: Look, { textDocument, position, newName }: RenameParams, pause: Pause): Promise<WorkspaceEdit | null> {
  const { edits } = look.documents;
  const found = await renamable(look, textDocument.uri, position, pause);
  if (found === undefined) return null;
  // Places of a text that is another now are no places of it.
  if (look.documents.edits !== edits) throw new ResponseError(LSPErrorCodes.ContentModified, 'modified');
  const { field, places } = found;
  if (newName === nameOf(field)) return { documentChanges: [] };
  refuseName(look, found, newName);
  return renameEdit(
    look,
    places.map((place) => ({ place, ...written(place, newName) })),
  );
}

type Renamable = {
  readonly field: Field;
  readonly range: Range;
  readonly places: readonly Place[];
  readonly isTaken: FieldPlaces['isTaken'];
};

/** What is pointed at, when it can be renamed for sure; undefined for what is no name of ours. */
async function renamable(look: Look, uri: string, position: Position, pause: Pause): Promise<Renamable | undefined> {
  const pointed = await fieldsAt(look, uri, position, pause);
  const [field, another] = pointed?.fields ?? [];
  if (pointed === undefined || field === undefined) return undefined;
  const name = nameOf(field);
  if (field.side === 'name')
    throw refusal(
      l10n.t('An agent is known by its name outside of these files too: to those who call it, to targets, in tasks of the past.'),
    );
  if (another?.agent === field.agent) throw refusal(shared(name, [field, another]));
  const { places, doubts, others, isTaken } = await placesOf(look, field, pause);
  if (!places.some(({ kind }) => kind === 'declaration')) {
    // Data of any kind may stand in an example: that is nobody's field.
    if (field.side !== 'input' && field.side !== 'output') return undefined;
    throw refusal(l10n.t('"{0}" is declared nowhere. Add it to {1} first.', name, `${field.side}_schema`));
  }
  const ofAgent = others.filter(({ agent }) => agent === field.agent);
  if (ofAgent.length > 0) throw refusal(shared(name, [field, ...ofAgent]));
  const broken = brokenFile(look, field, places);
  if (broken !== undefined) throw refusal(l10n.t('{0} cannot be read as it is now. Mend it first.', broken));
  const [doubt] = doubts;
  if (doubt !== undefined)
    throw refusal(l10n.t('"{0}" cannot be renamed, for it may be named in places that are not seen: {1}', name, doubt.message));
  return { field, range: pointed.range, places, isTaken };
}

function shared(name: string, fields: readonly Field[]): string {
  const dotted = fields
    .slice(0, 3)
    .map(({ side, path }) => [side, ...path].map((step) => (typeof step === 'number' ? '[]' : step)).join('.'));
  return l10n.t(
    '"{0}" is one name for several fields, {1}: the schema or the code is shared. Write it for each of them first.',
    name,
    dotted.join(', '),
  );
}

/** A file whose places are those of a text that was mended. */
function brokenFile(look: Look, field: Field, places: readonly Place[]): string | undefined {
  const files = new Set(places.map(({ file }) => file));
  const agents = look.workspace.agents.filter(({ folder }) => folder === field.agent || [...files].some((file) => file.startsWith(folder)));
  return agents.find((agent) => !isReadable(agent))?.descriptor?.file;
}

function refuseName(look: Look, { field, isTaken }: Renamable, name: string): void {
  if (name.trim() === '' || /\p{Cc}/u.test(name) || name.length > 200) throw refusal(l10n.t('A field needs a name on one line.'));
  if (isTaken(name)) {
    const owner = ownerOf(look, field)?.descriptor?.value['name'];
    throw refusal(l10n.t('"{0}" is there already, in {1}. Choose another name.', name, typeof owner === 'string' ? owner : field.side));
  }
}

function written(place: Place, name: string): NewText {
  const text = place.renamed(name);
  if (text !== undefined) return text;
  const line = place.range.start.line + 1;
  const file = place.file.slice(Math.max(place.file.lastIndexOf('/'), place.file.lastIndexOf('\\')) + 1);
  throw refusal(l10n.t('"{0}" cannot be written in {1}, line {2}. Choose another name.', name, file, line));
}

/** The reason goes to the person, who asked for it. */
function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
