/** Whether a file or folder has a name that tools use for keys and passwords. */
export const isSecretName = (name: string): boolean =>
  /^(?:\.npmrc|\.env.*|\.aws|\.ssh|id_(?:rsa|dsa|ecdsa|ed25519))$/i.test(name);
