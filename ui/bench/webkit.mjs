export async function inWebKit() { return null; }
