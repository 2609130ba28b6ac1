import { type CommandType, infoOf, type Service } from '@arch/core/builder';
import { type Answer, type AnswerFunction, type FakeAws, fakeAws, type FakeAwsOptions } from '@arch/core/testing';

import { path, randomFor } from './random.js';

/** The samples for the tests over all functions of a layer: one valid input per function, one valid response per AWS operation. */
export interface LayerSamples {
  /** A valid input by the name of the function. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Inputs with which a function makes more steps than with its simplest input, for the tests in which each step fails. */
  readonly thorough?: Readonly<Record<string, unknown>>;
  /** A valid response by the name of the AWS operation; with its service, `Glacier:ListParts`, if several services of the layer have it. */
  readonly answers: Readonly<Record<string, Answer | AnswerFunction>>;
  /** AWS operations whose responses consist of headers or of the user's content: a wrong body cannot be detected. */
  readonly withoutDocument?: readonly string[];
  /** Functions that send no request, e.g. because they only sign a URL. */
  readonly withoutRequest?: readonly string[];
  /** IDs of published responses about resources that the layer does not support, e.g. WebSocket APIs. */
  readonly publishedOfAnotherKind?: readonly string[];
  /** Members that accept any object, e.g. `putEvent.detail`: no object is malformed. */
  readonly anyObjects?: readonly string[];
  /** Members that are sent as JSON although their type does not accept every value, e.g. `putEvent.detail`. */
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
  /** Calls the function and reads its result to the end. */
  call(input: unknown, options: object): Promise<unknown>;
}

interface Callable {
  (input: unknown, options: object): unknown;
  readonly permissions: Subject['permissions'];
}

/** Returns the functions among the exports of a layer. Throws an error if a function has no sample. */
export const subjectsOf = (exports: object, { inputs }: LayerSamples): readonly Subject[] =>
  Object.entries(exports).flatMap(([name, value]) => {
    const info = infoOf(value);
    // Functions of core are tested in core.
    if (!info || info.kind === 'core') return [];
    const callable = value as Callable;
    if (!(name in inputs)) throw new Error(`${name} has no sample: add a valid input to contract-samples.ts.`);
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

/** Returns the declarations of the AWS calls that a function makes: its own, or those of the functions that it uses. */
export const operationsOf = (callable: unknown, seen: Set<unknown> = new Set()): readonly OperationInfo[] => {
  const info = infoOf(callable);
  if (!info || seen.has(callable)) return [];
  seen.add(callable);
  const { command, uses = [] } = info.declaration as Partial<OperationInfo['declaration']>;
  const own =
    command === undefined ? [] : [{ kind: info.kind, declaration: info.declaration } as unknown as OperationInfo];
  return [...own, ...uses.flatMap((each) => operationsOf(each, seen))];
};

/** The declaration of one AWS call, and the kind of its function. */
export interface OperationInfo {
  readonly kind: string;
  readonly declaration: {
    readonly name: string;
    readonly service: Service;
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

/** Creates a fake AWS with the valid responses of the samples, or with one other response for all operations. */
export const awsWith = (
  { answers }: LayerSamples,
  other?: Answer | AnswerFunction,
  session?: FakeAwsOptions['session'],
): FakeAws =>
  fakeAws({
    session: { path, ...session },
    answers: other === undefined ? answers : Object.fromEntries(Object.keys(answers).map((name) => [name, other])),
  });

/**
 * Creates a fake AWS as `awsWith` does, for a test of one function. ARCH_SEED determines whether its session has called the function before, so
 * that its requests are sent directly.
 */
export const awsFor = async (
  subject: Subject,
  samples: LayerSamples,
  test: string,
  other?: Answer | AnswerFunction,
): Promise<FakeAws> => {
  const isPrepared = randomFor(`${subject.name}/${test}/prepared`).pick([true, false]);
  // A consumer works until it is stopped.
  if (!isPrepared || subject.kind === 'consumer') return awsWith(samples, other);
  const aws = awsWith(samples);
  await subject.call(subject.input, { session: aws.session });
  (aws.requests as unknown[]).length = 0;
  if (other !== undefined) for (const name of Object.keys(samples.answers)) aws.on(name, other);
  return aws;
};

/** Joins the samples of all areas of a layer. Throws an error if two areas have a sample with the same name. */
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
