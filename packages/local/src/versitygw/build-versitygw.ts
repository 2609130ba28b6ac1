import { buildFolder } from '../build-folder.js';
import { runProgram } from '../run-program.js';

export interface BuildVersitygwOptions {
  /** The path of `go`. */
  readonly go: string;
  readonly version: string;
  readonly onProgress: (step: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Builds versitygw with Go. The folder will contain only the program. */
export async function buildVersitygw(
  folder: string,
  { go, version, onProgress, signal }: BuildVersitygwOptions,
): Promise<void> {
  const advice = 'check the network, the proxy and the settings of Go, then start the local AWS again.';
  await buildFolder(folder, async (building) => {
    onProgress(`building versitygw ${version} with Go, which takes some minutes`);
    await runProgram(go, ['install', `github.com/versity/versitygw/cmd/versitygw@${version}`], {
      failure: `versitygw ${version} could not be built: ${advice}`,
      workingFolder: building,
      environment: { ...process.env, GOBIN: building },
      signal,
    });
  });
}
