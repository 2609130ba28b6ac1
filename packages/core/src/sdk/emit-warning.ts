/** The packages say by `engines` which Node.js they need; the SDK's own warning at every client would say it again. */
export const emitWarningIfUnsupportedVersion = (): void => undefined;
