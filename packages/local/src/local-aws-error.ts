/** The local AWS could not be installed, started or used. The message says what to do. */
export class LocalAwsError extends Error {
  override readonly name = 'LocalAwsError';
  /** The last lines of the output of the program that failed. The message contains them too. */
  readonly output: readonly string[];

  constructor(message: string, { output = [], ...options }: ErrorOptions & { output?: readonly string[] } = {}) {
    super([message, ...output.map((line) => `  ${line}`)].join('\n'), options);
    this.output = output;
  }
}
