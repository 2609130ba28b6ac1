import { isSecretAt, secretsIn } from '../schema/secret.js';
import { isSensitiveAt, sensitiveIn } from '../schema/is-sensitive-at.js';
import { textsIn } from '../schema/texts-in.js';
import type { ValueType } from '../schema/value-type.js';
import { type CommandType, requestSchemaOf } from './command-type.js';
import { type DeclaredFunction, infoOf } from './info.js';

/** The part of a declaration that determines which input members are secret. */
export interface WithSecrets {
  readonly input: ValueType;
  readonly command?: CommandType | undefined;
  readonly uses?: readonly DeclaredFunction[] | undefined;
}

type Path = readonly PropertyKey[];

/**
 * Whether the value at a path of an input is secret: in AWS's schema of the request, in the schema of the declaration, or because a function
 * in `uses` has a secret member of that name.
 */
export const isSecretInput = ({ input, command, uses = [] }: WithSecrets, path: Path): boolean =>
  isSecretAt(input, path) ||
  (command !== undefined && isSensitiveAt(requestSchemaOf(command), path[0] === 'aws' ? path.slice(1) : path)) ||
  uses.some((used) => usedInput(used, path));

const usedInput = (used: DeclaredFunction, path: Path): boolean => {
  const declaration = infoOf(used)?.declaration as Partial<WithSecrets> | undefined;
  return declaration?.input !== undefined && isSecretInput(declaration as WithSecrets, path);
};

/** The secret strings in an input. */
export const secretsOf = ({ input, command }: WithSecrets, value: object): readonly string[] => {
  const { aws } = value as { readonly aws?: unknown };
  const schema = command && requestSchemaOf(command);
  const found = [
    ...secretsIn(input, value),
    ...(schema ? [...sensitiveIn(schema, value), ...sensitiveIn(schema, aws)] : []),
  ];
  return [...new Set(found.flatMap(textsIn))];
};
