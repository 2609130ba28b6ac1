export const readXmlDirectly = (_client: object): void => undefined;
