/** One third-party emulator: how it is run, and which services it answers for. */
export interface Emulator {
  /** Its name on PyPI, which is also its name in progress and errors. */
  readonly name: string;
  /** What starts it, as `module:function` of `python/`. It must answer on 127.0.0.1 only, and only what `python/guard.py` lets in. */
  readonly entryPoint: string;
  readonly arguments: (port: number) => readonly string[];
  readonly environment: (port: number) => Readonly<Record<string, string>>;
  /** Answers GET with 200 as soon as requests are served. */
  readonly readyPath: string;
  /** Answers POST with 200 when everything has been forgotten. */
  readonly resetPath: string;
  /** AWS service IDs as they stand in `AWS_ENDPOINT_URL_<SERVICE>`. */
  readonly services: readonly string[];
}
