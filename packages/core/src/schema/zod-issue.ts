/** The part of a zod issue that the sentence needs. */
export interface ZodIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly values?: readonly unknown[] | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: string | undefined;
  readonly divisor?: unknown;
  /** The problems of a record's key. */
  readonly issues?: readonly ZodIssue[] | undefined;
  /** The problems by branch of a union. */
  readonly errors?: readonly (readonly ZodIssue[])[] | undefined;
}

/** The text of an issue whose declaration has none. */
const unwritten = 'Invalid input';

/**
 * For every parse: the texts of zod are never used. Its full build, e.g. in the user's program, sets English texts for all copies of zod in
 * the process.
 */
export const withoutZodTexts: { readonly error: () => string } = { error: () => unwritten };

/** Whether a declaration has written the text of an issue. */
export const isWritten = ({ message }: ZodIssue): boolean => message !== unwritten;
