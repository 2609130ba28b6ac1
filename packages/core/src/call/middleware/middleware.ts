/** The state of one request, which its middleware share. */
export type Context = Record<string, unknown>;

/** The rest of the stack. */
export type Handler = (args: never) => Promise<never>;

/** A middleware of an SDK client. */
export type Middleware = (next: Handler, context: Context) => Handler;

/** The configuration of an SDK client. */
export type ClientConfig = Readonly<Record<string, unknown>>;

/** A class of commands. */
export interface CommandClass {
  getEndpointParameterInstructions?(): Readonly<Record<string, { readonly type: string; readonly name?: string }>>;
}

/** A middleware of the SDK for the commands of one class. */
export interface Replaced {
  readonly config: ClientConfig;
  readonly commandClass: CommandClass;
  readonly middleware: Middleware;
}
