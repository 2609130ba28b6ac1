import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import { generate } from 'selfsigned';

/** A key and its certificate, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Returns a certificate of 127.0.0.1. It is created once per process, and the process trusts it in addition to its other certificates. */
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
