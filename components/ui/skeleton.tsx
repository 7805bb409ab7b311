/** The place of rows that are on their way, as high as the real ones so that nothing jumps. `label` is read out. */
export function SkeletonRows({ label, rows = 5 }: { label: string; rows?: number }) {
  return (
    <div className="card clip sk-late" role="status" aria-busy="true" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div className="sk-rows" key={row}>
          <span className="sk sk-chip" />
          <span className="stack-2 grow">
            <span className="sk sk-w1" />
            <span className="sk sk-w2" />
          </span>
          <span className="sk sk-w3" />
        </div>
      ))}
    </div>
  );
}
