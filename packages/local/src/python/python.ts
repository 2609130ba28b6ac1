/** A Python interpreter of this machine, as it described itself. */
export interface Python {
  readonly executable: string;
  /** E.g. `3.11.7`. */
  readonly version: string;
  /** Implementation, version, processor and C library, as they stand in the names of compiled modules. */
  readonly platform: string;
  /** The installation that a virtual environment stays bound to. */
  readonly installation: string;
  /** Whether its `venv` is complete; Debian puts it into a package of its own. */
  readonly hasVenv: boolean;
}
