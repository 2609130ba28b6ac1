/** A client class of the SDK, seen from outside: `new EC2Client(configuration)`. */
export interface ClientType<Client> {
  // The SDK's configuration types differ per service; a session writes the members that all of them have.
  new (configuration: never): Client;
}

/** What a session uses of any client of the SDK. */
export interface SdkClient {
  readonly config: {
    readonly serviceId: string;
    readonly protocol: { getShapeId(): string };
    readonly protocolSettings?: { readonly xmlNamespace?: string; readonly defaultNamespace?: string };
  };
  readonly middlewareStack: {
    add(middleware: unknown, options: unknown): void;
    addRelativeTo(middleware: unknown, options: object): void;
  };
  send(command: unknown, options?: unknown): Promise<unknown>;
  destroy(): void;
}
