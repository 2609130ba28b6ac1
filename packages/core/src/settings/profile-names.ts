import type { SharedFiles } from './shared-files.js';

/** The SDK returns the sections that are not profiles with these prefixes. */
const otherSections = /^(?:services|sso-session)\./;

/** The names of all profiles in the shared files. */
export const profileNames = ({ config, credentials }: SharedFiles): readonly string[] => {
  const names = new Set([...Object.keys(config), ...Object.keys(credentials)]);
  return [...names].filter((name) => !otherSections.test(name));
};
