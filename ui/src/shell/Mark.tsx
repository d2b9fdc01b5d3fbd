/* The mark of the product: why above, ground below, the line between. In ink, never in the accent. */
export function Mark() {
  return (
    <svg className="mark" width="24" height="28" viewBox="0 0 24 28" aria-hidden="true">
      <path d="M5 4h14M5 24h14M12 4c0 6-6 5-6 10s6 4 6 10" />
    </svg>
  );
}
