/** The region of the environment variables; `undefined` if none sets it. */
export const environmentRegion = (): string | undefined =>
  process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || undefined;
