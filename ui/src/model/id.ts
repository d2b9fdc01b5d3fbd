/*
 * New names for records: version 7 UUIDs, so that names sort by the time they were made. The file gives records back
 * in that order, so no two names of ours share a moment: rows pasted at once stay in the order of the spreadsheet.
 */

let last = 0;

/** A moment of its own for each name, at most some milliseconds ahead of the clock. */
function moment(): number {
  last = Math.max(Date.now(), last + 1);
  return last;
}

/** The moment and the random bytes are parameters only for tests. */
export function newId(now: number = moment(), random: Uint8Array = randomBytes()): string {
  const bytes = new Uint8Array(16);
  bytes.set(random.subarray(0, 10), 6);
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(10));
}
