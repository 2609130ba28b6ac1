import type { Effect } from '../session/call.js';
import { type CommandType, schemaOf } from './command-type.js';

/** What is read of a declaration to tell what its requests do. */
export interface EffectDeclaration {
  readonly command: CommandType;
  readonly repeatable?: boolean | string | undefined;
}

/** AWS's verbs of operations that change nothing. Receiving only hides messages for a while. */
const readingVerbs =
  /^(?:Describe|List|Get|Head|BatchGet|Search|Lookup|Detect|Compare|Recognize|Preview|Estimate|Check|Validate|Simulate|Query|Scan|Select|Filter|Decode|Assume|Receive)/;

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

const find = ({ command, repeatable = true }: EffectDeclaration): Effect => ({
  mutates: !readingVerbs.test(schemaOf(command).name),
  repeatable: repeatable === true,
  advice: typeof repeatable === 'string' ? repeatable : undefined,
});
