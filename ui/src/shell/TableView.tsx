/* The table, in its place. */
export function TableView() {
  return <div />;
}
