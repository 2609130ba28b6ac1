/** The description of a Python interpreter on this machine. */
export interface Python {
  /** The path of the interpreter. */
  readonly executable: string;
  /** The version, e.g. `3.11.7`. */
  readonly version: string;
  /** Implementation, version, processor and C library: the suffix of compiled modules. */
  readonly platform: string;
  /** The folder of the installation, which its virtual environments use. */
  readonly installation: string;
  /** Whether the module `venv` is complete. Debian has a separate package for it. */
  readonly hasVenv: boolean;
}
