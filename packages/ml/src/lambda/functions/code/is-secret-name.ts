/** Whether a file or folder is one that tools keep keys and passwords in, by its name. */
export const isSecretName = (name: string): boolean =>
  /^(?:\.npmrc|\.env.*|\.aws|\.ssh|id_(?:rsa|dsa|ecdsa|ed25519))$/i.test(name);
