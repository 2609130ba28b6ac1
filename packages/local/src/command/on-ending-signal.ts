const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Takes over the signals that end a program; disposing of the result hands them back. */
export function onEndingSignal(listener: (signal: NodeJS.Signals) => void): Disposable {
  for (const signal of endingSignals) process.on(signal, listener);
  return {
    [Symbol.dispose](): void {
      for (const signal of endingSignals) process.off(signal, listener);
    },
  };
}
