import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import { generate } from 'selfsigned';

/** A key and its certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate of 127.0.0.1, made for this process, which trusts it beside all others. */
export const trustedCertificate = (): Promise<Certificate> => (made ??= make());
let made: Promise<Certificate> | undefined;

const make = async (): Promise<Certificate> => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  setDefaultCACertificates([...getCACertificates('default'), cert]);
  return { key, cert };
};
