/** The process of an emulator. It does not keep this process alive, and ends with it. */
export interface RunningEmulator {
  readonly name: string;
  readonly port: number;
  /** The last lines of its output. The array changes when it writes more. */
  readonly output: readonly string[];
  /** Fulfilled when the process has ended. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  reset(): Promise<void>;
  stop(): Promise<void>;
}
