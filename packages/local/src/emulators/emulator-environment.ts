import { delimiter, dirname } from 'node:path';

/** Variables that a program needs to run on this machine, on Windows, and to reach the network. */
const neededNames: readonly RegExp[] = [
  /^(HOME|LANG|LC_\w+|TMPDIR|TEMP|TMP|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH)$/,
  /^(SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|ProgramData)$/i,
  /^(HTTPS?_PROXY|ALL_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/i,
];

/**
 * Returns the environment of the emulators and of the Lambda functions that they run. Of the caller's environment, it contains only the
 * variables that programs need: settings of an emulator would change its behaviour, and a function must not read secrets of the caller.
 */
export function emulatorEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string>>,
  node: string = process.execPath,
): Record<string, string | undefined> {
  const needed = Object.entries(inherited).filter(([name]) => neededNames.some((names) => names.test(name)));
  // Functions run in the first `node` on the PATH.
  const path = [dirname(node), inherited['PATH'] ?? inherited['Path']].filter(Boolean).join(delimiter);
  return { ...Object.fromEntries(needed), PATH: path, ...env };
}
