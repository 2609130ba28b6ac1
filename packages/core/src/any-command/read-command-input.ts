import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkValues } from '../declaration/check-values.js';
import { requestSchemaOf } from '../declaration/command-type.js';
import type { AnyCommand } from './any-command.js';
import { checkMembers } from './check-members.js';

/** Reads a request in AWS's words: refuses members that AWS does not have, and values that no request can hold. */
export const readCommandInput = ({ name, command }: AnyCommand, input: unknown = {}): Record<string, unknown> => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InvalidInputError(`${name}: the input must be an object with the members of AWS's request.`, {
      operation: name,
    });
  }
  checkMembers(name, requestSchemaOf(command), input);
  checkValues(name, input);
  return input as Record<string, unknown>;
};
