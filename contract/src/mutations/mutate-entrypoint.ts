import { placesIn } from './descriptor-places.ts';
import { changed, type Mutation, type Mutator } from './mutation.ts';

/** The entrypoint named wrong, outside the folder, or of another language than the runtime's type. */
export const mutateEntrypoint: Mutator = (agent) => {
  const text = agent.files['agent.yaml'] ?? '';
  const places = placesIn(text);
  const place = places.find(({ path }) => path.join('.') === 'runtime.entrypoint');
  const type = places.find(({ path }) => path.join('.') === 'runtime.type');
  if (place === undefined || type === undefined) return [];
  const file = String(place.value);
  const at = (written: string, code: string): Mutation =>
    changed(agent, `entrypoint ${written}`, { text: place.withValue(written), code, line: place.line });
  const other = ['python', 'nodejs'].filter((one) => one !== type.value);
  return [
    at(file.replace(/(.)\./, '.'), 'missing-entrypoint'),
    at(`x${file}`, 'missing-entrypoint'),
    at(`src/${file}`, 'missing-entrypoint'),
    at(file.toUpperCase(), 'missing-entrypoint'),
    at(file.replace(/\.\w+$/, ''), 'missing-entrypoint'),
    at(`../${file}`, 'entrypoint-outside'),
    at(`/${file}`, 'entrypoint-outside'),
    at(`'C:\\${file}'`, 'entrypoint-outside'),
    at('agent.yaml', type.value === 'shell' ? 'yaml-syntax' : 'entrypoint-type'),
    {
      ...at(file, 'letter-case-clash'),
      name: `${agent.name}: entrypoint with a namesake`,
      files: { ...agent.files, [file.replace(/[a-z](?=[^/]*$)/, (sign) => sign.toUpperCase())]: '' },
    },
    // The type and the file do not fit; it is told where the file is named.
    ...other.map((one) => changed(agent, `runtime.type ${one}`, { text: type.withValue(one), code: 'entrypoint-type', line: place.line })),
  ].filter(({ code }) => code !== 'yaml-syntax');
};
