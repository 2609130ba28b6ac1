/** One measured figure, side by side with the raw SDK in the same run. */
export interface Figure {
  /** What was measured, as the table prints it. */
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
  /** Ours against theirs; for a figure without a peer, ours in the limit's unit. */
  readonly value: number;
  /** What the value may be at most. */
  readonly limit: number;
  /** What it should be. */
  readonly aim?: number;
  /** How the value and the limits are written. */
  readonly unit: '×' | ' KB' | ' MB' | ' packages' | ' requests';
}

/** Hands figures to `main.ts`, one JSON document per line. */
export const report = (...figures: readonly Figure[]): void => {
  for (const figure of figures) console.log(JSON.stringify(figure));
};

/** The middle of several measurements: one outlier changes nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
