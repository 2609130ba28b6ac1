/** How the text of a setting is read. */
export interface Kind<Value> {
  /** Returns `undefined` for a text that is not valid. */
  readonly read: (text: string) => Value | undefined;
  /** Describes the valid values, for the error. */
  readonly accepted: string;
}
