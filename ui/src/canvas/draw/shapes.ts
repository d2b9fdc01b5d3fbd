/*
 * The shapes of categories, so that owners and sources are told apart without their colours: nine that differ at
 * seven pixels. The legend draws the same ones from the same paths.
 */
export const SHAPES: readonly string[] = [
  "M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0Z",
  "M.7.7H9.3V9.3H.7Z",
  "M5 .4 10 9.4H0Z",
  "M5 0 10 5 5 10 0 5Z",
  "M3.4 0H6.6V3.4H10V6.6H6.6V10H3.4V6.6H0V3.4H3.4Z",
  "M0 .6H10L5 9.6Z",
  "M0 3H10V7H0Z",
  "M3 0H7V10H3Z",
  "M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0ZM5 3A2 2 0 1 0 5 7A2 2 0 1 0 5 3Z",
];

const paths: (Path2D | undefined)[] = [];

/** The shape of a category on a field of ten by ten; made once. */
export function shapeOf(category: number): Path2D {
  let path = paths[category];
  if (path === undefined) {
    path = new Path2D(SHAPES[category] ?? SHAPES[SHAPES.length - 1] ?? "");
    paths[category] = path;
  }
  return path;
}
