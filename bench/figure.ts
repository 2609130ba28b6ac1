/** One measured figure, compared with the SDK in the same run. */
export interface Figure {
  /** The name in the table. */
  readonly name: string;
  /** The measurement of this library. */
  readonly ours: string;
  /** The measurement of the SDK. */
  readonly theirs: string;
  /** The ratio of both measurements. Without a measurement of the SDK, that of this library in the unit of the limit. */
  readonly value: number;
  /** The maximum of the value. */
  readonly limit: number;
  /** The intended maximum of the value. */
  readonly aim?: number;
  /** The unit of the value and the limits. */
  readonly unit: '×' | ' KB' | ' MB' | ' packages' | ' requests';
}

/** Passes figures to `main.ts`, one JSON document per line. */
export const report = (...figures: readonly Figure[]): void => {
  for (const figure of figures) console.log(JSON.stringify(figure));
};

/** Returns the median of several measurements. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
