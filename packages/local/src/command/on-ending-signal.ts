const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Handles the signals that end a program. Disposing of the result restores the default behaviour. */
export function onEndingSignal(listener: (signal: NodeJS.Signals) => void): Disposable {
  for (const signal of endingSignals) process.on(signal, listener);
  return {
    [Symbol.dispose](): void {
      for (const signal of endingSignals) process.off(signal, listener);
    },
  };
}
