/** A third-party emulator. */
export interface Emulator {
  /** The name in progress texts and errors, which is also the name on PyPI of an emulator in Python. */
  readonly name: string;
  /** The function of `python/` that starts it, as `module:function`. It must listen on 127.0.0.1 only and serve only requests that `python/guard.py` accepts, or check signatures itself. */
  readonly entryPoint: string;
  /** The arguments for a port. */
  readonly arguments: (port: number) => readonly string[];
  /** Additional environment variables for a port. */
  readonly environment: (port: number) => Readonly<Record<string, string>>;
  /** The folder of its temporary files, which is created at its start and deleted at its end. Default: a new folder. */
  readonly folder?: string;
  /** A path that returns status 200 to GET when the emulator is ready. */
  readonly readyPath: string;
  /** A path that returns status 200 to POST when the emulator has deleted all its resources, or a function that deletes them. */
  readonly reset: string | (() => Promise<void>);
  /** What to do if it ends at once and its output does not show the reason. Default: to install the emulators again. */
  readonly remedy?: string;
  /** AWS service IDs, in the form of `AWS_ENDPOINT_URL_<SERVICE>`. */
  readonly services: readonly string[];
}
