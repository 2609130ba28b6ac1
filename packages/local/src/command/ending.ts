/** How a program ended: with a status, or by a signal. */
export type Ending = { readonly status: number } | { readonly signal: NodeJS.Signals };
