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

/** One response in one form, cut in one way, over one transport. */
export interface WireCase {
  readonly kind: Kind;
  readonly form: Form;
  readonly split: Split;
  readonly transport: 'TCP' | 'TLS';
  /** The page that comes in the place of the response, and its status. */
  readonly page?: Page;
  readonly status?: number;
  readonly break?: Break;
  readonly trailer?: Trailer;
}

/** Good; without a body; of somebody else; broken off, or with more than one document. */
export const kinds = ['good', 'empty', 'foreign', 'broken'] as const;
export type Kind = (typeof kinds)[number];

/** All cases of a kind, by what varies in it. */
export const casesOf = (kind: Kind): readonly WireCase[] =>
  (known[kind] ??= makers[kind]().map((each) => ({ ...each, kind })));
const known: Partial<Record<Kind, readonly WireCase[]>> = {};

type Made = Omit<WireCase, 'kind'>;
type Place = Pick<WireCase, 'form' | 'split' | 'transport'>;

const makers: Readonly<Record<Kind, () => readonly Made[]>> = {
  // Every form × every split of it × both transports.
  good: () => placesIn(formNames),
  empty: () => placesIn(mainForms),
  // Every page in every split with status 200; every page with every error status in a quarter of them. Forms and transports take turns.
  foreign: () => [
    ...pageNames.flatMap((page) => eachSplit().map((place) => ({ ...place, page, status: 200 }))),
    ...pageStatuses.flatMap((status, row) =>
      pageNames.flatMap((page, column) =>
        eachSplit((row + column) % 4, 4).map((place) => ({ ...place, page, status })),
      ),
    ),
  ],
  // Every break in every form, in the splits that do not cut where it breaks, over transports that take turns; everything that may follow a document in every split.
  broken: () => [
    ...breakNames.flatMap((each) =>
      placesIn(mainForms)
        .filter(({ split, transport }, index) => besideBreaks.has(split) && transport === transports[(index >> 1) % 2])
        .map((place) => ({ ...place, break: each })),
    ),
    ...trailerNames.flatMap((trailer) => eachSplit().map((place) => ({ ...place, trailer }))),
  ],
};

const besideBreaks: ReadonlySet<Split> = new Set([
  'in one write',
  'between head and body',
  'before the end of the connection',
  'byte by byte at the end',
]);

const transports = ['TCP', 'TLS'] as const;

/** Every form with every split of it over both transports. */
const placesIn = (forms: readonly Form[]): readonly Place[] =>
  forms.flatMap((form) =>
    splitsOf(form).flatMap((split) => transports.map((transport) => ({ form, split, transport }))),
  );

/** Every split, or every `step`th of them, each once, in forms and over transports that take turns. */
const eachSplit = (first = 0, step = 1): readonly Place[] =>
  splitNames
    .filter((_split, index) => index % step === first)
    .flatMap((split, index) => {
      const forms = mainForms.filter((form) => splitsOf(form).includes(split));
      const form = forms[index % forms.length];
      return form ? [{ form, split, transport: transports[index % 2]! }] : [];
    });

/** The bytes of a case, in their pieces. */
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

/** The bytes up to a place in the body, after which the connection ends. */
const truncated = ({ form, split }: WireCase, at: Break, good: PlainResponse, method: string): Delivery => {
  const bytes = inForm(form, good, method);
  const { headEnd } = layoutOf(bytes);
  const end = bytes.indexOf(good.body, headEnd) + breaks[at](good.body.length);
  return splitAt(split, { ...layoutOf(bytes), bytes: bytes.subarray(0, end) }, true);
};

/** A case in words. */
export const titleOf = ({ kind, form, split, transport, page, status, trailer, ...rest }: WireCase): string =>
  [kind, page, status, rest.break, trailer && `followed by ${trailer}`, form, `cut ${split}`, transport]
    .filter((part) => part !== undefined)
    .join(', ');
