/** The end of a program: its status, or the signal that ended it. */
export type Ending = { readonly status: number } | { readonly signal: NodeJS.Signals };
