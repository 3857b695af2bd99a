import { codeLanguageOf, type AgentFolder } from '@hermes-runtime/contract';

/** What people call the file with `execute`, the commonest first. */
const usual = ['main', 'agent', 'index', 'run', 'app'];

/** The runtime's type for a file, by its ending. */
export function typeOfFile(file: string): 'python' | 'nodejs' | 'shell' | undefined {
  const language = codeLanguageOf(file);
  if (language !== undefined) return language === 'python' ? 'python' : 'nodejs';
  return /\.(?:sh|bash)$/.test(file) ? 'shell' : undefined;
}

/** The file that is the entrypoint most likely: one with a usual name, or the only one. With `type`, of those that it runs. */
export function codeFileOf(files: AgentFolder, type?: string): string | undefined {
  const code = files
    .list()
    .filter(
      (file) =>
        (type === undefined ? typeOfFile(file) !== undefined : typeOfFile(file) === type) &&
        !/(?:^|[./_-])(?:test|spec|config)[./_-]|\.d\.ts$|\//.test(file),
    );
  const named = usual.flatMap((name) => code.filter((file) => file.startsWith(`${name}.`)));
  return named[0] ?? (code.length === 1 ? code[0] : undefined);
}
