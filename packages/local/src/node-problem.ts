/** Returns the error message if a version of Node.js cannot run this package. Uses only functions that old versions have. */
export const nodeProblem = (version: string): string | undefined => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return undefined;
  return `arch-local requires Node.js 22.18 or newer; this is ${version}. Install a newer Node.js, or run: npx --package node@24 --package @arch/local -- arch-local`;
};
