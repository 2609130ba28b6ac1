import { type CommandType, infoOf } from '@arch/core/builder';
import { type Answer, type AnswerFunction, type FakeAws, fakeAws, type FakeAwsOptions } from '@arch/core/testing';

/** What the tests over all functions of a layer need to know beside its exports: one good input per function, one good answer per AWS operation. */
export interface LayerSamples {
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Inputs with which a function takes more steps than with the simplest one, for the tests that fail each of them. */
  readonly thorough?: Readonly<Record<string, unknown>>;
  readonly answers: Readonly<Record<string, Answer | AnswerFunction>>;
  /** AWS operations that answer in headers, or with content of the user's: a body that is none of AWS's does not show. */
  readonly withoutDocument?: readonly string[];
  /** Functions that work with what the session has, such as its keys, and send nothing. */
  readonly withoutRequest?: readonly string[];
  /** Published answers, by their IDs, of a kind that the layer does not wrap: a WebSocket API where HTTP APIs are made. */
  readonly publishedOfAnotherKind?: readonly string[];
  /** Members that take whatever object the user has, e.g. `putEvent.detail`: one that is odd is not wrong. */
  readonly anyObjects?: readonly string[];
  /** Members that are sent as JSON although their type is narrower than any value, e.g. `putEvent.detail`. */
  readonly jsonMembers?: readonly string[];
}

/** A function of a layer, ready to be called. */
export interface Subject {
  readonly name: string;
  readonly kind: string;
  readonly permissions: readonly { readonly action: string; readonly resources?: readonly string[] | undefined }[];
  readonly declaration: Readonly<Record<string, unknown>>;
  readonly input: unknown;
  readonly callable: unknown;
  /** Calls it and waits for all that it gives. */
  call(input: unknown, options: object): Promise<unknown>;
}

interface Callable {
  (input: unknown, options: object): unknown;
  readonly permissions: Subject['permissions'];
}

/** The functions among a layer's exports; one without a sample is an error that says where to add it. */
export const subjectsOf = (exports: object, { inputs }: LayerSamples): readonly Subject[] =>
  Object.entries(exports).flatMap(([name, value]) => {
    const info = infoOf(value);
    // What a layer hands on of core is tested there.
    if (!info || info.kind === 'core') return [];
    const callable = value as Callable;
    if (!(name in inputs)) throw new Error(`${name} has no sample: add a good input of it to contract-samples.ts.`);
    const call = async (input: unknown, options: object): Promise<unknown> =>
      info.kind === 'listing' || info.kind === 'stream'
        ? (callable(input, options) as { toArray(): Promise<unknown> }).toArray()
        : callable(input, options);
    const declaration = info.declaration as unknown as Subject['declaration'];
    return [
      {
        name,
        kind: info.kind,
        permissions: callable.permissions,
        declaration,
        input: inputs[name],
        callable: value,
        call,
      },
    ];
  });

/** The declarations of single AWS calls that a function makes: its own, or those of the functions that it uses. */
export const operationsOf = (callable: unknown, seen: Set<unknown> = new Set()): readonly OperationInfo[] => {
  const info = infoOf(callable);
  if (!info || seen.has(callable)) return [];
  seen.add(callable);
  const { command, uses = [] } = info.declaration as Partial<OperationInfo['declaration']>;
  const own =
    command === undefined ? [] : [{ kind: info.kind, declaration: info.declaration } as unknown as OperationInfo];
  return [...own, ...uses.flatMap((each) => operationsOf(each, seen))];
};

/** A declaration of one AWS call. */
export interface OperationInfo {
  readonly kind: string;
  readonly declaration: {
    readonly name: string;
    readonly command: CommandType;
    readonly permissions: readonly (string | { readonly action: string })[];
    readonly propagates?: unknown;
    readonly repeatable?: unknown;
    readonly mutates?: false;
    readonly key?: string;
    readonly select?: unknown;
    readonly batch?: unknown;
    readonly absent?: unknown;
    readonly deletes?: unknown;
    readonly creates?: unknown;
    readonly uses?: readonly unknown[];
  };
}

/** An AWS that answers everything well, or everything in another way. */
export const awsWith = (
  { answers }: LayerSamples,
  other?: Answer | AnswerFunction,
  session?: FakeAwsOptions['session'],
): FakeAws =>
  fakeAws({
    session,
    answers: other === undefined ? answers : Object.fromEntries(Object.keys(answers).map((name) => [name, other])),
  });

/** The samples of all areas of a layer; a name that two of them have is an error, unless it is one answer. */
export const joinSamples = (...areas: readonly LayerSamples[]): LayerSamples => {
  const join = <Value>(parts: readonly Readonly<Record<string, Value>>[]): Record<string, Value> => {
    const joined: Record<string, Value> = {};
    for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
      if (name in joined) throw new Error(`${name} has two samples: keep one of them.`);
      joined[name] = value;
    }
    return joined;
  };
  return {
    inputs: join(areas.map(({ inputs }) => inputs)),
    thorough: join(areas.map(({ thorough = {} }) => thorough)),
    answers: join(areas.map(({ answers }) => answers)),
    withoutDocument: areas.flatMap(({ withoutDocument = [] }) => withoutDocument),
    withoutRequest: areas.flatMap(({ withoutRequest = [] }) => withoutRequest),
    publishedOfAnotherKind: areas.flatMap(({ publishedOfAnotherKind = [] }) => publishedOfAnotherKind),
    anyObjects: areas.flatMap(({ anyObjects = [] }) => anyObjects),
    jsonMembers: areas.flatMap(({ jsonMembers = [] }) => jsonMembers),
  };
};
