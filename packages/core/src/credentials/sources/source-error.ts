import { ArchError } from '../../errors/arch-error.js';
import { CredentialsError } from '../../errors/credentials-error.js';
import { closed } from '../../translation/sdk-error.js';
import { commonErrors } from '../../translation/common-errors.js';
import { reasonOf } from '../reason-of.js';

/**
 * Converts the error of a source that is configured and fails: the error names the source. Denials are returned unchanged: their own error
 * says which permission is missing.
 */
export const sourceError = (error: unknown, source: string, advice = ''): unknown => {
  const { name = '', $fault } = (error ?? {}) as { readonly name?: string; readonly $fault?: string };
  const isDenial = $fault !== undefined && commonErrors[name]?.situation === 'denied';
  if (error instanceof ArchError || isDenial) return error;
  const code = $fault !== undefined && name !== 'Error' ? ` (${name})` : '';
  return new CredentialsError(`${source} failed${code}: ${closed(`${reasonOf(error)}${advice && ` ${advice}`}`)}`, {
    cause: error,
  });
};
