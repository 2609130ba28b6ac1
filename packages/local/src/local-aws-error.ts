/** The local AWS could not be set up, started or used; the message says what to do. */
export class LocalAwsError extends Error {
  override readonly name = 'LocalAwsError';
  /** The last lines that the program in question wrote; they stand in the message too. */
  readonly output: readonly string[];

  constructor(message: string, { output = [], ...options }: ErrorOptions & { output?: readonly string[] } = {}) {
    super([message, ...output.map((line) => `  ${line}`)].join('\n'), options);
    this.output = output;
  }
}
