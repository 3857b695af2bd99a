import type { SyntaxNode } from '@lezer/common';
import { targetOf } from '../python/variable-uses.ts';
import { isSame, type Source } from '../source.ts';
import { anyItem } from './field-facts.ts';
import { below, type ValueAt } from './field-trail.ts';
import { regionOf, type PythonContext } from './python-context.ts';
import { importedFrom } from './python-functions.ts';
import { pythonType } from './python-types.ts';
import { partsOf } from './syntax-parts.ts';

/** A class whose objects are made of the keys of a dictionary: they are its attributes by the same names. */
export type PythonModel = {
  readonly kind: 'pydantic' | 'dataclass' | 'dictionary';
  /** The file that it is in. */
  readonly context: PythonContext;
  readonly node: SyntaxNode;
  readonly name: SyntaxNode;
  /** Its fields, with the types beside them. */
  readonly fields: ReadonlyMap<string, { readonly at: SyntaxNode; readonly type: SyntaxNode | null }>;
  readonly methods: readonly SyntaxNode[];
  /** Names that no field of it may have. */
  readonly taken: RegExp;
  /** Whether something in it may give a key another name, or keep keys that are no fields. */
  readonly isOpen: boolean;
};

const maxBases = 8;
/** What makes other names of keys, or lets others in. */
const renaming = /alias|extra|populate|generator/;
const dataclasses = /^@\s*(?:dataclasses\s*\.\s*)?dataclass\b/;
/** Methods that a class may have without a say in what its fields are. */
const harmless = /^(?!__)|^__(?:post_init|str|repr|eq|hash|lt|len|bool)__$/;

/** The model that a name stands for, where a file of the agent's own defines it once at its top level. */
export function modelOf(context: PythonContext, name: SyntaxNode, depth = 0): PythonModel | undefined {
  const { source, reachOf } = context;
  if (name.name !== 'VariableName' || depth > maxBases) return undefined;
  const word = source.textOf(name);
  return reachOf(word, source.root).places.some((place) => isSame(place, name)) ? modelCalled(context, word, depth) : undefined;
}

function modelCalled(context: PythonContext, word: string, depth: number): PythonModel | undefined {
  const { source, reachOf } = context;
  const [at, ...more] = reachOf(word, source.root).bound;
  const node = at?.parent;
  if (!at || !node || more.length > 0 || depth > maxBases) return undefined;
  const from = node.name === 'ImportStatement' ? importedFrom(context, word) : undefined;
  if (from !== undefined) return modelCalled(from.context, from.name, depth + 1);
  if (node.name !== 'ClassDefinition') return undefined;
  const decorated = node.parent?.name === 'DecoratedStatement' ? node.parent : undefined;
  if ((decorated ?? node).parent?.name !== 'Script') return undefined;
  const bases = partsOf(node.getChild('ArgList')).filter((part) => !/^[(),]$/.test(part.name));
  const found = bases.flatMap((base) => modelOf(context, base, depth + 1) ?? []);
  const kind = kindOf(context, bases, decorated) ?? found[0]?.kind;
  if (kind === undefined) return undefined;
  const own = bodyOf(source, node);
  const isKnown = found.length === 1 || (found.length === 0 && bases.length === (kind === 'dataclass' ? 0 : 1));
  const isPlain = kind === 'dictionary' || (isKnown && (kind === 'dataclass') === (decorated !== undefined));
  return {
    kind,
    context,
    node,
    name: at,
    fields: new Map([...found.flatMap(({ fields }) => [...fields]), ...own.fields]),
    methods: [...found.flatMap(({ methods }) => methods), ...own.methods],
    taken: takenIn(kind, [...own.names, ...found.flatMap(({ taken }) => [taken.source])]),
    isOpen: !isPlain || own.isOpen || found.some(({ isOpen }) => isOpen),
  };
}

