/* Where a point of the context lies in the picture: the six numbers of an affine transform. Pure. */

export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** First `n`, then `m`. */
export function times(m: Matrix, n: Matrix): Matrix {
  return {
    a: m.a * n.a + m.c * n.b,
    b: m.b * n.a + m.d * n.b,
    c: m.a * n.c + m.c * n.d,
    d: m.b * n.c + m.d * n.d,
    e: m.a * n.e + m.c * n.f + m.e,
    f: m.b * n.e + m.d * n.f + m.f,
  };
}

/** How much larger a length becomes. */
export function growth(m: Matrix): number {
  return m.b === 0 && m.c === 0 && m.a === m.d ? Math.abs(m.a) : Math.sqrt(Math.abs(m.a * m.d - m.b * m.c));
}

/** Whether level stays level and a circle a circle. */
export function isPlain(m: Matrix): boolean {
  return m.b === 0 && m.c === 0 && m.a > 0 && Math.abs(m.a - m.d) < 1e-9;
}

/** Degrees that level is turned by, clockwise. */
export function turn(m: Matrix): number {
  return m.b === 0 && m.a >= 0 ? 0 : (Math.atan2(m.b, m.a) * 180) / Math.PI;
}
