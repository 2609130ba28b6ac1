/** The exports of a client package of the SDK. */
export type ClientPackage = Readonly<Record<string, unknown>>;

/** The SDK's schema of an operation: its namespace, name, traits, input and output. */
export type OperationSchema = readonly [9, string, string, unknown, unknown, unknown];

const isOperation = (value: unknown): value is OperationSchema => Array.isArray(value) && value[0] === 9;

/** Returns the schemas of all operations in a package. */
export const operationsIn = (all: ClientPackage): readonly OperationSchema[] => Object.values(all).filter(isOperation);

/** Creates the client in a package. */
export const newClient = (all: ClientPackage): object => {
  const [, type] = Object.entries(all).find(([name]) => /^(?!__)\w+Client$/.test(name)) ?? [];
  return new (type as new (configuration: object) => object)({ region: 'eu-west-1' });
};
