/** An emulator's process. It does not keep this process alive, and ends with it. */
export interface RunningEmulator {
  readonly name: string;
  readonly port: number;
  /** Its last lines, growing. */
  readonly output: readonly string[];
  /** Fulfilled when the process is gone. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  reset(): Promise<void>;
  stop(): Promise<void>;
}
