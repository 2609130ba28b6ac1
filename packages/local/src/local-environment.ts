/**
 * The environment of a program that is to see a local AWS only. No `AWS_…` variable of the caller gets in: a profile, a session
 * token or `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` would send requests to the real AWS.
 */
export function localEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const others = Object.entries(inherited).filter(([name]) => !/^AWS_/i.test(name));
  return { ...Object.fromEntries(others), ...env };
}