/** What pydantic's own class has, or takes for something else. */
const ofPydantic = String.raw`^(?:_.*|model_.*|copy|dict|json|schema|schema_json|fields|construct|validate|parse_\w+|from_orm|Config)$`;

function takenIn(kind: PythonModel['kind'], patterns: readonly string[]): RegExp {
  return new RegExp([...patterns, ...(kind === 'pydantic' ? [ofPydantic] : [])].join('|') || '^$');
}

function kindOf(
  { source, imported }: PythonContext,
  bases: readonly SyntaxNode[],
  decorated: SyntaxNode | undefined,
): PythonModel['kind'] | undefined {
  const names = new Set(bases.map((base) => source.textOf(base)));
  const isFrom = (name: string, module: RegExp): boolean =>
    names.has(name) && imported().some((one) => one.local === name && one.name === name && module.test(one.module));
  if (isFrom('BaseModel', /^pydantic(?:\.v1)?$/) || names.has('pydantic.BaseModel')) return 'pydantic';
  if (isFrom('TypedDict', /^typing(?:_extensions)?$/) || names.has('typing.TypedDict')) return 'dictionary';
  return decorated !== undefined && dataclasses.test(source.textOf(decorated)) ? 'dataclass' : undefined;
}

function bodyOf(
  source: Source,
  node: SyntaxNode,
): Pick<PythonModel, 'methods' | 'isOpen'> & { readonly fields: Map<string, Field>; readonly names: readonly string[] } {
  const fields = new Map<string, Field>();
  const names: string[] = [];
  const methods: SyntaxNode[] = [];
  let isOpen = false;
  for (const statement of partsOf(node.getChild('Body'))) {
    const text = source.textOf(statement);
    const name = statement.getChild('VariableName');
    const defined = (statement.getChild('FunctionDefinition') ?? statement.getChild('ClassDefinition') ?? statement).getChild(
      'VariableName',
    );
    if (defined !== null) names.push(`^${source.textOf(defined)}$`);
    const method = statement.name === 'DecoratedStatement' ? statement.getChild('FunctionDefinition') : statement;
    if (statement.name === 'AssignStatement' && name !== null) {
      const type = statement.getChild('TypeDef');
      if (type === null ? renaming.test(text) : /\bInitVar\b|\binit\s*=|alias/.test(text)) isOpen = true;
      if (type !== null && !/\bClassVar\b/.test(source.textOf(type))) fields.set(source.textOf(name), { at: name, type: type.lastChild });
    } else if (method?.name === 'FunctionDefinition') {
      const called = method.getChild('VariableName');
      const isProperty = statement === method || /^@\s*(?:property|cached_property|functools\.cached_property)\s*\n/.test(text);
      if (!isProperty || called === null || !harmless.test(source.textOf(called))) isOpen = true;
      methods.push(method);
    } else if (statement.name === 'ClassDefinition' || statement.name === 'DecoratedStatement') isOpen ||= renaming.test(text);
  }
  return { fields, methods, isOpen, names };
}

type Field = { readonly at: SyntaxNode; readonly type: SyntaxNode | null };

/** A value becomes an object of a model: its fields are keys of the value. */
export function becomesModel(
  context: PythonContext,
  model: PythonModel,
  { name, call, at }: { readonly name: SyntaxNode; readonly call: SyntaxNode; readonly at: ValueAt },
): ValueAt {
  const { trail, program, source } = model.context;
  const object: ValueAt = model.kind === 'dictionary' ? at : { ...at, model };
  const isNew = trail.enter('model', model.node, at);
  const isOne = program.functions.give(model, { context, call, name }, 'model', at);
  if (model.isOpen || !isOne) trail.leak(at, model.name, 'dynamic');
  if (!isNew) return object;
  for (const [field, { at: key, type }] of model.fields) {
    trail.use(below(at, field), key, 'name', { taken: model.taken });
    if (model.kind === 'pydantic' && type !== null) typed(model.context, type, below(at, field));
    pythonType(model.context, type, below(at, field));
  }
  for (const method of model.methods) {
    const self = method.getChild('ParamList')?.getChild('VariableName');
    const body = method.getChild('Body');
    if (self && body !== null) model.context.followName(source.textOf(self), body, object, 'parameter');
  }
  return object;
}

