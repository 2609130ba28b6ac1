import type { ValueType } from '../schema/value-type.js';
import type { SentToken } from '../call/effect.js';
import { nodeCrypto } from '../call/node-crypto.js';
import { type CommandType, requestSchemaOf } from './command-type.js';

/** The part of a declaration that is needed to fill in the idempotency token. */
export interface TokenDeclaration {
  readonly command: CommandType;
  readonly input?: ValueType | undefined;
}

const known = new WeakMap<CommandType, { readonly member: string | undefined }>();

/** The member of a request for the idempotency token; `undefined` if the operation has none. */
export const tokenMemberOf = (command: CommandType): string | undefined => {
  let found = known.get(command);
  if (!found) known.set(command, (found = { member: find(command) }));
  return found.member;
};

const find = (command: CommandType): string | undefined => {
  const schema = requestSchemaOf(command);
  if (!schema.isStructSchema()) return undefined;
  return [...schema.structIterator()].find(([, member]) => member.isIdempotencyToken())?.[0];
};

/** Adds an idempotency token to a request if the caller passed none. All attempts use the same token. */
export const withToken = (
  { command, input }: TokenDeclaration,
  wire: object,
): { readonly wire: object; readonly token: SentToken | undefined } => {
  const member = tokenMemberOf(command);
  if (member === undefined) return { wire, token: undefined };
  const passed = (wire as Readonly<Record<string, unknown>>)[member];
  if (typeof passed === 'string') return { wire, token: { value: passed, passAs: undefined } };
  const value = nodeCrypto().randomUUID();
  const own = inputMembers(input).find((name) => name.toLowerCase() === member.toLowerCase());
  const passAs = own === undefined ? `aws: { ${member}: '${value}' }` : `${own}: '${value}'`;
  return { wire: { ...wire, [member]: value }, token: { value, passAs } };
};

const inputMembers = (input: ValueType | undefined): readonly string[] => {
  const { shape = {} } = (input?._zod.def ?? {}) as { readonly shape?: object };
  return Object.keys(shape);
};
