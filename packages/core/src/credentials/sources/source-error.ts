import { ArchError } from '../../errors/arch-error.js';
import { CredentialsError } from '../../errors/credentials-error.js';
import { reasonOf } from '../reason-of.js';

/** Converts the error of a source that is configured and fails: the error names the source. */
export const sourceError = (error: unknown, source: string, advice = ''): unknown => {
  const { name = '', code: ofNode, Code = name, $fault } = (error ?? {}) as FailedSource;
  if (error instanceof ArchError) return error;
  const code = $fault !== undefined && Code !== 'Error' ? Code : undefined;
  return new CredentialsError(
    `${source} failed${code ? ` (${code})` : ''}: ${reasonOf(error)}${advice && ` ${advice}`}`,
    {
      cause: error,
      code,
      retryable: $fault === 'server' || name === 'TimeoutError' || /^E[A-Z_]+$/.test(ofNode ?? ''),
    },
  );
};

/** The part of an error of a source that is read. */
interface FailedSource {
  readonly name?: string;
  /** Code of Node.js. */
  readonly code?: string;
  /** Code of AWS. */
  readonly Code?: string;
  readonly $fault?: string;
}
