import type { Effect } from '../call/effect.js';
import { type CommandType, schemaOf } from './command-type.js';

/**
 * What AWS does with a request that it has already completed, where it has no idempotency token for the operation:
 * - `true`: the same once more, or nothing. AWS documents the operation as idempotent, or its delivery as at least once.
 * - `'refused'`: it refuses the second request, e.g. because the name is taken. Nothing is made twice, but a second call fails.
 * - `false`: it would do it twice, so a request whose response was lost is not retried. `advice` is the sentence that the error then says.
 *
 * A request that AWS has refused, by throttling too, is retried in any case. Default: `true`.
 */
export type Repeatable = boolean | 'refused' | { readonly advice: string };

/** What is read of a declaration to tell what its requests do. */
export interface EffectDeclaration {
  readonly command: CommandType;
  readonly repeatable?: Repeatable | undefined;
  readonly mutates?: false | undefined;
}

/** AWS's verbs of operations that change nothing. Receiving only hides messages for a while. */
const readingVerbs =
  /^(?:Describe|List|Get|Head|BatchGet|Search|Lookup|Detect|Compare|Recognize|Preview|Estimate|Check|Validate|Simulate|Query|Scan|Select|Filter|Decode|Assume|Receive)(?![a-z])/;

/** Whether an AWS operation only reads, by its verb. */
export const isRead = (command: CommandType): boolean => readingVerbs.test(schemaOf(command).name);

const known = new WeakMap<EffectDeclaration, Effect>();

/**
 * What the requests of an operation do. A request is repeated after a lost response where it reads, where it carries an idempotency token, and
 * where the declaration does not say otherwise.
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
