/**
 * Returns the environment for a program that uses only a local AWS. It contains no `AWS_…` variable of the caller: with a profile, a session
 * token or `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, requests could be sent to the real AWS.
 */
export function localEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const others = Object.entries(inherited).filter(([name]) => !/^AWS_/i.test(name));
  return { ...Object.fromEntries(others), ...env };
}
