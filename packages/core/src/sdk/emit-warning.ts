/** Replaces the SDK's warning about old versions of Node.js: `engines` in the package.json of each package already declares them. */
export const emitWarningIfUnsupportedVersion = (): void => undefined;
