/** The state of one request, which its middleware share. */
export type Context = Record<string, unknown>;

/** The rest of the stack. */
export type Handler = (args: never) => Promise<never>;

/** A middleware of an SDK client. */
export type Middleware = (next: Handler, context: Context) => Handler;

/** A middleware that only changes the request before it is sent. Unlike a function, it needs no promise. */
export interface Step {
  /** Changes the arguments and the context of a request. Returns a promise only if it has to wait. */
  readonly before: (args: never, context: Context) => Promise<void> | undefined;
}

/** A part of the way of a request to AWS. */
export type Layer = Middleware | Step;

/** The configuration of an SDK client. */
export type ClientConfig = Readonly<Record<string, unknown>>;

/** Where the SDK gets a parameter of its endpoint rules from. */
export interface EndpointInstruction {
  readonly type: string;
  readonly name?: string;
  readonly get?: (input: object) => unknown;
}

/** A class of commands. */
export interface CommandClass {
  getEndpointParameterInstructions?(): Readonly<Record<string, EndpointInstruction>>;
}

/** A middleware of the SDK for the commands of one class. */
export interface Replaced {
  readonly config: ClientConfig;
  readonly commandClass: CommandClass;
  readonly middleware: Middleware;
}
