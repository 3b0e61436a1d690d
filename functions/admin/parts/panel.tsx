import type { ReactNode } from 'react';

/** A part of a page with its own heading. */
export function Panel({ title, children }: { readonly title?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="panel">
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  );
}
