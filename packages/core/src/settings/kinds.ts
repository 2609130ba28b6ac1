import type { Kind } from './kind.js';

/** The kinds of settings. */
export interface Kinds {
  /** `true` or `false`. */
  readonly flag: Kind<boolean>;
  /** A whole number of at least 1. */
  readonly count: Kind<number>;
  readonly text: Kind<string>;
  /** Texts, separated by commas. */
  readonly list: Kind<readonly string[]>;
  /** The name of a region, and `auto` of some S3-compatible stores. */
  readonly region: Kind<string>;
  /** The URL of an endpoint. */
  readonly url: Kind<string>;
  /** One of a few values. AWS's tools ignore upper and lower case. */
  oneOf<Value extends string>(...values: readonly Value[]): Kind<Value>;
}

export const kinds: Kinds = {
  flag: {
    read: (text) => {
      const isTrue = text.toLowerCase() === 'true';
      return isTrue || text.toLowerCase() === 'false' ? isTrue : undefined;
    },
    accepted: 'true or false',
  },
  count: {
    read: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined),
    accepted: 'a whole number of at least 1',
  },
  text: { read: (text) => text, accepted: 'a text' },
  list: {
    read: (text) => text.split(',').flatMap((part) => part.trim() || []),
    accepted: 'texts, separated by commas',
  },
  region: {
    read: (text) => (/^[a-z][a-z0-9-]{3,62}$/.test(text) ? text : undefined),
    accepted: 'a region name such as eu-west-1',
  },
  url: {
    read: (text) => (/^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? text : undefined),
    accepted: 'a URL such as http://127.0.0.1:4566',
  },
  oneOf: (...values) => ({
    read: (text) => values.find((each) => each.toLowerCase() === text.toLowerCase()),
    accepted: values.join(' or '),
  }),
};
