/** Grey bars in the shape of rows. They appear only when waiting takes longer than 200 ms. */
export function Skeleton({ label, rows = 3 }: { label: string; rows?: number }) {
  return (
    <div className="sk" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, at) => (
        // Rows of a skeleton have no identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="sk-row" key={at} aria-hidden="true">
          <div className="row">
            <span className="s1" />
            <span className="s2" />
          </div>
          <span className="s3" />
          <span className="s3 h" />
        </div>
      ))}
    </div>
  );
}
