/** The requests and the time of some work. */
export interface Cost {
  requests: number;
  milliseconds: number;
}
