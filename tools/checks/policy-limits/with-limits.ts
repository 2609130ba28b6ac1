import { typeArguments } from '../../reference/code.ts';

/** The values that `on` and `with` of a function accept. */
export interface Limits {
  readonly on: readonly string[];
  readonly with: readonly string[];
}

/** The number of type arguments before the limits. */
const before: Readonly<Record<string, number>> = {
  Operation: 2,
  WaitableOperation: 3,
  ListOperation: 2,
  StreamOperation: 2,
  Waiter: 2,
  GoalWaiter: 2,
};

/** Adds the values that `on` and `with` accept to the type of a function: `Operation<A, B>` → `Operation<A, B, { on: 'bucket' | 'key' }>`. */
export const withLimits = (source: string, name: string, limits: Limits): string => {
  const wanted = limitsType(limits);
  const [whole, start = '', type = ''] = new RegExp(`(export const ${name}: )([\\s\\S]*?)(?= =\\s)`).exec(source) ?? [];
  if (whole === undefined) throw new Error(`${name}: its declaration has no type`);
  const [form, ...parameters] = typeArguments(type);
  const count = before[form];
  if (count === undefined) return inInterface(source, form, wanted);
  if (plain(parameters[count] ?? '') === plain(wanted)) return source;
  const all = [...parameters.slice(0, count), ...(wanted ? [wanted] : [])];
  return source.replace(whole, () => `${start}${form}<${all.join(', ')}>`);
};

/** Changes a function whose type is a separate interface: `interface InvokeFunction extends DeclaredFunction<…>`. */
const inInterface = (source: string, form: string, wanted: string): string =>
  source.replace(
    new RegExp(`(export interface ${form}(?:<[^{]*>)? extends DeclaredFunction)(<\\{[^}]*\\}>)?(?= \\{)`),
    (all: string, head: string, known = '') => {
      const type = wanted && `<${wanted}>`;
      return plain(known) === plain(type) ? all : `${head}${type}`;
    },
  );

const limitsType = (limits: Limits): string => {
  const members = (['on', 'with'] as const).filter((each) => limits[each].length > 0);
  if (members.length === 0) return '';
  return `{ ${members.map((each) => `${each}: ${limits[each].map((value) => `'${value}'`).join(' | ')}`).join('; ')} }`;
};

/** Returns a type without line breaks and extra spaces. */
const plain = (type: string): string =>
  type
    .replaceAll(/\s+/g, '')
    .replaceAll(/(?<=[<:])\|/g, '')
    .replaceAll(/;(?=\})/g, '');
