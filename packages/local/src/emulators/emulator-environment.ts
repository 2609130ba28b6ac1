import { delimiter, dirname } from 'node:path';

/** What a program needs to run on this machine, on Windows, and to reach the network. */
const passedOn: readonly RegExp[] = [
  /^(HOME|LANG|LC_\w+|TMPDIR|TEMP|TMP|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH)$/,
  /^(SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|ProgramData)$/i,
  /^(HTTPS?_PROXY|ALL_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/i,
];

/**
 * The environment of the emulators, and so of the Lambda functions that they run. Of the caller's, only what is needed gets in:
 * settings of an emulator would change what it does, and a function is not to find a secret that it lacks on AWS.
 */
export function emulatorEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string>>,
  node: string = process.execPath,
): Record<string, string | undefined> {
  const needed = Object.entries(inherited).filter(([name]) => passedOn.some((names) => names.test(name)));
  // Functions run in the `node` that comes first.
  const path = [dirname(node), inherited['PATH'] ?? inherited['Path']].filter(Boolean).join(delimiter);
  return { ...Object.fromEntries(needed), PATH: path, ...env };
}
