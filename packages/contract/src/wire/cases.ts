import {
  type Break,
  breakNames,
  breaks,
  type Page,
  pageNames,
  pageResponse,
  pageStatuses,
  type Trailer,
  trailerNames,
  trailers,
  withBody,
} from './bad-responses.js';
import { closes, type Form, formNames, inForm, mainForms, type PlainResponse, splitsOf } from './forms.js';
import { layoutOf } from './layout.js';
import { type Delivery, type Split, splitAt, splitNames } from './splits.js';

/** One response in one form, cut at one split, over one transport. */
export interface WireCase {
  readonly kind: Kind;
  readonly form: Form;
  readonly split: Split;
  readonly transport: 'TCP' | 'TLS';
  /** The page that replaces the response. `status` is its status. */
  readonly page?: Page;
  readonly status?: number;
  readonly break?: Break;
  readonly trailer?: Trailer;
}

/** Kinds of responses: valid; without a body; from another server; ended too early, or with data after the document. */
export const kinds = ['good', 'empty', 'foreign', 'broken'] as const;
export type Kind = (typeof kinds)[number];

/** Returns all cases of a kind. */
export const casesOf = (kind: Kind): readonly WireCase[] =>
  (known[kind] ??= makers[kind]().map((each) => ({ ...each, kind })));
const known: Partial<Record<Kind, readonly WireCase[]>> = {};

type Made = Omit<WireCase, 'kind'>;
type Place = Pick<WireCase, 'form' | 'split' | 'transport'>;

const makers: Readonly<Record<Kind, () => readonly Made[]>> = {
  // Every form × every split of the form × both transports.
  good: () => placesIn(formNames),
  empty: () => placesIn(mainForms),
  // Every page with status 200 in every split, and every page with every error status in a quarter of the splits. Forms and transports alternate.
  foreign: () => [
    ...pageNames.flatMap((page) => eachSplit().map((place) => ({ ...place, page, status: 200 }))),
    ...pageStatuses.flatMap((status, row) =>
      pageNames.flatMap((page, column) =>
        eachSplit((row + column) % 4, 4).map((place) => ({ ...place, page, status })),
      ),
    ),
  ],
  // Every break in every main form, in the splits that cut at other places, over alternating transports; and every trailer in every split.
  broken: () => [
    ...breakNames.flatMap((each) =>
      placesIn(mainForms)
        .filter(
          ({ split, transport }, index) => splitsOfBreaks.has(split) && transport === transports[(index >> 1) % 2],
        )
        .map((place) => ({ ...place, break: each })),
    ),
    ...trailerNames.flatMap((trailer) => eachSplit().map((place) => ({ ...place, trailer }))),
  ],
};

const splitsOfBreaks: ReadonlySet<Split> = new Set([
  'in one write',
  'between head and body',
  'before the end of the connection',
  'byte by byte at the end',
]);

const transports = ['TCP', 'TLS'] as const;

/** Returns every form with every split of the form over both transports. */
const placesIn = (forms: readonly Form[]): readonly Place[] =>
  forms.flatMap((form) =>
    splitsOf(form).flatMap((split) => transports.map((transport) => ({ form, split, transport }))),
  );

/** Returns every split, or every `step`th split, each once. Forms and transports alternate. */
const eachSplit = (first = 0, step = 1): readonly Place[] =>
  splitNames
    .filter((_split, index) => index % step === first)
    .flatMap((split, index) => {
      const forms = mainForms.filter((form) => splitsOf(form).includes(split));
      const form = forms[index % forms.length];
      return form ? [{ form, split, transport: transports[index % 2]! }] : [];
    });

/** Returns the bytes of a case in their pieces. */
export const deliveryOf = (wireCase: WireCase, good: PlainResponse, method: string): Delivery => {
  const { form, split } = wireCase;
  if (wireCase.break) return truncated(wireCase, wireCase.break, good, method);
  return splitAt(split, layoutOf(inForm(form, responseOf(wireCase, good), method)), closes(form));
};

const responseOf = ({ kind, page, status, trailer }: WireCase, good: PlainResponse): PlainResponse => {
  if (page) return pageResponse(page, status!);
  if (kind === 'empty') return withBody(good, Buffer.alloc(0));
  return trailer ? withBody(good, Buffer.concat([good.body, Buffer.from(trailers[trailer])])) : good;
};

/** Returns the bytes up to a place in the body, after which the server closes the connection. */
const truncated = ({ form, split }: WireCase, at: Break, good: PlainResponse, method: string): Delivery => {
  const bytes = inForm(form, good, method);
  const { headEnd } = layoutOf(bytes);
  const end = bytes.indexOf(good.body, headEnd) + breaks[at](good.body.length);
  return splitAt(split, { ...layoutOf(bytes), bytes: bytes.subarray(0, end) }, true);
};

/** Returns the description of a case. */
export const titleOf = ({ kind, form, split, transport, page, status, trailer, ...rest }: WireCase): string =>
  [kind, page, status, rest.break, trailer && `followed by ${trailer}`, form, `cut ${split}`, transport]
    .filter((part) => part !== undefined)
    .join(', ');
