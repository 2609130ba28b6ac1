import { InvalidInputError } from '@arch/core';
import { infoOf } from '@arch/core/builder';
import { NormalizedSchema } from '@arch/core/sdk';
import { describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, type Subject, subjectsOf } from './layer.js';
import { sampleOf } from './random.js';

/** A line break, a character that Node refuses to send, and a character that Node sends as a byte of Latin-1. */
const characters = ['\n', '–', 'é'];

/** A member whose value is a text. */
interface TextMember {
  readonly name: string;
  /** Whether the member is sent as a header with the same name. Other members may be sent as a header with another name. */
  readonly isHeader: boolean;
  /** Whether the member belongs to `aws`. */
  readonly isAws: boolean;
  /** Whether the value is an object of texts. */
  readonly isRecord: boolean;
}

/**
 * Tests every function that sends members of its input as headers: a text is either sent as ASCII, or rejected before anything is sent, with
 * an error that names the member.
 */
export const describeHeaderTexts = (exports: object, samples: LayerSamples): void => {
  const sending = subjectsOf(exports, samples)
    .map((subject) => ({ subject, headers: headersOf(subject) }))
    .filter(({ headers }) => headers.length > 0);
  if (sending.length === 0) return;
  describe('texts that become headers', () => {
    for (const { subject, headers } of sending) {
      it(`of ${subject.name} are sent as one line of ASCII, or rejected`, async () => {
        const members = textMembersOf(subject, headers);
        expect(members.length).toBeGreaterThan(0);
        for (const member of members)
          for (const character of sampleOf(`${subject.name}/${member.name}`, characters, 1))
            await expectAsciiOrRejected(subject, samples, member, character);
      });
    }
  });
};

const expectAsciiOrRejected = async (
  subject: Subject,
  samples: LayerSamples,
  member: TextMember,
  character: string,
): Promise<void> => {
  await using aws = awsWith(samples);
  const what = `${member.isAws ? 'aws.' : ''}${member.name} with ${JSON.stringify(character)}`;
  const error: unknown = await subject.call(inputWith(subject, member, character), { session: aws.session }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  for (const { headers } of aws.requests)
    for (const [name, value] of Object.entries(headers)) expect(value, `${what}: ${name}`).toMatch(/^[\x20-\x7e]*$/);
  if (!member.isHeader) return;
  if (error === undefined) expect(character, what).not.toBe('\n');
  else if (!isUnknownMember(error)) {
    expect(error, what).toBeInstanceOf(InvalidInputError);
    expect((error as Error).message, what).toMatch(new RegExp(`^\\w+: .*${member.name}`, 'i'));
    expect(aws.requests, what).toEqual([]);
  }
};

/** Functions that send several requests reject members of `aws` that only some of these requests have. */
const isUnknownMember = (error: unknown): boolean => /is not a member/.test((error as Error).message);

const inputWith = (
  { input, declaration }: Subject,
  { name, isAws, isRecord }: TextMember,
  character: string,
): object => {
  const key = declaration['key'] as string | undefined;
  const members = typeof input === 'string' ? { [key ?? '']: input } : (input as Readonly<Record<string, unknown>>);
  const text = `a${character}b`;
  const value = isRecord ? { name: text } : text;
  return isAws ? { ...members, aws: { [name]: value } } : { ...members, [name]: value };
};

interface Header {
  readonly name: string;
  readonly isRecord: boolean;
}

const headersOf = (subject: Subject): readonly Header[] => {
  const found = new Map<string, Header>();
  for (const command of commandsOf(subject.declaration)) {
    for (const [name, member] of NormalizedSchema.of(command.schema[4] as never).structIterator()) {
      const { httpHeader, httpPrefixHeaders } = member.getMergedTraits();
      const isRecord = httpPrefixHeaders !== undefined;
      // The SDK encodes customer keys in base64, so they may contain any character.
      const isText = member.isStringSchema() && httpHeader !== undefined && !name.endsWith('SSECustomerKey');
      if (isRecord || isText) found.set(name, { name, isRecord });
    }
  }
  return [...found.values()];
};

interface Declared {
  readonly command?: new (input: object) => { readonly schema: readonly unknown[] };
  readonly uses?: readonly unknown[];
}

const commandsOf = ({ command: Command, uses = [] }: Declared): readonly { readonly schema: readonly unknown[] }[] => [
  ...(Command ? [new Command({})] : []),
  ...uses.flatMap((each) => commandsOf((infoOf(each)?.declaration ?? {}) as Declared)),
];

/** A path on this machine is not sent to AWS, and the function would write to it. */
const isLocal = (name: string): boolean => ['path', 'directory'].includes(name);

/** Returns the text members of the function's input, and the members of `aws` that are sent as headers. */
const textMembersOf = ({ declaration }: Subject, headers: readonly Header[]): readonly TextMember[] => {
  const { shape = {} } = (declaration['input'] as Typed)._zod.def;
  const own = Object.entries(shape).flatMap(([name, type]): TextMember[] => {
    const header = headers.find((each) => each.name.toLowerCase() === name.toLowerCase());
    const isRecord = header?.isRecord ?? false;
    return isRecord || (isText(type) && !isLocal(name))
      ? [{ name, isHeader: header !== undefined, isAws: false, isRecord }]
      : [];
  });
  return 'aws' in shape ? [...own, ...headers.map((each) => ({ ...each, isHeader: true, isAws: true }))] : own;
};

interface Typed {
  readonly _zod: {
    readonly def: { readonly type: string; readonly innerType?: Typed; readonly shape?: Record<string, Typed> };
  };
}

const isText = ({ _zod: { def } }: Typed): boolean => (def.innerType ? isText(def.innerType) : def.type === 'string');
