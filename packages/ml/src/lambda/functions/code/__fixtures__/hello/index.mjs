export const handler = async (event) => ({ greeting: `hello ${event.name ?? process.env.NAME ?? 'nobody'}` });
