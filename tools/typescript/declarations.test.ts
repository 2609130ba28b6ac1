import { expect, it } from 'vitest';

import { declarationsOf } from './declarations.ts';

const one = (source: string) => declarationsOf(source)[0];

it('reads an interface with its bases, its members and their comments', () => {
  const declaration = one(`
/** A thing. */
export interface Thing<Kind extends string = 'a'> extends Base, Omit<Other, 'x' | 'y'> {
  /** Its name,
   * e.g. \`a;b\`. */
  readonly name?: string | undefined;
  list(options?: { readonly limit?: number }): Promise<readonly string[]>;
}`);
  expect(declaration).toMatchObject({
    kind: 'interface',
    name: 'Thing',
    parameters: ['Kind'],
    bases: ['Base', "Omit<Other, 'x' | 'y'>"],
    doc: { text: 'A thing.' },
    members: [
      {
        name: 'name',
        optional: true,
        type: 'string | undefined',
        method: false,
        doc: { text: 'Its name, e.g. `a;b`.' },
      },
      { name: 'list', method: true, type: '(options?: { readonly limit?: number }): Promise<readonly string[]>' },
    ],
  });
});

it('reads the annotation of a constant, and the parameters and result of a function', () => {
  expect(one('export const call: Operation<string | A, B> = operation(() => ({ a: 1 }));')?.types).toEqual([
    'Operation<string | A, B>',
  ]);
  expect(one("export const f = async ({ a = ')' }: A = {}): Promise<B> => g(a);")?.types).toEqual([
    "({ a = ')' }: A = {}): Promise<B>",
  ]);
  expect(one("export const states = ['a', 'b'] as const;")).toMatchObject({
    types: [''],
    values: ["'a'", "'b'"],
  });
});

it('reads what a type stands for without the comments in it', () => {
  expect(
    one('export type A =\n  | { readonly a: string }\n  /** Text. */\n  | { readonly b: string };')?.types,
  ).toEqual(['{ readonly a: string } | { readonly b: string }']);
});

it('reads the names of type parameters with defaults and arrows', () => {
  expect(
    one(`export interface Waiter<
  Names extends readonly string[] = ['a > b'],
  Call extends (name: Names[number]) => void = () => void,
> extends Pick<Base<Names, { on: '}' }>, 'wait' | 'extends'>, Call<Names> {}`),
  ).toMatchObject({
    parameters: ['Names', 'Call'],
    bases: ["Pick<Base<Names, { on: '}' }>, 'wait' | 'extends'>", 'Call<Names>'],
  });
});

it('reads a type that is a template literal, and a constant whose value contains one', () => {
  const source = 'export type Arn = `arn:${string}:{;}`;\nexport const open = (): Arn => `arn:${part(`}`)}:{`;';
  expect(declarationsOf(source).map(({ name, types }) => [name, types])).toEqual([
    ['Arn', ['`arn:${string}:{;}`']],
    ['open', ['(): Arn']],
  ]);
});

it('reads results that are object types, and an intersection with a mapped type', () => {
  const source = `export function find(id: string): { readonly port?: number } { return {}; }
export function pick<K extends keyof A>(value: A): A & { [M in K]-?: A[M] } { return value as never; }
export interface Store {
  join(): { leave(): Promise<void> };
  new (input: never): { readonly input: unknown };
  readonly 'in-service': string;
  readonly '~standard': unknown;
}`;
  const [find, pick, store] = declarationsOf(source);
  expect(find?.types).toEqual(['(id: string): { readonly port?: number }']);
  expect(pick?.types).toEqual(['<K extends keyof A>(value: A): A & { [M in K]-?: A[M] }']);
  expect(store?.members.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'join (): { leave(): Promise<void> }',
    'new (input: never): { readonly input: unknown }',
    'in-service string',
  ]);
});

it('reads a documentation comment only if it is directly before the declaration', () => {
  const source = `/** The file; it isn't of A. */

// A note.
export type A = 1;
/** B. */
export class B {}
export type C = 1; /** Not of D. */ // It ends here.
export type D = 1;`;
  expect(declarationsOf(source).map(({ name, doc }) => `${name}: ${doc.text}`)).toEqual(['A: ', 'B: B.', 'C: ', 'D: ']);
});

it('rejects what is not TypeScript', () => {
  expect(() => declarationsOf('export const = 1;')).toThrow('source.ts: Unexpected token');
});

it('reads overloads without the implementation', () => {
  const source = `/** Makes. */
export function make(a: string): A;
export function make(a: number): B;
export function make(a: unknown): unknown {
  return a;
}`;
  expect(declarationsOf(source)).toMatchObject([
    { name: 'make', doc: { text: 'Makes.' }, types: ['(a: string): A', '(a: number): B'] },
  ]);
});

it('reads the public members of a class', () => {
  const declaration = one(`export class Wrong extends Base implements Seen {
  static readonly kind: string = 'Wrong';
  readonly code: string | undefined;
  readonly #own: Set<string> = new Set();
  constructor(code: string) { super(); this.code = code; }
  get size(): number { return 1; }
  async wait(ms: number): Promise<void> { await ms; }
}`);
  expect(declaration?.bases).toEqual(['Base']);
  expect(declaration?.members.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'code string | undefined',
    'size number',
    'wait (ms: number): Promise<void>',
  ]);
});

it('ignores brackets and quotes in texts, templates, comments and regular expressions', () => {
  const source = [
    "const a = /[/'\"]}/.test(x) ? `${`}'`}` : '{';",
    "// don't {",
    'const b = 4 / 2; /* } */',
    '/** Last. */',
    'export type C = 1;',
  ].join('\n');
  expect(declarationsOf(source).map(({ name }) => name)).toEqual(['a', 'b', 'C']);
});

it('reads example, errors and links of a comment', () => {
  const doc = one(`/**
 * Does it. See {@link Thing}.
 *
 * @example
 * await f({
 *   a: 1,
 * });
 * @throws {NotFoundError} there is
 *   none.
 * @see https://example.com
 */
export const f = (): void => {};`)?.doc;
  expect(doc).toEqual({
    text: 'Does it. See `Thing`.',
    example: 'await f({\n  a: 1,\n});',
    throws: [{ error: 'NotFoundError', when: 'there is none.' }],
    see: ['https://example.com'],
  });
});