/** An attribute of an object of a model, and what it has in it: an object again where the field's type is a model, or a list of such. */
export function attributeOf(context: PythonContext, at: ValueAt, attribute: SyntaxNode): ValueAt | undefined {
  const name = context.source.textOf(attribute);
  const field = at.model?.fields.get(name);
  if (at.model === undefined || field === undefined) return undefined;
  const inside = below(at, name);
  // Of what it gets, a dataclass makes nothing else.
  return at.model.kind === 'pydantic' && field.type !== null ? typed(at.model.context, field.type, inside) : inside;
}

const wrappers = /^(?:typing\.)?(?:Optional|Annotated)$/;
const lists = /^(?:typing\.)?(?:[Ll]ist|Sequence)$/;

function typed(context: PythonContext, type: SyntaxNode, at: ValueAt): ValueAt {
  const parts = partsOf(type);
  if (type.name === 'BinaryExpression') {
    const first = parts.find((part) => part.name !== 'None' && !part.name.endsWith('Op'));
    return first === undefined ? at : typed(context, first, at);
  }
  const [outer, , argument] = type.name === 'MemberExpression' ? parts : [];
  const wrapper = outer === undefined ? '' : context.source.textOf(outer);
  if (argument !== undefined && wrappers.test(wrapper)) return typed(context, argument, at);
  const item = argument !== undefined && lists.test(wrapper) ? modelOf(context, argument) : undefined;
  if (argument !== undefined && item !== undefined) {
    becomesModel(context, item, { name: argument, call: argument, at: below(at, anyItem) });
    return { ...at, items: item };
  }
  const model = modelOf(context, type);
  return model === undefined ? at : becomesModel(context, model, { name: type, call: type, at });
}

/** `object.model_dump()`, `asdict(object)`: the object of a model that a dictionary is made of. */
export function dumpedBy(
  context: PythonContext,
  call: SyntaxNode,
): { readonly object: SyntaxNode; readonly model: PythonModel } | undefined {
  const { source } = context;
  const callee = call.firstChild;
  const given = partsOf(call.getChild('ArgList')).slice(1, -1);
  const [object, , method] = callee?.name === 'MemberExpression' ? partsOf(callee) : [];
  const isDump = method !== undefined && given.length === 0 && /^(?:model_dump|dict)$/.test(source.textOf(method));
  const isAsDict = callee !== null && given.length === 1 && /^(?:dataclasses\.)?asdict$/.test(source.textOf(callee));
  const dumped = isDump ? object : isAsDict ? given[0] : undefined;
  const model = dumped === undefined ? undefined : modelOfObject(context, dumped);
  return dumped === undefined || model === undefined ? undefined : { object: dumped, model };
}

/** The model of `Model(…)`, or of a variable that is nothing else. */
function modelOfObject(context: PythonContext, object: SyntaxNode): PythonModel | undefined {
  if (object.name === 'CallExpression') return object.firstChild === null ? undefined : modelOf(context, object.firstChild);
  if (object.name !== 'VariableName') return undefined;
  const [bound, ...more] = context.reachOf(context.source.textOf(object), regionOf(object)).bound;
  const value = bound === undefined || more.length > 0 ? undefined : targetOf(bound)?.value;
  return value?.name === 'CallExpression' ? modelOfObject(context, value) : undefined;
}

/** The dictionary that an object was made of. */
export function dictionaryOf({ side, path, called, beside }: ValueAt): ValueAt {
  return { side, path, ...(called === undefined ? {} : { called }), ...(beside === undefined ? {} : { beside }) };
}
