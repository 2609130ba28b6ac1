import { InvalidInputError } from '@arch/core';
import { infoOf } from '@arch/core/builder';
import { NormalizedSchema } from '@arch/core/sdk';
import { describe, expect, it } from 'vitest';

import { awsWith, type LayerSamples, type Subject, subjectsOf } from './layer.js';

/** A line break, a character that Node refuses to send, and one that it sends as a byte of Latin-1. */
const characters = ['\n', '–', 'é'];

/** A member that is a text. */
interface TextMember {
  readonly name: string;
  /** Whether it goes out as a header of its name; others may become one under another name. */
  readonly isHeader: boolean;
  readonly isAws: boolean;
  readonly isRecord: boolean;
}

/** A text that ends in a header is refused by its member before anything is sent, or goes out in ASCII: for every function that sends headers of its input. */
export const describeHeaderTexts = (exports: object, samples: LayerSamples): void => {
  const sending = subjectsOf(exports, samples)
    .map((subject) => ({ subject, headers: headersOf(subject) }))
    .filter(({ headers }) => headers.length > 0);
  if (sending.length === 0) return;
  describe('texts that become headers', () => {
    for (const { subject, headers } of sending) {
      it(`of ${subject.name} are one line of ASCII, or refused`, async () => {
        const members = textMembersOf(subject, headers);
        expect(members.length).toBeGreaterThan(0);
        for (const member of members)
          for (const character of characters) await tryOut(subject, samples, member, character);
      });
    }
  });
};

const tryOut = async (
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
  else if (!isAboutAnother(error)) {
    expect(error, what).toBeInstanceOf(InvalidInputError);
    expect((error as Error).message, what).toMatch(new RegExp(`^\\w+: .*${member.name}`, 'i'));
    expect(aws.requests, what).toEqual([]);
  }
};

/** A listing, and what is made of several requests, refuses members of `aws` that only some of them have. */
const isAboutAnother = (error: unknown): boolean => /is not a member/.test((error as Error).message);

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
      // What the SDK writes in base64 may hold everything.
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

/** The members of the function's own input that are texts, and all members in AWS's words that are headers. */
/** A path on this machine is no text of a request; a function would write to it. */
const isLocal = (name: string): boolean => ['path', 'directory'].includes(name);

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
