/** What some work has cost. */
export interface Cost {
  requests: number;
  milliseconds: number;
}
