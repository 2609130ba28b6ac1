import type { Effect } from '../call/effect.js';
import { type CommandType, schemaOf } from './command-type.js';

/**
 * The effect of a second, identical request, for operations without an idempotency token:
 * - `true`: none, or the same again. AWS documents the operation as idempotent, or its delivery as at least once.
 * - `'refused'`: AWS rejects the second request, e.g. because the name is taken. Nothing is created twice, but a second call fails.
 * - `false`: AWS does it twice, so a request whose response was lost is not retried. `advice` is the sentence in the error.
 *
 * A request that AWS rejected or throttled is always retried. Default: `true`.
 */
export type Repeatable = boolean | 'refused' | { readonly advice: string };

/** The part of a declaration that determines the effect of its requests. */
export interface EffectDeclaration {
  readonly command: CommandType;
  readonly repeatable?: Repeatable | undefined;
  readonly mutates?: false | undefined;
}

/** AWS's verbs for operations that change nothing. `Receive` only hides messages for some time. */
const readingVerbs =
  /^(?:Describe|List|Get|Head|BatchGet|Search|Lookup|Detect|Compare|Recognize|Preview|Estimate|Check|Validate|Simulate|Query|Scan|Select|Filter|Decode|Assume|Receive)(?![a-z])/;

/** Whether the verb of an AWS operation only reads. */
export const isRead = (command: CommandType): boolean => readingVerbs.test(schemaOf(command).name);

const known = new WeakMap<EffectDeclaration, Effect>();

/**
 * The effect of an operation's requests. After a lost response, a request is retried if it only reads, if it has an idempotency token, or if
 * the declaration allows it.
 */
export const effectOf = (declaration: EffectDeclaration): Effect => {
  let effect = known.get(declaration);
  if (!effect) known.set(declaration, (effect = find(declaration)));
  return effect;
};

const find = ({ command, repeatable = true, mutates }: EffectDeclaration): Effect => ({
  mutates: mutates ?? !isRead(command),
  repeatable: repeatable === true || repeatable === 'refused',
  isRefusedTwice: repeatable === 'refused',
  advice: typeof repeatable === 'object' ? repeatable.advice : undefined,
});
